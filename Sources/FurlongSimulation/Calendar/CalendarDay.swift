/// A day of the Gregorian calendar, without time or time zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public let number: Int

  /// Makes the day that lies so many days after 1 January 1970.
  public init(number: Int) {
    self.number = number
  }

  /// Makes the day that has these numbers; a day past the month's end runs on into the next month.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
  public init(_ year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The year, the month from 1 to 12 and the day from 1 to 31.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The same day of another month; the month's last day where that month is shorter.
  public func adding(months: Int) -> CalendarDay {
    let (year, month, day) = parts
    let place = year * 12 + month - 1 + months
    let (newYear, newMonth) = (place / 12, place % 12 + 1)
    let following = CalendarDay(newMonth == 12 ? newYear + 1 : newYear, newMonth % 12 + 1, 1)
    let length = following - CalendarDay(newYear, newMonth, 1)
    return CalendarDay(newYear, newMonth, min(day, length))
  }

  /// Day, month and year as British exports write them: `07/03/2024`.
  public var dayMonthYear: String {
    let (year, month, day) = parts
    return (day < 10 ? "0" : "") + "\(day)/" + (month < 10 ? "0" : "") + "\(month)/\(year)"
  }

  /// The day that lies so many days later.
  public static func + (day: CalendarDay, days: Int) -> CalendarDay {
    CalendarDay(number: day.number + days)
  }

  /// How many days lie between two days.
  public static func - (later: CalendarDay, earlier: CalendarDay) -> Int {
    later.number - earlier.number
  }

  /// Whether a day lies before another.
  public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
    one.number < other.number
  }
}
