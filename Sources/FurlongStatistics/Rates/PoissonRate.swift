import FurlongNumerics

/// A rate of events that are independent of each other, with its exact interval.
///
/// Events of the same persons are not independent: for them see ``PersonRate`` and ``PersonRateRatio``.
public struct PoissonRate: Equatable, Sendable {
  /// How much of the count observed a tail holds.
  public enum Tails: String, Codable, CaseIterable, Sendable {
    /// All of it: coverage is never below the level.
    case exact
    /// Half of it (mid-p): narrower, and close to the level on average.
    case midP
  }

  /// Exact tails, or mid-p.
  public var tails: Tails
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the tails and the confidence of the intervals.
  public init(tails: Tails = .exact, confidence: Double = 0.95) {
    self.tails = tails
    self.confidence = confidence
  }

  /// The rate of events in a time.
  ///
  /// ```
  /// low: gamma quantile α/2 of shape x, over time     high: 1 − α/2 of shape x + 1, over time
  /// ```
  ///
  /// Garwood 1936, doi:10.1093/biomet/28.3-4.437; agrees with R 4.2.2's `poisson.test`. By mid-p the limits
  /// are where P(X > x) + ½ P(X = x), or P(X < x) + ½ P(X = x), is α/2.
  ///
  /// - Parameters:
  ///   - events: how many there were.
  ///   - time: in how much time, above 0.
  /// - Throws: `outsideRange`, `numerics`.
  public func rate(_ events: Int, in time: Double) throws(StatisticsError) -> RatioEstimate {
    try requireLevel(confidence)
    try require(events, time)
    let tail = (1 - confidence) / 2
    let x = Double(events)
    let (low, high) = try numerically { () throws(NumericsError) in
      if tails == .midP { return try midP(events, tail) }
      return (
        events == 0 ? 0 : try GammaDistribution(shape: x, scale: 1).quantile(tail),
        try GammaDistribution(shape: x + 1, scale: 1).upperQuantile(tail)
      )
    }
    try requireResult([high / time], "rate")
    return RatioEstimate(
      estimate: x / time,
      interval: ConfidenceInterval(low: low / time, high: high / time, level: confidence))
  }

  /// The rate named first over the other, of independent counts.
  ///
  /// ```
  /// P(x₁ | x₁ + x₂) is binomial with π = R t₁/(R t₁ + t₂);  limits of R from Clopper & Pearson's of π
  /// p = min(1, 2 · the smaller tail at R = 1)
  /// ```
  ///
  /// Central, as rateratio.test: interval and p always agree. `poisson.test` has the same interval, and
  /// another p, which may not.
  ///
  /// - Parameters:
  ///   - events: how many there were.
  ///   - time: in how much time, above 0.
  ///   - otherEvents: how many there were of the other.
  ///   - otherTime: in how much time, above 0.
  /// - Throws: `noEvents` where one of the counts is 0, `outsideRange`, `numerics`.
  public func ratio(
    _ events: Int, in time: Double, to otherEvents: Int, in otherTime: Double
  ) throws(StatisticsError) -> PoissonRateRatio {
    try requireLevel(confidence)
    try require(events, time)
    try require(otherEvents, otherTime)
    let both = try total(of: [events, otherEvents], "number of events")
    if min(events, otherEvents) == 0 { throw .noEvents(in: "in one of the times", persons: 0) }
    let shares = ProportionInterval(
      tails == .exact ? .clopperPearson : .midP, confidence: confidence)
    let share = try shares.proportion(events, of: both).interval
    let scale = otherTime / time
    let expected = time / (time + otherTime)
    let p = try numerically { () throws(NumericsError) in
      let binomial = try BinomialDistribution(trials: both, success: expected)
      let half = tails == .exact ? 0 : try binomial.probability(events) / 2
      let below = try binomial.lowerTail(events) - half
      return try min(1, 2 * min(below, binomial.upperTail(events - 1) - half))
    }
    try requireResult([scale, share.high / (1 - share.high) * scale, expected], "ratio of rates")
    return PoissonRateRatio(
      ratio: RatioEstimate(
        estimate: Double(events) / Double(otherEvents) * scale,
        interval: ConfidenceInterval(
          low: share.low / (1 - share.low) * scale, high: share.high / (1 - share.high) * scale,
          level: confidence)),
      p: p)
  }

  private func midP(_ events: Int, _ tail: Double) throws(NumericsError) -> (Double, Double) {
    let x = Double(events)
    let poisson = { (mean: Double) throws(NumericsError) in try PoissonDistribution(mean: mean) }
    // The exact upper limit lies above the mid-p one. At little confidence both of these lie on one side
    // of x.
    let above = try GammaDistribution(shape: x + 1, scale: 1).upperQuantile(tail)
    let low =
      events == 0
      ? 0
      : try BracketedRoot().between(1e-12, and: 2 * above + 10) { mean throws(NumericsError) in
        let at = try poisson(mean)
        return try at.upperTail(events) + at.probability(events) / 2 - tail
      }
    let high = try BracketedRoot().between(1e-12, and: above) { mean throws(NumericsError) in
      let at = try poisson(mean)
      return try at.lowerTail(events - 1) + at.probability(events) / 2 - tail
    }
    return (low, high)
  }

  private func require(_ events: Int, _ time: Double) throws(StatisticsError) {
    if events < 0 {
      throw .outsideRange(what: "number of events", value: Double(events), expected: "0 or more")
    }
    if !(time > 0 && time.isFinite) {
      throw .outsideRange(what: "time", value: time, expected: "above 0")
    }
  }
}

/// The ratio of two rates of independent events.
public struct PoissonRateRatio: Codable, Equatable, Sendable {
  /// The rate named first over the other, with its exact interval.
  public let ratio: RatioEstimate
  /// The two-sided probability, if the rates were the same: twice the smaller tail, exact or mid-p.
  public let p: Double
}
