/// The difference of two groups in pooled standard deviations, with its exact interval.
public struct StandardisedGroupDifference: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The group named first minus the other.
  ///
  /// ```
  /// d_s = (x̄₁ − x̄₂)/s_pooled = t √(1/n₁ + 1/n₂)      g_s = J(n₁ + n₂ − 2) d_s
  /// interval: (δL, δU) √(1/n₁ + 1/n₂), and J times that
  /// standard error of g_s: √(1/n₁ + 1/n₂ + g_s²/(2(n₁ + n₂)))
  /// ```
  ///
  /// δ is the noncentrality of Student's t: ``NoncentralityInterval``; J is ``HedgesCorrection``. Hedges &
  /// Olkin 1985. Agrees with effectsize's `cohens_d` and metafor's SMD, whose limits it sharpens.
  ///
  /// - Parameters:
  ///   - group: at least two values.
  ///   - other: at least two values.
  /// - Throws: `tooFew`, `outsideRange`, `noVariation`, `numerics`.
  public func compare(
    _ group: GroupSummary, to other: GroupSummary
  ) throws(StatisticsError) -> PooledEffect {
    let student = try WelchTTest(confidence: confidence, variances: .equal)
      .compare(group, to: other).test
    let root = (1 / Double(group.count) + 1 / Double(other.count)).squareRoot()
    let limits = try NoncentralityInterval(confidence: confidence).limits(
      t: student.t, df: student.df
    ).scaled(by: root)
    let j = try HedgesCorrection().factor(df: student.df)
    let gs = j * student.t * root
    let variance = root * root + gs * gs / (2 * Double(group.count + other.count))
    return PooledEffect(
      ds: student.t * root, dsInterval: limits, gs: gs, gsInterval: limits.scaled(by: j),
      gsStandardError: variance.squareRoot())
  }
}

/// A difference of two groups in their pooled standard deviation: the group named first minus the other.
public struct PooledEffect: Codable, Equatable, Sendable {
  /// d_s, in pooled standard deviations.
  public let ds: Double
  /// Its exact interval, for normal values.
  public let dsInterval: ConfidenceInterval
  /// g_s: d_s with its small-sample bias taken out.
  public let gs: Double
  /// Its interval: that of d_s times the same factor.
  public let gsInterval: ConfidenceInterval
  /// Its large-sample standard error, as a meta-analysis weighs it: metafor's SMD.
  public let gsStandardError: Double
}
