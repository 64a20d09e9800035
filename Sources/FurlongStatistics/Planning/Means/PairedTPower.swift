/// How many pairs a paired t test needs to see a mean change, and what so many pairs can see.
///
/// ```
/// δ = √n |change| / SD(change)      power = P(|t(n − 1; δ)| > t(1−α/2; n − 1))
/// ```
///
/// Exact for normal changes. Both tails are counted, as R's `power.t.test(type = "paired", strict = TRUE)` and
/// statsmodels' `TTestPower` do; without `strict` R leaves one out. Accuracy: 1e-12 against mpmath.
/// Cohen 1988, doi:10.4324/9780203771587.
public struct PairedTPower: Equatable, Sendable {
  /// The level of the test, strictly between 0 and 1.
  public var significance: Double
  /// On which sides the test looks.
  public var sides: TestSides

  /// Chooses the level and the sides of the test.
  public init(significance: Double = 0.05, sides: TestSides = .both) {
    self.significance = significance
    self.sides = sides
  }

  /// The probability that so many pairs show a mean change.
  ///
  /// - Parameters:
  ///   - change: the true mean change, in points; its sign does not matter. 0 gives the level.
  ///   - spread: how much the changes differ.
  ///   - pairs: people with both forms, at least two.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func power(
    toSee change: Double, spread: ChangeSpread, pairs: Int
  ) throws(StatisticsError) -> Double {
    try test.require()
    try requireFinite([change], "planned changes")
    let n = try Self.count(pairs)
    return try test.power(noncentrality: change / spread.sd * n.squareRoot(), df: n - 1)
  }

  /// The fewest pairs that show a mean change with a power.
  ///
  /// About 30 evaluations of the noncentral t.
  ///
  /// - Parameters:
  ///   - change: the true mean change, in points, other than 0.
  ///   - spread: how much the changes differ.
  ///   - power: strictly between the level of the test and 1.
  /// - Throws: `outsideRange`, also where a thousand million pairs are too few; `numerics`.
  public func pairs(
    toSee change: Double, spread: ChangeSpread, power: Double = 0.8
  ) throws(StatisticsError) -> PlannedSize {
    try test.require()
    try requirePower(power, significance: significance)
    try requireDifference(change, "planned change")
    let count = try SizeSearch(least: 2).smallest(for: "planned change", change) {
      (pairs) throws(StatisticsError) in
      try self.power(toSee: change, spread: spread, pairs: pairs) >= power
    }
    return PlannedSize(
      count: count, power: try self.power(toSee: change, spread: spread, pairs: count))
  }

  /// The mean change that so many pairs show with a power, in points, above 0: either way is seen.
  ///
  /// - Parameters:
  ///   - pairs: people with both forms, at least two.
  ///   - spread: how much the changes differ.
  ///   - power: strictly between the level of the test and 1.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func change(
    visibleTo pairs: Int, spread: ChangeSpread, power: Double = 0.8
  ) throws(StatisticsError) -> Double {
    try test.require()
    let n = try Self.count(pairs)
    let change = try test.noncentrality(power: power, df: n - 1) * spread.sd / n.squareRoot()
    try requireResult([change], "change that can be seen")
    return change
  }

  private var test: TPower { TPower(significance: significance, sides: sides) }

  private static func count(_ pairs: Int) throws(StatisticsError) -> Double {
    if pairs < 2 { throw .tooFew(of: "pairs", count: pairs, needed: 2) }
    return Double(pairs)
  }
}
