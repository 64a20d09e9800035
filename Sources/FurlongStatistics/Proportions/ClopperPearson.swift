import FurlongNumerics

/// A proportion with the exact interval, whose coverage is never below its level.
public struct ClopperPearson: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The proportion of persons to whom something applies.
  ///
  /// ```
  /// low: beta quantile α/2 of (x, n − x + 1)       high: beta quantile 1 − α/2 of (x + 1, n − x)
  /// ```
  ///
  /// Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404; agrees with R 4.2.2's `binom.test`. It is wide
  /// for few persons: ``WilsonInterval`` comes closer to the level.
  ///
  /// - Parameters:
  ///   - count: to how many it applies.
  ///   - total: of how many, at least 1.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func proportion(_ count: Int, of total: Int) throws(StatisticsError) -> Proportion {
    try requireLevel(confidence)
    try requireCount(count, of: total)
    let tail = (1 - confidence) / 2
    let (x, n) = (Double(count), Double(total))
    let (low, high) = try numerically { () throws(NumericsError) in
      (
        count == 0 ? 0 : try BetaDistribution(a: x, b: n - x + 1).quantile(tail),
        count == total ? 1 : try BetaDistribution(a: x + 1, b: n - x).upperQuantile(tail)
      )
    }
    return Proportion(
      count: count, total: total, estimate: x / n,
      interval: ConfidenceInterval(low: low, high: high, level: confidence))
  }
}
