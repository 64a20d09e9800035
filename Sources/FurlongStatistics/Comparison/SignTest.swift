import FurlongNumerics

/// Whether more changes went up than down, whatever their sizes.
public struct SignTest: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Counts the signs of differences.
  ///
  /// ```
  /// p = P(|B − n/2| ≥ |#up − n/2|),  B binomial with n = #up + #down and ½
  /// ```
  ///
  /// Changes of 0 are dropped and counted. Agrees with R 4.2.2's `binom.test`.
  ///
  /// - Parameter differences: later minus earlier, finite.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where no difference is other than 0.
  public func test(_ differences: [Double]) throws(StatisticsError) -> Signs {
    if differences.isEmpty { throw .tooFew(of: "differences", count: 0, needed: 1) }
    try requireFinite(differences, "differences")
    let up = differences.count { $0 > 0 }
    let down = differences.count { $0 < 0 }
    if up + down == 0 { throw .noVariation(in: "pairs", count: differences.count) }
    return Signs(
      up: up, down: down, zeros: differences.count - up - down,
      p: try EvenSplit(up, down).probability())
  }
}

/// How many changes went up, and how many down.
public struct Signs: Codable, Equatable, Sendable {
  /// How many are above 0.
  public let up: Int
  /// How many are below 0.
  public let down: Int
  /// How many are 0 and were dropped.
  public let zeros: Int
  /// The two-sided probability of so uneven a split, if up and down were as likely.
  public let p: Double
}

/// Two counts that would be equal but for chance.
struct EvenSplit {
  private let fewer: Int
  private let total: Int

  init(_ first: Int, _ second: Int) {
    fewer = min(first, second)
    total = first + second
  }

  /// Twice the smaller tail, 1 for an even split.
  func probability() throws(StatisticsError) -> Double {
    if total == 0 { return 1 }
    return try numerically { () throws(NumericsError) in
      try min(1, 2 * BinomialDistribution(trials: total, success: 0.5).lowerTail(fewer))
    }
  }

  /// The same with half of the probability of what was observed.
  func midProbability() throws(StatisticsError) -> Double {
    if total == 0 || 2 * fewer == total { return 1 }
    return try numerically { () throws(NumericsError) in
      let even = try BinomialDistribution(trials: total, success: 0.5)
      return try min(1, 2 * even.lowerTail(fewer) - even.probability(fewer))
    }
  }
}
