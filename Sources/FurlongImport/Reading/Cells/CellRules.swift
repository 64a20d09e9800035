import FurlongStudy
import FurlongTables

/// What is the same for every row of an export: its columns and how cells are read.
final class CellRules {
  let header: [String]
  let decimal: ExportFormat.Decimal
  let dates: DateText
  let shown: ShownValue
  let dataTo: CalendarDay?
  /// The words for "no value".
  let missing: MissingTexts
  /// The decision that makes a row another person's, by its number.
  var strangers: [Int: String] = [:]
  private var columns: [String: CellColumn]

  init(_ map: ExportMap, header: [String], dataTo: CalendarDay?) {
    self.header = header
    self.dataTo = dataTo
    columns = Dictionary(
      uniqueKeysWithValues: header.enumerated().map { ($1, CellColumn($1, at: $0)) })
    missing = MissingTexts(map.missing.keys)
    decimal = map.format.decimal
    dates = DateText(
      order: map.format.dates ?? .dayMonthYear, shortYearsFrom: map.format.shortYearsFrom,
      dayNumbers: map.format.dayNumbers)
    shown = ShownValue(hidden: map.hiddenColumns, lastDay: dataTo)
  }

  /// The column with a heading; its cells are all blank where the export has none such.
  func column(_ name: String) -> CellColumn {
    if let column = columns[name] { return column }
    let column = CellColumn(name, at: nil)
    columns[name] = column
    return column
  }

  /// Looks at each row of a table in turn.
  func eachRow(of table: TableWalk, _ look: (RowCells) throws -> Void) throws {
    try table.each { piece in try eachRow(of: piece, look) }
  }

  /// Looks at each row of a piece of a table in turn.
  func eachRow(of table: SourceTable, _ look: (RowCells) throws -> Void) rethrows {
    try table.withCells { cells in
      let rows = TableRows(table: table, cells: cells)
      for row in 0..<table.rowCount { try look(RowCells(rules: self, rows: rows, row: row)) }
    }
  }
}

/// Rows that are looked at.
final class TableRows {
  let table: SourceTable
  let cells: TableCells

  init(table: SourceTable, cells: TableCells) {
    self.table = table
    self.cells = cells
  }
}
