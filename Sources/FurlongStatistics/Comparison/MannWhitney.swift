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
