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
  public static let columns = ["severity", "code", "file", "row", "column", "message", "fix"]

  /// The problems as CSV, guarded against texts that a spreadsheet would run.
  public static func csv(_ problems: [Problem]) -> String {
    CSVWriter().write(
      header: columns,
      rows: problems.map { problem in
        [
          .text(problem.severity.rawValue), .text(problem.code), .text(problem.file),
          problem.row.map { .whole($0) } ?? .empty, problem.column.map { .text($0) } ?? .empty,
          .text(problem.message), .text(problem.fix),
        ]
      })
  }
}
