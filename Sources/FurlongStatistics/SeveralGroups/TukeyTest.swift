import FurlongNumerics

/// Which of several groups' means differ, where all groups vary alike: Tukey's honest differences.
public struct TukeyTest: Equatable, Sendable {
  /// The confidence of all intervals together, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of all intervals together.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Compares every pair of groups: the one named first minus the other.
  ///
  /// ```
  /// SE = √(MSW (1/nᵢ + 1/nⱼ))     p = P(Q > √2 |x̄ᵢ − x̄ⱼ| / SE)     x̄ᵢ − x̄ⱼ ± Q(1 − α) SE / √2
  /// ```
  ///
  /// Q is ``FurlongNumerics/StudentisedRange`` of all groups with N − k degrees of freedom; for unequal sizes it is Kramer's
  /// form, a little cautious (Hayter 1984, doi:10.1214/aos/1176346392). Tukey 1953; Kramer 1956, doi:10.2307/3001469.
  /// Agrees with R 4.2.2's `TukeyHSD`, and past its tenth figure with scipy 1.17.1's `tukey_hsd`.
  ///
  /// - Parameter groups: at least two, each of at least two finite values.
  /// - Returns: the pairs 0–1, 0–2 …, 1–2 ….
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where no group varies, `overflow`, `outsideRange`.
  public func compare(_ groups: [[Double]]) throws(StatisticsError) -> [PairwiseDifference] {
    try requireLevel(confidence)
    let partition = try AnalysisOfVariance().compare(groups)
    let level = confidence
    let (range, critical) = try numerically { () throws(NumericsError) in
      let range = try StudentisedRange(groups: groups.count, df: Double(partition.dfWithin))
      return (range, try range.upperQuantile(1 - level))
    }
    let means = try CentredGroups(groups).moments.map(\.mean)
    var pairs: [PairwiseDifference] = []
    for first in groups.indices {
      for second in groups.indices where second > first {
        let sizes = 1 / Double(groups[first].count) + 1 / Double(groups[second].count)
        pairs.append(
          try PairwiseDifference(
            first, second, difference: means[first] - means[second],
            standardError: partition.residualSD * sizes.squareRoot(), range: range,
            critical: critical, confidence: level))
      }
    }
    return pairs
  }
}
