import FurlongNumerics

/// Whether the same persons moved between categories as often one way as the other.
public struct BowkerTest: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Compares each move with its opposite.
  ///
  /// ```
  /// χ² = Σ (nᵢⱼ − nⱼᵢ)² / (nᵢⱼ + nⱼᵢ)  over i < j with nᵢⱼ + nⱼᵢ > 0,  one df each
  /// ```
  ///
  /// A pair of categories between which nobody moved either way says nothing: it is left out of χ² and of the
  /// degrees of freedom, and counted. With two categories it is McNemar's χ² without correction. Bowker 1948,
  /// doi:10.1080/01621459.1948.10483284. Agrees with R 4.2.2's `mcnemar.test`, which has no answer where a
  /// pair is empty, and with statsmodels 0.15.0's `SquareTable.symmetry`, which counts empty pairs as degrees
  /// of freedom.
  ///
  /// - Parameter table: rows are the categories before, columns the same after, cells counts of persons.
  /// - Throws: `tooFew`, `unequalLengths`, `outsideRange`, `noVariation` where nobody moved.
  public func test(_ table: [[Int]]) throws(StatisticsError) -> CategoryMoves {
    let paired = try PairedTable(table)
    var chi = CompensatedSum()
    var df = 0
    var empty = 0
    var moved = 0
    for earlier in table.indices {
      for later in table.indices where later > earlier {
        let there = paired.counts[earlier][later]
        let back = paired.counts[later][earlier]
        moved += there + back
        if there + back == 0 {
          empty += 1
          continue
        }
        let gap = Double(there - back)
        chi.add(gap * gap / Double(there + back))
        df += 1
      }
    }
    if df == 0 { throw .noVariation(in: "persons' categories", count: paired.total) }
    let statistic = chi.total
    let degrees = Double(df)
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: degrees).upperTail(statistic)
    }
    return CategoryMoves(
      count: paired.total, moved: moved, chiSquared: statistic, df: df, emptyPairs: empty, p: p)
  }
}

/// How the same persons moved between categories.
public struct CategoryMoves: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let count: Int
  /// How many of them are in another category after than before.
  public let moved: Int
  /// Bowker's χ².
  public let chiSquared: Double
  /// The degrees of freedom: pairs of categories between which somebody moved.
  public let df: Int
  /// How many pairs of categories were left out, because nobody moved between them.
  public let emptyPairs: Int
  /// The probability of a χ² as large, if each move were as likely as its opposite.
  public let p: Double
}
