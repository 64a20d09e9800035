import Foundation

/// The events and the time of one stratum, such as an age band.
public struct RateStratum: Codable, Hashable, Sendable {
  /// How many events.
  public let events: Int
  /// In how much person-time, above 0.
  public let time: Double

  /// Makes a stratum of its events and time.
  public init(events: Int, time: Double) {
    self.events = events
    self.time = time
  }
}

/// Rates made comparable between populations that differ in age or another stratum.
public struct StandardisedRate: Equatable, Sendable {
  /// How the limits of a count of events are made.
  public enum CountLimits: String, Codable, CaseIterable, Sendable {
    /// Garwood's exact limits.
    case exact
    /// Byar's approximation, which is within 1% of them from ten events on.
    case byar
  }

  /// How the limits of the count are made.
  public var limits: CountLimits
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the limits of counts, and the confidence.
  public init(limits: CountLimits = .exact, confidence: Double = 0.95) {
    self.limits = limits
    self.confidence = confidence
  }

  /// The rate that a standard population would have with these strata's rates.
  ///
  /// ```
  /// DSR = Σ wᵢ xᵢ/tᵢ / Σ wᵢ        V = Σ wᵢ² xᵢ/tᵢ² / (Σ wᵢ)²
  /// DSR + √(V/x) (x_L − x),  DSR + √(V/x) (x_U − x)         x all events, x_L and x_U their limits
  /// ```
  ///
  /// Dobson, Kuulasmaa, Eberle & Scherer 1991, doi:10.1002/sim.4780100317; with Byar's limits (Breslow & Day
  /// 1987, p. 69) it is what Public Health England published as directly standardised rates.
  ///
  /// - Parameters:
  ///   - strata: events and time, independent of each other; at least one event in all.
  ///   - standard: the standard population of each stratum, in the same order.
  /// - Returns: the rate per unit of the strata's time.
  /// - Throws: `unequalLengths`, `tooFew`, `noEvents`, `outsideRange`, `numerics`.
  public func direct(
    _ strata: [RateStratum], standard: [Double]
  ) throws(StatisticsError) -> RatioEstimate {
    try requireLevel(confidence)
    if strata.count != standard.count { throw .unequalLengths(strata.count, standard.count) }
    try require(strata)
    for weight in standard where !(weight >= 0 && weight.isFinite) {
      throw .outsideRange(what: "standard population", value: weight, expected: "0 or more")
    }
    let total = standard.reduce(0, +)
    if !(total > 0) {
      throw .outsideRange(what: "standard population in all", value: total, expected: "above 0")
    }
    let events = try FurlongStatistics.total(of: strata.map(\.events), "number of events")
    if events == 0 { throw .noEvents(in: "in any stratum", persons: 0) }
    var rate = 0.0
    var variance = 0.0
    for (stratum, weight) in zip(strata, standard) {
      let each = weight / total / stratum.time
      rate += each * Double(stratum.events)
      variance += each * each * Double(stratum.events)
    }
    let count = try self.count(events)
    let x = Double(events)
    let unit = (variance / x).squareRoot()
    try requireResult([rate, unit, rate + unit * (count.high - x)], "standardised rate")
    return RatioEstimate(
      estimate: rate,
      interval: ConfidenceInterval(
        low: rate + unit * (count.low - x), high: rate + unit * (count.high - x),
        level: confidence))
  }

  /// The events over those expected, if each stratum had the standard's rate.
  ///
  /// ```
  /// SMR = Σ xᵢ / Σ rᵢ tᵢ       interval: the limits of Σ xᵢ over the expected
  /// ```
  ///
  /// Ratios of different populations are not comparable with each other, only each with the standard.
  ///
  /// - Parameters:
  ///   - strata: events and time.
  ///   - rates: the standard's rate of each stratum, in the same order, per unit of the strata's time.
  /// - Returns: the ratio: above 1 where there were more events than expected.
  /// - Throws: `unequalLengths`, `tooFew`, `outsideRange`, `numerics`.
  public func indirect(
    _ strata: [RateStratum], rates: [Double]
  ) throws(StatisticsError) -> RatioEstimate {
    try requireLevel(confidence)
    if strata.count != rates.count { throw .unequalLengths(strata.count, rates.count) }
    try require(strata)
    for rate in rates where !(rate >= 0 && rate.isFinite) {
      throw .outsideRange(what: "standard's rate", value: rate, expected: "0 or more")
    }
    let expected = zip(strata, rates).reduce(0) { $0 + $1.0.time * $1.1 }
    if !(expected > 0) {
      throw .outsideRange(what: "events expected", value: expected, expected: "above 0")
    }
    let events = try FurlongStatistics.total(of: strata.map(\.events), "number of events")
    let interval = try count(events).scaled(by: 1 / expected)
    try requireResult([expected, interval.low, interval.high], "standardised ratio")
    return RatioEstimate(estimate: Double(events) / expected, interval: interval)
  }

  /// The limits of a count of independent events.
  ///
  /// ```
  /// Byar: x (1 − 1/9x − z/3√x)³,  (x + 1)(1 − 1/9(x + 1) + z/3√(x + 1))³
  /// ```
  ///
  /// - Parameter events: 0 or more.
  /// - Throws: `outsideRange`, `numerics`.
  public func count(_ events: Int) throws(StatisticsError) -> ConfidenceInterval {
    let exact = try PoissonRate(confidence: confidence).rate(events, in: 1).interval
    if limits == .exact { return exact }
    let z = try normalQuantile(confidence: confidence)
    func limit(_ x: Double, _ sign: Double) -> Double {
      let root = 1 - 1 / (9 * x) + sign * z / (3 * x.squareRoot())
      return x * root * root * root
    }
    let x = Double(events)
    return ConfidenceInterval(
      low: events == 0 ? 0 : max(0, limit(x, -1)), high: limit(x + 1, 1), level: confidence)
  }

  private func require(_ strata: [RateStratum]) throws(StatisticsError) {
    if strata.isEmpty { throw .tooFew(of: "strata", count: 0, needed: 1) }
    for stratum in strata where stratum.events < 0 || !(stratum.time > 0 && stratum.time.isFinite) {
      throw .outsideRange(
        what: "events or time of a stratum", value: min(Double(stratum.events), stratum.time),
        expected: "0 or more; above 0")
    }
  }
}
