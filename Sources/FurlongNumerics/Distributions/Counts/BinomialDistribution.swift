import CBoostMath

/// The binomial distribution: how many of so many independent trials succeed.
///
/// ```
/// P(k) = (n choose k) pᵏ (1 − p)ⁿ⁻ᵏ,  n = trials, p = success
/// ```
///
/// Accuracy: within 1e-12 relative of R 4.2.2, far tails included.
public struct BinomialDistribution: Equatable, Sendable {
  /// How many trials there are.
  public let trials: Int
  /// The probability that one of them succeeds.
  public let success: Double

  /// Makes the distribution; throws `outsideDomain` where a parameter is not allowed.
  public init(trials: Int, success: Double) throws(NumericsError) {
    try require(
      trials >= 0, "binomial", "trials", Double(trials),
      "0 or above")
    try require(
      success >= 0 && success <= 1, "binomial", "success", success,
      "from 0 to 1")
    self.trials = trials
    self.success = success
  }

  /// The probability of exactly `count`, which is 0 outside the distribution's range.
  public func probability(_ count: Int) throws(NumericsError) -> Double {
    if count < 0 || count > trials { return 0 }
    return try finite(
      furlong_binomial_probability(Double(count), Double(trials), success), "binomial probability")
  }

  /// The probability of `count` or fewer.
  public func lowerTail(_ count: Int) throws(NumericsError) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return try finite(
      furlong_binomial_lower_tail(Double(count), Double(trials), success), "binomial tail")
  }

  /// The probability of more than `count`, computed as a tail and not as 1 − ``lowerTail(_:)``.
  public func upperTail(_ count: Int) throws(NumericsError) -> Double {
    if count < 0 { return 1 }
    if count >= trials { return 0 }
    return try finite(
      furlong_binomial_upper_tail(Double(count), Double(trials), success), "binomial tail")
  }

  /// The smallest count whose ``lowerTail(_:)`` reaches `p`.
  ///
  /// - Parameter p: strictly between 0 and 1; reached means to within 64 units in the last place.
  public func quantile(_ p: Double) throws(NumericsError) -> Int {
    try CountSearch(name: "binomial quantile").smallest(reaching: p, lowerTail: lowerTail)
  }
}
