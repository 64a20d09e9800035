import FurlongNumerics

/// Whether a proportion rises or falls along groups that have an order.
public struct CochranArmitageTrend: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Compares the groups' proportions with a straight line over their scores.
  ///
  /// ```
  /// T = Σ sᵢ (xᵢ − nᵢ p̄)     Var T = p̄(1 − p̄) Σ nᵢ (sᵢ − s̄)²     z = T / √Var T     slope = T / Σ nᵢ (sᵢ − s̄)²
  /// ```
  ///
  /// Cochran 1954, doi:10.2307/3001616; Armitage 1955, doi:10.2307/3001775. Agrees with R 4.2.2's
  /// `prop.trend.test`, whose χ² is z².
  ///
  /// - Parameters:
  ///   - counts: to how many of each group it applies.
  ///   - totals: the groups' sizes; a group of nobody says nothing.
  ///   - scores: the groups' places on a scale, such as sessions attended; 1, 2, 3 … where nil.
  /// - Returns: a slope above 0 where the proportion rises with the score.
  /// - Throws: `tooFew` for one group, `unequalLengths`, `outsideRange`, `notFinite`, `noVariation` where all
  ///   answers or all scores are alike.
  public func test(
    _ counts: [Int], of totals: [Int], scores: [Double]? = nil
  ) throws(StatisticsError) -> ProportionTrend {
    if counts.count != totals.count { throw .unequalLengths(counts.count, totals.count) }
    let scores = scores ?? counts.indices.map { Double($0 + 1) }
    if scores.count != totals.count { throw .unequalLengths(scores.count, totals.count) }
    if counts.count < 2 { throw .tooFew(of: "groups", count: counts.count, needed: 2) }
    try requireFinite(scores, "scores")
    for (count, total) in zip(counts, totals) where count < 0 || count > total {
      throw .outsideRange(what: "count", value: Double(count), expected: "from 0 to \(total)")
    }
    let all = try total(of: totals, "number of persons")
    let yes = counts.reduce(0, +)
    if yes == 0 || yes == all { throw .noVariation(in: "answers", count: all) }
    let n = Double(all)
    let p = Double(yes) / n
    let centre = zip(scores, totals).reduce(0.0) { $0 + $1.0 * Double($1.1) } / n
    var sum = CompensatedSum()
    var spread = CompensatedSum()
    for (score, (count, total)) in zip(scores, zip(counts, totals)) {
      sum.add((score - centre) * (Double(count) - Double(total) * p))
      spread.add(Double(total) * (score - centre) * (score - centre))
    }
    let largest = scores.reduce(0.0) { max($0, abs($1)) }
    if spread.total.squareRoot() <= 1e-14 * largest * n.squareRoot() {
      throw .noVariation(in: "scores", count: scores.count)
    }
    let z = sum.total / (p * (1 - p) * spread.total).squareRoot()
    guard z.isFinite && spread.total.isFinite else { throw .overflow(in: "trend") }
    let both = try numerically { () throws(NumericsError) in
      try min(1, 2 * NormalDistribution().upperTail(abs(z)))
    }
    return ProportionTrend(
      count: all, proportion: p, slope: sum.total / spread.total, z: z, p: both)
  }
}

/// How a proportion goes along groups that have an order.
public struct ProportionTrend: Codable, Equatable, Sendable {
  /// How many persons there are in all groups.
  public let count: Int
  /// The proportion in all groups together.
  public let proportion: Double
  /// By how much the proportion rises for each unit of the score; negative where it falls.
  public let slope: Double
  /// The slope in standard errors; its square is the χ² with one degree of freedom.
  public let z: Double
  /// The two-sided probability of a z as far from 0, if the proportion were the same in all groups.
  public let p: Double

  /// The χ² with one degree of freedom.
  public var chiSquared: Double { z * z }
}
