import FurlongNumerics

/// Which of several groups' means differ, where each group varies in its own way.
public struct GamesHowellTest: Equatable, Sendable {
  /// The confidence of all intervals together, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of all intervals together.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Compares every pair of groups by Welch's t: the one named first minus the other.
  ///
  /// ```
  /// SE and df as in Welch's t     p = P(Q > √2 |x̄ᵢ − x̄ⱼ| / SE)     x̄ᵢ − x̄ⱼ ± Q(1 − α) SE / √2
  /// ```
  ///
  /// Q is ``FurlongNumerics/StudentisedRange`` of all groups with that pair's degrees of freedom. Games & Howell 1976,
  /// doi:10.3102/10769986001002113. Agrees with scipy 1.17.1's `tukey_hsd(equal_var=False)`.
  ///
  /// - Parameter groups: at least two, each of at least two finite values.
  /// - Returns: the pairs 0–1, 0–2 …, 1–2 ….
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where neither group of a pair varies, `overflow`,
  ///   `outsideRange`.
  public func compare(_ groups: [[Double]]) throws(StatisticsError) -> [PairwiseDifference] {
    try requireLevel(confidence)
    let centred = try CentredGroups(groups)
    let level = confidence
    var pairs: [PairwiseDifference] = []
    for first in groups.indices {
      for second in groups.indices where second > first {
        let both = [centred.moments[first], centred.moments[second]]
        if both.allSatisfy({ $0.isConstant(at: abs(centred.centre)) }) {
          throw .noVariation(
            in: "values within two groups", count: both[0].count + both[1].count)
        }
        let summaries = both.map { GroupSummary(count: $0.count, mean: $0.mean, sd: $0.sd) }
        let welch = try WelchTTest(confidence: level).compare(summaries[0], to: summaries[1])
        let (range, critical) = try numerically { () throws(NumericsError) in
          // Rounding may leave df a hair below 1, where two values meet a group without spread.
          let range = try StudentisedRange(groups: groups.count, df: max(1, welch.test.df))
          return (range, try range.upperQuantile(1 - level))
        }
        pairs.append(
          try PairwiseDifference(
            first, second, difference: welch.difference,
            standardError: welch.test.standardError, range: range, critical: critical,
            confidence: level))
      }
    }
    return pairs
  }
}
