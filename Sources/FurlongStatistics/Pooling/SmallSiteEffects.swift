import FurlongNumerics

/// Whether small sites report other values than large ones.
///
/// Asymmetry has many causes (small sites may serve other people), so neither test shows that results
/// were left out; with fewer than ten sites neither says much.
public struct SmallSiteEffects: Equatable, Sendable {
  /// Makes the tests; there is nothing to choose.
  public init() {}

  /// Egger's regression of the estimates on their standard errors, weighted by 1/v.
  ///
  /// ```
  /// y = a + b √v + error,  weights 1/v       t = b / SE(b), df = k − 2
  /// ```
  ///
  /// Egger et al. 1997, doi:10.1136/bmj.315.7109.629; agrees with `regtest(model = "lm")` of metafor 3.8.1.
  ///
  /// - Parameter sites: at least three, whose variances differ.
  /// - Returns: slope, its error, t and two-sided p; positive where smaller sites have larger estimates.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`, `overflow`, `noVariation`, `numerics`.
  public func egger(_ sites: [SiteEstimate]) throws(StatisticsError) -> SmallSiteSlope {
    if sites.count < 3 { throw .tooFew(of: "sites", count: sites.count, needed: 3) }
    try SiteEstimate.require(sites)
    let weights = sites.map { 1 / $0.variance }
    let errors = sites.map { $0.variance.squareRoot() }
    let total = weights.reduce(0, +)
    let meanX = zip(weights, errors).reduce(0) { $0 + $1.0 * $1.1 } / total
    let meanY = zip(weights, sites).reduce(0) { $0 + $1.0 * $1.1.estimate } / total
    var xx = 0.0
    var xy = 0.0
    for ((weight, x), site) in zip(zip(weights, errors), sites) {
      xx += weight * (x - meanX) * (x - meanX)
      xy += weight * (x - meanX) * (site.estimate - meanY)
    }
    if !(xx > 1e-20 * total * meanX * meanX) {
      throw .noVariation(in: "variances of sites", count: sites.count)
    }
    let slope = xy / xx
    var squares = 0.0
    for ((weight, x), site) in zip(zip(weights, errors), sites) {
      let rest = site.estimate - meanY - slope * (x - meanX)
      squares += weight * rest * rest
    }
    let freedom = Double(sites.count - 2)
    let error = (squares / freedom / xx).squareRoot()
    try requireResult([slope, error], "slope of the estimates")
    if error == 0 { throw .noVariation(in: "estimates about the line", count: sites.count) }
    let p = try numerically { () throws(NumericsError) in
      try 2 * StudentT(df: freedom).upperTail(abs(slope / error))
    }
    return SmallSiteSlope(slope: slope, standardError: error, df: freedom, t: slope / error, p: p)
  }

  /// Begg's rank correlation of the standardised estimates and their variances.
  ///
  /// ```
  /// τ of ((y − ȳ)/√(v − 1/Σw), v),  w = 1/v
  /// ```
  ///
  /// Begg & Mazumdar 1994, doi:10.2307/2533446; agrees with `ranktest` of metafor 3.8.1.
  ///
  /// - Parameter sites: at least three.
  /// - Throws: `notFinite`, `outsideRange`, and as ``KendallCorrelation``.
  public func begg(_ sites: [SiteEstimate]) throws(StatisticsError) -> CorrelationEstimate {
    let weighted = WeightedSites(sites: sites)
    if sites.count < 3 { throw .tooFew(of: "sites", count: sites.count, needed: 3) }
    try SiteEstimate.require(sites)
    let weights = weighted.weights(0)
    let mean = weighted.mean(weights)
    let share = 1 / weights.reduce(0, +)
    return try KendallCorrelation().estimate(
      between: sites.map { ($0.estimate - mean) / ($0.variance - share).squareRoot() },
      and: sites.map(\.variance))
  }
}

/// How estimates change with the standard error of their sites.
public struct SmallSiteSlope: Codable, Equatable, Sendable {
  /// The change of the estimate for one unit of standard error.
  public let slope: Double
  /// The slope's standard error.
  public let standardError: Double
  /// The degrees of freedom: sites less two.
  public let df: Double
  /// The slope over its standard error.
  public let t: Double
  /// The two-sided probability of a t so far from 0, if estimates did not depend on their errors.
  public let p: Double
}
