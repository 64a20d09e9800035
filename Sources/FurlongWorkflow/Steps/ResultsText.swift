import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTables

/// The forms of the results for programs.
public enum ResultsForm: String, Sendable, CaseIterable {
  /// The flat table, one row a number.
  case csv
  /// The flat table and the findings.
  case json
}

extension ResultsForm {
  /// The name of its file, which says that it is not released.
  public var file: String {
    switch self {
    case .csv: "results.unreleased.csv"
    case .json: "findings.unreleased.json"
    }
  }
}

/// Writes findings for programs.
enum ResultsText {
  /// What unreleased numbers say of themselves.
  static let warning =
    "Not released: small numbers are not hidden. Personal data may be told from it; share the report instead."

  /// The flat table.
  ///
  /// - Parameter mark: what must stand above it, on a line of its own that begins with `#`.
  static func csv<N: Numbers>(_ findings: Findings<N>, mark: String? = nil) -> String {
    let table = CSVWriter().write(
      header: ResultRow.columns,
      rows: ResultsTable(findings).rows.map { $0.cells.map(CSVCell.text) })
    return (mark.map { "# \($0)\n" } ?? "") + table
  }

  /// The flat table as a workbook, its numbers as numbers; what must stand above it has a sheet of its own, the first.
  static func workbook<N: Numbers>(_ findings: Findings<N>, mark: String? = nil) throws -> [UInt8] {
    var sheets = [
      WrittenSheet(
        name: "results", header: ResultRow.columns,
        rows: ResultsTable(findings).rows.map { $0.cells.map(cell) })
    ]
    if let mark {
      sheets.insert(
        WrittenSheet(name: "read first", header: ["Read first"], rows: [[.text(mark)]]), at: 0)
    }
    guard let bytes = WorkbookWriter().bytes(sheets) else {
      throw WorkflowError(
        "the results are more than a sheet of Excel holds", at: "results.xlsx",
        fix: "leave xlsx out of --as; results.csv has no such limit")
    }
    return bytes
  }

  private static func cell(_ text: String?) -> CSVCell {
    guard let text, !text.isEmpty else { return .empty }
    return ShortestNumber.number(text).map { .number($0) } ?? .text(text)
  }

  private struct Envelope: Encodable {
    var format = "furlong-results/2"
    var released = false
    var warning = ResultsText.warning
    var results: [ResultRow]
    var findings: Findings<Unreleased>
  }

  /// The table and the findings.
  static func json(_ findings: Findings<Unreleased>) throws -> String {
    try PlainJSON.text(Envelope(results: ResultsTable(findings).rows, findings: findings))
  }
}
