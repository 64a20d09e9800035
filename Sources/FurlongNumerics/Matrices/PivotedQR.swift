import CLAPACK

/// A matrix whose columns were scaled and put in an order of their own, as an orthogonal matrix times a triangle.
///
/// ```
/// A S P = Q R        S: powers of 2 that bring each column's largest value between 1 and 2
/// ```
///
/// Householder reflections, the column with the longest rest first, by LAPACK's dgeqp3. Scaling rounds nothing, and
/// units do not matter: a model of pounds and one of pence are equally hard. The rank is how many diagonal values of R
/// exceed 32 √max(rows, columns) 2⁻⁵² of the first. O(rows × columns²), memory three times the matrix.
/// Golub & Van Loan 2013, §5.4; Quintana-Ortí, Sun & Bischof 1998, doi:10.1137/S1064827595296732.
public struct PivotedQR: Equatable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// How much a small error in the values may grow in what is solved.
  ///
  /// The condition number of the columns, each of length 1, in the 1-norm as dtrcon estimates it: about 1 for columns that have nothing to do with each other;
  /// from 1e8 on half of a number's figures are lost, but for what ``solve(_:)`` wins back.
  public let condition: Double

  /// The scaled columns in the order of the factors.
  let scaled: [Double]
  /// R above the diagonal, the reflections below.
  let factored: [Double]
  /// The factors of the reflections.
  let reflections: [Double]
  /// Which column of the matrix stands at each place.
  let places: [Int]
  /// By which power of 2 the column at each place was divided.
  let exponents: [Int]

  /// Factors a matrix.
  ///
  /// - Parameter matrix: at least one column, and at least as many rows as columns.
  /// - Throws: `rankDeficient` with the columns that depend on each other; `notComputable` for a value that is not
  ///   finite or where memory ends; `outsideDomain` for no columns, or more values than LAPACK can count.
  public init(of matrix: ColumnMatrix) throws(NumericsError) {
    let (m, n) = (matrix.rows, matrix.columns)
    let most = Int(Int32.max)
    try require(n > 0, "QR factorisation", "number of columns", Double(n), "1 or more")
    try require(
      matrix.values.count <= most, "QR factorisation", "number of values",
      Double(matrix.values.count), "at most \(most)")
    for value in matrix.values where !value.isFinite {
      throw .notComputable(function: "QR factorisation")
    }
    if m < n { throw .rankDeficient(rank: m, of: n, columns: Array(0..<n)) }
    let powers = (0..<n).map { column in
      let largest = matrix.values[(column * m)..<((column + 1) * m)].reduce(0) { max($0, abs($1)) }
      return largest > 0 ? Int(largest.exponent) : 0
    }
    let columns = (0..<n).map { column in
      matrix.values[(column * m)..<((column + 1) * m)].map { $0.times(twoTo: -powers[column]) }
    }
    var factored = Array(columns.joined())
    var reflections = [Double](repeating: 0, count: n)
    var places = [Int32](repeating: 0, count: n)
    guard furlong_pivoted_qr(Int32(m), Int32(n), &factored, &places, &reflections) else {
      throw .notComputable(function: "QR factorisation")
    }
    rows = m
    self.columns = n
    self.factored = factored
    self.reflections = reflections
    self.places = places.map { Int($0) }
    scaled = self.places.flatMap { columns[$0] }
    exponents = self.places.map { powers[$0] }

    let rounding = 32 * Double(m).squareRoot() * Double.ulpOfOne * abs(factored[0])
    let rank = (0..<n).count { abs(factored[$0 * m + $0]) > rounding }
    if rank < n {
      let dependent = Self.dependent(factored, rows: m, columns: n, rank: rank)
      throw .rankDeficient(
        rank: rank, of: n, columns: dependent.map { Int(places[$0]) }.sorted())
    }
    condition = try Self.condition(factored, rows: m, columns: n)
  }

  /// The places of all columns that take part in a dependence: those beyond the rank, and those they are made of.
  private static func dependent(
    _ factored: [Double], rows: Int, columns: Int, rank: Int
  ) -> Set<Int> {
    var found = Set(rank..<columns)
    if rank == 0 { return found }
    var shares = (rank..<columns).flatMap { factored[($0 * rows)..<($0 * rows + rank)] }
    _ = furlong_solve_upper(
      false, Int32(rows), Int32(rank), factored, Int32(columns - rank), &shares)
    for (index, share) in shares.enumerated() where abs(share) > 1e-8 { found.insert(index % rank) }
    return found
  }

  private static func condition(
    _ factored: [Double], rows: Int, columns: Int
  ) throws(NumericsError) -> Double {
    var triangle = [Double](repeating: 0, count: columns * columns)
    for column in 0..<columns {
      let values = factored[(column * rows)...(column * rows + column)]
      let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for (row, value) in values.enumerated() { triangle[column * columns + row] = value / length }
    }
    let reciprocal = furlong_reciprocal_condition(Int32(columns), Int32(columns), triangle)
    return try finite(1 / reciprocal, "condition number")
  }
}

extension Double {
  /// The value times a power of 2, which rounds nothing within the range of numbers.
  func times(twoTo power: Int) -> Double {
    Double(sign: .plus, exponent: power, significand: self)
  }
}
