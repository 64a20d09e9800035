import FurlongNumerics

/// Whether one group's values tend to lie above another's.
public struct MannWhitney: Equatable, Sendable {
  /// Up to how many values in both groups together the distribution is exact.
  public var exactLimit: Int

  /// Chooses up to how many values in all the distribution is exact; past 1,000 it never is.
  public init(exactLimit: Int = 200) {
    self.exactLimit = min(exactLimit, 1000)
  }

  /// Tests the group named first against the other.
  ///
  /// ```
  /// U = #{x > y} + ½ #{x = y}        P(X > Y) + ½ P(X = Y) = U / (n₁ n₂)
  /// ```
  ///
  /// The distribution is that of all ways to choose the first group from the values observed: exact with
  /// ties too, by dynamic programming over doubled mid-ranks, O(N n₁ W). Two-sided by distance from
  /// the middle. Past ``exactLimit`` it is normal with the variance of the ties observed and no continuity
  /// correction; the answer says which. Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Streitberg &
  /// Röhmel 1986. Agrees with exactRankTests' `wilcox.exact` and with enumeration.
  ///
  /// - Parameters:
  ///   - group: finite, at least one.
  ///   - other: finite, at least one.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where all values are equal.
  public func compare(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> RankSums {
    let smaller = min(group.count, other.count)
    if smaller < 1 { throw .tooFew(of: "values in a group", count: smaller, needed: 1) }
    try requireFinite(group + other, "values")
    let ranks = MidRanks(of: group + other)
    if ranks.ties.count == 1 {
      throw .noVariation(in: "values", count: group.count + other.count)
    }
    let sum = ranks.doubled[..<group.count].reduce(0, +)
    let lowest = group.count * (group.count + 1)
    let exact = group.count + other.count <= exactLimit
    let tails =
      exact
      ? RankSumDistribution(ranks.doubled, chosen: group.count).tails(of: sum)
      : try approximate(sum, ranks, group.count, other.count)
    return RankSums(
      count: group.count, otherCount: other.count, u: Double(sum - lowest) / 2,
      tied: ranks.tied, p: tails.both, pLower: tails.lower, pHigher: tails.upper,
      method: exact ? .exact : .normalApproximation)
  }

  private func approximate(
    _ sum: Int, _ ranks: MidRanks, _ first: Int, _ second: Int
  ) throws(StatisticsError) -> (lower: Double, upper: Double, both: Double) {
    let total = Double(first + second)
    let variance = ranks.sumVariance(first, second)
    let z = (Double(sum) / 2 - Double(first) * (total + 1) / 2) / variance.squareRoot()
    return try numerically { () throws(NumericsError) in
      let normal = NormalDistribution()
      return (
        try normal.lowerTail(z), try normal.upperTail(z),
        try min(1, 2 * normal.upperTail(abs(z)))
      )
    }
  }
}

/// The sums of so many ranks out of all, each choice being as likely.
struct RankSumDistribution {
  /// The probability of each sum of doubled ranks above the smallest.
  private let shares: [Double]
  private let total: Int

  init(_ doubled: [Int], chosen: Int) {
    // The highest sum is that of the highest ranks; sums of the others mirror it.
    let sorted = doubled.sorted()
    let highest = sorted.suffix(chosen).reduce(0, +)
    var tables = [[Double]](repeating: [], count: chosen + 1)
    tables[0] = [Double](repeating: 0, count: highest + 1)
    tables[0][0] = 1
    for index in 1..<(chosen + 1) { tables[index] = [Double](repeating: 0, count: highest + 1) }
    // Shares, not counts: taking in a rank as the m-th of N keeps each of the choices as likely.
    var reach = 0
    for (seen, rank) in sorted.enumerated() {
      reach = min(highest, reach + rank)
      for size in stride(from: min(chosen, seen + 1), through: 1, by: -1) {
        // Of the choices of `size` from seen + 1 the share size/(seen + 1) has the new one.
        let taken = Double(size) / Double(seen + 1)
        for sum in 0...reach {
          let with = sum >= rank ? tables[size - 1][sum - rank] : 0
          tables[size][sum] = (1 - taken) * tables[size][sum] + taken * with
        }
      }
    }
    shares = tables[chosen]
    total = doubled.reduce(0, +) * chosen
    self.count = doubled.count
  }

  private let count: Int

  /// The highest sum that, with all lower ones, is less likely than a tail, and how likely they are; nil
  /// where the lowest is not.
  func highest(below tail: Double) -> (sum: Int, share: Double)? {
    var lower = 0.0
    var found: (sum: Int, share: Double)?
    for (sum, share) in shares.enumerated() where share > 0 {
      lower += share
      if lower >= tail * (1 - 1e-12) { break }
      found = (sum, lower)
    }
    return found
  }

  func tails(of observed: Int) -> (lower: Double, upper: Double, both: Double) {
    let distance = abs(count * observed - total)
    var lower = 0.0
    var upper = 0.0
    var both = 0.0
    for (sum, share) in shares.enumerated() {
      if sum <= observed { lower += share }
      if sum >= observed { upper += share }
      if abs(count * sum - total) >= distance { both += share }
    }
    return (min(1, lower), min(1, upper), min(1, both))
  }
}

/// How two groups lie to each other by rank.
public struct RankSums: Codable, Equatable, Sendable {
  /// The size of the group named first.
  public let count: Int
  /// The size of the other group.
  public let otherCount: Int
  /// In how many pairs of one of each group the first is higher, half for equal.
  public let u: Double
  /// Whether some values are equal.
  public let tied: Bool
  /// The two-sided probability of a U as far from the middle, if it did not matter who is in which group.
  public let p: Double
  /// The probability of a U as low or lower.
  public let pLower: Double
  /// The probability of a U as high or higher.
  public let pHigher: Double
  /// How the probabilities were computed.
  public let method: SignedRankMethod

  /// The share of pairs in which the first group is higher, half for equal.
  public var superiority: Double { u / (Double(count) * Double(otherCount)) }

  /// Cliff's δ: the share of pairs in which the first group is higher, less that in which it is lower.
  public var cliffDelta: Double { 2 * superiority - 1 }
}
