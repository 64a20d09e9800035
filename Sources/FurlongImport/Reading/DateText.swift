import FurlongStudy

/// Reads the day in a cell, in the order that the mapping says.
///
/// Read are `31/05/2024`, `31.5.2024`, `31-May-2024`, `31 May 2024`, and `2024-05-31` in any order; a time of day
/// behind it is passed over.
struct DateText {
  enum Fault: Error, Equatable {
    case notADate
    case otherOrder
    case shortYear
    case serial
  }

  let order: ExportFormat.DateOrder

  func day(_ text: String) throws(Fault) -> CalendarDay {
    var parts = Self.parts(text)
    if parts.count == 1, parts[0].allSatisfy(\.isNumber), parts[0].count == 5 {
      throw .serial
    }
    // A clock behind the date has a colon in it.
    if parts.count > 3 { parts = parts[3].contains(":") ? Array(parts.prefix(3)) : [] }
    guard parts.count == 3 else { throw .notADate }
    if parts[0].count == 4 { return try day(parts[0], parts[1], parts[2]) }
    if order != .yearMonthDay, parts[2].count == 2, Self.number(parts[2]) != nil,
      parts[0].count <= 2
    {
      throw .shortYear
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
    // 2024-05-31T10:00:00
    if let mark = text.firstIndex(of: "T"), text[mark...].contains(":") {
      text = text[..<mark] + " 00:00"
    }
    var parts = text.split {
      $0 == "/" || $0 == "." || $0 == "-" || $0 == "," || $0.isWhitespace
    }
    // 29/09/2011 14:53:28.000 PM: what follows the clock is its own.
    if parts.count > 4, parts[3].contains(":") { parts.removeSubrange(4...) }
    return parts
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
