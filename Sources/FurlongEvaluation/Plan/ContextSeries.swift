public import FurlongStudy

/// What somebody else publishes of an event, month by month, such as a national series: it stands beside, and nothing is
/// subtracted from anything.
public struct ContextSeries: Codable, Sendable, Equatable {
  /// A month of the calendar.
  public struct Month: Codable, Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Whole months from the January of year 0.
    public let index: Int

    /// The month so many whole months from the January of year 0.
    public init(index: Int) { self.index = index }

    /// The month that holds a day.
    public init(of day: CalendarDay) {
      let (year, month, _) = day.date
      index = year * 12 + month - 1
    }

    /// The month written as `2024-03`, of the years 1900 to 2100; nil where the text is no such month.
    public init?(_ text: String) {
      guard text.count == 7, let day = CalendarDay(iso: text + "-01"),
        (1900...2100).contains(day.date.year)
      else { return nil }
      self.init(of: day)
    }

    /// The next month.
    public var next: Month { Month(index: index + 1) }

    /// Its first day.
    public var firstDay: CalendarDay {
      CalendarDay(number: 0).adding(months: index - 1970 * 12)
    }

    /// The month as `2024-03`.
    public var description: String { String(firstDay.description.prefix(7)) }

    /// Earlier comes first.
    public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
  }

  /// Its id in results.
  public var id: String
  /// The event beside which it stands, or the count of units.
  public var event: String
  /// What it counts and over what, in the plan's words: `contacts for each 100 people on the caseload, England`.
  public var what: String
  /// Who publishes it, and when it was read.
  public var source: String
  /// The first month.
  public var from: Month
  /// The numbers as they are published, a month each from the first on.
  public var values: [Double]

  /// A series.
  public init(
    id: String, event: String, what: String, source: String, from: Month, values: [Double]
  ) {
    self.id = id
    self.event = event
    self.what = what
    self.source = source
    self.from = from
    self.values = values
  }
}
