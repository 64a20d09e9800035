/// A day of the Gregorian calendar, without clock or time zone.
///
/// Kept as whole days from 1970-01-01, so that differences are exact.
public struct CalendarDay: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// Whole days from 1970-01-01; negative before it.
  public let number: Int

  /// The day that lies so many days from 1970-01-01.
  public init(number: Int) { self.number = number }

  /// The day of a date, or nil where the calendar has no such date (31 June, 29 February 2023).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
  }

  /// The day written as `2021-09-01`, or nil where the text is no such date.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day of the month (from 1).
  public var date: (year: Int, month: Int, day: Int) {
    // Days to a civil date, counted in eras of 400 years that begin on 1 March.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The date as `2021-09-01`.
  public var description: String {
    let (year, month, day) = date
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The first day of its year.
  public var firstOfYear: CalendarDay {
    CalendarDay(number: Self.number(year: date.year, month: 1, day: 1))
  }

  /// The day so many days later, or earlier where negative.
  public func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

  /// The same day of the month so many calendar months later; the month's last day where it is shorter.
  public func adding(months: Int) -> CalendarDay {
    let (year, month, day) = date
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let last = Self.length(ofMonth: newMonth, year: newYear)
    return CalendarDay(
      number: Self.number(year: newYear, month: newMonth, day: min(day, last)))
  }

  /// Whole years from this day to a later one: an age on that day.
  public func years(to later: CalendarDay) -> Int {
    let start = date
    let end = later.date
    let birthdayReached = (end.month, end.day) >= (start.month, start.day)
    return end.year - start.year - (birthdayReached ? 0 : 1)
  }

  /// Earlier comes first.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  /// Reads a date written as `2021-09-01`.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = CalendarDay(iso: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a date"))
    }
    self = day
  }

  /// Writes the date as `2021-09-01`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
