public import FurlongStudy
import FurlongTables

/// The forms in which problems are listed.
public enum ProblemsForm: String, Sendable, CaseIterable {
  /// For reading.
  case text
  /// A line a problem, for a spreadsheet.
  case csv
}

/// Problems as a table.
public enum ProblemsTable {
  /// The headings.
  public static let columns = [
    "severity", "code", "file", "row", "column", "message", "fix", "mark", "correction",
  ]

  /// The problems as CSV, guarded against texts that a spreadsheet would run.
  ///
  /// - Parameter mark: by what a problem's row is known again when a correction of it is applied; nil where it cannot be.
  public static func csv(
    _ problems: [Problem], mark: (Problem) -> String? = { _ in nil }
  ) -> String {
    CSVWriter().write(
      header: columns,
      rows: problems.map { problem in
        [
          .text(problem.severity.rawValue), .text(problem.code), .text(problem.file),
          problem.row.map { .whole($0) } ?? .empty, problem.column.map { .text($0) } ?? .empty,
          .text(problem.message), .text(problem.fix), mark(problem).map { .text($0) } ?? .empty,
          .empty,
        ]
      })
  }
}
