/// The difference of two groups in standard deviations of the one that was left alone.
public struct GlassDelta: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the interval is made.
  public var interval: GlassInterval

  /// Chooses the confidence of the interval and how it is made.
  public init(confidence: Double = 0.95, interval: GlassInterval = .ownSpreads) {
    self.confidence = confidence
    self.interval = interval
  }

  /// The group named first minus the other, in standard deviations of the other.
  ///
  /// ```
  /// Δ = (x̄₁ − x̄₂) / s₂
  /// own spreads:    Δ ± z √(s₁²/(s₂²n₁) + 1/n₂ + Δ²/(2(n₂ − 1)))
  /// shared spread:  Δ ± z √(1/n₁ + 1/n₂ + Δ²/2n₂)
  /// noncentral t:   (δL, δU) √h,  h = s₁²/(s₂²n₁) + 1/n₂,  δ of t = Δ/√h with n₂ − 1 degrees of freedom
  /// ```
  ///
  /// For where a programme may change how people are spread, not only where they stand. Glass 1976,
  /// doi:10.3102/0013189X005010003. The
  /// noncentral t is an approximation unless both spreads are known to be one.
  ///
  /// - Parameters:
  ///   - group: at least two values.
  ///   - other: at least two values that vary.
  /// - Throws: `tooFew`, `outsideRange`, `noVariation` where the other group does not vary, `numerics`.
  public func delta(
    _ group: GroupSummary, comparedWith other: GroupSummary
  ) throws(StatisticsError) -> EffectSize {
    try sized(group, other, by: 1)
  }

  /// ``delta(_:comparedWith:)`` with its small-sample bias taken out.
  ///
  /// ```
  /// J(n₂ − 1) Δ        limits: times J;  shared spread: the same formula with g
  /// ```
  ///
  /// The variance of a shared spread is metafor's for SMD1.
  ///
  /// - Throws: as ``delta(_:comparedWith:)``, and `tooFew` for two values in the other group, where J is 0.
  public func corrected(
    _ group: GroupSummary, comparedWith other: GroupSummary
  ) throws(StatisticsError) -> EffectSize {
    if other.count < 3 {
      throw .tooFew(of: "values in the group compared with", count: other.count, needed: 3)
    }
    let j = try HedgesCorrection().factor(df: Double(other.count - 1))
    if interval == .sharedSpread { return try sized(group, other, by: j) }
    return try sized(group, other, by: 1).corrected(.glassG, df: Double(other.count - 1))
  }

  private func sized(
    _ group: GroupSummary, _ other: GroupSummary, by j: Double
  ) throws(StatisticsError) -> EffectSize {
    try group.require()
    try other.require()
    if other.sd == 0 {
      throw .noVariation(in: "values of the group compared with", count: other.count)
    }
    let delta = j * (group.mean - other.mean) / other.sd
    let (n1, n2) = (Double(group.count), Double(other.count))
    let ratio = group.sd / other.sd
    let own = ratio * ratio / n1 + 1 / n2
    let name: EffectSizeName = j == 1 ? .glassDelta : .glassG
    switch interval {
    case .ownSpreads:
      return try EffectSize(
        name, delta, variance: own + delta * delta / (2 * (n2 - 1)), confidence: confidence,
        .ownSpreads)
    case .sharedSpread:
      return try EffectSize(
        name, delta, variance: 1 / n1 + 1 / n2 + delta * delta / (2 * n2),
        confidence: confidence, .largeSample)
    case .noncentralT:
      let root = own.squareRoot()
      let limits = try NoncentralityInterval(confidence: confidence).limits(
        t: delta / root, df: n2 - 1)
      return EffectSize(name, delta, limits.scaled(by: root), .approximateNoncentralT)
    }
  }
}

/// How the interval of Glass's Δ is made.
public enum GlassInterval: String, Codable, CaseIterable, Sendable {
  /// Normal, each group with its own spread.
  case ownSpreads = "own_spreads"
  /// Normal, as if both groups had one spread: metafor's SMD1.
  case sharedSpread = "shared_spread"
  /// Noncentral t with the other group's degrees of freedom: effectsize's, approximate.
  case noncentralT = "noncentral_t"
}
