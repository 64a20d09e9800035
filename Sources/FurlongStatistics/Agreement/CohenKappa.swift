/// How far two coders agree beyond what their own frequencies would give.
public struct CohenKappa: Equatable, Sendable {
  /// Makes the method, which has no choices: all disagreements count alike.
  public init() {}

  /// The agreement of two coders on categories without an order.
  ///
  /// ```
  /// κ = (p_o − p_e) / (1 − p_e)      p_o = Σ n_ii / n      p_e = Σ n_i· n_·i / n²
  /// ```
  ///
  /// Cohen 1960, doi:10.1177/001316446002000104.
  ///
  /// - Parameter table: square: rows are the first coder's categories, columns the second's, cells
  ///   counts of units.
  /// - Returns: the agreement; κ is nil where both coders used one and the same category throughout, so
  ///   that nothing varies.
  /// - Throws: `unequalLengths` for a table that is not square, `outsideRange` for a negative count,
  ///   `tooFew` for an empty table.
  public func agreement(_ table: [[Int]]) throws(StatisticsError) -> Agreement {
    for row in table where row.count != table.count {
      throw .unequalLengths(table.count, row.count)
    }
    var total = 0.0
    var agreed = 0.0
    var rows = [Double](repeating: 0, count: table.count)
    var columns = rows
    for (i, row) in table.enumerated() {
      for (j, cell) in row.enumerated() {
        if cell < 0 {
          throw .outsideRange(what: "count", value: Double(cell), expected: "0 or more")
        }
        let count = Double(cell)
        rows[i] += count
        columns[j] += count
        total += count
        if i == j { agreed += count }
      }
    }
    if total == 0 { throw .tooFew(of: "units", count: 0, needed: 1) }
    var products = 0.0
    for (row, column) in zip(rows, columns) { products += row * column }
    let observed = agreed / total
    let expected = products / (total * total)
    let kappa = products == total * total ? nil : (observed - expected) / (1 - expected)
    return Agreement(units: Int(total), observed: observed, expected: expected, kappa: kappa)
  }
}

/// The agreement of two coders.
public struct Agreement: Codable, Equatable, Sendable {
  /// How many units both coded.
  public let units: Int
  /// The proportion on which they agreed.
  public let observed: Double
  /// The proportion on which their frequencies alone would make them agree.
  public let expected: Double
  /// Cohen's κ, or nil where nothing varies and it is undefined.
  public let kappa: Double?
}
