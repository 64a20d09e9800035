/// What several sites say together.
public struct PooledEstimate: Codable, Equatable, Sendable {
  /// How many sites.
  public let sites: Int
  /// The pooled estimate, on the sites' scale.
  public let estimate: Double
  /// Its standard error, with which the interval is made.
  public let standardError: Double
  /// The degrees of freedom of test and interval; nil where they are normal.
  public let df: Double?
  /// The estimate over its standard error.
  public let statistic: Double
  /// The two-sided probability of a statistic so far from 0, if the true mean of sites were 0.
  public let p: Double
  /// The interval of the mean of the sites' true values.
  public let interval: ConfidenceInterval
  /// Hartung and Knapp's q: how far the sites scatter, over how far the model lets them.
  public let scatter: Double
  /// Where the true value of another such site would lie; nil for a common value, or too few sites.
  public let prediction: PredictionInterval?
  /// How far the sites differ.
  public let heterogeneity: Heterogeneity
  /// Each site's share of the pooled estimate, in their order; the sum is 1.
  public let weights: [Double]
}

extension PooledEstimate {
  /// Estimate, interval and prediction on another scale, such as exp for logarithms or tanh for Fisher's z.
  ///
  /// - Parameter transform: increasing.
  public func transformed(
    _ transform: (Double) -> Double
  ) -> (estimate: Double, interval: ConfidenceInterval, prediction: ConfidenceInterval?) {
    func moved(_ interval: ConfidenceInterval) -> ConfidenceInterval {
      ConfidenceInterval(
        low: transform(interval.low), high: transform(interval.high), level: interval.level)
    }
    return (transform(estimate), moved(interval), prediction.map { moved($0.interval) })
  }
}

/// Where the true value of another site would lie.
public struct PredictionInterval: Codable, Equatable, Sendable {
  /// Its limits.
  public let interval: ConfidenceInterval
  /// The degrees of freedom of t that made it; nil for the normal distribution.
  public let df: Double?
}
