import CBoostMath

/// The beta distribution on 0 to 1.
///
/// ```
/// density(x) = x^(a − 1) (1 − x)^(b − 1) / B(a, b)
/// ```
///
/// Accuracy: within 1e-12 relative of mpmath's 50 digits, far tails included.
public struct BetaDistribution: Equatable, Sendable {
  /// The first shape, the weight near 1.
  public let a: Double
  /// The second shape, the weight near 0.
  public let b: Double

  /// Makes the distribution; throws `outsideDomain` where a parameter is not allowed.
  public init(a: Double, b: Double) throws(NumericsError) {
    try require(a > 0 && a.isFinite, "beta", "a", a, "above 0")
    try require(b > 0 && b.isFinite, "beta", "b", b, "above 0")
    self.a = a
    self.b = b
  }

  /// The density at `x`, which is 0 outside the distribution's range.
  ///
  /// - Throws: `notComputable` at an end of the range where the density is infinite.
  public func density(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "beta density")
    if x < 0 || x > 1 { return 0 }
    return try finite(furlong_beta_density(x, a, b), "beta density")
  }

  /// The probability of a value at or below `x`, which may be infinite.
  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "beta tail")
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return try finite(furlong_beta_lower_tail(x, a, b), "beta tail")
  }

  /// The probability of a value above `x`, computed as a tail and not as 1 − ``lowerTail(_:)``.
  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "beta tail")
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return try finite(furlong_beta_upper_tail(x, a, b), "beta tail")
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "beta quantile")
    return try FarQuantile(name: "beta quantile", end: 1).checked(
      furlong_beta_quantile(p, a, b), p, tail: lowerTail)
  }

  /// The value above which a proportion `p` of the distribution lies, also for p of 1e-300.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "beta quantile")
    return try FarQuantile(name: "beta quantile", end: 1).checked(
      furlong_beta_upper_quantile(p, a, b), p, tail: upperTail)
  }
}
