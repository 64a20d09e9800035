import FurlongArchives

/// Hears a sheet and writes it as CSV, a record a row of the sheet, so that row numbers stay.
final class SheetText: MarkupListener {
  /// The most rows of a sheet.
  private static let mostRows = 1_048_576
  /// The most columns of a sheet.
  private static let mostColumns = 16_384

  /// The most cells that are read: a sheet is in memory whole.
  static let mostCells = 8_000_000
  /// The most text that is read, and the most that the cells of a workbook share.
  static let mostBytes = 64_000_000

  /// What is more than is read; nil where nothing is.
  enum Excess {
    /// A cell with more text than a table's cells may have; its row.
    case cell(row: Int)
    /// More cells or text than the limits.
    case sheet

    var reason: TableError.Reason {
      switch self {
      case .cell(let row): .fieldTooLarge(row: row)
      case .sheet: .sheetTooLarge
      }
    }
  }

  private(set) var excess: Excess?
  private(set) var bytes: [UInt8] = []
  private let writer = CSVWriter(raw: true)
  private let values: CellValues
  private let headerRow: Int
  /// The rows of which merged cells each hold the text of the first; they are few.
  private let spreading: ClosedRange<Int>?
  private var spread: [(row: Int, bytes: Range<Int>, cells: [String])] = []
  private var merged: [(row: Int, columns: ClosedRange<Int>)] = []

  private var row = 0
  private var writtenRows = 0
  private var cells: [String] = []
  private var width = 0
  private var column = 0
  private var type: String?
  private var style: Int?
  private var written = ""
  private var isValue = false
  private var isPhonetic = false
  private var cellCount = 0
  var isDone: Bool { excess != nil }

  init(headerRow: Int, values: CellValues, spreading: ClosedRange<Int>? = nil) {
    self.headerRow = headerRow
    self.spreading = spreading
    self.values = values
  }

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      let next = attributes["r"].flatMap { Int($0) } ?? row + 1
      // Rows that go back or beyond the sheet are no rows of Excel's; they stand where they come.
      row = next > row && next <= Self.mostRows ? next : row + 1
      cells = []
      column = 0
    case "c":
      let next = attributes["r"].flatMap(Self.column) ?? column
      column = next >= column && next < Self.mostColumns ? next : column
      type = attributes["t"]
      style = attributes["s"].flatMap { Int($0) }
      written = ""
    case "mergeCell": if let area = attributes["ref"] { merge(area) }
    case "rPh": isPhonetic = true
    // Some write a number beside a text that stands in the cell; the text counts.
    case "v": isValue = type != "inlineStr"
    case "t": isValue = type == "inlineStr" && !isPhonetic
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "v", "t": isValue = false
    case "rPh": isPhonetic = false
    case "c":
      if !written.isEmpty {
        while cells.count < column { cells.append("") }
        cells.append(values.text(written, type: type, style: style))
        cellCount += 1
        if cellCount > Self.mostCells { excess = .sheet }
      }
      column += 1
    case "row": endRow()
    default: break
    }
  }

  func text(_ text: String) {
    guard isValue else { return }
    written += text
    if written.utf8.count > CSVScanner.largestField { excess = .cell(row: row) }
  }

  /// Notes the columns of an area of merged cells, `B1:C1`, in a row that is looked at; a sheet names them below its cells.
  private func merge(_ area: String) {
    let ends = area.split(separator: ":").map(String.init)
    guard ends.count == 2, let first = Self.column(ends[0]), let last = Self.column(ends[1]),
      first < last, let row = Int(ends[0].drop { !$0.isNumber }),
      spreading?.contains(row) == true, merged.count < Self.mostColumns
    else { return }
    merged.append((row, first...last))
  }

  /// Writes the text of merged cells into each of them, in the rows that are looked at.
  func spreadMergedCells() {
    for line in spread.reversed() {
      var cells = line.cells
      for area in merged
      where area.row == line.row && cells.indices.contains(area.columns.lowerBound) {
        let text = cells[area.columns.lowerBound]
        while cells.count <= area.columns.upperBound, !text.isEmpty { cells.append("") }
        for column in area.columns where !text.isEmpty { cells[column] = text }
      }
      guard cells != line.cells else { continue }
      var written: [UInt8] = []
      writer.append(cells.map { .text($0) }, to: &written)
      bytes.replaceSubrange(line.bytes, with: written)
    }
  }

  /// The place of a cell's column: `AB12` is 27.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for letter in reference.utf8 {
      guard (65...90).contains(letter) else { break }
      column = column * 26 + Int(letter) - 64
      if column > mostColumns { return nil }
    }
    return column > 0 ? column - 1 : nil
  }

  private func endRow() {
    while let last = cells.last, last.allSatisfy(\.isWhitespace) { cells.removeLast() }
    // Rows of formats alone at the end of a sheet are not written.
    guard !cells.isEmpty else { return }
    while writtenRows < row - 1 {
      bytes.append(0x0A)
      writtenRows += 1
    }
    if row == headerRow { width = cells.count }
    // Cells that a sheet leaves out are blank ones.
    if row > headerRow { while cells.count < width { cells.append("") } }
    let start = bytes.count
    writer.append(cells.map { .text($0) }, to: &bytes)
    if spreading?.contains(row) == true { spread.append((row, start..<bytes.count, cells)) }
    writtenRows += 1
    if bytes.count > Self.mostBytes { excess = .sheet }
  }
}
