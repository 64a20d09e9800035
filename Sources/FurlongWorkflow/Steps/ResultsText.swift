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

/// Writes findings for programs: not released, and says so.
struct ResultsText {
  let findings: Findings

  /// What both forms say of themselves.
  static let warning =
    "Not released: small numbers are not hidden. Personal data may be told from it; share the report instead."

  func text(as form: ResultsForm) throws -> String {
    switch form {
    case .csv: csv()
    case .json: try json()
    }
  }

  private func csv() -> String {
    CSVWriter(raw: true).write(
      header: ResultRow.columns,
      rows: ResultsTable(findings).rows.map { $0.cells.map(CSVCell.text) })
  }

  private struct Envelope: Encodable {
    var format = "furlong-results/1"
    var released = false
    var warning = ResultsText.warning
    var results: [ResultRow]
    var findings: Findings
  }

  private func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let envelope = Envelope(results: ResultsTable(findings).rows, findings: findings)
    return String(decoding: try encoder.encode(envelope), as: UTF8.self) + "\n"
  }
}
