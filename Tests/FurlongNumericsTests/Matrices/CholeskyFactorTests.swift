import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("The Cholesky factor of a symmetric matrix")
struct CholeskyFactorTests {
  private func matrix(_ rows: [[Double]]) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(order: rows.count)
    for (i, row) in rows.enumerated() {
      for j in 0...i { matrix[i, j] = row[j] }
    }
    return matrix
  }

  /// Sums of products of random numbers, which are positive definite.
  private func drawn(_ order: Int, seed: UInt64) -> SymmetricMatrix {
    var stream = RandomStream(seed: seed, stream: 0)
    let lists = (0..<order).map { _ in (0..<(2 * order)).map { _ in stream.normal() } }
    var matrix = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0...i { matrix[i, j] = zip(lists[i], lists[j]).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    return matrix
  }

  /// Hilbert's matrix of order 4: its inverse is whole numbers, its determinant 1/6048000.
  @Test("inverts Hilbert's matrix", .tags(.reference))
  func hilbert() throws {
    let hilbert = matrix((0..<4).map { i in (0..<4).map { j in 1 / Double(i + j + 1) } })
    let factor = try CholeskyFactor(of: hilbert)
    let inverse = factor.inverse()
    let whole: [[Double]] = [
      [16], [-120, 1200], [240, -2700, 6480], [-140, 1680, -4200, 2800],
    ]
    for i in 0..<4 {
      for j in 0...i { expectClose(inverse[j, i], whole[i][j], relative: 1e-11, strict: true) }
    }
    // log(1/6048000)
    expectClose(factor.logDeterminant, -15.615238196841, relative: 1e-12, strict: true)
  }

  @Test("solves what was multiplied", .tags(.law), arguments: [1, 2, 7, 40])
  func solves(order: Int) throws {
    let a = drawn(order, seed: UInt64(order))
    let x = (0..<order).map { Double($0) - 3.5 }
    let factor = try CholeskyFactor(of: a)
    for (found, expected) in zip(factor.solve(a.times(x)), x) {
      expectClose(found, expected, relative: 1e-9)
    }
    let inverse = factor.inverse()
    for (found, expected) in zip(inverse.times(a.times(x)), x) {
      expectClose(found, expected, relative: 1e-9)
    }
  }

  @Test("refuses what is no variance, in any units", .tags(.edge))
  func refusals() {
    #expect(throws: NumericsError.notPositiveDefinite(row: 1, order: 2)) {
      try CholeskyFactor(of: matrix([[1], [2, 1]]))
    }
    for unit in [1e-9, 1, 1e9] {
      // The third row is the sum of the first two.
      let dependent = matrix([[2], [0.1, 3], [2.1 * unit, 3.1 * unit, 5.2 * unit * unit]])
      #expect(throws: NumericsError.notPositiveDefinite(row: 2, order: 3)) {
        try CholeskyFactor(of: dependent)
      }
    }
    #expect(throws: NumericsError.self) { try CholeskyFactor(of: matrix([[0]])) }
    #expect(throws: NumericsError.notComputable(function: "Cholesky factor")) {
      try CholeskyFactor(of: matrix([[.nan]]))
    }
    #expect(
      NumericsError.notPositiveDefinite(row: 1, order: 2).description
        == "Row 2 of 2 of a matrix depends on the rows before it. Leave it out.")
  }

  @Test("of nothing is nothing", .tags(.edge))
  func empty() throws {
    let factor = try CholeskyFactor(of: SymmetricMatrix(order: 0))
    #expect(factor.logDeterminant == 0 && factor.solve([]).isEmpty)
  }
}
