import FurlongNumerics

/// Whether several coders put units into the same order: Kendall's W.
public struct KendallConcordance: Equatable, Sendable {
  /// Makes the method, which has no choices: ties are always allowed for.
  public init() {}

  /// The concordance of coders who each gave all units a value.
  ///
  /// ```
  /// W = 12 S / (m² (n³ − n) − m Σ (t³ − t))      S = Σ (R_i − R̄)²      χ² = m (n − 1) W, df n − 1
  /// ```
  ///
  /// R_i is the sum of a unit's mid-ranks over m coders, t the sizes of each coder's ties. W says nothing of
  /// whether coders gave the same values: one may be stricter throughout. The p of χ² is too large for
  /// few units. Kendall & Babington Smith 1939, doi:10.1214/aoms/1177732186. Agrees with irr 0.84.1
  /// `kendall`, and with R 4.2.2 `friedman.test`, which is the same test. O(m n log n).
  ///
  /// - Parameter units: a row a unit, a value a coder.
  /// - Throws: `tooFew` for fewer than two units or coders, `unequalLengths`, `notFinite`, `noVariation` where
  ///   each coder gave all units the same value.
  public func agreement(of units: [[Double]]) throws(StatisticsError) -> Concordance {
    let coders = units.first?.count ?? 0
    for row in units where row.count != coders { throw .unequalLengths(coders, row.count) }
    if units.count < 2 { throw .tooFew(of: "units", count: units.count, needed: 2) }
    if coders < 2 { throw .tooFew(of: "coders", count: coders, needed: 2) }
    try requireFinite(units.flatMap { $0 }, "values")
    let n = Double(units.count)
    let m = Double(coders)
    var sums = [Int](repeating: 0, count: units.count)
    var ties = 0.0
    for coder in 0..<coders {
      let ranks = MidRanks(of: units.map { $0[coder] })
      for (unit, rank) in ranks.doubled.enumerated() { sums[unit] += rank }
      for tie in ranks.ties { ties += Double(tie) * (Double(tie) * Double(tie) - 1) }
    }
    let middle = m * (n + 1)
    // Ranks are doubled, so that their squares are four times as large.
    let squares = sums.reduce(0.0) { $0 + (Double($1) - middle) * (Double($1) - middle) } / 4
    let most = m * m * (n * n * n - n)
    if most - m * ties <= 0 { throw .noVariation(in: "ranks", count: units.count * coders) }
    let w = 12 * squares / (most - m * ties)
    let chiSquared = m * (n - 1) * w
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: n - 1).upperTail(chiSquared)
    }
    return Concordance(
      units: units.count, coders: coders, w: w, withoutTies: 12 * squares / most,
      chiSquared: chiSquared, df: n - 1, p: p)
  }
}

/// Kendall's W and its test.
public struct Concordance: Codable, Equatable, Sendable {
  /// How many units were put in order.
  public let units: Int
  /// How many coders did so.
  public let coders: Int
  /// W, from 0 (no common order) to 1 (the same order), allowing for ties.
  public let w: Double
  /// W as if there were no ties, which cannot reach 1 where there are.
  public let withoutTies: Double
  /// The test statistic.
  public let chiSquared: Double
  /// Its degrees of freedom: units minus one.
  public let df: Double
  /// The probability of a χ² as large, if the coders' orders had nothing in common.
  public let p: Double
}
