import FurlongNumerics

/// Whether the values of one of several groups tend to lie above the others'.
public struct KruskalWallis: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Compares the groups' mean ranks.
  ///
  /// ```
  /// H = (N − 1) Σ nᵢ (r̄ᵢ − (N + 1)/2)² / ΣΣ (r − (N + 1)/2)²     p from χ², k − 1 df     ε² = H / (N − 1)
  /// ```
  ///
  /// r are mid-ranks, so that ties need no correction apart. Kruskal & Wallis 1952,
  /// doi:10.1080/01621459.1952.10483441; agrees with R 4.2.2's `kruskal.test`. O(N log N).
  ///
  /// - Parameter groups: at least two, each of at least one finite value.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where all values are equal.
  public func compare(_ groups: [[Double]]) throws(StatisticsError) -> RankedGroups {
    if groups.count < 2 { throw .tooFew(of: "groups", count: groups.count, needed: 2) }
    for group in groups where group.isEmpty {
      throw .tooFew(of: "values in a group", count: 0, needed: 1)
    }
    let values = groups.flatMap { $0 }
    try requireFinite(values, "values")
    let ranks = MidRanks(of: values)
    if ranks.ties.count == 1 { throw .noVariation(in: "values", count: values.count) }
    let middle = Double(values.count + 1) / 2
    var means: [Double] = []
    var between = CompensatedSum()
    var start = 0
    for group in groups {
      let sum = ranks.doubled[start..<start + group.count].reduce(0, +)
      let mean = Double(sum) / 2 / Double(group.count)
      means.append(mean)
      between.add(Double(group.count) * (mean - middle) * (mean - middle))
      start += group.count
    }
    let h = Double(values.count - 1) * between.total / ranks.squares
    let df = groups.count - 1
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: Double(df)).upperTail(h)
    }
    return RankedGroups(
      counts: groups.map(\.count), meanRanks: means, tied: ranks.tied, h: h, df: df, p: p,
      epsilonSquared: h / Double(values.count - 1))
  }
}

extension MidRanks {
  /// The squares of the ranks about their mean: (N³ − N − Σ (t³ − t)) / 12.
  var squares: Double {
    func cube(_ count: Int) -> Double {
      Double(count) * (Double(count) - 1) * (Double(count) + 1)
    }
    return (cube(doubled.count) - ties.reduce(0.0) { $0 + cube($1) }) / 12
  }
}

/// Several groups by rank.
public struct RankedGroups: Codable, Equatable, Sendable {
  /// The size of each group, in the order given.
  public let counts: [Int]
  /// The mean rank of each group among all values, from 1 for the lowest.
  public let meanRanks: [Double]
  /// Whether some values are equal.
  public let tied: Bool
  /// Kruskal and Wallis's H, corrected for ties.
  public let h: Double
  /// The degrees of freedom: groups minus one.
  public let df: Int
  /// The probability of an H as large, if it did not matter who is in which group.
  public let p: Double
  /// The share of the ranks' variation that lies between groups: H / (N − 1).
  public let epsilonSquared: Double
}
