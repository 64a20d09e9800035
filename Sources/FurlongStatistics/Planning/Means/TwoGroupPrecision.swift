import FurlongNumerics

/// How many people two groups need for an interval of their difference of a given width, and how wide that of so many is.
///
/// ```
/// half-width = t(1−α/2; n₁ + n₂ − 2) · s √(1/n₁ + 1/n₂)
/// ```
///
/// One standard deviation for both groups. What s is counted with is ``SpreadAllowance``'s matter.
public struct TwoGroupPrecision: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the plan allows for chance in the standard deviation.
  public var allowance: SpreadAllowance

  /// Chooses the confidence and how chance in the standard deviation is allowed for.
  public init(confidence: Double = 0.95, allowance: SpreadAllowance = .onAverage) {
    self.confidence = confidence
    self.allowance = allowance
  }

  /// Half the width of the interval of the difference of means, in points.
  ///
  /// Accuracy: 1e-12 against R 4.2.2 with its integral of the distribution of s.
  ///
  /// - Parameters:
  ///   - group: people in one group, at least two.
  ///   - other: people in the other, at least two.
  ///   - sd: the standard deviation within each group, in points, above 0.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func halfWidth(group: Int, other: Int, sd: Double) throws(StatisticsError) -> Double {
    try requireLevel(confidence)
    try requirePositive(sd, "standard deviation")
    let groups = try PlannedComparison(group, other)
    let tail = (1 - confidence) / 2
    let critical = try numerically { () throws(NumericsError) in
      try -StudentT(df: groups.df).quantile(tail)
    }
    return try critical * sd * allowance.share(df: groups.df) * groups.error
  }

  /// The smallest groups whose interval is no wider.
  ///
  /// - Parameters:
  ///   - halfWidth: half the width that is wanted, in points, above 0.
  ///   - sd: the standard deviation within each group, in points, above 0.
  ///   - othersPerPerson: people of the other group for each of the first, above 0; rounded up.
  /// - Throws: `outsideRange`, also where a thousand million people are too few; `numerics`.
  public func sizes(
    forHalfWidth halfWidth: Double, sd: Double, othersPerPerson: Double = 1
  ) throws(StatisticsError) -> PlannedGroupPrecision {
    try requirePositive(halfWidth, "half-width")
    let ratio = try GroupRatio(othersPerPerson)
    let group = try SizeSearch(least: 2).smallest(for: "half-width", halfWidth) {
      (group) throws(StatisticsError) in
      try self.halfWidth(group: group, other: ratio.others(to: group), sd: sd) <= halfWidth
    }
    let other = ratio.others(to: group)
    return PlannedGroupPrecision(
      group: group, other: other,
      halfWidth: try self.halfWidth(group: group, other: other, sd: sd))
  }
}

/// How many people two groups need, and how wide the interval of their difference is.
public struct PlannedGroupPrecision: Codable, Equatable, Sendable {
  /// People in the group named first.
  public let group: Int
  /// People in the other.
  public let other: Int
  /// Half the width of the interval, in points: no more than asked for.
  public let halfWidth: Double
}
