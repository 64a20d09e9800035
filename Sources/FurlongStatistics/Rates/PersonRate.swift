/// How often something happens in a time, over persons who differ in how often it does.
public struct PersonRate: Equatable, Sendable {
  /// How persons are drawn.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The rate of all events to all time.
  ///
  /// ```
  /// rate = Σ events / Σ time
  /// ```
  ///
  /// Intervals by drawing persons, not events: one person's events hang together.
  ///
  /// - Parameter period: events and time of at least two persons; their order does not matter.
  /// - Throws: `unequalLengths`, `notFinite`, `outsideRange`, `tooFew`, `overflow`.
  public func rate(of period: PersonEvents) throws(StatisticsError) -> EventRate {
    let rows = zip(period.events, period.time).map { SIMD2($0, $1) }
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let sorted = PersonEvents(events: rows.map(\.x), time: rows.map(\.y))
    _ = try period.totals("in the period")
    let totals = try sorted.totals("in the period")
    let estimate = try sorted.events.withUnsafeBufferPointer {
      (events) throws(StatisticsError) in
      try sorted.time.withUnsafeBufferPointer { (time) throws(StatisticsError) in
        try bootstrap.estimate(of: events.count) { indices in
          var sum = 0.0
          var span = 0.0
          for index in indices {
            sum += events[index]
            span += time[index]
          }
          return span > 0 ? sum / span : nil
        }
      }
    }
    return EventRate(
      persons: period.events.count, events: totals.events, time: totals.time, rate: estimate)
  }
}

/// How often something happened in a time.
public struct EventRate: Codable, Equatable, Sendable {
  /// How many persons were watched.
  public let persons: Int
  /// All their events.
  public let events: Double
  /// All their time, in the unit that was given.
  public let time: Double
  /// Events for each unit of time, with intervals.
  public let rate: BootstrapEstimate
}
