import Foundation
import FurlongNumerics

/// Pools the estimates of several sites into one, and says how far the sites differ.
public struct SitePooling: Equatable, Sendable {
  /// How the pooled estimate's error and interval are made.
  public enum Interval: String, Codable, CaseIterable, Sendable {
    /// Hartung & Knapp 2001, doi:10.1002/sim.1009; Sidik & Jonkman 2002: t with k − 1 df, its error scaled by
    /// how far the sites really scatter.
    case hartungKnapp
    /// As `hartungKnapp`, never narrower than with the model's own error (Röver, Knapp & Friede 2015,
    /// doi:10.1186/s12874-015-0091-1).
    case hartungKnappGuarded
    /// The model's error with t of k − 1 df.
    case studentT
    /// The model's error with the normal distribution: too narrow for few sites.
    case normal
  }

  /// Which distribution makes the prediction interval: texts differ, so the answer says which.
  public enum Prediction: String, Codable, CaseIterable, Sendable {
    /// t with k − 1 df (IntHout, Ioannidis, Rovers & Goeman 2016, doi:10.1136/bmjopen-2015-010247).
    case sitesLessOne
    /// t with k − 2 df (Higgins, Thompson & Spiegelhalter 2009, doi:10.1111/j.1467-985X.2008.00552.x).
    case sitesLessTwo
    /// The normal distribution.
    case normal
  }

  /// How the variance between sites is estimated.
  public var variance: BetweenSiteVariance
  /// How the pooled estimate's interval is made.
  public var interval: Interval
  /// Which distribution makes the prediction interval.
  public var prediction: Prediction
  /// The confidence of all intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses how to pool: REML with Hartung and Knapp's interval unless told otherwise.
  public init(
    variance: BetweenSiteVariance = .restrictedLikelihood, interval: Interval = .hartungKnapp,
    prediction: Prediction = .sitesLessOne, confidence: Double = 0.95
  ) {
    self.variance = variance
    self.interval = interval
    self.prediction = prediction
    self.confidence = confidence
  }

  /// Pools estimates.
  ///
  /// ```
  /// w = 1/(v + τ²)      μ = Σwy/Σw      SE = 1/√Σw
  /// Hartung and Knapp:  SE² = q/Σw,  q = Σw(y − μ)²/(k − 1)      guarded: max(1, q)
  /// prediction:         μ ± t √(τ² + SE²)
  /// ```
  ///
  /// Agrees with metafor 3.8.1 to 1e-9 (τ² of REML and ML to 1e-7, where metafor stops iterating).
  ///
  /// - Parameter sites: at least two, finite, variances above 0.
  /// - Returns: the pooled estimate on the scale and with the sign of the sites' own.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`, `numerics`.
  public func pool(_ sites: [SiteEstimate]) throws(StatisticsError) -> PooledEstimate {
    try requireLevel(confidence)
    if sites.count < 2 { throw .tooFew(of: "sites", count: sites.count, needed: 2) }
    try SiteEstimate.require(sites)
    let weighted = WeightedSites(sites: sites)
    try requireResult(
      [weighted.typicalVariance, weighted.q(0), weighted.bound], "spread of the sites")
    let (tau2, tau2Error) = try variance.estimate(weighted)
    let weights = weighted.weights(tau2)
    let total = weights.reduce(0, +)
    let mean = weighted.mean(weights)
    let freedom = Double(sites.count - 1)
    let scatter = weighted.q(tau2) / freedom
    let scale =
      switch interval {
      case .hartungKnapp: scatter
      case .hartungKnappGuarded: max(1, scatter)
      case .studentT, .normal: 1.0
      }
    if scale == 0 { throw .noVariation(in: "sites' estimates", count: sites.count) }
    let error = (scale / total).squareRoot()
    try requireResult([mean, error, mean / error], "pooled estimate")
    let test = try PooledTest(df: interval == .normal ? nil : freedom, confidence: confidence)
    let half = error * test.critical
    try requireResult([mean - half, mean + half], "limits of the pooled estimate")
    return PooledEstimate(
      sites: sites.count, estimate: mean, standardError: error, df: test.df,
      statistic: mean / error, p: try test.p(mean / error),
      interval: ConfidenceInterval(low: mean - half, high: mean + half, level: confidence),
      scatter: scatter, prediction: try predictionInterval(mean, tau2, error, sites.count),
      heterogeneity: try Heterogeneity(
        weighted, variance: variance, tau2: tau2, tau2Error: tau2Error, confidence: confidence),
      weights: weights.map { $0 / total })
  }

  /// The pooled estimate without each of the sites in turn, in their order.
  ///
  /// - Parameter sites: at least three.
  /// - Throws: as ``pool(_:)``.
  public func leavingOneOut(_ sites: [SiteEstimate]) throws(StatisticsError) -> [PooledEstimate] {
    if sites.count < 3 { throw .tooFew(of: "sites", count: sites.count, needed: 3) }
    var pooled: [PooledEstimate] = []
    for index in sites.indices {
      var others = sites
      others.remove(at: index)
      pooled.append(try pool(others))
    }
    return pooled
  }

  private func predictionInterval(
    _ mean: Double, _ tau2: Double, _ error: Double, _ count: Int
  ) throws(StatisticsError) -> PredictionInterval? {
    if variance == .none { return nil }
    let df: Double? =
      switch prediction {
      case .normal: nil
      case .sitesLessOne: Double(count - 1)
      case .sitesLessTwo: Double(count - 2)
      }
    if let df, df < 1 { return nil }
    let half =
      try PooledTest(df: df, confidence: confidence).critical * (tau2 + error * error).squareRoot()
    return PredictionInterval(
      interval: ConfidenceInterval(low: mean - half, high: mean + half, level: confidence), df: df)
  }
}

/// The normal distribution, or t with its degrees of freedom.
private struct PooledTest {
  let df: Double?
  let critical: Double

  init(df: Double?, confidence: Double) throws(StatisticsError) {
    self.df = df
    let p = (1 + confidence) / 2
    critical = try numerically { () throws(NumericsError) in
      if let df { return try StudentT(df: df).quantile(p) }
      return try NormalDistribution().quantile(p)
    }
  }

  func p(_ statistic: Double) throws(StatisticsError) -> Double {
    try numerically { () throws(NumericsError) in
      if let df { return try 2 * StudentT(df: df).upperTail(abs(statistic)) }
      return try 2 * NormalDistribution().upperTail(abs(statistic))
    }
  }
}
