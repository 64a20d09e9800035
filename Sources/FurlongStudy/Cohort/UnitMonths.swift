/// One count of one unit, month by month, as the exports have it.
public struct UnitMonths: Codable, Sendable, Equatable {
  /// One calendar month.
  public struct Month: Codable, Sendable, Equatable {
    /// Its first day.
    public var first: CalendarDay
    /// What happened in it.
    public var count: Int
    /// Over what it is counted, such as bed days; 0 where there were none.
    public var over: Double

    /// A month.
    public init(first: CalendarDay, count: Int, over: Double) {
      self.first = first
      self.count = count
      self.over = over
    }
  }

  /// The count's id.
  public var count: String
  /// The unit, as the plan writes it; as the first export does where the plan does not name it.
  public var unit: String
  /// The months that the data cover whole, earliest first.
  public var months: [Month]

  /// A unit's months.
  public init(count: String, unit: String, months: [Month]) {
    self.count = count
    self.unit = unit
    self.months = months
  }
}
