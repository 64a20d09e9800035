import FurlongNumerics
import FurlongTestSupport
import Testing

/// The lower triangle, row by row.
private func triangle(_ matrix: SymmetricMatrix) -> [Double] {
  (0..<matrix.order).flatMap { row in (0...row).map { matrix[row, $0] } }
}

@Suite("A pivoted QR factorisation")
struct PivotedQRTests {
  private let columns = [
    [1.0, 1, 1, 1, 1], [3, -1, 4, 1, -5], [9, 2, 6, 5, 3],
  ]
  private let right = [2.0, 7, 1, 8, 2]

  @Test(
    "arithmetic to 80 digits", .tags(.reference), .agreement("linear-model"),
    arguments: try ReferenceRecords.all("least_squares.json", "exact"))
  func exact(record: ReferenceRecord) throws {
    guard case .list(let columns) = record.data["columns"] else { throw ReferenceMissing() }
    let factors = try PivotedQR(of: ColumnMatrix(columns: columns.map(\.numbers)))
    let solved = try factors.solve(record.data["y"].numbers)
    let e = record.expected
    expectClose(solved.coefficients, e["x"], relative: 1e-14, strict: true, "x")
    expectClose(solved.residuals, e["residuals"], relative: 1e-15, "residuals")
    // What is not refined loses the condition's figures.
    let error = max(1e-14, Double.ulpOfOne * e["cond"].number)
    let projection = try Projection(of: factors)
    expectClose(projection.leverages, e["leverages"], relative: error, "leverages")
    expectClose(
      triangle(projection.inverse), e["inverse"], relative: error, strict: true, "inverse")
    expectClose(
      triangle(try projection.sandwich(record.data["weights"].numbers)), e["sandwich"],
      relative: error, strict: true, "sandwich")
    // An estimate, which is never too large but for rounding.
    #expect(factors.condition <= e["cond"].number * 1.001)
    #expect(factors.condition >= e["cond"].number / 3)
  }

  private struct ReferenceMissing: Error {}

  @Test("leaves residuals that have nothing to do with the columns", .tags(.law))
  func residuals() throws {
    let solved = try PivotedQR(of: ColumnMatrix(columns: columns)).solve(right)
    for column in columns {
      expectClose(zip(column, solved.residuals).reduce(0) { $0 + $1.0 * $1.1 }, 0, relative: 1e-14)
    }
    for row in right.indices {
      let fitted = zip(columns, solved.coefficients).reduce(0) { $0 + $1.0[row] * $1.1 }
      expectClose(fitted + solved.residuals[row], right[row], relative: 1e-15)
    }
  }

  @Test(
    "has leverages that sum to the columns, and sandwiches of ones that are the inverse",
    .tags(.law))
  func leverages() throws {
    let projection = try Projection(of: PivotedQR(of: ColumnMatrix(columns: columns)))
    expectClose(projection.leverages.reduce(0, +), 3, relative: 1e-14)
    let ones = try projection.sandwich([1, 1, 1, 1, 1])
    expectClose(triangle(ones)[3], triangle(projection.inverse)[3], relative: 1e-13, strict: true)
    let none = try projection.sandwich([0, 0, 0, 0, 0])
    #expect(none == SymmetricMatrix(order: 3))
  }

  @Test("does not mind the columns' units or their order", .tags(.law))
  func units() throws {
    let plain = try PivotedQR(of: ColumnMatrix(columns: columns))
    let scales = [1e-150, 3, 1e140]
    let scaled = try PivotedQR(
      of: ColumnMatrix(columns: zip(columns, scales).map { column, s in column.map { $0 * s } }))
    expectClose(scaled.condition, plain.condition, relative: 1e-13)
    let (x, y) = (try plain.solve(right).coefficients, try scaled.solve(right).coefficients)
    for place in 0..<3 { expectClose(y[place] * scales[place], x[place], relative: 1e-14) }
    let turned = try PivotedQR(of: ColumnMatrix(columns: columns.reversed()))
    for (a, b) in zip(try turned.solve(right).coefficients.reversed(), x) {
      expectClose(a, b, relative: 1e-14)
    }
  }

  @Test("has the condition 1 of columns at right angles", .tags(.edge))
  func orthogonal() throws {
    let factors = try PivotedQR(of: ColumnMatrix(columns: [[0, 5, 0], [1e9, 0, 0]]))
    #expect(factors.condition == 1)
    #expect(try factors.solve([2, 10, 4]).coefficients == [2, 2e-9])
    #expect(try factors.solve([0, 0, 0]).coefficients == [0, 0])
    #expect(try factors.solve([2, 10, 4]).residuals == [0, 0, 4])
  }

  @Test("names the columns that depend on each other", .tags(.edge))
  func dependent() {
    func factor(_ columns: [[Double]]) throws -> PivotedQR {
      try PivotedQR(of: ColumnMatrix(columns: columns))
    }
    let sum = zip(columns[1], columns[2]).map { 0.1 * $0 + 0.7 * $1 }
    #expect(throws: NumericsError.rankDeficient(rank: 3, of: 4, columns: [1, 2, 3])) {
      try factor([columns[0], columns[1], sum, columns[2]])
    }
    #expect(throws: NumericsError.rankDeficient(rank: 1, of: 2, columns: [0])) {
      try factor([[0, 0, 0], [1, 2, 3]])
    }
    #expect(throws: NumericsError.rankDeficient(rank: 0, of: 1, columns: [0])) {
      try factor([[0, 0]])
    }
    #expect(throws: NumericsError.rankDeficient(rank: 1, of: 2, columns: [0, 1])) {
      try factor([[1], [2]])
    }
    #expect(
      NumericsError.rankDeficient(rank: 1, of: 2, columns: [0, 1]).description
        == "Columns 1, 2 of 2 of a matrix depend on each other. Leave 1 of them out.")
  }

  @Test("never hands out what is no number", .tags(.edge))
  func numbers() throws {
    #expect(throws: NumericsError.notComputable(function: "QR factorisation")) {
      try PivotedQR(of: ColumnMatrix(columns: [[1, .nan]]))
    }
    #expect(throws: NumericsError.self) { try PivotedQR(of: ColumnMatrix(columns: [])) }
    #expect(throws: NumericsError.self) { try PivotedQR(of: ColumnMatrix(columns: [[]])) }
    let small = try PivotedQR(of: ColumnMatrix(columns: [[1e-300, 2e-300]]))
    #expect(throws: NumericsError.notComputable(function: "least squares")) {
      try small.solve([1e300, 1])
    }
    #expect(throws: NumericsError.notComputable(function: "least squares")) {
      try small.solve([.nan, 1])
    }
    #expect(throws: NumericsError.notComputable(function: "variance of a coefficient")) {
      try Projection(of: small)
    }
  }
}
