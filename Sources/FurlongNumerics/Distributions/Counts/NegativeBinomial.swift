import CBoostMath

/// The negative binomial distribution: counts of people whose own rates differ.
///
/// ```
/// P(k) = Γ(size + k)/(Γ(size) k!) · (size/(size + mean))^size (mean/(size + mean))ᵏ
/// ```
///
/// The variance is mean + mean²/size. Accuracy: within 1e-11 relative of R 4.2.2.
public struct NegativeBinomial: Equatable, Sendable {
  /// The size θ: R's `size`, the θ of `glm.nb`; smaller spreads people further apart.
  public let size: Double
  /// The mean count.
  public let mean: Double

  /// Makes the distribution; throws `outsideDomain` where a parameter is not allowed.
  public init(size: Double, mean: Double) throws(NumericsError) {
    try require(
      size > 0 && size.isFinite, "negative binomial", "size", size,
      "above 0")
    try require(
      mean > 0 && mean.isFinite, "negative binomial", "mean", mean,
      "above 0")
    self.size = size
    self.mean = mean
  }

  /// The probability of exactly `count`, which is 0 outside the distribution's range.
  public func probability(_ count: Int) throws(NumericsError) -> Double {
    if count < 0 { return 0 }
    return try finite(
      furlong_negative_binomial_probability(Double(count), size, mean),
      "negative binomial probability")
  }

  /// The probability of `count` or fewer.
  public func lowerTail(_ count: Int) throws(NumericsError) -> Double {
    if count < 0 { return 0 }
    return try finite(
      furlong_negative_binomial_lower_tail(Double(count), size, mean), "negative binomial tail")
  }

  /// The probability of more than `count`, computed as a tail and not as 1 − ``lowerTail(_:)``.
  public func upperTail(_ count: Int) throws(NumericsError) -> Double {
    if count < 0 { return 1 }
    return try finite(
      furlong_negative_binomial_upper_tail(Double(count), size, mean), "negative binomial tail")
  }

  /// The smallest count whose ``lowerTail(_:)`` reaches `p`.
  ///
  /// - Parameter p: strictly between 0 and 1; reached means to within 64 units in the last place.
  public func quantile(_ p: Double) throws(NumericsError) -> Int {
    try CountSearch(name: "negative binomial quantile").smallest(reaching: p, lowerTail: lowerTail)
  }
}
