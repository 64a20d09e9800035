import FurlongNumerics

/// A median with an interval that supposes nothing about the distribution but that people are independent.
public struct MedianInterval: Equatable, Sendable {
  /// The least confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the least confidence.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The median of a sample between two of its own values.
  ///
  /// ```
  /// interval = x₍ₖ₎ to x₍ₙ₊₁₋ₖ₎,   k greatest with 2 P(B ≤ k − 1) ≤ 1 − level,  B binomial of n and ½
  /// attained = 1 − 2 P(B ≤ k − 1)
  /// ```
  ///
  /// These are the medians that the sign test does not reject. The level attained jumps with n and is at least what was
  /// asked for; with ties it is higher still. Up to 5 values the whole range attains less than 95%: then there is
  /// no interval. Of paired changes this is the interval of the median change: later minus earlier. O(n log n).
  ///
  /// Thompson 1936, doi:10.1214/aoms/1177732502; agrees with R 4.2.2's `qbinom` and `pbinom` on the order statistics.
  ///
  /// - Parameter values: finite, at least one.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange` for the confidence, `numerics`.
  public func median(of values: [Double]) throws(StatisticsError) -> MedianEstimate {
    try requireLevel(confidence)
    let median = try SampleDescription(of: values).median
    let sorted = values.sorted()
    let tail = (1 - confidence) / 2
    let n = values.count
    let (rank, attained) = try numerically { () throws(NumericsError) in
      let binomial = try BinomialDistribution(trials: n, success: 0.5)
      // The quantile is the smallest count whose lower tail reaches: all counts below it stay under.
      var rank = try binomial.quantile(tail)
      if rank < n, try binomial.lowerTail(rank) <= tail { rank += 1 }
      return (rank, rank > 0 ? 1 - 2 * (try binomial.lowerTail(rank - 1)) : 0)
    }
    return MedianEstimate(
      count: n, median: median, rank: rank,
      interval: rank > 0
        ? ConfidenceInterval(low: sorted[rank - 1], high: sorted[n - rank], level: attained) : nil)
  }
}

/// A median between two values of its sample.
public struct MedianEstimate: Codable, Equatable, Sendable {
  /// How many values there are.
  public let count: Int
  /// The middle value, or the mean of the two middle ones.
  public let median: Double
  /// Which values are the limits: that so far from the lowest, and from the highest; 0 where there is no interval.
  public let rank: Int
  /// From one value to the other with the level that is attained; nil where the whole range attains too little.
  public let interval: ConfidenceInterval?
}
