import FurlongDocuments
import FurlongStudy

/// What people decided of the data by hand, in words.
struct HandWorkWording {
  private let work: Provenance.HandWork

  init(_ work: Provenance.HandWork) { self.work = work }

  /// What was done, and the file in which each decision stands.
  var prose: Prose {
    let parts = [
      part(
        work.cells, "cell was read otherwise than its export has it",
        "cells were read otherwise than their exports have them"),
      part(work.rowsLeftOut, "row was left out", "rows were left out"),
      part(
        work.merges, "pair of ids was taken as one person's",
        "pairs of ids were taken as one person's"),
      part(work.splits, "person was taken as two", "people were taken as two each"),
    ].compactMap { $0 }
    return
      "What people decided of the data: \(parts.joined(separator: ", ")). Each decision is kept with its day, who made it and why in \(Prose.code("fixes/decisions.json")), SHA-256 \(Prose.code(work.sha256)); the exports were not changed."
  }

  private func part(_ count: Int, _ one: String, _ many: String) -> String? {
    guard count > 0 else { return nil }
    guard work.isCounted else { return "some " + many }
    return "\(NumberWording().count(count)) \(count == 1 ? one : many)"
  }
}
