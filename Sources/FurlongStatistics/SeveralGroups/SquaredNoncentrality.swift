import FurlongNumerics

/// The noncentralities λ of F or χ² that an observed value is compatible with.
///
/// ```
/// P(X ≤ x; λL) = 1 − α/2        P(X ≤ x; λU) = α/2        0 where no λ does that
/// ```
///
/// Steiger 2004, doi:10.1037/1082-989X.9.2.164.
struct SquaredNoncentrality {
  /// The confidence of the interval.
  let confidence: Double

  /// Beyond it the series of the noncentral tails take minutes, or do not end.
  private static let most = 5e8

  /// The interval of λ.
  ///
  /// - Parameters:
  ///   - start: a λ of the right size, such as x times its degrees of freedom.
  ///   - lowerTail: P(X ≤ x) for a λ of 0 or more, which falls as λ grows.
  func limits(
    near start: Double, lowerTail: (Double) throws(NumericsError) -> Double
  ) throws(StatisticsError) -> ConfidenceInterval {
    if !(start <= Self.most) {
      throw .outsideRange(
        what: "noncentrality that an interval is sought for", value: start,
        expected: "at most \(Self.most): fewer persons, or groups less far apart")
    }
    let tail = (1 - confidence) / 2
    let low = try reached(1 - tail, near: start, lowerTail)
    let high = try reached(tail, near: start, lowerTail)
    return ConfidenceInterval(low: low, high: high, level: confidence)
  }

  private func reached(
    _ probability: Double, near start: Double,
    _ lowerTail: (Double) throws(NumericsError) -> Double
  ) throws(StatisticsError) -> Double {
    try numerically { () throws(NumericsError) in
      func excess(_ lambda: Double) throws(NumericsError) -> Double {
        try lowerTail(lambda) - probability
      }
      if try excess(0) <= 0 { return 0 }
      var high = max(1, start)
      var low = 0.0
      for _ in 0..<60 where try excess(high) > 0 {
        low = high
        high *= 2
      }
      return try BracketedRoot().between(low, and: high, of: excess)
    }
  }
}
