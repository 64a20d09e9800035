import FurlongStudy

/// A calendar month as people write it: `Apr-24`, `April 2024`, `2024-04`, `04/2024`, or its first day as a workbook keeps it.
enum MonthText {
  /// The month's first day; nil where a text names no month alone.
  ///
  /// Of two digits only a year beside a month's name is one: `Apr-24` may be a day in April where days are meant.
  static func firstDay(_ text: String) -> CalendarDay? {
    let parts = text.split { "-/. '\u{2019}".contains($0) }.map(String.init)
    guard parts.count == 2 else { return nil }
    let (year, month) =
      parts[0].count == 4 && Int(parts[0]) != nil ? (parts[0], parts[1]) : (parts[1], parts[0])
    guard [2, 4].contains(year.count), let number = Int(year) else { return nil }
    if year.count == 2, Int(month) != nil { return nil }
    return try? DateText(order: .dayMonthYear).day(
      "1 \(month) \(number < 100 ? 2000 + number : number)")
  }
}
