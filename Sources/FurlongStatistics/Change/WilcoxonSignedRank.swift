import FurlongNumerics

/// Whether changes lie about 0, by the ranks of their sizes.
public struct WilcoxonSignedRank: Equatable, Sendable {
  /// Up to how many differences other than 0 the exact distribution is computed; at most 1,000, as
  /// the 2ⁿ ways to place signs are counted in a `Double`.
  public var exactLimit: Int
  /// What becomes of differences of 0.
  public var zeros: ZeroPolicy

  /// Chooses up to how many differences other than 0 the distribution is exact, and what becomes of
  /// those that are 0.
  public init(exactLimit: Int = 1000, zeros: ZeroPolicy = .drop) {
    self.exactLimit = min(exactLimit, 1000)
    self.zeros = zeros
  }

  /// Tests differences against a distribution that is symmetric about 0.
  ///
  /// ```
  /// W⁺ = Σ rank(|d|) over d > 0        p = P(|W − E W| ≥ |W⁺ − E W|)
  /// ```
  ///
  /// Zeros are counted and, by ``zeros``, dropped before or after ranking; equal sizes share their mean
  /// rank. The distribution is that of all
  /// 2ⁿ signs of the ranks observed, exact with ties too (dynamic programming over doubled ranks,
  /// O(n·min(W⁺, W⁻)), relative error below 1e-12); past ``exactLimit`` it is the normal approximation with the variance
  /// of these ranks and no continuity correction. The answer says which. Sizes are tied when equal as
  /// numbers: differences of sum scores are, those of rounded averages may not be.
  /// Agrees with coin's `wilcoxsign_test(distribution = "exact", zero.method = "Wilcoxon")`.
  /// Pratt's policy with `zero.method = "Pratt"`. Wilcoxon 1945, doi:10.2307/3001968; Streitberg & Röhmel 1986.
  ///
  /// - Parameter differences: later minus earlier, finite.
  /// - Throws: `notFinite`; `noVariation` where no difference is other than 0 (or there is none at all,
  ///   `tooFew`).
  public func test(_ differences: [Double]) throws(StatisticsError) -> SignedRanks {
    if differences.isEmpty { throw .tooFew(of: "differences", count: 0, needed: 1) }
    try requireFinite(differences, "differences")
    let moved = differences.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
    if moved.isEmpty { throw .noVariation(in: "pairs", count: differences.count) }
    let still = differences.count - moved.count
    let doubled = MidRanks(of: moved.map { abs($0) }).doubled.map {
      zeros == .rankThenDrop ? $0 + 2 * still : $0
    }
    let total = doubled.reduce(0, +)
    var plus = 0
    for (difference, rank) in zip(moved, doubled) where difference > 0 { plus += rank }
    let exact = moved.count <= exactLimit
    let p =
      exact
      ? Self.exactP(doubled, smaller: min(plus, total - plus))
      : try Self.approximateP(doubled, plus: plus, total: total)
    return SignedRanks(
      wPlus: Double(plus) / 2, wMinus: Double(total - plus) / 2, count: moved.count,
      zeros: still,
      tied: Set(doubled).count < doubled.count, p: p,
      method: exact ? .exact : .normalApproximation)
  }

  /// Twice P(W ≤ smaller): the distribution is symmetric about half the total.
  private static func exactP(_ doubled: [Int], smaller: Int) -> Double {
    // Without ties every doubled rank is even, and half the table does.
    let even = doubled.allSatisfy { $0.isMultiple(of: 2) }
    let ranks = even ? doubled.map { $0 / 2 } : doubled
    let last = even ? smaller / 2 : smaller
    return min(1, 2 * SignedSums.lowerTail(ranks, most: last))
  }

  private static func approximateP(
    _ doubled: [Int], plus: Int, total: Int
  ) throws(StatisticsError) -> Double {
    var squares = 0.0
    for rank in doubled { squares += Double(rank) * Double(rank) }
    let z = (Double(plus) - Double(total) / 2) / (squares / 4).squareRoot()
    return try numerically { () throws(NumericsError) in
      try min(1, 2 * NormalDistribution().upperTail(abs(z)))
    }
  }
}

/// The ranks of changes by sign, and how likely their imbalance is.
public struct SignedRanks: Codable, Equatable, Sendable {
  /// The sum of the ranks of the differences above 0.
  public let wPlus: Double
  /// The sum of the ranks of the differences below 0.
  public let wMinus: Double
  /// How many differences are other than 0.
  public let count: Int
  /// How many differences are 0 and were dropped, before or after ranking.
  public let zeros: Int
  /// Whether some sizes are equal.
  public let tied: Bool
  /// The two-sided probability of so large an imbalance, if changes lay symmetrically about 0.
  public let p: Double
  /// How the probability was computed.
  public let method: SignedRankMethod
}

/// What a test of signed ranks does with differences of 0.
public enum ZeroPolicy: String, Codable, CaseIterable, Sendable {
  /// They are dropped before sizes are ranked: Wilcoxon's own.
  case drop
  /// They take the lowest ranks and are dropped after: Pratt 1959, doi:10.1080/01621459.1959.10501526.
  case rankThenDrop = "rank_then_drop"
}

/// How the distribution of ranks was computed.
public enum SignedRankMethod: String, Codable, Sendable {
  /// All ways to give the observed ranks their signs, or to divide them into two groups.
  case exact
  /// The normal distribution with the variance of the observed ranks, without continuity correction.
  case normalApproximation
}
