import FurlongStudy
import FurlongWorkflow

/// What became of the exports, in words for a terminal.
struct ImportWords {
  private let report: ImportReport

  init(_ report: ImportReport) { self.report = report }

  /// A line an export, and each stop with what mends it.
  var exports: String {
    report.exports.map { export in
      let counts =
        "read \(rows(export.rowsRead)) · kept \(export.rowsKept) · set aside "
        + "\(export.rowsSetAside) · skipped \(skipped(export))"
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

  /// `5 (4 blank, 1 line of totals)`.
  private func skipped(_ export: ImportReport.Export) -> String {
    guard export.rowsSkipped > 0 else { return "0" }
    let names = SkippedRow.allCases.compactMap { why in
      export.skips[why].flatMap { $0 > 0 ? Self.name(why, $0) : nil }
    }
    return "\(export.rowsSkipped) (\(names.joined(separator: ", ")))"
  }

  private static func name(_ why: SkippedRow, _ count: Int) -> String {
    switch why {
    case .blank: "\(count) blank"
    case .totals: "\(count) \(count == 1 ? "line" : "lines") of totals"
    case .headings: "\(count) with the headings again"
    case .key: "\(count) with the key of the marks"
    case .named: "\(count) named in the mapping"
    case .leftOut: "\(count) left out by the mapping"
    case .otherMeasures: "\(count) of other measures"
    case .notRead: "\(count) of stories not read to their ends"
    case .lostPlace: "\(count) that lost \(count == 1 ? "its place" : "their places")"
    case .notInRegister: "\(count) of people who are not in the register"
    case .byHand: "\(count) left out by hand"
    }
  }

  private func rows(_ count: Int) -> String { "\(count) \(count == 1 ? "row" : "rows")" }
}
