public import FurlongScales
import FurlongStatistics
import FurlongStudy

/// How many pairs a scale needs: settled before there are data, and without looking at any.
///
/// With the same standard deviation on both occasions and correlation r, changes have the standard deviation SD √(2(1 − r)).
public struct PairNeeds: Sendable, Equatable {
  /// The correlation of scores at the baseline and at a follow-up, strictly between −1 and 1.
  public var correlation: Double
  /// The confidence of intervals; 1 minus it is the level of the test.
  public var confidence: Double

  /// Chooses the correlation of the occasions and the confidence.
  public init(correlation: Double = 0.5, confidence: Double = 0.95) {
    self.correlation = correlation
    self.confidence = confidence
  }

  /// Half-widths that a plan is told of, in standard deviations of scores.
  static let halfWidths = [0.25, 0.1]
  /// The change that is told of where nothing says what matters, in standard deviations of scores.
  static let usualChange = 0.5

  /// What a scale needs, in the plan's own choice of reliability.
  public func of(
    _ scale: Scale, reliability choice: ReliabilityChoice
  ) throws(EvaluationError) -> ScaleNeeds {
    guard correlation > -1, correlation < 1 else { throw .correlationOutsideRange(correlation) }
    guard confidence > 0, confidence < 1 else { throw .confidenceOutsideRange(confidence) }
    let judged = JudgedScale(
      scale, planned: OutcomePlan(scale: scale.id, role: .primary, reliability: choice)
    ).reliability
    let reliable: Double? =
      switch judged?.basis {
      // The published error of measurement or threshold, as the report uses it.
      case .error(let error, let coefficient):
        if let sd = scale.spread?.sd {
          (try? JacobsonTruax.threshold(error: error)).map { $0 / sd }
        } else {
          try? JacobsonTruax(reliability: coefficient, sd: 1).threshold
        }
      case .atLeast(let points), .important(let points): scale.spread?.sd.map { points / $0 }
      case .coefficient(let coefficient):
        try? JacobsonTruax(reliability: coefficient, sd: 1).threshold
      case nil: nil
      }
    var rows: [ScaleNeeds.Row] = []
    if let reliable { rows += change(.reliableChange, reliable) }
    rows += change(.halfDeviation, Self.usualChange)
    for width in Self.halfWidths { rows += interval(width) }
    return ScaleNeeds(
      scale: scale.id, sd: scale.spread?.sd, sdSource: scale.spread?.source,
      reliability: judged?.coefficient, reliabilitySource: judged?.source,
      reliableChange: reliable, rows: rows)
  }

  private var spread: ChangeSpread? {
    try? ChangeSpread(before: 1, after: 1, correlation: correlation)
  }

  private func change(_ aim: ScaleNeeds.Aim, _ size: Double) -> [ScaleNeeds.Row] {
    row(aim, size) { (spread, sureness) throws(StatisticsError) in
      try PairedTPower(significance: 1 - confidence)
        .pairs(toSee: size, spread: spread, power: sureness).count
    }
  }

  private func interval(_ size: Double) -> [ScaleNeeds.Row] {
    row(.halfWidth, size) { (spread, sureness) throws(StatisticsError) in
      try PairedPrecision(confidence: confidence, allowance: .assured(sureness))
        .pairs(forHalfWidth: size, spread: spread).count
    }
  }

  /// A row, or none where no number of pairs that can be written is enough.
  private func row(
    _ aim: ScaleNeeds.Aim, _ size: Double,
    _ pairs: (ChangeSpread, Double) throws(StatisticsError) -> Int
  ) -> [ScaleNeeds.Row] {
    guard let spread, let most = try? pairs(spread, 0.8), let all = try? pairs(spread, 0.9) else {
      return []
    }
    return [ScaleNeeds.Row(aim: aim, size: size, pairsAt80: most, pairsAt90: all)]
  }
}

/// How many pairs one scale needs.
public struct ScaleNeeds: Codable, Sendable, Equatable {
  /// What the pairs are for.
  public enum Aim: String, Codable, Sendable {
    /// To see a mean change as large as the reliable change of one person.
    case reliableChange = "reliable change"
    /// To see a mean change of half a standard deviation.
    case halfDeviation = "half a standard deviation"
    /// To have an interval of the mean change of this half-width.
    case halfWidth = "half-width"
  }

  /// One aim and the pairs that it needs.
  public struct Row: Codable, Sendable, Equatable {
    /// What the pairs are for.
    public var aim: Aim
    /// The change or the half-width, in standard deviations of scores.
    public var size: Double
    /// Pairs for a power of 80 %, or for an interval no wider in 80 % of studies.
    public var pairsAt80: Int
    /// The same for 90 %.
    public var pairsAt90: Int
  }

  /// The scale's id.
  public var scale: String
  /// The standard deviation of scores that the catalogue has, in points; nil where it has none.
  public var sd: Double?
  /// Where it was published.
  public var sdSource: String?
  /// The coefficient that judges reliable change; nil where the catalogue has none of the plan's kind.
  public var reliability: Double?
  /// Where it was published.
  public var reliabilitySource: String?
  /// The reliable change of one person, in standard deviations of scores.
  public var reliableChange: Double?
  /// What is needed.
  public var rows: [Row]
}
