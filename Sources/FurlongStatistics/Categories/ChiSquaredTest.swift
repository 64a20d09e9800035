import FurlongNumerics

/// Whether two sets of categories go together: Pearson's χ² of a table of counts.
public struct ChiSquaredTest: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Compares counts with those that the margins alone would give.
  ///
  /// ```
  /// E = row total × column total / N     χ² = Σ (count − E)² / E,  (r − 1)(c − 1) df
  /// ```
  ///
  /// Without continuity correction. Rows and columns that nobody is in are left out and take no degrees of
  /// freedom: R's `chisq.test` has no answer there. Pearson 1900, doi:10.1080/14786440009463897; agrees
  /// with R 4.2.2's `chisq.test(correct = FALSE)`.
  ///
  /// - Parameter table: rows of counts of persons, each person in one cell.
  /// - Throws: `tooFew` for an empty table, `noVariation` where all are in one row or one column,
  ///   `unequalLengths`, `outsideRange` for a negative count.
  public func test(_ table: [[Int]]) throws(StatisticsError) -> CategoryAssociation {
    let used = try CategoryTable(table)
    if used.total == 0 { throw .tooFew(of: "persons", count: 0, needed: 1) }
    if used.rows.count < 2 || used.columns.count < 2 {
      throw .noVariation(in: "categories", count: used.total)
    }
    let n = Double(used.total)
    let expected = used.rowTotals.map { row in
      used.columnTotals.map { Double(row) * Double($0) / n }
    }
    var sum = CompensatedSum()
    for (counts, means) in zip(used.counts, expected) {
      for (count, mean) in zip(counts, means) {
        let gap = Double(count) - mean
        sum.add(gap * gap / mean)
      }
    }
    let chi = sum.total
    let df = (used.rows.count - 1) * (used.columns.count - 1)
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: Double(df)).upperTail(chi)
    }
    return CategoryAssociation(
      count: used.total, rows: used.rows, columns: used.columns, expected: expected,
      chiSquared: chi, df: df, p: p)
  }
}

/// How counts in a table lie to what its margins would give.
public struct CategoryAssociation: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let count: Int
  /// The places, from 0, of the rows that somebody is in: the others are left out.
  public let rows: [Int]
  /// The places of the columns that somebody is in.
  public let columns: [Int]
  /// The count expected in each cell of these rows and columns.
  public let expected: [[Double]]
  /// Pearson's χ².
  public let chiSquared: Double
  /// The degrees of freedom, of the rows and columns that somebody is in.
  public let df: Int
  /// The probability of a χ² as large, if rows and columns had nothing to do with each other.
  public let p: Double

  /// The smallest count expected; where several are below 5, χ² is rough.
  public var smallestExpected: Double { expected.joined().min() ?? 0 }
}
