import FurlongStudy

/// What the cells of a column of dates show together.
struct DateColumn {
  /// So few dates may lie early in their months by chance: of eight, in one column of 1,500.
  private static let fewest = 8

  private let column: CellColumn
  private let dates: DateText
  private let other: DateText?
  private let sights = CellMemo<Sight>()
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

  /// What one cell shows.
  private struct Sight {
    enum Clock { case none, midnight, beforeMidnight, other }
    enum Order { case none, onlyThis, either, anotherDay }
    var clock = Clock.none
    var order = Order.none
    var isNumber = false
    var isRead = false
    var hasShortYear = false
  }

  init(_ column: CellColumn, _ rules: CellRules) {
    self.column = column
    dates = rules.dates
    other =
      switch dates.order {
      case .dayMonthYear: DateText(order: .monthDayYear, shortYearsFrom: dates.shortYearsFrom)
      case .monthDayYear: DateText(order: .dayMonthYear, shortYearsFrom: dates.shortYearsFrom)
      case .yearMonthDay: nil
      }
  }

  /// Looks at the cell of a row.
  mutating func add(_ cells: RowCells) {
    let cell = cells.bytes(column)
    if cell.isEmpty { return }
    // Most columns have a day above 12 near their top; then only a clock tells more.
    let needsRead = !isDecided || dates.shortYearsFrom != nil || dates.dayNumbers != nil
    guard needsRead || cell.contains(UInt8(ascii: ":")) else { return }
    let sight = sights.value(of: cell) { () throws(Never) -> Sight in
      look(String(decoding: cell, as: UTF8.self))
    }
    if sight.isRead { read += 1 }
    if sight.isNumber { numbers.add(cells.sourceRow) }
    if sight.hasShortYear { shortYears.add(cells.sourceRow) }
    switch sight.clock {
    case .none: break
    case .midnight: midnights += 1
    case .beforeMidnight: beforeMidnight.add(cells.sourceRow)
    case .other: break
    }
    if sight.clock != .none { times += 1 }
    switch sight.order {
    case .none, .either: break
    case .onlyThis: isDecided = true
    case .anotherDay: if !isDecided { undecided += 1 }
    }
  }

  private func look(_ text: String) -> Sight {
    var sight = Sight()
    if dates.dayNumbers != nil, DateText.dayNumber(text) != nil {
      sight.isRead = true
      sight.isNumber = true
      return sight
    }
    sight.clock = Self.clock(text)
    guard let day = try? dates.day(text) else { return sight }
    sight.isRead = true
    sight.hasShortYear = dates.hasShortYear(text)
    guard let other else { return sight }
    switch try? other.day(text) {
    case nil: sight.order = .onlyThis
    case day?: sight.order = .either
    case _?: sight.order = .anotherDay
    }
    return sight
  }

  private static func clock(_ text: String) -> Sight.Clock {
    guard text.utf8.contains(58) else { return .none }
    let parts = text.split { $0 == "T" || $0.isWhitespace }
    guard let clock = parts.first(where: { $0.contains(":") }) else { return .none }
    return clock.hasPrefix("23:00")
      ? .beforeMidnight : clock.hasPrefix("00:00") ? .midnight : .other
  }

  func problems(_ look: ColumnLook) -> [Problem] {
    var problems: [Problem] = []
    let order = dates.order.rawValue
    if !isDecided, undecided >= Self.fewest {
      problems.append(
        look.problem(
          .note, .undecidedOrder, column.name,
          "No day in this column is above 12, so nothing but the mapping says that the order is \(order): "
            + "\(undecided) dates would be other days in another order.",
          fix: "Make sure of the order where it was exported from."))
    }
    if numbers.count > 0 {
      problems.append(
        look.problem(
          numbers.count < read ? .warning : .note, .serialDate, column.name,
          ColumnLook.count(numbers.count, "day is a number", "days are numbers")
            + ", as spreadsheets count days, and read as the mapping says (\(numbers.words)).",
          fix: "Look whether they are days; then nothing need be done."))
    }
    if shortYears.count > 0, let from = dates.shortYearsFrom {
      problems.append(
        look.problem(
          .warning, .shortYear, column.name,
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
          .warning, .hourBeforeMidnight, column.name,
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
