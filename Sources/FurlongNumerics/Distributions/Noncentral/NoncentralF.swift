import CBoostMath

/// The noncentral F distribution: as F with a noncentral χ² above the line.
///
/// ```
/// (χ²(df1, λ) / df1) / (χ²(df2) / df2)
/// ```
///
/// Accuracy: within 1e-11 relative of mpmath's 40 digits, both tails.
public struct NoncentralF: Equatable, Sendable {
  /// The degrees of freedom of the upper χ².
  public let df1: Double
  /// The degrees of freedom of the lower χ².
  public let df2: Double
  /// The noncentrality λ: the sum of the squared means.
  public let noncentrality: Double

  /// Makes the distribution; throws `outsideDomain` where a parameter is not allowed.
  public init(df1: Double, df2: Double, noncentrality: Double) throws(NumericsError) {
    try require(df1 > 0 && df1.isFinite, "noncentral F", "df1", df1, "above 0")
    try require(df2 > 0 && df2.isFinite, "noncentral F", "df2", df2, "above 0")
    try require(
      noncentrality >= 0 && noncentrality.isFinite, "noncentral F", "noncentrality", noncentrality,
      "0 or above")
    self.df1 = df1
    self.df2 = df2
    self.noncentrality = noncentrality
  }

  /// The density at `x`, which is 0 outside the distribution's range.
  ///
  /// - Throws: `notComputable` at an end of the range where the density is infinite.
  public func density(_ x: Double) throws(NumericsError) -> Double {
    if noncentrality == 0 { return try central.density(x) }
    try requireNumber(x, "noncentral F density")
    if x < 0 || x.isInfinite { return 0 }
    return try finite(
      furlong_noncentral_f_density(x, df1, df2, noncentrality), "noncentral F density")
  }

  /// The probability of a value at or below `x`, which may be infinite.
  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    if noncentrality == 0 { return try central.lowerTail(x) }
    try requireNumber(x, "noncentral F tail")
    if x <= 0 { return 0 }
    if x.isInfinite { return 1 }
    return try finite(
      furlong_noncentral_f_lower_tail(x, df1, df2, noncentrality), "noncentral F tail")
  }

  /// The probability of a value above `x`, computed as a tail and not as 1 − ``lowerTail(_:)``.
  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    if noncentrality == 0 { return try central.upperTail(x) }
    try requireNumber(x, "noncentral F tail")
    if x <= 0 { return 1 }
    if x.isInfinite { return 0 }
    return try finite(
      furlong_noncentral_f_upper_tail(x, df1, df2, noncentrality), "noncentral F tail")
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    if noncentrality == 0 { return try central.quantile(p) }
    try requireProbability(p, "noncentral F quantile")
    return try finite(
      furlong_noncentral_f_quantile(p, df1, df2, noncentrality), "noncentral F quantile")
  }

  /// The value above which a proportion `p` of the distribution lies, also for p of 1e-300.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    if noncentrality == 0 { return try central.upperQuantile(p) }
    try requireProbability(p, "noncentral F quantile")
    return try finite(
      furlong_noncentral_f_upper_quantile(p, df1, df2, noncentrality), "noncentral F quantile")
  }

  // Boost 1.74 gives a negative upper tail where the noncentrality is 0.
  private var central: FisherF {
    get throws(NumericsError) { try FisherF(df1: df1, df2: df2) }
  }
}
