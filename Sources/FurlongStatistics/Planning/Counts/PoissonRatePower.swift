import Foundation
import FurlongNumerics

/// How much time two groups must be watched for a difference of their rates to show, if events are independent.
///
/// ```
/// exact   Σ P(m events in all) P(the split of m has p ≤ α),  m Poisson, the split binomial
/// wald    Φ(|log R| / SE − z) + Φ(−|log R| / SE − z),        SE² = 1/(λ₁t₁) + 1/(λ₂t₂)
/// ```
///
/// Exact is the power of ``PoissonRate``'s central test, by enumeration. Events of the same person are *not* independent,
/// so that this needs too little time wherever some people have many: see ``PersonRatePower``.
/// Wald agrees with statsmodels' `power_poisson_ratio_2indep`.
public struct PoissonRatePower: Equatable, Sendable {
  /// Of which test the power is.
  public enum Method: String, Codable, CaseIterable, Sendable {
    /// Of the exact central test, by enumeration.
    case exact
    /// Of the normal test of the logarithm of the ratio.
    case wald
  }

  /// The level of the two-sided test, strictly between 0 and 1.
  public var significance: Double
  /// Of which test.
  public var method: Method

  /// Chooses the level and the test.
  public init(significance: Double = 0.05, method: Method = .exact) {
    self.significance = significance
    self.method = method
  }

  /// The probability that the two rates show a difference.
  ///
  /// - Parameters:
  ///   - rate: events in a unit of time, above 0.
  ///   - time: watched in that group, above 0.
  ///   - other: the other group's events in a unit of time, above 0.
  ///   - otherTime: watched in the other group, above 0.
  /// - Throws: `outsideRange`, `numerics`.
  public func power(
    rate: Double, in time: Double, to other: Double, in otherTime: Double
  ) throws(StatisticsError) -> Double {
    try requireSignificance(significance)
    try requirePositive(rate, "rate")
    try requirePositive(time, "time")
    try requirePositive(other, "rate")
    try requirePositive(otherTime, "time")
    let tail = significance / 2
    let (first, second) = (rate * time, other * otherTime)
    let share = time / (time + otherTime)
    let method = method
    if method == .exact && !(first + second <= Self.mostEvents) {
      throw .outsideRange(
        what: "number of events expected", value: first + second,
        expected: "at most \(Self.mostEvents) to be gone through: use the Wald test")
    }
    return try numerically { () throws(NumericsError) in
      switch method {
      case .exact: try Self.enumerated(first, second, share: share, tail: tail)
      case .wald:
        try Self.normal(abs(log(rate / other)) / (1 / first + 1 / second).squareRoot(), tail)
      }
    }
  }

  /// The shortest time for which the first group must be watched.
  ///
  /// - Parameters:
  ///   - rate: events in a unit of time, above 0.
  ///   - other: the other group's, above 0 and not the same.
  ///   - power: strictly between the level of the test and 1.
  ///   - otherTimes: the other group's time over the first's, above 0.
  /// - Returns: the first group's time; the other's is `otherTimes` as long.
  /// - Throws: `outsideRange`, `numerics`.
  public func time(
    rate: Double, to other: Double, power: Double = 0.8, otherTimes: Double = 1
  ) throws(StatisticsError) -> Double {
    try requireSignificance(significance)
    try requirePower(power, significance: significance)
    try requirePositive(rate, "rate")
    try requirePositive(other, "rate")
    try requirePositive(otherTimes, "ratio of times")
    try requireDifference(log(rate / other), "logarithm of the planned ratio of rates")
    func lack(_ time: Double) throws(StatisticsError) -> Double {
      try self.power(rate: rate, in: time, to: other, in: time * otherTimes) - power
    }
    // A time in which a tenth of an event is expected shows nothing.
    let low = 0.1 / (rate + other * otherTimes)
    var high = 2 * low
    while try lack(high) < 0 {
      high *= 2
      if high * rate > 1e9 {
        throw .outsideRange(
          what: "planned ratio of rates", value: rate / other,
          expected: "such that fewer than 1e9 events are enough")
      }
    }
    return try Crossing().between(low, and: high, of: lack)
  }

  /// The shortest time for which the interval of the ratio reaches no further than from RR / factor to RR · factor.
  ///
  /// ```
  /// z √(1/events + 1/other events) ≤ log factor
  /// ```
  ///
  /// By expected events and the normal approximation, whatever the ``method``.
  ///
  /// - Parameters:
  ///   - factor: above 1, such as 1.25.
  ///   - rate: events in a unit of time, above 0.
  ///   - other: the other group's, above 0.
  ///   - otherTimes: the other group's time over the first's, above 0.
  ///   - confidence: of the interval, strictly between 0 and 1.
  /// - Returns: the first group's time; the other's is `otherTimes` as long.
  /// - Throws: `outsideRange`, `numerics`.
  public func time(
    within factor: Double, rate: Double, to other: Double, otherTimes: Double = 1,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> Double {
    try requirePositive(rate, "rate")
    try requirePositive(other, "rate")
    try requirePositive(otherTimes, "ratio of times")
    let width = try normalQuantile(confidence: confidence) / LogRatioSpread.reach(of: factor)
    return width * width * (1 / rate + 1 / (other * otherTimes))
  }

  /// The ratio below 1 to which the first group's rate must fall for these times to show it.
  ///
  /// - Parameters:
  ///   - time: watched in the first group, above 0.
  ///   - other: the other group's events in a unit of time, above 0.
  ///   - otherTime: watched in the other group, above 0.
  ///   - power: strictly between the level of the test and 1.
  /// - Returns: the ratio of rates, or nil where even no events at all would not show.
  /// - Throws: `outsideRange`, `numerics`.
  public func ratio(
    visibleIn time: Double, to other: Double, in otherTime: Double, power: Double = 0.8
  ) throws(StatisticsError) -> Double? {
    try requireSignificance(significance)
    try requirePower(power, significance: significance)
    func lack(_ logarithm: Double) throws(StatisticsError) -> Double {
      try self.power(rate: other * exp(logarithm), in: time, to: other, in: otherTime) - power
    }
    // Outward in small steps: with almost no events left the normal test sees nothing again.
    var near = 0.0
    var far = -0.01
    while try lack(far) < 0 {
      if far < -30 { return nil }
      near = far
      far *= 1.1
    }
    return try exp(Crossing().between(far, and: near, of: lack))
  }

  /// Of so many events one can go through all counts that may come.
  private static let mostEvents = 4e9

  static func normal(_ standardised: Double, _ tail: Double) throws(NumericsError) -> Double {
    let normal = NormalDistribution()
    let z = try -normal.quantile(tail)
    return try normal.lowerTail(standardised - z) + normal.lowerTail(-standardised - z)
  }

  private static func enumerated(
    _ mean: Double, _ otherMean: Double, share: Double, tail: Double
  ) throws(NumericsError) -> Double {
    let all = try PoissonDistribution(mean: mean + otherMean)
    let reach = 12 * (mean + otherMean).squareRoot() + 30
    let first = max(1, Int(mean + otherMean - reach))
    let last = Int(mean + otherMean + reach)
    let truth = mean / (mean + otherMean)
    // Seen are up to `few` of the first group's events, and from `many` on; both rise with the number in all.
    let start = try BinomialDistribution(trials: first, success: share)
    var few = try max(-1, start.quantile(tail) - 3)
    var many = try max(0, start.quantile(1 - tail) - 3)
    var power = 0.0
    for count in first...last {
      let chance = try BinomialDistribution(trials: count, success: share)
      while few + 1 <= count, try chance.lowerTail(few + 1) <= tail { few += 1 }
      while many <= count, try chance.upperTail(many - 1) > tail { many += 1 }
      let split = try BinomialDistribution(trials: count, success: truth)
      power +=
        try all.probability(count) * (split.lowerTail(few) + split.upperTail(many - 1))
    }
    return min(1, power)
  }
}
