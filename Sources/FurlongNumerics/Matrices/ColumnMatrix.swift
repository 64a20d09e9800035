/// A matrix of numbers stored column by column, such as what a model has of each person.
public struct ColumnMatrix: Equatable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All values, one column after the other.
  let values: [Double]

  /// Makes a matrix of its columns.
  ///
  /// - Parameter columns: all of one length.
  public init(columns: [[Double]]) {
    rows = columns.first?.count ?? 0
    self.columns = columns.count
    for column in columns {
      precondition(column.count == rows, "a column of \(column.count) for \(rows) rows")
    }
    values = Array(columns.joined())
  }

  /// The value at a row and a column, counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns,
      "no place \(row), \(column) in \(rows) rows of \(columns)")
    return values[column * rows + row]
  }
}
