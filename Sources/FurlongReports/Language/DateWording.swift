import FurlongStudy

/// Prints days: whole, or their years where a report is for everybody.
struct DayWording: Sendable {
  var yearsOnly: Bool

  /// The day as people write it: `12 September 2024`, or `2024`.
  func words(_ day: CalendarDay) -> String {
    yearsOnly ? String(day.date.year) : day.words
  }

  /// `on 12 September 2024`, or `in 2024`.
  func when(_ day: CalendarDay) -> String {
    yearsOnly ? "in \(words(day))" : "on \(words(day))"
  }
}

extension CalendarDay {
  /// The day as people write it: `12 September 2024`.
  var words: String { "\(date.day) \(monthWords)" }

  /// The day's month: `September 2024`.
  var monthWords: String { "\(monthName) \(date.year)" }

  /// The day's month for an axis: `Sep 2024`.
  var shortMonthWords: String { "\(monthName.prefix(3)) \(date.year)" }

  /// The name of the day's month: `September`.
  var monthName: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return months[date.month - 1]
  }
}
