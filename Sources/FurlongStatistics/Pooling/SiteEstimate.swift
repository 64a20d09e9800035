import Foundation

/// One site's estimate, on a scale where its error is about normal, with its sampling variance.
public struct SiteEstimate: Codable, Hashable, Sendable {
  /// The estimate, such as a mean change, a logarithm of a rate ratio, or Fisher's z.
  public let estimate: Double
  /// Its sampling variance: the square of its standard error.
  public let variance: Double

  /// Makes an estimate with its variance.
  public init(estimate: Double, variance: Double) {
    self.estimate = estimate
    self.variance = variance
  }
}

extension SiteEstimate {
  /// Throws unless all estimates are finite and all variances above 0.
  static func require(_ sites: [SiteEstimate]) throws(StatisticsError) {
    try requireFinite(sites.map(\.estimate), "sites' estimates")
    for site in sites where !(site.variance > 0 && site.variance.isFinite) {
      throw .outsideRange(
        what: "variance of a site", value: site.variance, expected: "finite and above 0")
    }
  }

  /// A site's mean with its standard error, in the mean's own unit.
  public static func mean(_ mean: Double, standardError: Double) -> SiteEstimate {
    SiteEstimate(estimate: mean, variance: standardError * standardError)
  }

  /// A correlation of n pairs as Fisher's z.
  ///
  /// ```
  /// z = artanh r        variance = 1 / (n − 3)
  /// ```
  ///
  /// Fisher 1921; `escalc(measure = "ZCOR")` of metafor. Pool, then take the hyperbolic tangent of the
  /// pooled estimate and limits: ``PooledEstimate/transformed(_:)``.
  ///
  /// - Throws: `tooFew` below 4 pairs; `outsideRange` unless −1 < r < 1.
  public static func correlation(
    _ correlation: Double, pairs: Int
  ) throws(StatisticsError) -> SiteEstimate {
    if pairs < 4 { throw .tooFew(of: "pairs", count: pairs, needed: 4) }
    if !(abs(correlation) < 1) {
      throw .outsideRange(
        what: "correlation", value: correlation, expected: "strictly between −1 and 1")
    }
    return SiteEstimate(
      estimate: atanh(correlation), variance: 1 / Double(pairs - 3))
  }

  /// A rate of independent events as its logarithm.
  ///
  /// ```
  /// log(x / time)       variance = 1 / x
  /// ```
  ///
  /// `escalc(measure = "IRLN")` of metafor, which adds ½ to a count of 0: here that is an error, because
  /// the half would be a guess. For the same people's events use ``PersonRate`` and its standard error.
  ///
  /// - Throws: `noEvents` for no event; `outsideRange`.
  public static func rate(_ events: Int, in time: Double) throws(StatisticsError) -> SiteEstimate {
    if events < 0 || !(time > 0 && time.isFinite) {
      throw .outsideRange(
        what: "events or time", value: min(Double(events), time), expected: "0 or more; above 0")
    }
    if events == 0 { throw .noEvents(in: "at a site", persons: 0) }
    return SiteEstimate(
      estimate: log(Double(events) / time), variance: 1 / Double(events))
  }
}
