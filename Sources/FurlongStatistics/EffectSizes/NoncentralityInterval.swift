import FurlongNumerics

/// The noncentralities of t that an observed t is compatible with.
///
/// ```
/// P(T ≥ t; df, δL) = α/2        P(T ≤ t; df, δU) = α/2
/// ```
///
/// Steiger & Fouladi 1997; Cumming & Finch 2001, doi:10.1177/0013164401614002.
public struct NoncentralityInterval: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The interval of the noncentrality δ for an observed t.
  ///
  /// Accuracy: 1e-11 relative, against mpmath. About 30 evaluations of the noncentral t.
  ///
  /// - Throws: `outsideRange` for the confidence, `numerics` where t or df are not allowed or the tail
  ///   cannot be computed (|t| beyond some thousands).
  public func limits(t: Double, df: Double) throws(StatisticsError) -> ConfidenceInterval {
    try requireLevel(confidence)
    let tail = (1 - confidence) / 2
    // δU of t is −δL of −t, so that one search serves both and a swap of occasions flips the signs.
    let low = try -upperLimit(t: -t, df: df, tail: tail)
    let high = try upperLimit(t: t, df: df, tail: tail)
    return ConfidenceInterval(low: low, high: high, level: confidence)
  }

  /// The δ with P(T ≤ t; df, δ) = tail.
  private func upperLimit(t: Double, df: Double, tail: Double) throws(StatisticsError) -> Double {
    try numerically { () throws(NumericsError) in
      func excess(_ delta: Double) throws(NumericsError) -> Double {
        try NoncentralT(df: df, noncentrality: delta).lowerTail(t) - tail
      }
      // With many degrees of freedom δU is close to t + z; step outward until the sign changes.
      let centre = try t - NormalDistribution().quantile(tail)
      var step = max(1, abs(t) / 8)
      var low = centre - step
      var high = centre + step
      for _ in 0..<60 where try excess(low) < 0 {
        step *= 2
        low -= step
      }
      for _ in 0..<60 where try excess(high) > 0 {
        step *= 2
        high += step
      }
      return try BracketedRoot().between(low, and: high, of: excess)
    }
  }
}
