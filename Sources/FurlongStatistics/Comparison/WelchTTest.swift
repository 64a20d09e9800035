import FurlongNumerics

/// How a difference of two means treats the groups' variances.
public enum VarianceAssumption: String, Codable, CaseIterable, Sendable {
  /// Each group has its own: Welch's degrees of freedom. The choice where nothing speaks for the other.
  case unequal
  /// Both have the same, which is pooled: Student's.
  case equal
}

/// The difference of two groups' means, with its t interval.
public struct WelchTTest: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the groups' variances are treated.
  public var variances: VarianceAssumption

  /// Chooses the confidence, and equal variances where they are known to be equal.
  public init(confidence: Double = 0.95, variances: VarianceAssumption = .unequal) {
    self.confidence = confidence
    self.variances = variances
  }

  /// The group named first minus the other.
  ///
  /// ```
  /// v = s²/n      SE = √(v₁ + v₂)      df = (v₁ + v₂)² / (v₁²/(n₁ − 1) + v₂²/(n₂ − 1))
  /// ```
  ///
  /// Welch 1947, doi:10.1093/biomet/34.1-2.28; agrees with R 4.2.2's `t.test`.
  ///
  /// - Parameters:
  ///   - group: finite, at least two.
  ///   - other: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where neither group varies, `overflow`,
  ///   `outsideRange`.
  public func compare(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> TwoGroupDifference {
    let smaller = min(group.count, other.count)
    if smaller < 2 { throw .tooFew(of: "values in a group", count: smaller, needed: 2) }
    let first = try Moments(of: group, "values")
    let second = try Moments(of: other, "values")
    if first.isConstant(at: 0) && second.isConstant(at: 0) {
      throw .noVariation(in: "values within the groups", count: group.count + other.count)
    }
    return try compare(
      GroupSummary(count: first.count, mean: first.mean, sd: first.sd),
      to: GroupSummary(count: second.count, mean: second.mean, sd: second.sd))
  }

  /// The same from what a paper says of two groups.
  ///
  /// - Parameters:
  ///   - group: at least two values, the standard deviation not negative.
  ///   - other: the group that it is compared with.
  /// - Throws: `tooFew`, `outsideRange`, `noVariation` where both standard deviations are 0.
  public func compare(
    _ group: GroupSummary, to other: GroupSummary
  ) throws(StatisticsError) -> TwoGroupDifference {
    try requireLevel(confidence)
    for summary in [group, other] { try summary.require() }
    let n1 = Double(group.count)
    let n2 = Double(other.count)
    let v1 = group.sd * group.sd / n1
    let v2 = other.sd * other.sd / n2
    if v1 + v2 == 0 {
      throw .noVariation(in: "values within the groups", count: group.count + other.count)
    }
    let (error, df): (Double, Double)
    switch variances {
    case .unequal:
      error = (v1 + v2).squareRoot()
      // Shares of the whole, so that no square overflows.
      let (a, b) = (v1 / (v1 + v2), v2 / (v1 + v2))
      df = 1 / (a * a / (n1 - 1) + b * b / (n2 - 1))
    case .equal:
      df = n1 + n2 - 2
      let pooled = ((n1 - 1) * group.sd * group.sd + (n2 - 1) * other.sd * other.sd) / df
      error = (pooled * (1 / n1 + 1 / n2)).squareRoot()
    }
    let difference = group.mean - other.mean
    let test = try MeanTest(
      estimate: difference, standardError: error, df: df, confidence: confidence)
    return TwoGroupDifference(
      group: group, other: other, difference: difference, test: test, variances: variances)
  }
}

/// A group's size, mean and spread, as a paper prints them.
public struct GroupSummary: Codable, Equatable, Sendable {
  /// How many values there are.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// Their standard deviation with n − 1.
  public let sd: Double

  /// Makes a summary of a size, a mean and a standard deviation.
  public init(count: Int, mean: Double, sd: Double) {
    self.count = count
    self.mean = mean
    self.sd = sd
  }

  /// Throws unless there are two values, a finite mean and a standard deviation.
  func require() throws(StatisticsError) {
    if count < 2 { throw .tooFew(of: "values in a group", count: count, needed: 2) }
    try requireFinite([mean], "means")
    if !(sd >= 0 && sd.isFinite) {
      throw .outsideRange(what: "standard deviation", value: sd, expected: "0 or more")
    }
  }
}

/// The difference of two groups' means: the group named first minus the other.
public struct TwoGroupDifference: Codable, Equatable, Sendable {
  /// The group named first.
  public let group: GroupSummary
  /// The group that it is compared with.
  public let other: GroupSummary
  /// The first mean minus the other.
  public let difference: Double
  /// Standard error, interval, t and p of the difference.
  public let test: MeanTest
  /// How the groups' variances were treated.
  public let variances: VarianceAssumption
}
