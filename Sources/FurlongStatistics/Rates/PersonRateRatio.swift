/// Whether events became rarer or more frequent in the same persons, as a ratio of rates.
public struct PersonRateRatio: Equatable, Sendable {
  /// How persons are drawn; its confidence is that of all intervals.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn, and the confidence.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The rate after divided by the rate before.
  ///
  /// ```
  /// RR = (ΣE₁ / ΣT₁) / (ΣE₀ / ΣT₀)
  /// uᵢ = (E₁ᵢ − r₁ T₁ᵢ) / ΣE₁ − (E₀ᵢ − r₀ T₀ᵢ) / ΣE₀
  /// SE(log RR) = √(n/(n − 1) Σ uᵢ²)      interval = RR · exp(± z SE)
  /// ```
  ///
  /// The standard error is the delta method over persons, which keeps both periods of a person together
  /// and does not assume Poisson counts. BCa and percentile intervals draw persons: ``PersonDraws``.
  ///
  /// - Parameters:
  ///   - before: events and time of each person before; at least two persons.
  ///   - after: the same persons after, in the same order.
  /// - Returns: the ratio: below 1 where events became rarer. The order of persons does not matter.
  /// - Throws: `noEvents` where a period has none; `unequalLengths`, `notFinite`, `outsideRange`,
  ///   `tooFew`, `overflow`.
  public func compare(
    before: PersonEvents, after: PersonEvents
  ) throws(StatisticsError) -> RateRatio {
    try PersonDraws(bootstrap: bootstrap).draw([("before", before), ("after", after)]).ratio()
  }
}

extension DrawnPersons {
  /// The rate after divided by the rate before, as ``PersonRateRatio`` has it.
  ///
  /// - Throws: `noEvents` where a period has none; `outsideRange`, `overflow`.
  public func ratio() throws(StatisticsError) -> RateRatio {
    let (earlier, later) = (persons.totals[0], persons.totals[1])
    let found = try persons.ratio(confidence: bootstrap.confidence)
    return RateRatio(
      persons: persons.count, eventsBefore: earlier.events, timeBefore: earlier.time,
      rateBefore: earlier.rate, eventsAfter: later.events, timeAfter: later.time,
      rateAfter: later.rate, ratio: found.ratio, logStandardError: found.logStandardError,
      interval: found.interval,
      bootstrap: try estimate { totals in
        let (earlier, later) = (totals[0], totals[1])
        guard earlier.events > 0 && earlier.time > 0 && later.time > 0 else { return nil }
        return later.rate / earlier.rate
      })
  }
}

/// The rate of events after, relative to the rate before, in the same persons.
public struct RateRatio: Codable, Equatable, Sendable {
  /// How many persons were watched in both periods.
  public let persons: Int
  /// All their events before.
  public let eventsBefore: Double
  /// All their time before, in the unit that was given.
  public let timeBefore: Double
  /// Events before for each unit of time.
  public let rateBefore: Double
  /// All their events after.
  public let eventsAfter: Double
  /// All their time after, in the unit that was given.
  public let timeAfter: Double
  /// Events after for each unit of time.
  public let rateAfter: Double
  /// The rate after divided by the rate before.
  public let ratio: Double
  /// The standard error of the ratio's natural logarithm, over persons.
  public let logStandardError: Double
  /// The delta-method interval of the ratio.
  public let interval: ConfidenceInterval
  /// The ratio's intervals by drawing persons.
  public let bootstrap: BootstrapEstimate
}
