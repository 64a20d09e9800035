/// A table as a file holds it: headings and cells of text, with the rows' numbers in the file.
///
/// Cells lie in one buffer of UTF-8 with four bytes a cell beside it; a `String` is made when asked for.
public struct SourceTable: Equatable, Sendable {
  /// The file's name without its folder.
  public let name: String
  /// The headings, trimmed; no two are the same.
  ///
  /// A column without one is named by its letters: `(column G)`.
  public let header: [String]
  /// The rows that could not be read, in file order; they are not among the table's rows.
  public let faults: [RowFault]
  /// How many rows were wholly blank; they are not among the table's rows.
  public let skipped: Int
  /// The numbers in the file of short rows that are lines of totals; they are not among the table's rows.
  public let totals: [Int]
  /// What the reader decided and the person should check.
  public internal(set) var notes: [TableNote]
  /// What the file says of each column beside its cells, column by column; empty where it says nothing.
  public private(set) var labels: [ValueLabels] = []

  let cells: CellBuffer

  init(
    name: String, header: [String], cells: CellBuffer, faults: [RowFault], skipped: Int,
    totals: [Int] = [], notes: [TableNote]
  ) {
    self.name = name
    self.header = header
    self.cells = cells
    self.faults = faults
    self.skipped = skipped
    self.totals = totals
    self.notes = notes
  }

  /// A table of cells that came from a file by another way than a reader's.
  ///
  /// - Parameters:
  ///   - rows: a text a heading, a row each.
  ///   - sourceRows: their numbers in the file.
  public init(
    name: String, header: [String], rows: [[String]], sourceRows: [Int], faults: [RowFault],
    skipped: Int, totals: [Int] = [], notes: [TableNote]
  ) {
    precondition(rows.allSatisfy { $0.count == header.count } && rows.count == sourceRows.count)
    var cells = CellBuffer()
    for row in rows {
      for text in row {
        cells.bytes.append(contentsOf: text.utf8)
        cells.endCell()
      }
    }
    cells.sourceRows = sourceRows.map { UInt32(truncatingIfNeeded: $0) }
    self.init(
      name: name, header: header, cells: cells, faults: faults, skipped: skipped, totals: totals,
      notes: notes)
  }

  /// The same table without some rows, which count as skipped.
  ///
  /// - Parameter rows: their numbers in the file; those that are not there do nothing.
  public func leavingOut(_ rows: Set<Int>) -> SourceTable {
    let kept = (0..<rowCount).filter { !rows.contains(sourceRow($0)) }
    let left = faults.filter { !rows.contains($0.sourceRow) }
    if kept.count == rowCount, left.count == faults.count { return self }
    return SourceTable(
      name: name, header: header,
      rows: kept.map { row in header.indices.map { text(row: row, column: $0) } },
      sourceRows: kept.map(sourceRow), faults: left,
      skipped: recordCount - kept.count - left.count - totals.count, totals: totals,
      notes: notes.map { TableNote(kind: $0.kind, examples: [], count: $0.count) }
    ).adding(notes: [], labels: labels)
  }

  /// The same table with more notes, and with what its file says of the columns.
  func adding(notes: [TableNote], labels: [ValueLabels]) -> SourceTable {
    var table = self
    table.notes += notes
    table.labels = labels
    return table
  }

  /// The number of rows.
  public var rowCount: Int { cells.sourceRows.count }

  /// The place of a heading among the columns; `nil` when there is none such.
  ///
  /// - Complexity: linear in the number of columns.
  public func column(_ heading: String) -> Int? { header.firstIndex(of: heading) }

  /// How many records lie below the headings, whatever became of them.
  public var recordCount: Int { rowCount + faults.count + skipped + totals.count }

  /// The name of a column that has no heading.
  static func unnamed(_ column: Int) -> String { "(column \(columnLetters(column)))" }

  /// Whether a column has no heading.
  public func isUnnamed(_ column: Int) -> Bool { Self.isUnnamed(header[column], column) }

  /// Whether a heading is the name of a column that has none.
  public static func isUnnamed(_ heading: String, _ column: Int) -> Bool {
    heading == unnamed(column)
  }

  /// Whether a column has no heading and holds nothing in any row.
  public func isEmptyAndUnnamed(_ column: Int) -> Bool {
    isUnnamed(column) && (0..<rowCount).allSatisfy { isBlank(row: $0, column: column) }
  }

  /// The number of a row as a spreadsheet shows it: the file's first record is row 1.
  public func sourceRow(_ row: Int) -> Int { Int(cells.sourceRows[row]) }

  /// A cell's text: blanks at its ends trimmed (no-break and other spaces too), zero-width signs removed.
  ///
  /// - Parameters:
  ///   - row: counted from 0 among the table's rows.
  ///   - column: counted from 0.
  public func text(row: Int, column: Int) -> String {
    String(decoding: cells.bytes[range(row, column)], as: UTF8.self)
  }

  /// Whether a cell holds nothing.
  public func isBlank(row: Int, column: Int) -> Bool { range(row, column).isEmpty }

  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    precondition(header.indices.contains(column), "no such column")
    let cell = row * header.count + column
    return (cell == 0 ? 0 : Int(cells.ends[cell - 1]))..<Int(cells.ends[cell])
  }
}

/// The cells of a table, row by row, in one buffer.
struct CellBuffer: Equatable, Sendable {
  /// The cells' UTF-8, one after the other.
  var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  var ends: [UInt32] = []
  /// Each row's number in the file.
  var sourceRows: [UInt32] = []

  /// A place to come back to when a row turns out not to belong.
  var mark: (bytes: Int, ends: Int) { (bytes.count, ends.count) }

  mutating func endCell() { ends.append(UInt32(truncatingIfNeeded: bytes.count)) }

  mutating func goBack(to mark: (bytes: Int, ends: Int)) {
    bytes.removeLast(bytes.count - mark.bytes)
    ends.removeLast(ends.count - mark.ends)
  }

  /// Whether the buffer still addresses all of its bytes.
  var isAddressable: Bool { bytes.count <= Int(UInt32.max) && sourceRows.count < Int(UInt32.max) }
}
