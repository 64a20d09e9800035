import FurlongStudy

/// Reads a row of a unit in a calendar month.
///
/// A blank number is no 0: that count is not kept of the month.
struct UnitReader: ContentReader {
  private let unit: CellColumn
  private let period: CellColumn
  private let counts: [(id: String, number: CellColumn, over: CellColumn)]

  init(columns: UnitColumns, rules: CellRules) {
    unit = rules.column(columns.unit)
    period = rules.column(columns.period)
    counts = columns.counts.map {
      ($0.count, rules.column($0.number), rules.column($0.over))
    }
  }

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    let name = try cells.required(unit)
    let day =
      if let text = cells.value(period.name), let month = MonthText.firstDay(text) { month } else {
        try cells.pastDay(period, &notes)
      }
    guard let day else { throw cells.blank(period.name) }
    let month = day.adding(days: 1 - day.date.day)
    for count in counts {
      guard let number = try cells.whole(count.number) else {
        if cells.text(count.number) == nil {
          notes.addBlankCount(count.number.name, row: cells.sourceRow)
        }
        continue
      }
      guard let over = try cells.number(count.over) else { throw cells.blank(count.over.name) }
      for (value, column) in [(Double(number), count.number), (over, count.over)] where value < 0 {
        throw RowRefusal(
          .notANumber, column.name,
          "\(cells.subject(cells.value(column) ?? "", column.name, .number)) is below 0.",
          fix: "Correct it where it was exported from.")
      }
      if number > 0, over == 0 {
        throw RowRefusal(
          .notANumber, count.over.name,
          "Something was counted, and what it is counted over is 0.",
          fix: "Correct one of the two where they were exported from.")
      }
      row.row.units.append(
        UnitRecord(count: count.id, unit: name, month: month, number: number, over: over))
    }
  }
}
