import FurlongStudy

/// Reads the day in a cell, in the order that the mapping says.
///
/// Read are `31/05/2024`, `31.5.2024`, `31-May-2024`, `Fri 31 May 2024`, and `2024-05-31` in any order; a time of day
/// behind it is passed over. Where the year comes first, `20240531` is read too, as data sets of the NHS write it. Years of two digits and a spreadsheet's numbers of days are read where the mapping says how.
struct DateText {
  enum Fault: Error, Equatable {
    case notADate
    case otherOrder
    case shortYear
    case serial
  }

  let order: ExportFormat.DateOrder
  /// The first year that two digits can mean; nil = two digits are no year.
  var shortYearsFrom: Int?
  /// How numbers in place of dates count days; nil = they are no dates.
  var dayNumbers: ExportFormat.DayNumbers?

  func day(_ text: String) throws(Fault) -> CalendarDay {
    var parts = Self.parts(text)
    if parts.count > 3, let first = parts.first, Self.isWeekday(first) { parts.removeFirst() }
    if order == .yearMonthDay, let day = Self.compactDay(text) { return day }
    if let number = Self.dayNumber(text) {
      guard let dayNumbers else { throw .serial }
      guard let day = dayNumbers.day(number) else { throw .notADate }
      return day
    }
    // A clock behind the date has a colon in it.
    if parts.count > 3 { parts = parts[3].contains(":") ? Array(parts.prefix(3)) : [] }
    guard parts.count == 3 else { throw .notADate }
    if parts[0].count == 4 { return try day(parts[0], parts[1], parts[2]) }
    if order != .yearMonthDay, parts[2].count == 2, Self.number(parts[2]) != nil,
      parts[0].count <= 2
    {
      guard let from = shortYearsFrom, let two = Self.number(parts[2]) else { throw .shortYear }
      let year = from + (two - from % 100 + 100) % 100
      parts[2] = Substring(String(year))
    }
    guard parts[2].count == 4 else { throw .notADate }
    switch order {
    case .dayMonthYear:
      return try day(parts[2], parts[1], parts[0], else: (parts[0], parts[1]))
    case .monthDayYear:
      return try day(parts[2], parts[0], parts[1], else: (parts[1], parts[0]))
    case .yearMonthDay: throw .otherOrder
    }
  }

  private func day(
    _ year: Substring, _ month: Substring, _ day: Substring,
    else swapped: (month: Substring, day: Substring)? = nil
  ) throws(Fault) -> CalendarDay {
    if let found = Self.calendarDay(year, month, day) { return found }
    if let swapped, Self.calendarDay(year, swapped.month, swapped.day) != nil { throw .otherOrder }
    throw .notADate
  }

  private static func calendarDay(
    _ year: Substring, _ month: Substring, _ day: Substring
  ) -> CalendarDay? {
    guard let year = number(year), let day = number(day), let month = number(month) ?? named(month)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Parts at `/`, `.`, `-`, blanks, commas and the `T` before a time of day.
  private static func parts(_ text: String) -> [Substring] {
    guard text.utf8.count <= 40 else { return [] }
    var text = text[...]
    // 2024-05-31T10:00:00, but not the T of October.
    if let mark = text.firstIndex(of: "T"), mark > text.startIndex, text[mark...].contains(":"),
      text[text.index(before: mark)].isNumber
    {
      text = text[..<mark] + " 00:00"
    }
    var parts = text.split {
      $0 == "/" || $0 == "." || $0 == "-" || $0 == "," || $0.isWhitespace
    }
    // 29/09/2011 14:53:28.000 PM: what follows the clock is its own.
    if parts.count > 4, parts[3].contains(":") { parts.removeSubrange(4...) }
    return parts
  }

  /// The day in eight digits, `20240531`; nil where the text is none, or its year is none of these times.
  private static func compactDay(_ text: String) -> CalendarDay? {
    guard text.utf8.count == 8, let number = number(text[...]),
      (1900...2100).contains(number / 10_000)
    else { return nil }
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The whole days of a spreadsheet's number for a day, `45432` or `45432.5`; nil where the text is none.
  static func dayNumber(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count == 5 else { return nil }
    return parts.allSatisfy { number($0) != nil } ? number(parts[0]) : nil
  }

  /// The day and the month of a text without a year, such as `24/09`, `8 Oct` or `Tue 14 Jan`.
  func dayAndMonth(_ text: String) -> (day: Int, month: Int)? {
    var parts = Self.parts(text)
    if parts.count > 2, let first = parts.first, Self.isWeekday(first) { parts.removeFirst() }
    guard parts.count == 2 else { return nil }
    if order == .monthDayYear || Self.named(parts[0]) != nil { parts.reverse() }
    guard let day = Self.number(parts[0]), parts[0].count <= 2,
      let month = Self.number(parts[1]) ?? Self.named(parts[1]),
      // 2024 is a leap year: 29 February is a day of some year.
      CalendarDay(year: 2024, month: month, day: day) != nil
    else { return nil }
    return (day, month)
  }

  private static func isWeekday(_ text: Substring) -> Bool {
    let word = text.lowercased()
    return word.count > 1
      && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .contains { $0.hasPrefix(word) || (word.hasSuffix("s") && $0.hasPrefix(word.dropLast())) }
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func named(_ text: Substring) -> Int? {
    let word = text.lowercased()
    guard word.count >= 3 else { return nil }
    let found = months.firstIndex {
      $0 == word || ($0.prefix(3) == word) || (word == "sept" && $0 == "september")
    }
    return found.map { $0 + 1 }
  }
}
