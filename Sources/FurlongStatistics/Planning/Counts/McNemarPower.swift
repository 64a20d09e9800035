import FurlongNumerics

/// How many people a paired yes-or-no outcome needs, seen twice, and what so many can see.
///
/// ```
/// ψ = gained + lost (of all pairs)      Δ = gained − lost
///
/// exact, mid-p   Σ P(m of n pairs change) P(m changes are split unevenly enough), over all m
/// miettinen      Φ((|Δ|√n − z √ψ) / √(ψ − Δ²(3 + ψ)/(4ψ)))
/// connor         Φ((|Δ|√n − z √ψ) / √(ψ − Δ²))
/// ```
///
/// The first two are the power itself of ``McNemarTest``'s exact and mid-p tests, before it is known how many pairs
/// will change; the others are approximations in closed form, for the χ² without correction. The exact test is cautious:
/// it needs more pairs than Miettinen's formula says.
/// Miettinen 1968, doi:10.2307/2528038; Connor 1987, doi:10.2307/2531961; Duffy 1984, doi:10.2307/2531151.
public struct McNemarPower: Equatable, Sendable {
  /// Of which test the power is, or by which formula.
  public enum Method: String, Codable, CaseIterable, Sendable {
    /// Of the exact test, by enumeration.
    case exact
    /// Of the mid-p test, by enumeration.
    case midP = "mid-p"
    /// Miettinen's approximation.
    case miettinen
    /// Connor's approximation, a little more cautious.
    case connor
  }

  /// The level of the two-sided test, strictly between 0 and 1.
  public var significance: Double
  /// Of which test, or by which formula.
  public var method: Method

  /// Chooses the level and the test.
  public init(significance: Double = 0.05, method: Method = .midP) {
    self.significance = significance
    self.method = method
  }

  /// The probability that so many pairs show the difference.
  ///
  /// Exact and mid-p: O(√n) binomial tails, 24 standard deviations of the number that change.
  ///
  /// - Parameters:
  ///   - gained: the share of all pairs that goes from no to yes.
  ///   - lost: the share of all pairs that goes from yes to no; the two are at most 1 together, and not both 0.
  ///   - pairs: people seen twice, at least one.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func power(
    gained: Double, lost: Double, pairs: Int
  ) throws(StatisticsError) -> Double {
    try requireSignificance(significance)
    try Self.require(gained, lost)
    if pairs < 1 { throw .tooFew(of: "pairs", count: pairs, needed: 1) }
    if pairs > 2 * SizeSearch.most {
      throw .outsideRange(
        what: "number of pairs", value: Double(pairs), expected: "at most \(2 * SizeSearch.most)")
    }
    switch method {
    case .exact, .midP: return try enumerated(gained, lost, pairs)
    case .miettinen, .connor: return try approximated(gained, lost, pairs)
    }
  }

  /// The fewest pairs that show the difference with a power.
  ///
  /// The power of an exact test rises in small steps back and forth; the number is one from which on it falls below no
  /// more by more than such a step.
  ///
  /// - Parameters:
  ///   - gained: the share of all pairs that goes from no to yes.
  ///   - lost: the share that goes from yes to no; other than `gained`.
  ///   - power: strictly between the level of the test and 1.
  /// - Throws: `outsideRange`, `numerics`.
  public func pairs(
    gained: Double, lost: Double, power: Double = 0.8
  ) throws(StatisticsError) -> PlannedSize {
    try requirePower(power, significance: significance)
    try Self.require(gained, lost)
    try requireDifference(gained - lost, "planned difference")
    let count = try SizeSearch(least: 1).smallest(for: "planned difference", gained - lost) {
      (pairs) throws(StatisticsError) in
      try self.power(gained: gained, lost: lost, pairs: pairs) >= power
    }
    return PlannedSize(
      count: count, power: try self.power(gained: gained, lost: lost, pairs: count))
  }

  /// The difference of shares, gained minus lost, above 0, that so many pairs show with a power.
  ///
  /// - Parameters:
  ///   - pairs: people seen twice.
  ///   - changing: the share of all pairs that changes either way, above 0, at most 1.
  ///   - power: strictly between the level of the test and 1.
  /// - Returns: the difference, or nil where even pairs that all change the same way are too few.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func difference(
    visibleTo pairs: Int, changing: Double, power: Double = 0.8
  ) throws(StatisticsError) -> Double? {
    try requirePower(power, significance: significance)
    func lack(_ difference: Double) throws(StatisticsError) -> Double {
      let gained = min(changing, (changing + difference) / 2)
      return try self.power(gained: gained, lost: changing - gained, pairs: pairs) - power
    }
    if try lack(changing) < 0 { return nil }
    return try Crossing().between(0, and: changing, of: lack)
  }

  /// Throws unless two shares of all pairs can be those that change either way.
  static func require(_ gained: Double, _ lost: Double) throws(StatisticsError) {
    for share in [gained, lost] where !(share >= 0 && share <= 1) {
      throw .outsideRange(what: "share of pairs", value: share, expected: "from 0 to 1")
    }
    let changing = gained + lost
    if !(changing > 0 && changing <= 1 + 1e-12) {
      throw .outsideRange(
        what: "share of pairs that change", value: changing, expected: "above 0, at most 1")
    }
  }

  private func approximated(
    _ gained: Double, _ lost: Double, _ pairs: Int
  ) throws(StatisticsError) -> Double {
    let changing = gained + lost
    let difference = gained - lost
    let square = difference * difference
    let variance =
      method == .connor
      ? changing - square : changing - square * (3 + changing) / (4 * changing)
    return try numerically { () throws(NumericsError) in
      let z = try -NormalDistribution().quantile(significance / 2)
      let excess = abs(difference) * Double(pairs).squareRoot() - z * changing.squareRoot()
      // All change, and all the same way: the split is certain.
      if variance <= 1e-15 { return excess > 0 ? 1 : 0 }
      return try NormalDistribution().lowerTail(excess / variance.squareRoot())
    }
  }

  private func enumerated(
    _ gained: Double, _ lost: Double, _ pairs: Int
  ) throws(StatisticsError) -> Double {
    let changing = min(1, gained + lost)
    let changes = try numerically { () throws(NumericsError) in
      try BinomialDistribution(trials: pairs, success: changing)
    }
    let mean = Double(pairs) * changing
    let reach = 12 * (mean * (1 - changing)).squareRoot() + 30
    let first = max(1, Int(mean - reach))
    let last = min(pairs, Int(mean + reach))
    guard first <= last else { return 0 }
    // The most uneven split that is not yet seen: with one more change it is the same or one further.
    var fewest = try first < 50 ? -1 : justBelow(first)
    var power = 0.0
    for count in first...last {
      while 2 * (fewest + 1) < count, try probability(fewest + 1, count) <= significance {
        fewest += 1
      }
      if fewest < 0 { continue }
      power += try numerically { () throws(NumericsError) in
        let split = try BinomialDistribution(trials: count, success: min(1, gained / changing))
        return try changes.probability(count)
          * (split.lowerTail(fewest) + split.upperTail(count - fewest - 1))
      }
    }
    return min(1, power)
  }

  /// A split that is seen for certain, close to the least uneven one.
  private func justBelow(_ count: Int) throws(StatisticsError) -> Int {
    let tail = significance / 2
    return try numerically { () throws(NumericsError) in
      try max(-1, BinomialDistribution(trials: count, success: 0.5).quantile(tail) - 3)
    }
  }

  private func probability(_ fewer: Int, _ count: Int) throws(StatisticsError) -> Double {
    let split = EvenSplit(fewer, count - fewer)
    return method == .exact ? try split.probability() : try split.midProbability()
  }
}
