/// Days from a first to a last one, both included.
public struct DayRange: Hashable, Codable, Sendable {
  /// The first day.
  public var from: CalendarDay
  /// The last day.
  public var to: CalendarDay

  /// The days from one to another, both included.
  public init(from: CalendarDay, to: CalendarDay) {
    self.from = from
    self.to = to
  }

  /// Whether a day lies in the range.
  public func contains(_ day: CalendarDay) -> Bool { from <= day && day <= to }
}
