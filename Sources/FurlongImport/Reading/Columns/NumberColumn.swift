import FurlongStudy

/// What the cells of a column of numbers show together.
struct NumberColumn {
  private let column: CellColumn
  private let decimal: ExportFormat.Decimal
  private let sights = CellMemo<Sight>()
  private var signed = RowWords()
  private var commas = RowWords()
  private var points = RowWords()

  /// What one cell shows.
  private struct Sight {
    var isSigned: Bool
    var onlyDecimal: ExportFormat.Decimal?
  }

  init(_ column: CellColumn, _ rules: CellRules) {
    self.column = column
    decimal = rules.decimal
  }

  /// Looks at the cell of a row.
  mutating func add(_ cells: RowCells) {
    let cell = cells.bytes(column)
    if cell.isEmpty { return }
    let sight = sights.value(of: cell) { () throws(Never) -> Sight in
      let number = NumberText(String(decoding: cell, as: UTF8.self), decimal: decimal)
      return Sight(
        isSigned: number.number != nil && number.hasSigns, onlyDecimal: number.onlyDecimal)
    }
    if sight.isSigned { signed.add(cells.sourceRow) }
    switch sight.onlyDecimal {
    case .comma: commas.add(cells.sourceRow)
    case .point: points.add(cells.sourceRow)
    case nil: break
    }
  }

  func problems(_ look: ColumnLook) -> [Problem] {
    // One of another kind is a slip of its row.
    let fewer = min(commas.count, points.count)
    if fewer > 1, fewer * 20 > commas.count + points.count {
      return [
        look.problem(
          .stop, .bothCommas, column.name,
          "A comma stands before decimals in some cells (\(commas.words)) and a point in others (\(points.words)), so "
            + "numbers with one sign and three digits behind it cannot be read.",
          fix: "Export the column with one kind of numbers.")
      ]
    }
    guard signed.count > 0 else { return [] }
    return [
      look.problem(
        .note, .signsInNumbers, column.name,
        ColumnLook.count(signed.count, "number has", "numbers have")
          + " a sign of money or per cent, or signs between thousands, which were left out (\(signed.words)).",
        fix: "Nothing need be done.")
    ]
  }
}
