import FurlongNumerics

/// How far sites differ beyond their sampling error.
public struct Heterogeneity: Codable, Equatable, Sendable {
  /// How τ² was estimated.
  public let method: BetweenSiteVariance
  /// The variance between the sites' true values, τ².
  public let variance: Double
  /// The standard error of τ²; nil where none is estimated.
  public let standardError: Double?
  /// The interval of τ², by the profile of Q.
  public let interval: ConfidenceInterval
  /// I²: the share of the scatter that is between sites and not sampling error, from 0 to 1.
  ///
  /// It says how much is real, not how much it is: that is τ.
  public let share: Double
  /// The interval of I², from that of τ².
  public let shareInterval: ConfidenceInterval
  /// H²: total over sampling variance, 1 without heterogeneity.
  public let ratio: Double
  /// Cochran's Q: weighted squares about the common mean.
  public let q: Double
  /// The degrees of freedom of Q.
  public let df: Double
  /// The probability of so large a Q, if all sites had the same true value.
  public let p: Double

  /// ```
  /// Q = Σ(y − ȳ)²/v     I² = τ²/(τ² + ṽ)     H² = 1 + τ²/ṽ     ṽ = (k − 1)Σw/((Σw)² − Σw²),  w = 1/v
  /// interval of τ²: where Q(τ²) is the upper and lower χ² quantile with k − 1 df
  /// ```
  ///
  /// Without an estimate of τ², I² = max(0, (Q − df)/Q) and H² = Q/df. Higgins & Thompson 2002,
  /// doi:10.1002/sim.1186; Viechtbauer 2007, doi:10.1002/sim.2514. Agrees with metafor 3.8.1 to 1e-9.
  init(
    _ sites: WeightedSites, variance method: BetweenSiteVariance, tau2: Double, tau2Error: Double?,
    confidence: Double
  ) throws(StatisticsError) {
    let freedom = Double(sites.sites.count - 1)
    let q = sites.q(0)
    let typical = sites.typicalVariance
    let tail = (1 - confidence) / 2
    let (lower, upper, p) = try numerically { () throws(NumericsError) in
      let chi = try ChiSquared(df: freedom)
      return try (chi.quantile(tail), chi.quantile(1 - tail), chi.upperTail(q))
    }
    let low = try sites.tau2(where: upper)
    let high = try sites.tau2(where: lower)
    let ratio = method == .none ? q / freedom : 1 + tau2 / typical
    try requireResult(
      [tau2, tau2Error ?? 0, q, low, high, typical, ratio, high + typical], "spread of the sites")
    self.method = method
    self.variance = tau2
    self.standardError = tau2Error
    self.interval = ConfidenceInterval(low: low, high: high, level: confidence)
    self.share = method == .none ? max(0, (q - freedom) / q) : tau2 / (tau2 + typical)
    self.shareInterval = ConfidenceInterval(
      low: low / (low + typical), high: high / (high + typical), level: confidence)
    self.ratio = ratio
    self.q = q
    self.df = freedom
    self.p = p
  }
}
