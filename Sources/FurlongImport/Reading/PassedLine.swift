import FurlongStudy
import FurlongTables

/// A line of a spreadsheet that is no row of data: headings pasted again, a line of totals, or the key of a register.
///
/// But for keys only lines that cannot be read as rows are looked at, so that no row of a person is ever passed over.
enum PassedLine {
  case headings
  case totals
  case key

  /// Whether a line of a register says what its marks mean, where an id would stand, and nothing else: no id is written so.
  static func isKey(_ cells: RowCells, map: ExportMap) -> Bool {
    guard map.kind == .attendance, let column = map.person.first?.column,
      let text = cells.text(column), text.contains("=")
    else { return false }
    let table = cells.rows.table
    return table.header.indices.count { !table.isBlank(row: cells.row, column: $0) } == 1
      && !RegisterKey([[text]]).isEmpty
  }

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
    let saysWords =
      map.kind == .attendance && !map.person.isEmpty
      && map.person.allSatisfy { cells.text($0.column).map(Self.isWords) ?? true }
    guard let first = filled.first,
      isNobodys || saysWords || filled.count * 2 <= table.header.count
    else { return nil }
    let text = table.text(row: cells.row, column: first)
    // A line that is nobody's and holds but numbers may say more than one word: `Total here`.
    let isNumbers = filled.dropFirst().allSatisfy {
      ShortestNumber.number(table.text(row: cells.row, column: $0)) != nil
    }
    // The foot of a register counts who came: nobody's, and numbers that are no marks. Words may stand where an id would.
    let isFoot =
      map.kind == .attendance && isNumbers && (isNobodys || saysWords) && filled.count > 2
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

  /// Whether a cell holds no digit and several words, as no id does, or one that heads a count: `Present in week`, `Present`.
  static func isWords(_ cell: String) -> Bool {
    !cell.contains(where: \.isNumber)
      && (cell.contains(" ") || counting.contains(cell.lowercased().filter(\.isLetter)))
  }

  private static let counting: Set = [
    "present", "attended", "attending", "attendance", "attendees", "absent", "here", "headcount",
    "students", "learners", "number", "numbers",
  ]

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
    case .key:
      Problem(
        severity: .note, code: ProblemCode.registerKey.rawValue, file: file, row: row, column: nil,
        message: "This row says what the register's marks mean; it was skipped.",
        fix: "Nothing need be done, where the mapping says the same under 'status'.")
    }
  }
}
