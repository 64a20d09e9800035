import Foundation
import FurlongNumerics

/// How many people are needed to see that events became rarer or more frequent in the same people, and what so many can see.
///
/// ```
/// SE = s / √n,  s as in LogRatioSpread      power = Φ(|log RR| / SE − z) + Φ(−|log RR| / SE − z)
/// ```
///
/// The normal approximation of the delta method behind ``PersonRateRatio``. With few events, or a few people who have most
/// of them, it is too hopeful.
public struct PersonRatePower: Equatable, Sendable {
  /// The level of the two-sided test, strictly between 0 and 1.
  public var significance: Double

  /// Chooses the level of the test.
  public init(significance: Double = 0.05) {
    self.significance = significance
  }

  /// The probability that so many people show a ratio of rates.
  ///
  /// - Parameters:
  ///   - ratio: the rate after over the rate before, above 0.
  ///   - spread: how much people differ.
  ///   - people: watched before and after, at least two.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func power(
    toSee ratio: Double, spread: LogRatioSpread, people: Int
  ) throws(StatisticsError) -> Double {
    try requireSignificance(significance)
    try requirePositive(ratio, "ratio of rates")
    if people < 2 { throw .tooFew(of: "people", count: people, needed: 2) }
    let standardised = abs(log(ratio)) / spread.perPerson * Double(people).squareRoot()
    let tail = significance / 2
    return try numerically { () throws(NumericsError) in
      try PoissonRatePower.normal(standardised, tail)
    }
  }

  /// The fewest people who show a ratio of rates with a power.
  ///
  /// - Parameters:
  ///   - ratio: the rate after over the rate before, above 0, other than 1.
  ///   - spread: how much people differ.
  ///   - power: strictly between the level of the test and 1.
  /// - Throws: `outsideRange`, `numerics`.
  public func people(
    toSee ratio: Double, spread: LogRatioSpread, power: Double = 0.8
  ) throws(StatisticsError) -> PlannedSize {
    try requireSignificance(significance)
    try requirePower(power, significance: significance)
    try requirePositive(ratio, "ratio of rates")
    try requireDifference(log(ratio), "logarithm of the planned ratio of rates")
    let count = try SizeSearch(least: 2).smallest(for: "planned ratio of rates", ratio) {
      (people) throws(StatisticsError) in
      try self.power(toSee: ratio, spread: spread, people: people) >= power
    }
    return PlannedSize(
      count: count, power: try self.power(toSee: ratio, spread: spread, people: count))
  }

  /// The ratio below 1 that so many people show with a power; its reciprocal is shown as well.
  ///
  /// - Parameters:
  ///   - people: watched before and after, at least two.
  ///   - spread: how much people differ.
  ///   - power: strictly between the level of the test and 1.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func ratio(
    visibleTo people: Int, spread: LogRatioSpread, power: Double = 0.8
  ) throws(StatisticsError) -> Double {
    try requireSignificance(significance)
    try requirePower(power, significance: significance)
    if people < 2 { throw .tooFew(of: "people", count: people, needed: 2) }
    let tail = significance / 2
    let standardised = try numerically { () throws(NumericsError) in
      try BracketedRoot().between(0, and: 80) { (x) throws(NumericsError) in
        try PoissonRatePower.normal(x, tail) - power
      }
    }
    return exp(-standardised * spread.perPerson / Double(people).squareRoot())
  }

  /// The fewest people whose interval of the ratio reaches no further than from RR / factor to RR · factor.
  ///
  /// - Parameters:
  ///   - factor: above 1, such as 1.25.
  ///   - spread: how much people differ.
  ///   - confidence: of the interval, strictly between 0 and 1.
  /// - Throws: `outsideRange`, `numerics`.
  public func people(
    within factor: Double, spread: LogRatioSpread, confidence: Double = 0.95
  ) throws(StatisticsError) -> Int {
    let reach = try LogRatioSpread.reach(of: factor)
    let z = try normalQuantile(confidence: confidence)
    return try SizeSearch(least: 2).smallest(for: "factor", factor) {
      z * spread.perPerson / Double($0).squareRoot() <= reach
    }
  }
}

/// How much one person's events before and after add to the uncertainty of a ratio of rates.
public struct LogRatioSpread: Codable, Equatable, Sendable {
  /// The standard error of the ratio's logarithm times √people.
  public let perPerson: Double

  /// The spread itself, such as that of an earlier study: ``RateRatio/logStandardError`` times √people.
  ///
  /// - Throws: `outsideRange` unless it is above 0.
  public init(perPerson: Double) throws(StatisticsError) {
    try requirePositive(perPerson, "spread of a person")
    self.perPerson = perPerson
  }

  /// The spread that an earlier study of the same kind had.
  ///
  /// - Throws: `outsideRange` where its standard error is 0.
  public init(of earlier: RateRatio) throws(StatisticsError) {
    try self.init(perPerson: earlier.logStandardError * Double(earlier.persons).squareRoot())
  }

  /// The spread from counts, their overdispersion and how they hang together.
  ///
  /// ```
  /// s² = φ/m₁ + φ/m₀ − 2ρφ/√(m₀m₁),      m₁ = RR · m₀
  /// ```
  ///
  /// - Parameters:
  ///   - before: events of a person in the time before, on average, above 0.
  ///   - ratio: the rate after over the rate before, above 0; both times are as long.
  ///   - overdispersion: φ, the variance of the counts over their mean: 1 where events are independent, often 3 to 10
  ///     for service use.
  ///   - correlation: ρ of a person's two counts, from −1 to below 1.
  /// - Throws: `outsideRange`.
  public init(
    before: Double, ratio: Double, overdispersion: Double, correlation: Double = 0
  ) throws(StatisticsError) {
    try requirePositive(before, "number of events before")
    try requirePositive(ratio, "ratio of rates")
    try requirePositive(overdispersion, "overdispersion")
    if !(correlation >= -1 && correlation < 1) {
      throw .outsideRange(what: "correlation", value: correlation, expected: "from -1 to below 1")
    }
    let after = before * ratio
    let variance =
      overdispersion
      * (1 / after + 1 / before - 2 * correlation / (before * after).squareRoot())
    try self.init(perPerson: variance.squareRoot())
  }

  /// How far an interval from RR / factor to RR · factor reaches on the logarithm's scale.
  static func reach(of factor: Double) throws(StatisticsError) -> Double {
    if !(factor > 1 && factor.isFinite) {
      throw .outsideRange(what: "factor", value: factor, expected: "above 1, such as 1.25")
    }
    return log(factor)
  }
}
