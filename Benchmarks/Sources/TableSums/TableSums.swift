import Foundation
import FurlongArchives
import FurlongTables

/// Reads a workbook or an SPSS file to its last cell: `TableSums FILE` prints how long it took, and what stands in it.
///
/// As `Peers/tables.py` does: rows, cells that hold something, the sum of the numbers, and the letters of the texts.
@main
struct TableSums {
  private var rows = 0
  private var filled = 0
  private var sum = 0.0
  private var letters = 0

  static func main() throws {
    let path = CommandLine.arguments[1]
    let began = ContinuousClock.now
    let table =
      path.hasSuffix(".xlsx")
      ? try WorkbookReader().walk(OpenedFile(path), name: path)
      : TableWalk(
        try SPSSReader().read([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), name: path))
    var sums = TableSums()
    try table.each { sums.add($0) }
    let took = (ContinuousClock.now - began) / .seconds(1)
    print(took, sums.rows, sums.filled, sums.sum, sums.letters)
  }

  private mutating func add(_ piece: SourceTable) {
    rows += piece.rowCount
    piece.withCells { cells in
      for row in 0..<piece.rowCount {
        for column in piece.header.indices {
          let cell = cells.cell(row: row, column: column)
          if cell.isEmpty { continue }
          filled += 1
          let text = String(decoding: cell, as: UTF8.self)
          // Days stand among the texts.
          if let number = Double(text) { sum += number } else { letters += text.utf8.count }
        }
      }
    }
  }
}

/// A file that is read where it is asked for, as an import does.
private final class OpenedFile: PlacedBytes {
  private let file: FileHandle
  let count: Int

  init(_ path: String) throws {
    file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    count = Int(try file.seekToEnd())
  }

  func read(from place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    let count = pread(file.fileDescriptor, buffer.baseAddress, buffer.count, off_t(place))
    return count < 0 ? nil : count
  }
}
