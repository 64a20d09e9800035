import CBoostMath

/// Euler's gamma function, in the forms that statistics need.
public enum GammaFunction {
  /// The natural logarithm of Γ(x).
  ///
  /// - Parameter x: above 0.
  public static func logarithm(_ x: Double) throws(NumericsError) -> Double {
    try require(x > 0 && x.isFinite, "log gamma", "x", x, "above 0")
    return try finite(furlong_log_gamma(x), "log gamma")
  }

  /// Γ(a) / Γ(b), without overflow and without the cancellation of two logarithms.
  ///
  /// - Parameters:
  ///   - a: above 0.
  ///   - b: above 0.
  public static func ratio(_ a: Double, over b: Double) throws(NumericsError) -> Double {
    try require(a > 0 && a.isFinite, "gamma ratio", "a", a, "above 0")
    try require(b > 0 && b.isFinite, "gamma ratio", "b", b, "above 0")
    return try finite(furlong_gamma_ratio(a, b - a), "gamma ratio")
  }

  /// The derivative of ln Γ at x: ψ(x).
  ///
  /// - Parameter x: above 0.
  public static func digamma(_ x: Double) throws(NumericsError) -> Double {
    try require(x > 0 && x.isFinite, "digamma", "x", x, "above 0")
    return try finite(furlong_digamma(x), "digamma")
  }

  /// The second derivative of ln Γ at x: ψ′(x).
  ///
  /// - Parameter x: above 0.
  public static func trigamma(_ x: Double) throws(NumericsError) -> Double {
    try require(x > 0 && x.isFinite, "trigamma", "x", x, "above 0")
    return try finite(furlong_trigamma(x), "trigamma")
  }
}
