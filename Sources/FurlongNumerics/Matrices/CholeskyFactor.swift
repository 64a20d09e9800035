import Foundation

/// The lower triangle L of a positive definite matrix A = LLᵀ, which solves and inverts it.
///
/// ```
/// L_jj = √(A_jj − Σ L_jk²)        L_ij = (A_ij − Σ L_ik L_jk) / L_jj,  k < j < i
/// ```
///
/// For matrices of at most some hundred rows: plain loops, O(n³).
/// Golub & Van Loan 2013, §4.2.
public struct CholeskyFactor: Equatable, Sendable {
  /// The number of rows.
  public let order: Int
  /// Row i holds the i + 1 values of L.
  private let rows: [[Double]]

  /// Factors a matrix.
  ///
  /// - Throws: `notPositiveDefinite` where a row is, to within rounding, a combination of those before
  ///   it, whatever the rows' units; `notComputable` for a value that is not finite.
  public init(of matrix: SymmetricMatrix) throws(NumericsError) {
    order = matrix.order
    var rows: [[Double]] = []
    for i in 0..<matrix.order {
      var row = [Double](repeating: 0, count: i + 1)
      for j in 0...i {
        guard matrix[i, j].isFinite else { throw .notComputable(function: "Cholesky factor") }
        var rest = matrix[i, j]
        for k in 0..<j { rest -= row[k] * (j == i ? row[k] : rows[j][k]) }
        if j < i {
          row[j] = rest / rows[j][j]
        } else {
          // What the rows before leave of a row's own size: at most rounding, where it depends on them.
          let rounding = 16 * Double(matrix.order) * Double.ulpOfOne * matrix[i, i]
          guard rest > rounding else { throw .notPositiveDefinite(row: i, order: matrix.order) }
          row[i] = rest.squareRoot()
        }
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The natural logarithm of the matrix's determinant.
  public var logDeterminant: Double {
    var sum = 0.0
    for i in 0..<order { sum += 2 * log(rows[i][i]) }
    return sum
  }

  /// The x of Ax = b.
  ///
  /// - Parameter right: b, as many values as the matrix has rows.
  public func solve(_ right: [Double]) -> [Double] {
    precondition(right.count == order, "a vector of \(right.count) for an order of \(order)")
    var x = right
    for i in 0..<order {
      for k in 0..<i { x[i] -= rows[i][k] * x[k] }
      x[i] /= rows[i][i]
    }
    for i in stride(from: order - 1, through: 0, by: -1) {
      for k in (i + 1)..<order { x[i] -= rows[k][i] * x[k] }
      x[i] /= rows[i][i]
    }
    return x
  }

  /// The inverse of the matrix.
  public func inverse() -> SymmetricMatrix {
    var inverse = SymmetricMatrix(order: order)
    for column in 0..<order {
      var unit = [Double](repeating: 0, count: order)
      unit[column] = 1
      let x = solve(unit)
      for row in column..<order { inverse[row, column] = x[row] }
    }
    return inverse
  }
}
