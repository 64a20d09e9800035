/// The difference of two groups' trimmed means.
public struct YuenTest: Equatable, Sendable {
  /// The proportion cut off at each end of each group, from 0 to below one half.
  public var trim: Double
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses how much is cut off at each end, and the confidence.
  public init(trim: Double = 0.2, confidence: Double = 0.95) {
    self.trim = trim
    self.confidence = confidence
  }

  /// The group named first minus the other.
  ///
  /// ```
  /// v = SSw / (h (h − 1))      SE = √(v₁ + v₂)      df = (v₁ + v₂)² / (v₁²/(h₁ − 1) + v₂²/(h₂ − 1))
  /// ```
  ///
  /// SSw are the squares of the winsorised group and h how many are left. Yuen 1974,
  /// doi:10.1093/biomet/61.1.165; agrees with scipy 1.17.1's `ttest_ind(trim:)`. Without trimming it is
  /// ``WelchTTest``.
  ///
  /// - Parameters:
  ///   - group: finite; at least two are left after trimming.
  ///   - other: likewise.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`, `overflow`, `noVariation` where neither middle
  ///   varies.
  public func compare(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> TrimmedDifference {
    try requireLevel(confidence)
    let first = try TrimmedSample(group, trim: trim)
    let second = try TrimmedSample(other, trim: trim)
    if first.winsorised.isConstant(at: 0) && second.winsorised.isConstant(at: 0) {
      throw .noVariation(in: "values within the groups", count: group.count + other.count)
    }
    let h1 = Double(first.kept)
    let h2 = Double(second.kept)
    let v1 = first.winsorised.squares / (h1 * (h1 - 1))
    let v2 = second.winsorised.squares / (h2 * (h2 - 1))
    let (a, b) = (v1 / (v1 + v2), v2 / (v1 + v2))
    let difference = first.trimmed.mean - second.trimmed.mean
    let test = try MeanTest(
      estimate: difference, standardError: (v1 + v2).squareRoot(),
      df: 1 / (a * a / (h1 - 1) + b * b / (h2 - 1)), confidence: confidence)
    return TrimmedDifference(
      kept: first.kept, otherKept: second.kept, mean: first.trimmed.mean,
      otherMean: second.trimmed.mean, difference: difference, test: test)
  }
}

/// The difference of two groups' trimmed means: the group named first minus the other.
public struct TrimmedDifference: Codable, Equatable, Sendable {
  /// How many of the group named first are in its mean.
  public let kept: Int
  /// How many of the other group are in its mean.
  public let otherKept: Int
  /// The trimmed mean of the group named first.
  public let mean: Double
  /// The trimmed mean of the other group.
  public let otherMean: Double
  /// The first minus the other.
  public let difference: Double
  /// Standard error, interval, t and p of the difference.
  public let test: MeanTest
}
