import FurlongScales
import FurlongStudy

/// Holds the answers and totals of a whole export against the coding of its scales: where they were written otherwise,
/// numbers would be wrong unseen, so it stops and names the line of the mapping that mends it.
struct CodingCheck {
  /// One in so many of the forms may be a slip; more are another coding.
  private static let slips = 20
  /// So few forms of another coding are slips, however few there are in all.
  private static let fewest = 2

  private let checks: [any FormCheck]

  init(
    _ columns: ScoreColumns, sheets: [String: ScaleSheet], file: String, mapFile: String,
    rules: CellRules
  ) {
    checks = columns.forms.compactMap { form in
      guard let sheet = sheets[form.scale] else { return nil }
      let checked = CheckedForm(form: form, sheet: sheet, file: file, mapFile: mapFile)
      return switch form.answers {
      case .items(let columns): AnswerCheck(checked, ItemCells(columns, form.coding, rules), rules)
      case .total(let column): ConversionCheck(checked, rules.column(column))
      }
    }
  }

  /// Looks at a row.
  func add(_ cells: RowCells) { for check in checks { check.add(cells) } }

  /// What stops the export, or is worth a warning.
  var problems: [Problem] { checks.compactMap(\.problem) }

  /// Whether so many of all are more than slips.
  static func isMore(_ count: Int, of all: Int) -> Bool {
    count > Self.fewest && count * Self.slips > all
  }
}

/// What is held against the coding of one form of the mapping, row by row.
protocol FormCheck: AnyObject {
  func add(_ cells: RowCells)
  var problem: Problem? { get }
}

/// A form of the mapping whose coding is checked.
struct CheckedForm {
  let form: ScoreColumns.Form
  let sheet: ScaleSheet
  let file: String
  let mapFile: String

  func problem(
    _ code: ProblemCode, _ column: String?, _ message: String, fix: String,
    severity: Problem.Severity = .stop
  ) -> Problem {
    Problem(
      severity: severity, code: code.rawValue, file: file, row: nil, column: column,
      message: message, fix: fix)
  }
}
