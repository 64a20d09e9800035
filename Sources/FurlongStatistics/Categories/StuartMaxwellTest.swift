import FurlongNumerics

/// Whether the shares of several categories changed in the same persons.
public struct StuartMaxwellTest: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Compares the categories' totals before and after.
  ///
  /// ```
  /// dᵢ = n·ᵢ − nᵢ·     Vᵢᵢ = nᵢ· + n·ᵢ − 2 nᵢᵢ     Vᵢⱼ = −(nᵢⱼ + nⱼᵢ)     χ² = d′ V⁻ d
  /// ```
  ///
  /// One category of each set that moves join is left out, since its change follows from the others: a
  /// category that nobody entered or left takes no degrees of freedom, and two sets without a move between
  /// them are compared each on its own. With all joined that is k − 1. Stuart 1955,
  /// doi:10.1093/biomet/42.3-4.412; Maxwell 1970, doi:10.1192/bjp.116.535.651. Agrees with coin 1.4.2's
  /// `mh_test` and statsmodels 0.15.0's `SquareTable.homogeneity`. O(k³).
  ///
  /// - Parameter table: rows are the categories before, columns the same after, cells counts of persons.
  /// - Throws: `tooFew`, `unequalLengths`, `outsideRange`, `noVariation` where nobody moved.
  public func test(_ table: [[Int]]) throws(StatisticsError) -> MarginalShift {
    let paired = try PairedTable(table)
    let before = table.indices.map(paired.before)
    let after = table.indices.map(paired.after)
    var chi = 0.0
    var df = 0
    for joined in Self.joined(table) where joined.count > 1 {
      let free = joined.dropLast()
      let change = free.map { Double(after[$0] - before[$0]) }
      var variance = SymmetricMatrix(order: free.count)
      for (i, row) in free.enumerated() {
        variance[i, i] = Double(before[row] + after[row] - 2 * table[row][row])
        for (j, column) in free.prefix(i).enumerated() {
          variance[i, j] = -Double(table[row][column] + table[column][row])
        }
      }
      let solved = try numerically { () throws(NumericsError) in
        try CholeskyFactor(of: variance).solve(change)
      }
      chi += zip(change, solved).reduce(0) { $0 + $1.0 * $1.1 }
      df += free.count
    }
    if df == 0 { throw .noVariation(in: "persons' categories", count: paired.total) }
    let (statistic, degrees) = (chi, Double(df))
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: degrees).upperTail(statistic)
    }
    return MarginalShift(
      count: paired.total, before: before, after: after, chiSquared: chi, df: df, p: p)
  }

  /// The sets of categories that moves join, directly or through others.
  private static func joined(_ table: [[Int]]) -> [[Int]] {
    var set = Array(table.indices)
    for row in table.indices {
      for column in table.indices where row != column && table[row][column] > 0 {
        let (kept, gone) = (set[row], set[column])
        for place in set.indices where set[place] == gone { set[place] = kept }
      }
    }
    return table.indices.map { label in set.indices.filter { set[$0] == label } }
  }
}

/// How the totals of categories changed in the same persons.
public struct MarginalShift: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let count: Int
  /// How many were in each category before.
  public let before: [Int]
  /// How many are in each category after.
  public let after: [Int]
  /// Stuart and Maxwell's χ².
  public let chiSquared: Double
  /// The degrees of freedom: categories that somebody entered or left, less one for each joined set.
  public let df: Int
  /// The probability of a χ² as large, if the categories were as common after as before.
  public let p: Double
}
