import FurlongNumerics

/// Sizes of a paired change in standard deviations, each named for the one that it divides by.
///
/// The three do not mean the same and are not interchangeable: d_z grows with the correlation of the
/// occasions, d_av and g_av do not. None of them is "Cohen's d" without its name.
public struct StandardisedMeanChange: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The mean change in standard deviations of the changes, with its exact interval.
  ///
  /// ```
  /// d_z = D̄ / sd(D) = t / √n        interval = (δL, δU) / √n
  /// ```
  ///
  /// δ is the noncentrality of t with n − 1 degrees of freedom: ``NoncentralityInterval``.
  /// Cohen 1988, p. 48; Cumming & Finch 2001, doi:10.1177/0013164401614002.
  ///
  /// - Throws: `outsideRange`, `numerics`.
  public func dz(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    let root = Double(change.count).squareRoot()
    let limits = try NoncentralityInterval(confidence: confidence).limits(
      t: change.t, df: change.df)
    return EffectSize(
      name: .dz, estimate: change.meanChange / change.sdChange,
      interval: limits.scaled(by: 1 / root))
  }

  /// The mean change in average standard deviations of the two occasions.
  ///
  /// ```
  /// d_av = D̄ / √((s₁² + s₂²) / 2)
  /// interval = (δL, δU) √(2 sd(D)² / (n (s₁² + s₂²)))
  /// ```
  ///
  /// The average is the root mean square (Cumming 2012, p. 291); Lakens 2013 averages the two standard
  /// deviations instead. Interval: Algina & Keselman 2003, doi:10.1177/0013164403256358, approximate.
  ///
  /// - Throws: `outsideRange`, `numerics`.
  public func dav(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    let variances = change.sdBefore * change.sdBefore + change.sdAfter * change.sdAfter
    let limits = try NoncentralityInterval(confidence: confidence).limits(
      t: change.t, df: change.df)
    let n = Double(change.count)
    let factor = (2 / (n * variances)).squareRoot() * change.sdChange
    return EffectSize(
      name: .dav, estimate: change.meanChange / (variances / 2).squareRoot(),
      interval: limits.scaled(by: factor))
  }

  /// ``dav(of:)`` with its small-sample bias taken out of estimate and limits.
  ///
  /// ```
  /// g_av = J(n − 1) d_av
  /// ```
  ///
  /// J is ``HedgesCorrection``; n − 1 degrees of freedom are the cautious choice.
  ///
  /// - Throws: `tooFew` for two pairs, where J is 0; `outsideRange`, `numerics`.
  public func gav(of change: PairedChange) throws(StatisticsError) -> EffectSize {
    if change.count < 3 { throw .tooFew(of: "pairs", count: change.count, needed: 3) }
    let d = try dav(of: change)
    let j = try HedgesCorrection().factor(df: change.df)
    return EffectSize(name: .gav, estimate: j * d.estimate, interval: d.interval.scaled(by: j))
  }
}

/// A change in standard deviations, with the name that says which.
public struct EffectSize: Codable, Equatable, Sendable {
  /// Which standard deviation it divides by.
  public let name: EffectSizeName
  /// The size, with the sign of the change: later minus earlier.
  public let estimate: Double
  /// The interval of the size.
  public let interval: ConfidenceInterval
}

/// The standardised mean changes that have a name here.
public enum EffectSizeName: String, Codable, CaseIterable, Sendable {
  /// Divided by the standard deviation of the changes.
  case dz = "d_z"
  /// Divided by the root mean square of the two occasions' standard deviations.
  case dav = "d_av"
  /// As `dav`, corrected for small samples.
  case gav = "g_av"
}
