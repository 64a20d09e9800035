import Foundation
import FurlongStudy
import FurlongTables
import FurlongTestSupport

/// One fault that `datasets/messy/faults.csv` lists, or one problem that the tool told.
struct MessyFault {
  var code: String
  var file: String
  var row: Int?
  /// Blank where no column is named.
  var column: String
  /// `note`, `warn`, `set aside`, `skip` or `stop`.
  var action: String
  /// The tool's words; blank for a listed fault.
  var message = ""

  /// `I007 warn 7:Course`.
  var line: String {
    let place = (row.map(String.init) ?? "") + (column.isEmpty ? "" : ":\(column)")
    return "\(code) \(action)" + (place.isEmpty ? "" : " \(place)")
  }

  /// Whether a problem tells this fault.
  ///
  /// What the list leaves blank (the whole file) may be told more exactly. A problem without a row tells the rows that its
  /// message names.
  func isTold(by problem: MessyFault) -> Bool {
    code == problem.code && action == problem.action
      && (column.isEmpty || column == problem.column)
      && (row == nil || row == problem.row
        || (problem.row == nil && row.map(problem.namedRows.contains) ?? true))
  }

  /// The rows that the message names: `rows 4, 7 and 12`.
  private var namedRows: [Int] {
    message.matches(of: /\brows? ((?:\d+(?:, | and )?)+)/).flatMap { match in
      match.1.split { !$0.isNumber }.compactMap { Int($0) }
    }
  }
}

extension MessyFault {
  static let folder = projectFolder().appendingPathComponent("datasets/messy")

  /// All faults of the list, by file.
  static func listed() throws -> [String: [MessyFault]] {
    let table = try CSVReader().read(
      Data(contentsOf: folder.appendingPathComponent("faults.csv")), name: "faults.csv")
    let faults = (0..<table.rowCount).map { row in
      func cell(_ heading: String) -> String {
        table.column(heading).map { table.text(row: row, column: $0) } ?? ""
      }
      return MessyFault(
        code: cell("code"), file: cell("file"), row: Int(cell("row")), column: cell("column"),
        action: cell("action"))
    }
    return Dictionary(grouping: faults, by: \.file)
  }

  /// What the tool told.
  init(_ problem: Problem) {
    let skips = ["I015", "I016"].contains(problem.code) && problem.severity == .note
    let action =
      switch problem.severity {
      case .note: skips ? "skip" : "note"
      case .warning: "warn"
      case .setAside: "set aside"
      case .stop: "stop"
      }
    self.init(
      code: problem.code, file: String(problem.file.dropFirst("exports/".count)),
      row: problem.row, column: problem.column ?? "", action: action, message: problem.message)
  }
}
