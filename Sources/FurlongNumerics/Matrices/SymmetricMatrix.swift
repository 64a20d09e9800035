/// A symmetric matrix of numbers, each pair of places stored once.
public struct SymmetricMatrix: Equatable, Sendable {
  /// The number of rows, which is the number of columns.
  public let order: Int
  /// The lower triangle, row by row.
  private var triangle: [Double]

  /// Makes a matrix of zeros.
  ///
  /// - Parameter order: the number of rows, not negative.
  public init(order: Int) {
    self.order = order
    triangle = [Double](repeating: 0, count: order * (order + 1) / 2)
  }

  /// The value at a row and a column, and at the column and the row, counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { triangle[place(row, column)] }
    set { triangle[place(row, column)] = newValue }
  }

  /// The matrix times a vector of as many values as it has rows.
  public func times(_ vector: [Double]) -> [Double] {
    precondition(vector.count == order, "a vector of \(vector.count) for an order of \(order)")
    var product = [Double](repeating: 0, count: order)
    for row in 0..<order {
      for column in 0..<order { product[row] += self[row, column] * vector[column] }
    }
    return product
  }

  private func place(_ row: Int, _ column: Int) -> Int {
    let low = min(row, column)
    let high = max(row, column)
    precondition(low >= 0 && high < order, "no place \(row), \(column) in an order of \(order)")
    return high * (high + 1) / 2 + low
  }
}
