import FurlongStudy
import FurlongTables

/// What the cells of a column of numbers show together.
struct NumberColumn {
  private let column: String
  private var signed = RowWords()
  private var commas = RowWords()
  private var points = RowWords()

  init(_ column: String, _ rules: CellRules) {
    self.column = column
    guard let place = rules.places[column] else { return }
    for row in 0..<rules.table.rowCount where !rules.table.isBlank(row: row, column: place) {
      let text = rules.table.text(row: row, column: place)
      let number = NumberText(text, decimal: rules.decimal)
      let sourceRow = rules.table.sourceRow(row)
      if number.number != nil, number.hasSigns { signed.add(sourceRow) }
      switch number.onlyDecimal {
      case .comma: commas.add(sourceRow)
      case .point: points.add(sourceRow)
      case nil: break
      }
    }
  }

  func problems(_ look: ColumnLook) -> [Problem] {
    // One of another kind is a slip of its row.
    let fewer = min(commas.count, points.count)
    if fewer > 1, fewer * 20 > commas.count + points.count {
      return [
        look.problem(
          .stop, .bothCommas, column,
          "A comma stands before decimals in some cells (\(commas.words)) and a point in others (\(points.words)), so "
            + "numbers with one sign and three digits behind it cannot be read.",
          fix: "Export the column with one kind of numbers.")
      ]
    }
    guard signed.count > 0 else { return [] }
    return [
      look.problem(
        .note, .signsInNumbers, column,
        ColumnLook.count(signed.count, "number has", "numbers have")
          + " a sign of money or per cent, or signs between thousands, which were left out (\(signed.words)).",
        fix: "Nothing need be done.")
    ]
  }
}
