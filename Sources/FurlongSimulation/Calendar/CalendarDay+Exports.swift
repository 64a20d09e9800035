public import FurlongStudy

extension CalendarDay {
  /// The day that has these numbers; a day past the month's end runs on into the next month.
  ///
  /// - Precondition: the year lies from 1 to 9999 and the month from 1 to 12.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    guard let first = CalendarDay(year: year, month: month, day: 1) else {
      preconditionFailure("no month \(month) of the year \(year)")
    }
    self = first.adding(days: day - 1)
  }

  /// Day, month and year as British exports write them: `07/03/2024`.
  public var dayMonthYear: String {
    let (year, month, day) = date
    return (day < 10 ? "0" : "") + "\(day)/" + (month < 10 ? "0" : "") + "\(month)/\(year)"
  }

  /// The day that lies so many days later.
  public static func + (day: CalendarDay, days: Int) -> CalendarDay { day.adding(days: days) }

  /// How many days lie between two days.
  public static func - (later: CalendarDay, earlier: CalendarDay) -> Int {
    later.number - earlier.number
  }
}
