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
  /// Accuracy: 1e-11 relative, against mpmath. About 10 evaluations of the noncentral t.
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
      let z = try -NormalDistribution().quantile(tail)
      // On the normal scale the probability is nearly a straight line in δ, of this slope: a secant
      // closes in from its first step, and a bracket is only needed where the tail is not to be had.
      let spread = (1 + t * t / (2 * df)).squareRoot()
      let start = t + z * spread
      if let root = try secant(from: start, step: spread, t: t, df: df, z: z) { return root }
      return try bracketed(about: start, step: max(spread, abs(t) / 8), t: t, df: df, tail: tail)
    }
  }

  /// The root on the normal scale, or nil where a step does not come closer.
  private func secant(
    from start: Double, step spread: Double, t: Double, df: Double, z: Double
  ) throws(NumericsError) -> Double? {
    func excess(_ delta: Double) throws(NumericsError) -> Double? {
      let p = try NoncentralT(df: df, noncentrality: delta).lowerTail(t)
      return p > 0 && p < 0.9 ? try NormalDistribution().quantile(p) + z : nil
    }
    var delta = start
    guard var value = try excess(delta) else { return nil }
    var slope = -1 / spread
    for _ in 0..<12 {
      let next = delta - value / slope
      // The probability has 16 figures, and its normal quantile a few less.
      if abs(next - delta) <= 1e-14 * max(1, abs(next)) { return next }
      guard let after = try excess(next), abs(after) < abs(value) else {
        return abs(value) < 1e-13 ? delta : nil
      }
      slope = (after - value) / (next - delta)
      if !(slope < 0) { return abs(after) < 1e-13 ? next : nil }
      delta = next
      value = after
    }
    return abs(value) < 1e-13 ? delta : nil
  }

  private func bracketed(
    about centre: Double, step first: Double, t: Double, df: Double, tail: Double
  ) throws(NumericsError) -> Double {
    func excess(_ delta: Double) throws(NumericsError) -> Double {
      try NoncentralT(df: df, noncentrality: delta).lowerTail(t) - tail
    }
    var step = first
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
