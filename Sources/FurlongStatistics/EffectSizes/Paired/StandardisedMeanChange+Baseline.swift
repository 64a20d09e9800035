extension StandardisedMeanChange {
  /// The mean change in standard deviations of the earlier occasion.
  ///
  /// ```
  /// d_b = D̄ / s₁
  /// Becker:  d ± z √(2(1 − r)/n + d²/2n)
  /// Bonett:  d ± z √(sd(D)²/(s₁²(n − 1)) + d²/(2(n − 1)))
  /// Morris:  J d ± z √(J² ν/(ν − 2) · 2(1 − r)/n · (1 + n g²/(2(1 − r))) − g²), over J;  ν = n − 1, g = J d
  /// ```
  ///
  /// What people were like before is what it is measured by, so what happened since does not change the
  /// unit. Becker and Morris hold where both occasions have the same spread, and are a third too narrow for
  /// the anorexia trial's CBT arm, whose weights spread out; Bonett, the choice where nothing is
  /// known, lets the spreads differ.
  /// Becker 1988, doi:10.1111/j.2044-8317.1988.tb00901.x; Bonett 2008, doi:10.1037/1082-989X.13.2.99;
  /// Morris 2000, doi:10.1348/000711000159150.
  ///
  /// - Throws: `noVariation` where an occasion that the formula divides by does not vary; `tooFew` for
  ///   fewer than 4 pairs with Morris's variance; `outsideRange`, `numerics`.
  public func db(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    let d = try baseline(change)
    let n = Double(change.count)
    switch baselineInterval {
    case .becker:
      let variance = try 2 * (1 - correlation(of: change)) / n + d * d / (2 * n)
      return try EffectSize(.db, d, variance: variance, confidence: confidence, .becker)
    case .bonett:
      return try ownSpreads(
        .db, meanChange: change.meanChange, sdChange: change.sdChange, sdBefore: change.sdBefore,
        count: change.count)
    case .morris:
      let j = try HedgesCorrection().factor(df: n - 1)
      return try EffectSize(
        .db, d, variance: exactVariance(change, j * d, j) / (j * j), confidence: confidence,
        .morris)
    }
  }

  /// ``db(of:)`` with its small-sample bias taken out.
  ///
  /// ```
  /// g_b = J(n − 1) d_b
  /// Becker:  g ± z √(2(1 − r)/n + g²/2n)             Bonett:  g ± z J √(sd(D)²/(s₁²(n − 1)) + g²/(2(n − 1)))
  /// Morris:  as d_b, times J
  /// ```
  ///
  /// The variances by Becker and Bonett are those of metafor's SMCR and SMCRH.
  ///
  /// - Throws: as ``db(of:)``, and `tooFew` for two pairs, where J is 0.
  public func gb(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    let g = try corrected(db(of: change), .gb, count: change.count)
    let n = Double(change.count)
    switch baselineInterval {
    case .becker:
      let variance =
        try 2 * (1 - correlation(of: change)) / n + g.estimate * g.estimate / (2 * n)
      return try EffectSize(
        .gb, g.estimate, variance: variance, confidence: confidence, .becker)
    case .bonett:
      return try ownSpreads(
        .gb, meanChange: change.meanChange, sdChange: change.sdChange, sdBefore: change.sdBefore,
        count: change.count)
    case .morris:
      return g
    }
  }

  /// d_b, or g_b, with Bonett's interval, which does not ask how people were spread later.
  func ownSpreads(
    _ name: EffectSizeName, meanChange: Double, sdChange: Double, sdBefore: Double, count: Int
  ) throws(StatisticsError) -> EffectSize {
    let df = Double(count - 1)
    let j = name == .gb ? try HedgesCorrection().factor(df: df) : 1
    let size = j * meanChange / sdBefore
    let ratio = sdChange / sdBefore
    return try EffectSize(
      name, size, variance: j * j * (ratio * ratio + size * size / 2) / df,
      confidence: confidence, .bonett)
  }

  /// The mean change in standard deviations of the changes over √(2(1 − r)): as if of one occasion.
  ///
  /// ```
  /// d_rm = d_z √(2(1 − r))        d ± z √((1/n + d²/2n) · 2(1 − r))
  /// ```
  ///
  /// Lakens 2013, doi:10.3389/fpsyg.2013.00863, eq. 9; the variance is eq. 12.21 of Cooper, Hedges &
  /// Valentine 2009. Where both occasions have the same spread it is d_av.
  ///
  /// - Throws: `noVariation` where one occasion does not vary; `outsideRange`, `numerics`.
  public func drm(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    try drm(dz: change.meanChange / change.sdChange, change.count, correlation(of: change))
  }

  /// d_rm of the t of a paired test, how many pairs it was made of, and their correlation.
  func drm(t: Double, count: Int, correlation: Double) throws(StatisticsError) -> EffectSize {
    try drm(dz: t / Double(count).squareRoot(), count, correlation)
  }

  private func drm(
    dz: Double, _ count: Int, _ correlation: Double
  ) throws(StatisticsError) -> EffectSize {
    let apart = 2 * (1 - correlation)
    let d = dz * apart.squareRoot()
    let n = Double(count)
    return try EffectSize(
      .drm, d, variance: (1 / n + d * d / (2 * n)) * apart, confidence: confidence, .cooper)
  }

  /// ``drm(of:)`` with its small-sample bias taken out of estimate and limits.
  ///
  /// ```
  /// g_rm = J(n − 1) d_rm
  /// ```
  ///
  /// - Throws: as ``drm(of:)``, and `tooFew` for two pairs, where J is 0.
  public func grm(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    try corrected(drm(of: change), .grm, count: change.count)
  }

  /// g_rm of the t of a paired test, how many pairs it was made of, and their correlation.
  func grm(t: Double, count: Int, correlation: Double) throws(StatisticsError) -> EffectSize {
    try corrected(drm(t: t, count: count, correlation: correlation), .grm, count: count)
  }

  private func baseline(_ change: PairedChange) throws(StatisticsError) -> Double {
    if change.sdBefore == 0 { throw .noVariation(in: "values before", count: change.count) }
    return change.meanChange / change.sdBefore
  }

  private func correlation(of change: PairedChange) throws(StatisticsError) -> Double {
    guard let r = change.correlation else {
      throw .noVariation(in: "values of one occasion", count: change.count)
    }
    return r
  }

  /// Morris's exact variance of g_b where the true size and correlation are those observed.
  private func exactVariance(
    _ change: PairedChange, _ g: Double, _ j: Double
  ) throws(StatisticsError) -> Double {
    if change.count < 4 { throw .tooFew(of: "pairs", count: change.count, needed: 4) }
    let apart = try 2 * (1 - correlation(of: change))
    let (n, df) = (Double(change.count), change.df)
    // Multiplied out, so that a correlation of 1 divides nothing by 0.
    return j * j * df / (df - 2) * (apart / n + g * g) - g * g
  }
}

/// How the interval of d_b is made.
public enum BaselineSizeInterval: String, Codable, CaseIterable, Sendable {
  /// Becker 1988: normal, as if both occasions had the same spread; metafor's SMCR.
  case becker
  /// Bonett 2008: normal, each occasion with its own spread; metafor's SMCRH.
  case bonett
  /// Morris 2000: normal, with the exact variance for equal spreads.
  case morris
}
