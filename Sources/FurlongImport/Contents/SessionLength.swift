import FurlongForms
import FurlongStudy

/// How long the session of a row lasts, as its export says.
struct SessionLength {
  private enum Source {
    case column(CellColumn)
    case times(starts: CellColumn, ends: CellColumn)
    case each(Int)
  }

  private let source: Source

  init(_ hours: AttendanceMapping.Hours, rules: CellRules) {
    source =
      switch hours {
      case .column(let column): .column(rules.column(column))
      case .times(let starts, let ends):
        .times(starts: rules.column(starts), ends: rules.column(ends))
      case .each(let minutes): .each(minutes)
      }
  }

  /// In whole minutes; nil where a cell is blank.
  func minutes(_ cells: RowCells) throws(RowRefusal) -> Int? {
    switch source {
    case .each(let minutes): return minutes
    case .column(let column):
      guard let hours = try cells.number(column) else { return nil }
      if let minutes = Self.minutes(ofHours: hours) { return minutes }
      throw refusal(column.name, "A session lasts more than 0 and up to 24 hours.")
    case .times(let starts, let ends):
      guard let from = try time(starts, cells), let to = try time(ends, cells) else { return nil }
      if from < to { return to - from }
      throw refusal(ends.name, "The session ends no later than it starts.")
    }
  }

  /// Whole minutes of a number of hours; nil where no session lasts so long.
  static func minutes(ofHours hours: Double) -> Int? {
    guard hours > 0, hours <= 24 else { return nil }
    let minutes = Int((hours * 60).rounded())
    return minutes > 0 ? minutes : nil
  }

  private func time(_ column: CellColumn, _ cells: RowCells) throws(RowRefusal) -> Int? {
    guard let text = cells.value(column) else { return nil }
    if let minute = TimeOfDay.minute(of: text) { return minute }
    throw refusal(column.name, "The value is no time of day such as 14:30 or 2.30 pm.")
  }

  private func refusal(_ column: String, _ message: String) -> RowRefusal {
    RowRefusal(
      .notANumber, column, message, fix: "Correct it where it was exported from.")
  }
}
