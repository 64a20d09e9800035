import CBoostMath

/// The standard normal distribution, with mean 0 and standard deviation 1.
///
/// Accuracy: within 2e-13 relative of mpmath's 50 digits down to probabilities of 1e-300.
public struct NormalDistribution: Equatable, Sendable {
  /// Makes the standard normal distribution.
  public init() {}

  /// The density at `x`.
  public func density(_ x: Double) throws(NumericsError) -> Double {
    try requireNumber(x, "normal density")
    return try finite(furlong_normal_density(x), "normal density")
  }

  /// The probability of a value at or below `x`, which may be infinite.
  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    try upperTail(-x)
  }

  /// The probability of a value above `x`, which may be infinite.
  ///
  /// Keeps its relative accuracy in the far tail, where 1 − ``lowerTail(_:)`` is 0.
  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    try require(!x.isNaN, "normal tail", "x", x, "a number")
    return try finite(furlong_normal_upper_tail(x), "normal tail")
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    try require(p > 0 && p < 1, "normal quantile", "p", p, "strictly between 0 and 1")
    return try finite(furlong_normal_quantile(p), "normal quantile")
  }

  /// The value above which a proportion `p` of the distribution lies, also for p of 1e-300.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try -quantile(p)
  }
}
