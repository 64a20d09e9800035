import FurlongStudy
import FurlongTables

/// What the cells of a column of dates show together.
struct DateColumn {
  /// So few dates may lie early in their months by chance: of eight, in one column of 1,500.
  private static let fewest = 8

  private let column: String
  private let dates: DateText
  /// Dates that are another day in the other order.
  private var undecided = 0
  private var isDecided = false
  /// Dates of any kind.
  private var read = 0
  private var numbers = RowWords()
  private var shortYears = RowWords()
  /// Times of day, and those an hour before midnight.
  private var times = 0
  private var midnights = 0
  private var beforeMidnight = RowWords()

  init(_ column: String, _ rules: CellRules) {
    self.column = column
    dates = rules.dates
    guard let place = rules.places[column] else { return }
    let other: DateText? =
      switch dates.order {
      case .dayMonthYear: DateText(order: .monthDayYear, shortYearsFrom: dates.shortYearsFrom)
      case .monthDayYear: DateText(order: .dayMonthYear, shortYearsFrom: dates.shortYearsFrom)
      case .yearMonthDay: nil
      }
    for row in 0..<rules.table.rowCount where !rules.table.isBlank(row: row, column: place) {
      look(rules.table.text(row: row, column: place), rules.table.sourceRow(row), other)
    }
  }

  private mutating func look(_ text: String, _ row: Int, _ other: DateText?) {
    if dates.dayNumbers != nil, DateText.dayNumber(text) != nil {
      read += 1
      numbers.add(row)
      return
    }
    if text.utf8.contains(58) { lookAtClock(text, row) }
    // Most columns have a day above 12 near their top; then the rest need not be read twice.
    guard !isDecided || dates.shortYearsFrom != nil || dates.dayNumbers != nil else { return }
    guard let day = try? dates.day(text) else { return }
    read += 1
    if dates.hasShortYear(text) { shortYears.add(row) }
    guard let other, !isDecided else { return }
    switch try? other.day(text) {
    case nil: isDecided = true
    case day?: break
    case _?: undecided += 1
    }
  }

  private mutating func lookAtClock(_ text: String, _ row: Int) {
    let parts = text.split { $0 == "T" || $0.isWhitespace }
    guard let clock = parts.first(where: { $0.contains(":") }) else { return }
    times += 1
    if clock.hasPrefix("23:00") {
      beforeMidnight.add(row)
    } else if clock.hasPrefix("00:00") {
      midnights += 1
    }
  }

  func problems(_ look: ColumnLook) -> [Problem] {
    var problems: [Problem] = []
    let order = dates.order.rawValue
    if !isDecided, undecided >= Self.fewest {
      problems.append(
        look.problem(
          .note, .undecidedOrder, column,
          "No day in this column is above 12, so nothing but the mapping says that the order is \(order): "
            + "\(undecided) dates would be other days in another order.",
          fix: "Make sure of the order where it was exported from."))
    }
    if numbers.count > 0 {
      problems.append(
        look.problem(
          numbers.count < read ? .warning : .note, .serialDate, column,
          ColumnLook.count(numbers.count, "day is a number", "days are numbers")
            + ", as spreadsheets count days, and read as the mapping says (\(numbers.words)).",
          fix: "Look whether they are days; then nothing need be done."))
    }
    if shortYears.count > 0, let from = dates.shortYearsFrom {
      problems.append(
        look.problem(
          .warning, .shortYear, column,
          ColumnLook.count(
            shortYears.count, "year has two digits and was", "years have two digits and were")
            + " read as one of \(from) to \(from + 99), as the mapping says (\(shortYears.words)).",
          fix: "Export them with four digits where that can be done."))
    }
    if beforeMidnight.count > 2, beforeMidnight.count * 2 > times,
      beforeMidnight.count + midnights == times
    {
      problems.append(
        look.problem(
          .warning, .hourBeforeMidnight, column,
          "\(beforeMidnight.count) of \(times) times of day are 23:00 and the others are midnight: in summer that is "
            + "midnight in Britain written in UTC, and then these days are one too early.",
          fix: "Export the days without a time of day, or in British time."))
    }
    return problems
  }
}

extension DateText {
  /// Whether a date that can be read has a year of two digits.
  fileprivate func hasShortYear(_ text: String) -> Bool {
    guard shortYearsFrom != nil else { return false }
    var strict = self
    strict.shortYearsFrom = nil
    do {
      _ = try strict.day(text)
      return false
    } catch { return error == .shortYear }
  }
}
