/// How much further one group travelled than another, in standard deviations of where both began.
public struct PrePostControl: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The change of the group named first minus that of the other: Morris's d_ppc2.
  ///
  /// ```
  /// d_ppc2 = J(N − 2) (D̄₁ − D̄₂) / s_pre     s_pre² = ((n₁ − 1)s₁,pre² + (n₂ − 1)s₂,pre²)/(N − 2)
  /// SE² = J² (N − 2)/(N − 4) (k + d²) − d²     k = 2(1 − ρ)(1/n₁ + 1/n₂),  N = n₁ + n₂
  /// ```
  ///
  /// ρ is the correlation of the occasions within the groups, pooled: of their covariances and variances. J is
  /// exact where Morris approximates it. The variance holds where the spread is the same on both occasions
  /// and in both groups. Morris 2008, doi:10.1177/1094428106291059, eq. 8 and 25.
  ///
  /// - Parameters:
  ///   - change: of the group named first.
  ///   - other: of the group that it is compared with.
  /// - Returns: the size, already corrected for small samples; standard error for its normal interval.
  /// - Throws: `tooFew` for fewer than 5 persons in all; `noVariation` where no group varies on an occasion.
  public func dppc2(
    of change: PairedChange, comparedWith other: PairedChange
  ) throws(StatisticsError) -> EffectSize {
    let persons = change.count + other.count
    if persons < 5 { throw .tooFew(of: "persons in both groups", count: persons, needed: 5) }
    let df = Double(persons - 2)
    var (before, after, products) = (0.0, 0.0, 0.0)
    for group in [change, other] {
      let weight = Double(group.count - 1)
      let (v1, v2) = (group.sdBefore * group.sdBefore, group.sdAfter * group.sdAfter)
      before += weight * v1
      after += weight * v2
      products += weight * (v1 + v2 - group.sdChange * group.sdChange) / 2
    }
    if !(before > 0 && after > 0) {
      throw .noVariation(in: "values of one occasion", count: persons)
    }
    let correlation = max(-1, min(1, products / (before * after).squareRoot()))
    let j = try HedgesCorrection().factor(df: df)
    let d = j * (change.meanChange - other.meanChange) / (before / df).squareRoot()
    let apart = 2 * (1 - correlation) * (1 / Double(change.count) + 1 / Double(other.count))
    let variance = j * j * df / (df - 2) * (apart + d * d) - d * d
    return try EffectSize(
      .dppc2, d, variance: variance, confidence: confidence, .morris)
  }
}
