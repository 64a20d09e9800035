import FurlongNumerics

/// Sizes of a paired change in standard deviations, each named for the one that it divides by.
///
/// They do not mean the same and are not interchangeable: d_z grows with the correlation of the
/// occasions, d_av, d_rm and d_b do not. None of them is "Cohen's d" without its name. Each g is its d
/// times ``HedgesCorrection`` with n − 1 degrees of freedom, the cautious choice.
public struct StandardisedMeanChange: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double
  /// How the interval of d_z is made.
  public var changeInterval: ChangeSizeInterval
  /// How the interval of d_av is made.
  public var averageInterval: AverageSizeInterval
  /// How the interval of d_b is made.
  public var baselineInterval: BaselineSizeInterval

  /// Chooses the confidence of the intervals, and how each size's is made.
  public init(
    confidence: Double = 0.95, changeInterval: ChangeSizeInterval = .noncentralT,
    averageInterval: AverageSizeInterval = .alginaKeselman,
    baselineInterval: BaselineSizeInterval = .bonett
  ) {
    self.confidence = confidence
    self.changeInterval = changeInterval
    self.averageInterval = averageInterval
    self.baselineInterval = baselineInterval
  }

  /// The mean change in standard deviations of the changes.
  ///
  /// ```
  /// d_z = D̄ / sd(D) = t / √n        interval = (δL, δU) / √n     or     d_z ± z √(1/n + d_z²/2n)
  /// ```
  ///
  /// δ is the noncentrality of t with n − 1 degrees of freedom: ``NoncentralityInterval``, exact for
  /// normal changes. Also called the standardised response mean.
  /// Cohen 1988, p. 48; Cumming & Finch 2001, doi:10.1177/0013164401614002.
  ///
  /// - Throws: `outsideRange`, `numerics`.
  public func dz(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    try dz(t: change.t, count: change.count)
  }

  /// d_z of the t of a paired test and how many pairs it was made of.
  func dz(t: Double, count: Int) throws(StatisticsError) -> EffectSize {
    let n = Double(count)
    let d = t / n.squareRoot()
    switch changeInterval {
    case .noncentralT:
      let limits = try NoncentralityInterval(confidence: confidence).limits(t: t, df: n - 1)
      return EffectSize(.dz, d, limits.scaled(by: 1 / n.squareRoot()), .noncentralT)
    case .largeSample:
      return try EffectSize(
        .dz, d, variance: 1 / n + d * d / (2 * n), confidence: confidence, .largeSample)
    }
  }

  /// ``dz(of:)`` with its small-sample bias taken out of estimate and limits.
  ///
  /// ```
  /// g_z = J(n − 1) d_z        large sample: g_z ± z √(1/n + g_z²/2n)
  /// ```
  ///
  /// The large-sample variance is metafor's for SMCC.
  ///
  /// - Throws: `tooFew` for two pairs, where J is 0; `outsideRange`, `numerics`.
  public func gz(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    try gz(t: change.t, count: change.count)
  }

  /// g_z of the t of a paired test and how many pairs it was made of.
  func gz(t: Double, count: Int) throws(StatisticsError) -> EffectSize {
    let g = try corrected(dz(t: t, count: count), .gz, count: count)
    if changeInterval == .noncentralT { return g }
    let n = Double(count)
    return try EffectSize(
      .gz, g.estimate, variance: 1 / n + g.estimate * g.estimate / (2 * n),
      confidence: confidence, .largeSample)
  }

  /// The mean change in average standard deviations of the two occasions.
  ///
  /// ```
  /// d_av = D̄ / s,  s² = (s₁² + s₂²) / 2
  /// Algina & Keselman:  (δL, δU) √(2 sd(D)² / (n (s₁² + s₂²)))
  /// Bonett:  d ± z √(d²(s₁⁴ + s₂⁴ + 2r²s₁²s₂²) / (8s⁴(n − 1)) + sd(D)² / (s²(n − 1)))
  /// ```
  ///
  /// The average is the root mean square (Cumming 2012, p. 291); Lakens 2013 averages the two standard
  /// deviations instead. Algina & Keselman 2003, doi:10.1177/0013164403256358; Bonett 2008,
  /// doi:10.1037/1082-989X.13.2.99. Both are approximate.
  ///
  /// - Throws: `outsideRange`, `numerics`.
  public func dav(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    let (v1, v2) = (change.sdBefore * change.sdBefore, change.sdAfter * change.sdAfter)
    let variances = v1 + v2
    let n = Double(change.count)
    let d = change.meanChange / (variances / 2).squareRoot()
    switch averageInterval {
    case .alginaKeselman:
      let factor = (2 / (n * variances)).squareRoot() * change.sdChange
      return EffectSize(.dav, d, try limits(of: change).scaled(by: factor), .alginaKeselman)
    case .bonett:
      // r s₁ s₂ is the covariance, which stands also where one occasion does not vary.
      let changes = change.sdChange * change.sdChange
      let covariance = (variances - changes) / 2
      let square = variances / 2
      let spread = v1 * v1 + v2 * v2 + 2 * covariance * covariance
      let variance =
        (d * d * spread / (8 * square * square) + changes / square) / (n - 1)
      return try EffectSize(.dav, d, variance: variance, confidence: confidence, .bonett)
    }
  }

  /// ``dav(of:)`` with its small-sample bias taken out of estimate and limits.
  ///
  /// ```
  /// g_av = J(n − 1) d_av
  /// ```
  ///
  /// - Throws: `tooFew` for two pairs, where J is 0; `outsideRange`, `numerics`.
  public func gav(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    try corrected(dav(of: change), .gav, count: change.count)
  }

  /// The interval of the noncentrality of the changes' t.
  private func limits(of change: PairedChange) throws(StatisticsError) -> ConfidenceInterval {
    try NoncentralityInterval(confidence: confidence).limits(t: change.t, df: change.df)
  }

  /// A size times J(n − 1), which two pairs do not have.
  func corrected(
    _ size: EffectSize, _ name: EffectSizeName, count: Int
  ) throws(StatisticsError) -> EffectSize {
    if count < 3 { throw .tooFew(of: "pairs", count: count, needed: 3) }
    return try size.corrected(name, df: Double(count - 1))
  }
}

/// How the interval of d_z is made.
public enum ChangeSizeInterval: String, Codable, CaseIterable, Sendable {
  /// Exact for normal changes.
  case noncentralT = "noncentral_t"
  /// Normal, with variance 1/n + d²/2n.
  case largeSample = "large_sample"
}

/// How the interval of d_av is made.
public enum AverageSizeInterval: String, Codable, CaseIterable, Sendable {
  /// Algina & Keselman 2003: noncentralities of the changes' t.
  case alginaKeselman = "algina_keselman"
  /// Bonett 2008: normal, each occasion with its own spread.
  case bonett
}
