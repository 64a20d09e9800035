import CBoostMath

/// The noncentral t distribution: (Z + δ) / √(χ²/df).
///
/// Accuracy: within 1e-12 relative of mpmath's 50 digits, in both tails down to 1e-240 and for df up to 1e6, where the
/// routine of R 4.2 (AS 243) keeps six figures, and Boost 1.74 six of the tail opposite to δ.
public struct NoncentralT: Equatable, Sendable {
  /// The degrees of freedom, which need not be whole.
  public let df: Double
  /// The noncentrality δ: for a paired comparison, the true d_z times √n.
  public let noncentrality: Double

  /// Makes the distribution with degrees of freedom above 0 and a finite noncentrality.
  public init(df: Double, noncentrality: Double) throws(NumericsError) {
    try require(df > 0 && df.isFinite, "noncentral t", "df", df, "above 0")
    try require(
      noncentrality.isFinite, "noncentral t", "noncentrality", noncentrality, "a finite number")
    self.df = df
    self.noncentrality = noncentrality
  }

  /// The density at `t`.
  public func density(_ t: Double) throws(NumericsError) -> Double {
    try requireNumber(t, "noncentral t density")
    if t.isInfinite { return 0 }
    return try finite(furlong_noncentral_t_density(t, df, noncentrality), "noncentral t density")
  }

  /// The probability of a value at or below `t`, which may be infinite.
  public func lowerTail(_ t: Double) throws(NumericsError) -> Double {
    try require(!t.isNaN, "noncentral t tail", "t", t, "a number")
    if t.isInfinite { return t > 0 ? 1 : 0 }
    let tail = try finite(
      furlong_noncentral_t_lower_tail(t, df, noncentrality), "noncentral t tail")
    return t < 0 && noncentrality > 0 ? opposite(tail, beyond: -t) : tail
  }

  /// The probability of a value above `t`, which may be infinite.
  public func upperTail(_ t: Double) throws(NumericsError) -> Double {
    try require(!t.isNaN, "noncentral t tail", "t", t, "a number")
    if t.isInfinite { return t > 0 ? 0 : 1 }
    let tail = try finite(
      furlong_noncentral_t_upper_tail(t, df, noncentrality), "noncentral t tail")
    return t > 0 && noncentrality < 0 ? opposite(tail, beyond: t) : tail
  }

  /// The tail opposite to δ: Boost's, or where that is small a sum that loses nothing.
  private func opposite(_ tail: Double, beyond t: Double) -> Double {
    if tail > OppositeTail.small || df > OppositeTail.most { return tail }
    return OppositeTail(df: df, noncentrality: -abs(noncentrality)).beyond(t)
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "noncentral t quantile")
    return try finite(furlong_noncentral_t_quantile(p, df, noncentrality), "noncentral t quantile")
  }

  /// The value above which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    // Turned over, the distribution has the opposite noncentrality.
    try -NoncentralT(df: df, noncentrality: -noncentrality).quantile(p)
  }
}
