import Foundation
import FurlongNumerics

/// How far the proportions of two groups of different people lie apart.
public struct ProportionDifference: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double
  /// How the interval of the difference is made.
  public var difference: DifferenceInterval
  /// How the interval of the ratio is made.
  public var ratio: RatioInterval
  /// How the odds ratio and its interval are made.
  public var odds: OddsInterval

  /// Chooses the confidence of the intervals and how each is made.
  public init(
    confidence: Double = 0.95, difference: DifferenceInterval = .newcombe,
    ratio: RatioInterval = .katz, odds: OddsInterval = .woolf
  ) {
    self.confidence = confidence
    self.difference = difference
    self.ratio = ratio
    self.odds = odds
  }

  /// The group named first minus, and over, the other.
  ///
  /// ```
  /// difference: d − √((p₁ − l₁)² + (u₂ − p₂)²),  d + √((u₁ − p₁)² + (p₂ − l₂)²)    l, u: Wilson's limits
  /// ratio:      exp(log(p₁/p₂) ± z √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))
  /// odds ratio: exp(log OR ± z √(1/x₁ + 1/(n₁ − x₁) + 1/x₂ + 1/(n₂ − x₂)))
  /// ```
  ///
  /// These are the intervals unless others are chosen: Newcombe 1998,
  /// doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10; Katz 1978; Woolf 1955.
  /// The others are with ``DifferenceInterval``, ``RatioInterval`` and ``OddsInterval``. Agrees with R 4.2.2.
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
    let z = try normalQuantile(confidence: confidence)
    let table = TwoByTwo(count, of: total, and: otherCount, of: otherTotal)
    return ProportionComparison(
      first: first, second: second, difference: first.estimate - second.estimate,
      interval: try differenceInterval(table, first, second, z),
      differenceMethod: difference, ratio: try ratioEstimate(table, z), ratioMethod: ratio,
      oddsRatio: oddsEstimate(table, z), oddsMethod: odds, test: try table.scoreTest())
  }

  private func differenceInterval(
    _ table: TwoByTwo, _ first: Proportion, _ second: Proportion, _ z: Double
  ) throws(StatisticsError) -> ConfidenceInterval {
    var centre = first.estimate - second.estimate
    var (below, above) = (0.0, 0.0)
    switch difference {
    case .newcombe:
      below = hypot(first.estimate - first.interval.low, second.interval.high - second.estimate)
      above = hypot(first.interval.high - first.estimate, second.estimate - second.interval.low)
    case .wald, .agrestiCaffo:
      let cells = difference == .wald ? table : table.adding(toCounts: 1, toTotals: 2)
      centre = cells.p1 - cells.p2
      below =
        z
        * (cells.p1 * (1 - cells.p1) / cells.n1 + cells.p2 * (1 - cells.p2) / cells.n2)
        .squareRoot()
      above = below
    case .mee, .miettinenNurminen:
      return try ScoreInterval(
        table, z: z, correction: difference == .miettinenNurminen, level: confidence
      ).difference()
    }
    return ConfidenceInterval(
      low: max(-1, centre - below), high: min(1, centre + above), level: confidence)
  }

  private func ratioEstimate(_ table: TwoByTwo, _ z: Double) throws(StatisticsError)
    -> RatioEstimate?
  {
    switch ratio {
    case .katz, .halfAdded:
      let cells = ratio == .katz ? table : table.adding(toCounts: 0.5, toTotals: 0.5)
      return around(
        cells.p1 / cells.p2, 1 / cells.x1 - 1 / cells.n1 + 1 / cells.x2 - 1 / cells.n2, z)
    case .koopman, .miettinenNurminen:
      if table.x2 == 0 { return nil }
      let score = ScoreInterval(
        table, z: z, correction: ratio == .miettinenNurminen, level: confidence)
      return RatioEstimate(estimate: table.p1 / table.p2, interval: try score.ratio())
    }
  }

  private func oddsEstimate(_ table: TwoByTwo, _ z: Double) -> RatioEstimate? {
    let cells = odds == .woolf ? table : table.adding(toCounts: 0.5, toTotals: 1)
    let (y1, y2) = (cells.n1 - cells.x1, cells.n2 - cells.x2)
    return around(
      cells.x1 * y2 / (cells.x2 * y1), 1 / cells.x1 + 1 / y1 + 1 / cells.x2 + 1 / y2, z)
  }

  /// An interval that is symmetric on the scale of logarithms, or nil where a cell is empty.
  private func around(_ estimate: Double, _ variance: Double, _ z: Double) -> RatioEstimate? {
    guard estimate > 0, estimate.isFinite, variance.isFinite else { return nil }
    let factor = exp(z * variance.squareRoot())
    return RatioEstimate(
      estimate: estimate,
      interval: ConfidenceInterval(
        low: estimate / factor, high: estimate * factor, level: confidence))
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
  /// The interval of the difference.
  public let interval: ConfidenceInterval
  /// How that interval was made.
  public let differenceMethod: DifferenceInterval
  /// The first over the other, or nil where that or its interval would divide by 0.
  public let ratio: RatioEstimate?
  /// How the ratio's interval was made.
  public let ratioMethod: RatioInterval
  /// The odds of the first over those of the other, or nil where that would divide by 0.
  public let oddsRatio: RatioEstimate?
  /// How the odds ratio and its interval were made.
  public let oddsMethod: OddsInterval
  /// Pearson's test that both are the same, or nil where all or none have it.
  public let test: ProportionTest?

  /// How many people it takes for one more (or, below 0, one fewer), or nil without a difference.
  ///
  /// Its interval is in ``numberNeeded(where:)``, as it can be in two pieces.
  public var numberNeeded: Double? { difference == 0 ? nil : 1 / difference }
}

/// Pearson's test of two proportions, without continuity correction.
public struct ProportionTest: Codable, Equatable, Sendable {
  /// χ² with one degree of freedom.
  public let chiSquared: Double
  /// The probability of a χ² as large or larger, if both proportions were the same.
  public let p: Double
}
