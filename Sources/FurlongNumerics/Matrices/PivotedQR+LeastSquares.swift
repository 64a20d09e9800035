import CLAPACK

extension PivotedQR {
  /// The x whose A x is nearest to b.
  ///
  /// ```
  /// ‖b − A x‖ least        f = b − r − A x,  g = −Aᵀ r  →  x += R⁻¹(Qᵀf − z),  r += Q(z, rest of Qᵀf),  Rᵀz = g
  /// ```
  ///
  /// x and its residuals r are refined together, f and g with twice the figures of a `Double`, until nothing moves: Björck
  /// 1967, doi:10.1007/BF01939321. Accuracy: exact arithmetic on the stored values gives the same x to within 1e-14 for
  /// conditions up to 1e10; NIST's Longley then has 14 of its figures, where the factors alone have 11.
  /// O(rows × columns) for each of some three rounds.
  ///
  /// - Parameter right: b, a value for each row.
  /// - Throws: `notComputable` for a value that is not finite, or an x too large for a number.
  public func solve(_ right: [Double]) throws(NumericsError) -> LeastSquares {
    precondition(right.count == rows, "a vector of \(right.count) for \(rows) rows")
    var x = [Double](repeating: 0, count: columns)
    var residuals = [Double](repeating: 0, count: rows)
    var last = Double.infinity
    for _ in 0..<12 {
      let (step, move) = try correction(of: x, residuals, right)
      let size = step.reduce(0) { max($0, abs($1)) }
      guard size.isFinite else { throw .notComputable(function: "least squares") }
      if size > last / 2 { break }
      for column in 0..<columns { x[column] += step[column] }
      for row in 0..<rows { residuals[row] += move[row] }
      last = size
      if size <= Double.ulpOfOne / 4 * x.reduce(0, { max($0, abs($1)) }) { break }
    }
    var coefficients = [Double](repeating: 0, count: columns)
    for place in 0..<columns {
      coefficients[places[place]] = x[place].times(twoTo: -exponents[place])
    }
    for value in coefficients + residuals where !value.isFinite {
      throw .notComputable(function: "least squares")
    }
    return LeastSquares(coefficients: coefficients, residuals: residuals)
  }

  /// By how much x and its residuals miss, as far as the factors can tell.
  private func correction(
    of x: [Double], _ residuals: [Double], _ right: [Double]
  ) throws(NumericsError) -> (step: [Double], move: [Double]) {
    let (f, g) = defects(of: x, residuals, right)
    var turned = f
    var z = g
    let (m, n) = (Int32(rows), Int32(columns))
    guard
      furlong_multiply_by_q(true, m, 1, n, factored, reflections, &turned),
      furlong_solve_upper(true, m, n, factored, 1, &z)
    else { throw .notComputable(function: "least squares") }
    var step = (0..<columns).map { turned[$0] - z[$0] }
    for column in 0..<columns { turned[column] = z[column] }
    guard
      furlong_solve_upper(false, m, n, factored, 1, &step),
      furlong_multiply_by_q(false, m, 1, n, factored, reflections, &turned)
    else { throw .notComputable(function: "least squares") }
    return (step, turned)
  }

  /// b − r − A x and −Aᵀ r, each sum with twice the figures of a number.
  private func defects(
    of x: [Double], _ residuals: [Double], _ right: [Double]
  ) -> (f: [Double], g: [Double]) {
    var sums = right.map { TwofoldSum($0) }
    var g = [Double](repeating: 0, count: columns)
    for row in 0..<rows { sums[row].add(-residuals[row]) }
    for column in 0..<columns {
      var across = TwofoldSum(0)
      for row in 0..<rows {
        let value = scaled[column * rows + row]
        sums[row].add(-value, times: x[column])
        across.add(-value, times: residuals[row])
      }
      g[column] = across.value
    }
    return (sums.map(\.value), g)
  }
}

/// The nearest that a combination of columns comes to a vector.
public struct LeastSquares: Equatable, Sendable {
  /// What each column is multiplied by.
  public let coefficients: [Double]
  /// What is left of each row: the vector minus the combination.
  public let residuals: [Double]
}
