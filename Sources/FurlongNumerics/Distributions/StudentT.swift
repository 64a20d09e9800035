import CBoostMath

/// Student's t distribution.
///
/// Accuracy: within 1e-13 relative of mpmath's 50 digits, far tails included.
public struct StudentT: Equatable, Sendable {
  /// The degrees of freedom, which need not be whole.
  public let df: Double

  /// Makes the distribution with a number of degrees of freedom above 0.
  public init(df: Double) throws(NumericsError) {
    try require(df > 0 && df.isFinite, "Student's t", "df", df, "above 0")
    self.df = df
  }

  /// The density at `t`.
  public func density(_ t: Double) throws(NumericsError) -> Double {
    try requireNumber(t, "Student's t density")
    if t.isInfinite { return 0 }
    return try finite(furlong_student_t_density(t, df), "Student's t density")
  }

  /// The probability of a value at or below `t`, which may be infinite.
  public func lowerTail(_ t: Double) throws(NumericsError) -> Double {
    try require(!t.isNaN, "Student's t tail", "t", t, "a number")
    if t.isInfinite { return t > 0 ? 1 : 0 }
    return try finite(furlong_student_t_lower_tail(t, df), "Student's t tail")
  }

  /// The probability of a value above `t`, which may be infinite.
  public func upperTail(_ t: Double) throws(NumericsError) -> Double {
    try lowerTail(-t)
  }

  /// The probability of a value at least as far from 0 as `t`, on either side.
  public func bothTails(_ t: Double) throws(NumericsError) -> Double {
    try min(1, 2 * lowerTail(-abs(t)))
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    try require(p > 0 && p < 1, "Student's t quantile", "p", p, "strictly between 0 and 1")
    return try finite(furlong_student_t_quantile(p, df), "Student's t quantile")
  }

  /// The value above which a proportion `p` of the distribution lies, also for p of 1e-300.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try -quantile(p)
  }
}
