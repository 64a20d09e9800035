import FurlongForms
import FurlongStudy

extension FormNode {
  /// A date written as `2021-09-01`.
  func day() throws(FormError) -> CalendarDay {
    let text = try text()
    guard let day = CalendarDay(iso: text), (1900...2100).contains(day.date.year) else {
      throw error(
        "'\(text)' is not a date of the years 1900 to 2100",
        fix: "write year-month-day, such as 2025-08-31")
    }
    return day
  }

  /// Two dates under `from` and `to`.
  func dayRange() throws(FormError) -> DayRange {
    let range = try table { table throws(FormError) in
      DayRange(
        from: try table.required("from").day(), to: try table.required("to").day())
    }
    guard range.from <= range.to else {
      throw error("'from' lies after 'to'", fix: "exchange the two dates")
    }
    return range
  }

  /// A length of time such as `12 months`, longer than nothing.
  func timeLength() throws(FormError) -> TimeLength {
    let text = try text()
    guard let length = TimeLength(text), length.amount > 0 else {
      throw error(
        "'\(text)' is not a length of time up to 20 years",
        fix: "write a length such as '8 weeks' or '12 months'")
    }
    return length
  }

  /// Refuses an id that was given before.
  func refuseTwice(_ id: String, in known: [String]) throws(FormError) {
    guard known.contains(id) else { return }
    throw error("the id '\(id)' is given twice", fix: "give each its own id")
  }
}
