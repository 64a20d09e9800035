/// The difference between two arms after, as if both had begun alike: analysis of covariance.
public struct AdjustedArmDifference: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the variance of the difference is made.
  public var variance: CoefficientVariance

  /// Chooses the confidence and how the variance is made.
  public init(confidence: Double = 0.95, variance: CoefficientVariance = .hc3) {
    self.confidence = confidence
    self.variance = variance
  }

  /// Treated minus control after, people of the same score before compared with each other.
  ///
  /// ```
  /// after = a + d · [treated] + b · (before − mean before) + e        d ± t(1 − α/2; n − 3) √V
  /// ```
  ///
  /// d is the same whether the outcome is the later score or the change: it is also how much further the treated
  /// travelled. In a randomised trial it has next to no bias and is more certain than the difference of changes
  /// (Vickers & Altman 2001, doi:10.1136/bmj.323.7321.1123); with HC3 the interval holds for arms that vary
  /// unlike. Where arms were not randomised it takes out what the score before explains, and nothing else.
  ///
  /// - Parameters:
  ///   - treated: at least two people.
  ///   - control: at least two people.
  /// - Returns: the difference in points of the score, never flipped: below 0 where the treated are lower after. Swapped
  ///   arms flip its sign.
  /// - Throws: `tooFew` for an arm of fewer than two; `noVariation` where nobody differs before, or nothing is left of the
  ///   scores after; `dependentTerms` where everyone of an arm has one score before; `unequalLengths`, `notFinite`,
  ///   `leverageOfOne`, `outsideRange`, `overflow`, `numerics`.
  public func compare(
    treated: ArmScores, control: ArmScores
  ) throws(StatisticsError) -> ArmDifference {
    let first = try treated.means()
    let second = try control.means()
    let before = treated.before + control.before
    let centre = try Moments(of: before, "scores before")
    if centre.isConstant(at: 0) {
      throw .noVariation(in: "scores before", count: before.count)
    }
    let terms = [
      ModelTerm(
        "treated",
        treated.before.map { _ in 1 } + control.before.map { _ in 0 }),
      ModelTerm("before", before.map { centre.deviation(of: $0) }),
    ]
    let fit = try LinearModel(confidence: confidence, variance: variance).fit(
      treated.after + control.after, on: terms)
    let (constant, difference, slope) = (
      fit.coefficients[0], fit.coefficients[1], fit.coefficients[2]
    )
    return ArmDifference(
      treated: treated.before.count, control: control.before.count,
      difference: difference.estimate, test: difference.test, variance: variance, slope: slope,
      treatedMean: constant.estimate + difference.estimate, controlMean: constant.estimate,
      differenceBefore: first.before - second.before, differenceAfter: first.after - second.after,
      residualSD: fit.residualSD)
  }
}

/// The scores of one arm's people on two occasions.
public struct ArmScores: Equatable, Sendable {
  /// Each person's score before.
  public var before: [Double]
  /// The same persons' scores after, in the same order.
  public var after: [Double]

  /// Makes an arm of one score a person on each occasion, in the same order.
  public init(before: [Double], after: [Double]) {
    self.before = before
    self.after = after
  }

  /// The arm's means, of at least two people.
  func means() throws(StatisticsError) -> (before: Double, after: Double) {
    if before.count != after.count { throw .unequalLengths(before.count, after.count) }
    if before.count < 2 { throw .tooFew(of: "people in an arm", count: before.count, needed: 2) }
    return (
      try Moments(of: before, "scores before").mean, try Moments(of: after, "scores after").mean
    )
  }
}

/// How far two arms lie apart after, adjusted for where their people began: treated minus control.
public struct ArmDifference: Codable, Equatable, Sendable {
  /// How many people of the treated arm.
  public let treated: Int
  /// How many people of the control arm.
  public let control: Int
  /// The adjusted difference, in points of the score.
  public let difference: Double
  /// Standard error, interval, t and p of the difference.
  public let test: MeanTest
  /// How the variance was made.
  public let variance: CoefficientVariance
  /// By how many points people differ after for each point that they differ before, within the arms.
  public let slope: Coefficient
  /// What the treated would have after in the mean, had they begun at the mean of everyone before.
  public let treatedMean: Double
  /// The same of the control arm.
  public let controlMean: Double
  /// The difference of the means before.
  public let differenceBefore: Double
  /// The difference of the means after, not adjusted.
  public let differenceAfter: Double
  /// The standard deviation of what the model leaves, in points of the score.
  public let residualSD: Double
}
