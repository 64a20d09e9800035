/// How many people two groups need for Student's t test to see a difference of means, and what so many can see.
///
/// ```
/// δ = |difference| / (SD √(1/n₁ + 1/n₂))      power = P(|t(n₁ + n₂ − 2; δ)| > t(1−α/2; n₁ + n₂ − 2))
/// ```
///
/// One standard deviation for both groups. Agrees with R's `power.t.test(strict = TRUE)` and, for unequal groups, with
/// statsmodels' `TTestIndPower`.
public struct TwoGroupTPower: Equatable, Sendable {
  /// The level of the test, strictly between 0 and 1.
  public var significance: Double
  /// On which sides the test looks.
  public var sides: TestSides

  /// Chooses the level and the sides of the test.
  public init(significance: Double = 0.05, sides: TestSides = .both) {
    self.significance = significance
    self.sides = sides
  }

  /// The probability that two groups of these sizes show a difference.
  ///
  /// - Parameters:
  ///   - difference: the true difference of means, in points; its sign does not matter.
  ///   - sd: the standard deviation within each group, in points, above 0.
  ///   - group: people in one group, at least two.
  ///   - other: people in the other, at least two.
  /// - Throws: `tooFew`, `outsideRange`, `notFinite`, `numerics`.
  public func power(
    toSee difference: Double, sd: Double, group: Int, other: Int
  ) throws(StatisticsError) -> Double {
    try test.require()
    try requireFinite([difference], "planned differences")
    try requirePositive(sd, "standard deviation")
    let groups = try PlannedComparison(group, other)
    return try test.power(noncentrality: difference / (sd * groups.error), df: groups.df)
  }

  /// The smallest groups that show a difference with a power.
  ///
  /// - Parameters:
  ///   - difference: the true difference of means, in points, other than 0.
  ///   - sd: the standard deviation within each group, in points, above 0.
  ///   - power: strictly between the level of the test and 1.
  ///   - othersPerPerson: people of the other group for each of the first, above 0; rounded up.
  /// - Throws: `outsideRange`, `numerics`.
  public func sizes(
    toSee difference: Double, sd: Double, power: Double = 0.8, othersPerPerson: Double = 1
  ) throws(StatisticsError) -> PlannedGroups {
    try test.require()
    try requirePower(power, significance: significance)
    try requireDifference(difference, "planned difference")
    let ratio = try GroupRatio(othersPerPerson)
    let group = try SizeSearch(least: 2).smallest(for: "planned difference", difference) {
      (group) throws(StatisticsError) in
      try self.power(toSee: difference, sd: sd, group: group, other: ratio.others(to: group))
        >= power
    }
    return PlannedGroups(
      group: group, other: ratio.others(to: group),
      power: try self.power(toSee: difference, sd: sd, group: group, other: ratio.others(to: group))
    )
  }

  /// The difference of means that two groups of these sizes show with a power, in points, above 0.
  ///
  /// - Parameters:
  ///   - group: people in one group, at least two.
  ///   - other: people in the other, at least two.
  ///   - sd: the standard deviation within each group, in points, above 0.
  ///   - power: strictly between the level of the test and 1.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func difference(
    visibleTo group: Int, and other: Int, sd: Double, power: Double = 0.8
  ) throws(StatisticsError) -> Double {
    try test.require()
    try requirePositive(sd, "standard deviation")
    let groups = try PlannedComparison(group, other)
    let difference = try test.noncentrality(power: power, df: groups.df) * sd * groups.error
    try requireResult([difference], "difference that can be seen")
    return difference
  }

  private var test: TPower { TPower(significance: significance, sides: sides) }
}

/// How many people two groups need, and the power that they have.
public struct PlannedGroups: Codable, Equatable, Sendable {
  /// People in the group named first.
  public let group: Int
  /// People in the other.
  public let other: Int
  /// The power that so many have: at least the power asked for.
  public let power: Double
}
