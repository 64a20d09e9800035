import FurlongStudy
import FurlongWorkflow

/// What became of the exports, in words for a terminal.
struct ImportWords {
  private let report: ImportReport
  private let study: String?

  init(_ report: ImportReport, study: String?) {
    self.report = report
    self.study = study
  }

  /// A line an export, and each stop with what mends it.
  var exports: String {
    report.exports.map { export in
      let counts =
        "read \(rows(export.rowsRead)) · kept \(export.rowsKept) · set aside "
        + "\(export.rowsSetAside) · skipped \(export.rowsSkipped)"
      switch export.status {
      case .imported: return "\(export.file)  \(counts)\n"
      case .alreadyImported: return "\(export.file)  already imported (\(counts))\n"
      case .stopped:
        return "\(export.file)  stopped, nothing of it is kept\n"
          + report.problems.filter { $0.severity == .stop && $0.file == export.file }
          .map { "  \($0.code)  \($0.place)\n         \($0.message)\n    fix  \($0.fix)\n" }
          .joined()
      }
    }.joined()
  }

  /// How many problems there are, and where to read them.
  var summary: String {
    var lines: [String] = []
    if report.lostKey {
      lines.append(
        "The key of this study was not found, so a new one was made and all exports were read again. If you have a "
          + "copy of the former key, put it back and import once more.")
    } else if report.madeKey {
      lines.append(
        "A key was made for this study, outside its folder. Keep a copy in a safe place: without it, later exports "
          + "can only be linked by reading all of them again.")
    }
    if let words = byHand { lines.append(words) }
    let notes = report.problems.count { $0.severity == .note }
    let warnings = report.problems.count { $0.severity == .warning }
    let setAside = report.exports.reduce(0) { $0 + $1.rowsSetAside }
    if notes + warnings + setAside + report.stopped.count > 0 {
      lines.append(
        "\(notes) \(notes == 1 ? "note" : "notes") · \(warnings) "
          + "\(warnings == 1 ? "warning" : "warnings") · \(rows(setAside)) set aside"
          + (report.stopped.isEmpty ? "" : " · \(report.stopped.count) stopped")
          + "      see: furlong problems" + (study.map { " " + $0 } ?? ""))
    }
    return lines.isEmpty ? "No problems." : lines.joined(separator: "\n")
  }

  /// `corrected by hand: 3 cells, 1 row left out (fixes/decisions.json)`.
  private var byHand: String? {
    guard let work = report.byHand else { return nil }
    let parts = [
      (work.cells, "cell", "cells"), (work.rowsLeftOut, "row left out", "rows left out"),
      (work.merges, "merge of people", "merges of people"),
      (work.splits, "split of people", "splits of people"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return "corrected by hand: \(parts.joined(separator: ", ")) (fixes/decisions.json)"
  }

  private func rows(_ count: Int) -> String { "\(count) \(count == 1 ? "row" : "rows")" }
}
