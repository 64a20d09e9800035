import FurlongStudy
import FurlongTables

/// A line of a spreadsheet that is no row of data: headings pasted again, or a line of totals.
///
/// Only lines that cannot be read as rows are looked at, so that no row of a person is ever passed over.
enum PassedLine {
  case headings
  case totals

  /// What a line is that was refused as a row; nil where it is a row.
  init?(_ cells: RowCells, map: ExportMap) {
    let columns = map.readColumns
    if columns.count > 1, columns.allSatisfy({ cells.text($0) == $0 }) {
      self = .headings
      return
    }
    let table = cells.rows.table
    let filled = table.header.indices.filter { !table.isBlank(row: cells.row, column: $0) }
    let isNobodys =
      !map.person.isEmpty
      && map.person.allSatisfy { person in
        cells.text(person.column).map(Self.beginsTotals) ?? true
      }
    guard let first = filled.first, isNobodys || filled.count * 2 <= table.header.count else {
      return nil
    }
    let text = table.text(row: cells.row, column: first)
    // A line that is nobody's and holds but numbers may say more than one word: `Total here`.
    let isNumbers = filled.dropFirst().allSatisfy {
      ShortestNumber.number(table.text(row: cells.row, column: $0)) != nil
    }
    // The foot of a register counts who came: nobody's, and numbers that are no marks.
    let isFoot =
      map.kind == .attendance && isNobodys && isNumbers && filled.count > 2
      && filled.dropFirst().contains {
        (ShortestNumber.number(table.text(row: cells.row, column: $0)) ?? 0) > 1
      }
    guard
      TotalsLine.isAll(of: text) || isFoot
        || (isNobodys && isNumbers && Self.beginsTotals(text))
    else { return nil }
    self = .totals
  }

  /// Whether a cell's first word is one for totals: `Total here`.
  static func beginsTotals(_ cell: String) -> Bool { TotalsLine.begins(with: cell) }

  /// The note that says so.
  func note(file: String, row: Int) -> Problem {
    switch self {
    case .headings:
      Problem(
        severity: .note, code: ProblemCode.headingsAgain.rawValue, file: file, row: row,
        column: nil, message: "This row repeats the headings; it was skipped.",
        fix: "Nothing need be done.")
    case .totals:
      Problem(
        severity: .note, code: ProblemCode.totals.rawValue, file: file, row: row, column: nil,
        message: "This row looks like a line of totals; it was skipped.",
        fix: "Nothing need be done; if it is a row of data, fill in its blank cells.")
    }
  }
}
