/// The difference of two groups in the average of their standard deviations, which are not pooled.
public struct AverageSpreadDifference: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the interval is made.
  public var interval: AverageSpreadInterval

  /// Chooses the confidence of the interval and how it is made.
  public init(confidence: Double = 0.95, interval: AverageSpreadInterval = .bonett) {
    self.confidence = confidence
    self.interval = interval
  }

  /// The group named first minus the other.
  ///
  /// ```
  /// d = (x̄₁ − x̄₂) / s,  s² = (s₁² + s₂²)/2
  /// Bonett:  SE² = d²(s₁⁴/(n₁ − 1) + s₂⁴/(n₂ − 1)) / 8s⁴ + (s₁²/(n₁ − 1) + s₂²/(n₂ − 1)) / s²
  /// noncentral t:  (δL, δU) √h,  h = (s₁²/n₁ + s₂²/n₂) / s²,  δ of Welch's t with its degrees of freedom
  /// ```
  ///
  /// Bonett 2008, doi:10.1037/1082-989X.13.2.99. Both are approximate.
  ///
  /// - Parameters:
  ///   - group: at least two values.
  ///   - other: at least two values.
  /// - Throws: `tooFew`, `outsideRange`, `noVariation` where neither group varies, `numerics`.
  public func difference(
    _ group: GroupSummary, comparedWith other: GroupSummary
  ) throws(StatisticsError) -> EffectSize {
    let welch = try WelchTTest(confidence: confidence).compare(group, to: other)
    let (d, spread) = size(welch)
    switch interval {
    case .bonett:
      return try EffectSize(
        .dGroups, d, variance: variance(welch, d), confidence: confidence, .bonett)
    case .noncentralT:
      let limits = try NoncentralityInterval(confidence: confidence).limits(
        t: welch.test.t, df: welch.test.df)
      return EffectSize(
        .dGroups, d, limits.scaled(by: welch.test.standardError / spread), .approximateNoncentralT)
    }
  }

  /// ``difference(_:comparedWith:)`` with its small-sample bias taken out.
  ///
  /// ```
  /// g = J(n₁ + n₂ − 2) d        Bonett: SE² is J² times the same with g;  noncentral t: limits times J
  /// ```
  ///
  /// Bonett's is metafor's SMDH.
  ///
  /// - Throws: as ``difference(_:comparedWith:)``.
  public func corrected(
    _ group: GroupSummary, comparedWith other: GroupSummary
  ) throws(StatisticsError) -> EffectSize {
    let df = Double(group.count + other.count - 2)
    let g = try difference(group, comparedWith: other).corrected(.gGroups, df: df)
    if interval == .noncentralT { return g }
    let welch = try WelchTTest(confidence: confidence).compare(group, to: other)
    let j = try HedgesCorrection().factor(df: df)
    return try EffectSize(
      .gGroups, g.estimate, variance: j * j * variance(welch, g.estimate), confidence: confidence,
      .bonett)
  }

  private func size(_ welch: TwoGroupDifference) -> (size: Double, spread: Double) {
    let (s1, s2) = (welch.group.sd, welch.other.sd)
    let spread = ((s1 * s1 + s2 * s2) / 2).squareRoot()
    return (welch.difference / spread, spread)
  }

  private func variance(_ welch: TwoGroupDifference, _ size: Double) -> Double {
    let (v1, v2) = (welch.group.sd * welch.group.sd, welch.other.sd * welch.other.sd)
    let (df1, df2) = (Double(welch.group.count - 1), Double(welch.other.count - 1))
    let square = (v1 + v2) / 2
    return size * size * (v1 * v1 / df1 + v2 * v2 / df2) / (8 * square * square)
      + (v1 / df1 + v2 / df2) / square
  }
}

/// How the interval of a difference in average spreads is made.
public enum AverageSpreadInterval: String, Codable, CaseIterable, Sendable {
  /// Bonett 2008: normal, each group with its own spread; metafor's SMDH.
  case bonett
  /// Noncentral t with Welch's degrees of freedom: effectsize's, approximate.
  case noncentralT = "noncentral_t"
}
