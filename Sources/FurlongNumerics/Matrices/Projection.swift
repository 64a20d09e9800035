import CLAPACK

/// The columns of a factored matrix made orthogonal, and what rests on them: leverages and variances of coefficients.
///
/// ```
/// H = A (AᵀA)⁻¹Aᵀ = Q Qᵀ        (AᵀA)⁻¹ = T Tᵀ        (AᵀA)⁻¹Aᵀ W A (AᵀA)⁻¹ = T (Qᵀ W Q) Tᵀ        T = S P R⁻¹
/// ```
///
/// AᵀA itself is never formed: it would square the condition. O(rows × columns²); memory the matrix.
/// Accuracy: 2⁻⁵² times the condition.
public struct Projection: Equatable, Sendable {
  /// How much each row's own value weighs in what is fitted to it, from 0 to 1: the diagonal of H.
  public let leverages: [Double]
  /// (AᵀA)⁻¹: the variances of coefficients of independent rows of variance 1.
  public let inverse: SymmetricMatrix

  private let rows: Int
  private let columns: Int
  /// The first columns of Q.
  private let orthogonal: [Double]
  /// T, column by column.
  private let triangle: [Double]

  /// Makes it of a factored matrix.
  ///
  /// - Throws: `notComputable` where a variance is too large for a number or memory ends.
  public init(of factors: PivotedQR) throws(NumericsError) {
    let (m, n) = (factors.rows, factors.columns)
    var orthogonal = [Double](repeating: 0, count: m * n)
    var upper = [Double](repeating: 0, count: n * n)
    for column in 0..<n {
      orthogonal[column * m + column] = 1
      upper[column * n + column] = 1
    }
    guard
      furlong_multiply_by_q(
        false, Int32(m), Int32(n), Int32(n), factors.factored, factors.reflections, &orthogonal),
      furlong_solve_upper(false, Int32(m), Int32(n), factors.factored, Int32(n), &upper)
    else { throw .notComputable(function: "projection") }
    var triangle = [Double](repeating: 0, count: n * n)
    for column in 0..<n {
      for row in 0...column {
        triangle[column * n + factors.places[row]] = upper[column * n + row].times(
          twoTo: -factors.exponents[row])
      }
    }
    var leverages = [Double](repeating: 0, count: m)
    for column in 0..<n {
      for row in 0..<m {
        let value = orthogonal[column * m + row]
        leverages[row] += value * value
      }
    }
    rows = m
    columns = n
    self.orthogonal = orthogonal
    self.triangle = triangle
    self.leverages = leverages.map { min(1, $0) }
    var unit = SymmetricMatrix(order: n)
    for column in 0..<n { unit[column, column] = 1 }
    inverse = try Self.between(triangle, unit)
  }

  /// (AᵀA)⁻¹Aᵀ W A (AᵀA)⁻¹: the variances of coefficients of independent rows of these variances.
  ///
  /// - Parameter variances: the diagonal of W, a number of 0 or more for each row.
  /// - Throws: `notComputable` where a variance is too large for a number.
  public func sandwich(_ variances: [Double]) throws(NumericsError) -> SymmetricMatrix {
    precondition(variances.count == rows, "\(variances.count) variances for \(rows) rows")
    let spreads = variances.map { $0.squareRoot() }
    var weighted = orthogonal
    for column in 0..<columns {
      for row in 0..<rows { weighted[column * rows + row] *= spreads[row] }
    }
    var product = [Double](repeating: 0, count: columns * columns)
    furlong_cross_product(Int32(rows), Int32(columns), weighted, &product)
    var middle = SymmetricMatrix(order: columns)
    for column in 0..<columns {
      for row in column..<columns { middle[row, column] = product[column * columns + row] }
    }
    return try Self.between(triangle, middle)
  }

  /// T M Tᵀ.
  private static func between(
    _ triangle: [Double], _ middle: SymmetricMatrix
  ) throws(NumericsError) -> SymmetricMatrix {
    let n = middle.order
    var answer = SymmetricMatrix(order: n)
    for row in 0..<n {
      let line = (0..<n).map { triangle[$0 * n + row] }
      let half = middle.times(line)
      for other in 0...row {
        var sum = 0.0
        for place in 0..<n { sum += half[place] * triangle[place * n + other] }
        answer[row, other] = try finite(sum, "variance of a coefficient")
      }
    }
    return answer
  }
}
