/// The cells of a table as bytes, while they are looked at: valid within `SourceTable.withCells` alone.
@frozen public struct TableCells {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline let ends: UnsafeBufferPointer<UInt32>
  @usableFromInline let width: Int

  init(bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<UInt32>, width: Int) {
    self.bytes = bytes
    self.ends = ends
    self.width = width
  }

  /// A cell's UTF-8, as `SourceTable.text` has it.
  ///
  /// - Parameters:
  ///   - row: counted from 0 among the table's rows.
  ///   - column: counted from 0.
  @inlinable
  public func cell(row: Int, column: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(column >= 0 && column < width, "no such column")
    let cell = row * width + column
    let start = cell == 0 ? 0 : Int(ends[cell - 1])
    return UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[cell])])
  }
}

extension SourceTable {
  /// Looks at the cells as bytes, without a text of its own for each.
  public func withCells<Answer>(_ look: (TableCells) throws -> Answer) rethrows -> Answer {
    try cells.bytes.withUnsafeBufferPointer { bytes in
      try cells.ends.withUnsafeBufferPointer { ends in
        try look(TableCells(bytes: bytes, ends: ends, width: header.count))
      }
    }
  }
}
