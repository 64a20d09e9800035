import CBoostMath

/// The noncentral χ² distribution: a sum of squared normal numbers with variance 1 and means not 0.
///
/// ```
/// Σ (Zᵢ + μᵢ)²,  i = 1…df,  λ = Σ μᵢ²
/// ```
///
/// Accuracy: within 1e-11 relative of mpmath's 40 digits, both tails.
public struct NoncentralChiSquared: Equatable, Sendable {
  /// The degrees of freedom, which need not be whole.
  public let df: Double
  /// The noncentrality λ: the sum of the squared means.
  public let noncentrality: Double

  /// Makes the distribution; throws `outsideDomain` where a parameter is not allowed.
  public init(df: Double, noncentrality: Double) throws(NumericsError) {
    try require(df > 0 && df.isFinite, "noncentral χ²", "df", df, "above 0")
    try require(
      noncentrality >= 0 && noncentrality.isFinite, "noncentral χ²", "noncentrality", noncentrality,
      "0 or above")
    self.df = df
    self.noncentrality = noncentrality
  }

  /// The density at `x`, which is 0 outside the distribution's range.
  ///
  /// - Throws: `notComputable` at an end of the range where the density is infinite.
  public func density(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "noncentral χ² density")
    if x < 0 || x.isInfinite { return 0 }
    return try finite(
      furlong_noncentral_chi_squared_density(x, df, noncentrality), "noncentral χ² density")
  }

  /// The probability of a value at or below `x`, which may be infinite.
  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "noncentral χ² tail")
    if x <= 0 { return 0 }
    if x.isInfinite { return 1 }
    return try finite(
      furlong_noncentral_chi_squared_lower_tail(x, df, noncentrality), "noncentral χ² tail")
  }

  /// The probability of a value above `x`, computed as a tail and not as 1 − ``lowerTail(_:)``.
  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "noncentral χ² tail")
    if x <= 0 { return 1 }
    if x.isInfinite { return 0 }
    return try finite(
      furlong_noncentral_chi_squared_upper_tail(x, df, noncentrality), "noncentral χ² tail")
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "noncentral χ² quantile")
    return try finite(
      furlong_noncentral_chi_squared_quantile(p, df, noncentrality), "noncentral χ² quantile")
  }

  /// The value above which a proportion `p` of the distribution lies, also for p of 1e-300.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "noncentral χ² quantile")
    return try finite(
      furlong_noncentral_chi_squared_upper_quantile(p, df, noncentrality), "noncentral χ² quantile")
  }
}
