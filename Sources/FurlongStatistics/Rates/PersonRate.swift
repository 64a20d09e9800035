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
    try PersonDraws(bootstrap: bootstrap).draw([("in the period", period)]).rate(in: 0)
  }
}

extension DrawnPersons {
  /// The rate of all events to all time in the period before.
  ///
  /// - Throws: `notFinite` where nobody was watched.
  public func rateBefore() throws(StatisticsError) -> EventRate { try rate(in: 0) }

  /// The rate of all events to all time in the period after.
  ///
  /// - Throws: `notFinite` where nobody was watched.
  public func rateAfter() throws(StatisticsError) -> EventRate { try rate(in: 1) }

  fileprivate func rate(in period: Int) throws(StatisticsError) -> EventRate {
    let all = persons.total(alone: period)
    let estimate = try estimate(all.rate) { totals in
      totals[period].time > 0 ? totals[period].rate : nil
    }
    return EventRate(
      persons: persons.count, events: all.events, time: all.time, rate: estimate)
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
