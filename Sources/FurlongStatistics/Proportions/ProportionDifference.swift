import Foundation
import FurlongNumerics

/// How far the proportions of two groups of different people lie apart.
public struct ProportionDifference: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The group named first minus, and over, the other.
  ///
  /// ```
  /// difference: d − √((p₁ − l₁)² + (u₂ − p₂)²),  d + √((u₁ − p₁)² + (p₂ − l₂)²)    l, u: Wilson's limits
  /// ratio:      exp(log(p₁/p₂) ± z √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))
  /// odds ratio: exp(log OR ± z √(1/x₁ + 1/(n₁ − x₁) + 1/x₂ + 1/(n₂ − x₂)))
  /// ```
  ///
  /// Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10; Katz
  /// 1978; Woolf 1955. Agrees with R 4.2.2.
  ///
  /// - Parameters:
  ///   - count: to how many of the group it applies.
  ///   - total: the size of the group, at least 1.
  ///   - otherCount: to how many of the other group it applies.
  ///   - otherTotal: the size of the other group, at least 1.
  /// - Returns: the difference always; a ratio only where nothing is divided by 0.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func compare(
    _ count: Int, of total: Int, to otherCount: Int, of otherTotal: Int
  ) throws(StatisticsError) -> ProportionComparison {
    let wilson = WilsonInterval(confidence: confidence)
    let first = try wilson.proportion(count, of: total)
    let second = try wilson.proportion(otherCount, of: otherTotal)
    let gap = first.estimate - second.estimate
    let below = hypot(
      first.estimate - first.interval.low, second.interval.high - second.estimate)
    let above = hypot(
      first.interval.high - first.estimate, second.estimate - second.interval.low)
    let level = confidence
    let z = try numerically { () throws(NumericsError) in
      try -NormalDistribution().quantile((1 - level) / 2)
    }
    let (x1, n1) = (Double(count), Double(total))
    let (x2, n2) = (Double(otherCount), Double(otherTotal))
    func around(_ estimate: Double, _ variance: Double) -> RatioEstimate? {
      guard estimate > 0, estimate.isFinite, variance.isFinite else { return nil }
      let factor = exp(z * variance.squareRoot())
      return RatioEstimate(
        estimate: estimate,
        interval: ConfidenceInterval(
          low: estimate / factor, high: estimate * factor, level: level))
    }
    return ProportionComparison(
      first: first, second: second, difference: gap,
      interval: ConfidenceInterval(
        low: max(-1, gap - below), high: min(1, gap + above), level: level),
      ratio: around(first.estimate / second.estimate, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2),
      oddsRatio: around(
        x1 * (n2 - x2) / (x2 * (n1 - x1)), 1 / x1 + 1 / (n1 - x1) + 1 / x2 + 1 / (n2 - x2)))
  }
}

/// A ratio with its interval.
public struct RatioEstimate: Codable, Equatable, Sendable {
  /// The ratio.
  public let estimate: Double
  /// Its interval.
  public let interval: ConfidenceInterval
}

/// Two proportions side by side.
public struct ProportionComparison: Codable, Equatable, Sendable {
  /// The proportion of the group named first.
  public let first: Proportion
  /// The proportion of the other group.
  public let second: Proportion
  /// The first minus the other.
  public let difference: Double
  /// Newcombe's interval of the difference.
  public let interval: ConfidenceInterval
  /// The first over the other, or nil where one of them is 0.
  public let ratio: RatioEstimate?
  /// The odds of the first over those of the other, or nil where a cell is empty.
  public let oddsRatio: RatioEstimate?

  /// How many people it takes for one more (or, below 0, one fewer), or nil without a difference.
  ///
  /// Its interval is 1 over that of the difference, and in two pieces where that has both signs.
  public var numberNeeded: Double? { difference == 0 ? nil : 1 / difference }
}
