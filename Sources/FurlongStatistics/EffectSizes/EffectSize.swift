/// A difference in standard deviations, with the name that says which.
public struct EffectSize: Codable, Equatable, Sendable {
  /// Which standard deviation it divides by.
  public let name: EffectSizeName
  /// The size, with the sign of the difference: later minus earlier, the first group minus the other.
  public let estimate: Double
  /// The interval of the size.
  public let interval: ConfidenceInterval
  /// How the interval was made.
  public let method: EffectIntervalMethod
  /// The standard error that the interval is made of, or nil where it is made of noncentralities.
  public let standardError: Double?

  /// A size with the interval of its noncentralities.
  init(
    _ name: EffectSizeName, _ estimate: Double, _ interval: ConfidenceInterval,
    _ method: EffectIntervalMethod
  ) {
    self.name = name
    self.estimate = estimate
    self.interval = interval
    self.method = method
    standardError = nil
  }

  /// A size with the normal interval of its variance.
  init(
    _ name: EffectSizeName, _ estimate: Double, variance: Double, confidence: Double,
    _ method: EffectIntervalMethod
  ) throws(StatisticsError) {
    let error = variance.squareRoot()
    guard estimate.isFinite && error.isFinite else { throw .overflow(in: "size of an effect") }
    let z = try normalQuantile(confidence: confidence)
    self.name = name
    self.estimate = estimate
    interval = ConfidenceInterval(
      low: estimate - z * error, high: estimate + z * error, level: confidence)
    self.method = method
    standardError = error
  }

  /// The size times the factor that takes its bias out, limits and standard error with it.
  func corrected(
    _ name: EffectSizeName, df: Double
  ) throws(StatisticsError) -> EffectSize {
    let j = try HedgesCorrection().factor(df: df)
    return EffectSize(
      name: name, estimate: j * estimate, interval: interval.scaled(by: j), method: method,
      standardError: standardError.map { j * $0 })
  }

  private init(
    name: EffectSizeName, estimate: Double, interval: ConfidenceInterval,
    method: EffectIntervalMethod, standardError: Double?
  ) {
    self.name = name
    self.estimate = estimate
    self.interval = interval
    self.method = method
    self.standardError = standardError
  }
}

/// The standardised differences that have a name here; each says what it divides by.
public enum EffectSizeName: String, Codable, CaseIterable, Sendable {
  /// A change, divided by the standard deviation of the changes.
  case dz = "d_z"
  /// As `dz`, corrected for small samples.
  case gz = "g_z"
  /// A change, divided by the root mean square of the two occasions' standard deviations.
  case dav = "d_av"
  /// As `dav`, corrected for small samples.
  case gav = "g_av"
  /// A change, divided by the standard deviation of the changes over √(2(1 − r)).
  case drm = "d_rm"
  /// As `drm`, corrected for small samples.
  case grm = "g_rm"
  /// A change, divided by the standard deviation of the earlier occasion.
  case db = "d_b"
  /// As `db`, corrected for small samples.
  case gb = "g_b"
  /// A difference of groups, divided by their pooled standard deviation.
  case ds = "d_s"
  /// As `ds`, corrected for small samples.
  case gs = "g_s"
  /// A difference of groups, divided by the root mean square of their standard deviations.
  case dGroups = "d_groups_average"
  /// As `dGroups`, corrected for small samples.
  case gGroups = "g_groups_average"
  /// A difference of groups, divided by the standard deviation of the second: Glass's Δ.
  case glassDelta = "glass_delta"
  /// As `glassDelta`, corrected for small samples.
  case glassG = "glass_g"
  /// A difference of two groups' changes, divided by the pooled standard deviation of the earlier
  /// occasion and corrected for small samples: Morris 2008.
  case dppc2 = "d_ppc2"
}

/// How the interval of a standardised difference was made.
public enum EffectIntervalMethod: String, Codable, CaseIterable, Sendable {
  /// The noncentralities that the observed t is compatible with: exact for normal values.
  case noncentralT = "noncentral_t"
  /// Noncentralities as if they were of another size, which is an approximation.
  case approximateNoncentralT = "approximate_noncentral_t"
  /// Algina & Keselman 2003, for d_av: noncentralities of the changes, approximate.
  case alginaKeselman = "algina_keselman"
  /// Bonett 2008: normal, with each spread estimated by itself.
  case bonett
  /// Normal, with each group's own spread, for Glass's Δ.
  case ownSpreads = "own_spreads"
  /// Normal, with the large-sample variance of d_z, 1/n + d²/2n, or of groups of one spread.
  case largeSample = "large_sample"
  /// Becker 1988, for d_b: normal, as if both occasions had the same spread.
  case becker
  /// Morris 2000, 2008, for d_b and d_ppc2: normal, with the exact variance for equal spreads.
  case morris
  /// Cooper, Hedges & Valentine 2009, eq. 12.21, for d_rm: normal.
  case cooper
}
