import FurlongNumerics

/// Whether the means of several groups differ, where each group varies in its own way.
public struct WelchAnalysisOfVariance: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Weighs each group's mean by its precision.
  ///
  /// ```
  /// wᵢ = nᵢ/sᵢ²     x̃ = Σ wᵢ x̄ᵢ / Σ wᵢ     Λ = Σ (1 − wᵢ/Σw)² / (nᵢ − 1)
  /// F = (Σ wᵢ (x̄ᵢ − x̃)² / (k − 1)) / (1 + 2(k − 2) Λ / (k² − 1))     df: k − 1 and (k² − 1) / (3Λ)
  /// ```
  ///
  /// With two groups it is ``WelchTTest``, F being t². Welch 1951, doi:10.1093/biomet/38.3-4.330; agrees with
  /// R 4.2.2's `oneway.test`.
  ///
  /// - Parameter groups: at least two, each of at least two finite values that are not all equal.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where a group does not vary, `overflow`.
  public func compare(_ groups: [[Double]]) throws(StatisticsError) -> WeightedMeansComparison {
    let centred = try CentredGroups(groups)
    for group in centred.moments where group.isConstant(at: abs(centred.centre)) {
      throw .noVariation(in: "values of a group", count: group.count)
    }
    // Precisions relative to the first group's, so that no product overflows.
    let unit = centred.moments[0].variance
    let weights = centred.moments.map { Double($0.count) / ($0.variance / unit) }
    let whole = weights.reduce(0, +)
    let centre = zip(weights, centred.moments).reduce(0.0) { $0 + $1.0 * $1.1.mean } / whole
    var between = CompensatedSum()
    var lambda = 0.0
    for (weight, group) in zip(weights, centred.moments) {
      let gap = group.mean - centre
      between.add(weight * gap / unit * gap)
      let rest = 1 - weight / whole
      lambda += rest * rest / Double(group.count - 1)
    }
    let k = Double(groups.count)
    let f = between.total / (k - 1) / (1 + 2 * (k - 2) * lambda / (k * k - 1))
    guard f.isFinite else { throw .overflow(in: "ratio of mean squares") }
    let dfWithin = (k * k - 1) / (3 * lambda)
    let p = try numerically { () throws(NumericsError) in
      try FisherF(df1: k - 1, df2: dfWithin).upperTail(f)
    }
    return WeightedMeansComparison(
      groups: centred.summaries, f: f, dfBetween: groups.count - 1, dfWithin: dfWithin, p: p)
  }
}

/// Several groups' means compared by Welch's F.
public struct WeightedMeansComparison: Codable, Equatable, Sendable {
  /// Size, mean and standard deviation of each group, in the order given.
  public let groups: [GroupSummary]
  /// Welch's F.
  public let f: Double
  /// The degrees of freedom above: groups minus one.
  public let dfBetween: Int
  /// The degrees of freedom below, which need not be whole.
  public let dfWithin: Double
  /// The probability of an F as large, if all groups had the same mean.
  public let p: Double
}
