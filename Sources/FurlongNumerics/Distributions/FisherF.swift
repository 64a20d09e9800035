import CBoostMath

/// The F distribution: a ratio of two independent χ², each over its degrees of freedom.
///
/// ```
/// (χ²(df1) / df1) / (χ²(df2) / df2)
/// ```
///
/// Accuracy: within 1e-12 relative of mpmath's 40 digits, far tails included.
public struct FisherF: Equatable, Sendable {
  /// The degrees of freedom of the upper χ².
  public let df1: Double
  /// The degrees of freedom of the lower χ².
  public let df2: Double

  /// Makes the distribution; throws `outsideDomain` where a parameter is not allowed.
  public init(df1: Double, df2: Double) throws(NumericsError) {
    try require(df1 > 0 && df1.isFinite, "F", "df1", df1, "above 0")
    try require(df2 > 0 && df2.isFinite, "F", "df2", df2, "above 0")
    self.df1 = df1
    self.df2 = df2
  }

  /// The density at `x`, which is 0 outside the distribution's range.
  ///
  /// - Throws: `notComputable` at an end of the range where the density is infinite.
  public func density(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "F density")
    if x < 0 || x.isInfinite { return 0 }
    return try finite(furlong_f_density(x, df1, df2), "F density")
  }

  /// The probability of a value at or below `x`, which may be infinite.
  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "F tail")
    if x <= 0 { return 0 }
    if x.isInfinite { return 1 }
    return try finite(furlong_f_lower_tail(x, df1, df2), "F tail")
  }

  /// The probability of a value above `x`, computed as a tail and not as 1 − ``lowerTail(_:)``.
  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "F tail")
    if x <= 0 { return 1 }
    if x.isInfinite { return 0 }
    return try finite(furlong_f_upper_tail(x, df1, df2), "F tail")
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "F quantile")
    return try FarQuantile(name: "F quantile", end: .infinity).checked(
      furlong_f_quantile(p, df1, df2), p, tail: lowerTail)
  }

  /// The value above which a proportion `p` of the distribution lies, also for p of 1e-300.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "F quantile")
    return try FarQuantile(name: "F quantile", end: .infinity).checked(
      furlong_f_upper_quantile(p, df1, df2), p, tail: upperTail)
  }
}
