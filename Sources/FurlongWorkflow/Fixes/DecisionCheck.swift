import Foundation
import FurlongImport
import FurlongStore
import FurlongStudy

/// What became of people's decisions in an import: what was carried out, and what is nobody's any more.
struct DecisionCheck {
  let book: DecisionBook
  let key: [UInt8]

  /// Adds the decisions' problems and their counts to what an import says.
  func add(to report: inout ImportReport, file: StudyFile) throws {
    guard !book.decisions.isEmpty else { return }
    let identifiers = try identifiers(in: file)
    // An export that stopped may hold what is missed.
    if report.stopped.isEmpty { report.problems += identifiers.problems }
    report.problems += otherKey + withoutExport(report)
    let corrected = corrected(report)
    report.byHand = Provenance.HandWork(
      cells: corrected.cells, rowsLeftOut: corrected.leftOut, merges: identifiers.merges,
      splits: identifiers.apart + corrected.splits, sha256: Digest.of(try book.text()))
  }

  private func identifiers(
    in file: StudyFile
  ) throws -> (problems: [Problem], merges: Int, apart: Int) {
    var problems: [Problem] = []
    var (merges, apart) = (0, 0)
    let mark = KeyKeeper.mark(of: key)
    for (place, decision) in book.decisions.enumerated() where decision.key == mark {
      switch decision.matter {
      case .merge(let identifiers):
        let unknown = try file.unknown(among: identifiers)
        if identifiers.count - unknown.count > 1 { merges += 1 }
        if !unknown.isEmpty { problems.append(unknownProblem(place, unknown.count)) }
      case .apart(let own, _):
        let unknown = try file.unknown(among: own)
        if unknown.isEmpty {
          apart += 1
        } else {
          problems.append(unknownProblem(place, unknown.count))
        }
      case .split, .correction: break
      }
    }
    return (problems, merges, apart)
  }

  private func unknownProblem(_ place: Int, _ count: Int) -> Problem {
    let ids = count == 1 ? "An identifier" : "\(count) identifiers"
    return problem(
      "\(ids) of decision \(place + 1) (of \(book.decisions[place].on)) \(count == 1 ? "is" : "are") in no export any more.",
      fix:
        "If the exports were mended, nothing need be done; `furlong undo` takes the last decision back."
    )
  }

  /// Decisions of which no hash can be found, since another key made them.
  private var otherKey: [Problem] {
    let foreign = book.foreign(key: key)
    guard !foreign.isEmpty else { return [] }
    return [
      problem(
        "\(foreign.count) of \(book.decisions.count) decisions \(foreign.count == 1 ? "was" : "were") made with another key than the study has now: not carried out.",
        fix:
          "Bring the former key back with `furlong key import`, or move \(DecisionBook.file) away and decide again."
      )
    ]
  }

  /// Decisions of exports that no mapping reads.
  private func withoutExport(_ report: ImportReport) -> [Problem] {
    let read = Set(report.exports.map { ReadingName.export($0.file) })
    return book.corrections(key: key).keys.filter { !read.contains($0) }.sorted().map { file in
      problem(
        "Rows of \(file) were decided about, and no mapping reads it any more.",
        fix: "Name it in a mapping again; `furlong undo` takes the last decision back.")
    }
  }

  private func problem(_ message: String, fix: String) -> Problem {
    Problem(
      severity: .warning, code: .decisionWithoutRow, file: DecisionBook.file, message: message,
      fix: fix)
  }

  /// How many cells and rows were corrected: all but those that were said not to be found.
  private func corrected(
    _ report: ImportReport
  ) -> (cells: Int, leftOut: Int, splits: Int) {
    let lost = report.problems.filter { $0.code == ProblemCode.decisionWithoutRow.rawValue }
    var (cells, leftOut, splits) = (0, 0, Set<String>())
    for (file, decided) in book.corrections(key: key)
    where report.exports.contains(where: {
      ReadingName.export($0.file) == file && $0.status != .stopped
    }) {
      let rows = Set(lost.filter { ReadingName.export($0.file) == file }.compactMap(\.row))
      struct Place: Hashable { var row: ExportCorrections.Row, column: String }
      cells +=
        Set(
          decided.cells.filter { !rows.contains($0.row.row) }
            .map { Place(row: $0.row, column: $0.column) }
        ).count
      leftOut += Set(decided.leftOut.filter { !rows.contains($0.row) }).count
      for stranger in decided.strangers
      where stranger.rows.contains(where: { !rows.contains($0.row) }) {
        splits.insert(stranger.person)
      }
    }
    return (cells, leftOut, splits.count)
  }
}

extension ExportCorrections {
  /// A batch's digest of rules, with what was decided of its rows.
  func rule(_ rule: String) -> String {
    let decided = (try? DecisionBook.encoder.encode(self)).map { [UInt8]($0) } ?? []
    return Digest.of(Array(rule.utf8) + decided)
  }
}
