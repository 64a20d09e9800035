import FurlongArchives

/// Hears a sheet and writes it as CSV, a record a row of the sheet, so that row numbers stay.
final class SheetText: MarkupListener {
  /// The most rows of a sheet.
  private static let mostRows = 1_048_576
  /// The most columns of a sheet.
  static let mostColumns = 16_384

  /// The most text of a sheet, however little its workbook takes.
  private static let mostText = Int(UInt32.max)

  /// Why reading ended before the sheet did: more text than a table's cells, rows or the whole may have; nil where it did not.
  private(set) var fault: TableError.Reason?
  /// The text that was not taken yet.
  var bytes: [UInt8] = []
  /// When there is more, it is to be taken.
  private let enough: Int
  private var allBytes = 0
  private let writer = CSVWriter(raw: true)
  private let values: CellValues
  /// The row whose cells each row below has; nil where nobody knows it yet, and each has those of the widest above it.
  private let headerRow: Int?
  private let merged: MergedCells

  private var row = 0
  private var writtenRows = 0
  private var cells: [String] = []
  private var rowBytes = 0
  private var width = 0
  private var column = 0
  private var type: String?
  private var style: Int?
  private var written = ""
  private var isValue = false
  private var isPhonetic = false
  var isDone: Bool { fault != nil }
  var isFull: Bool { bytes.count > enough }

  init(headerRow: Int?, values: CellValues, merged: MergedCells, enough: Int) {
    self.enough = enough
    self.headerRow = headerRow
    self.merged = merged
    self.values = values
  }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "row":
      let next = attributes["r"].flatMap { Int($0) } ?? row + 1
      // Rows that go back or beyond the sheet are no rows of Excel's; they stand where they come.
      row = next > row && next <= Self.mostRows ? next : row + 1
      cells = []
      rowBytes = 0
      column = 0
    case "c":
      let next = attributes["r"].flatMap(Self.column) ?? column
      column = next >= column && next < Self.mostColumns ? next : column
      type = attributes["t"]
      style = attributes["s"].flatMap { Int($0) }
      written = ""
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
      // One cell beyond the last column tells that the row is too long.
      if !written.isEmpty, column <= Self.mostColumns {
        while cells.count < column { cells.append("") }
        let text = values.text(written, type: type, style: style)
        if hold(text) { cells.append(text) }
      }
      column += 1
    case "row": endRow()
    default: break
    }
  }

  func text(_ text: String) {
    guard isValue else { return }
    written += text
    if written.utf8.count > CSVScanner.largestField { fault = .fieldTooLarge(row: row) }
  }

  /// Whether a text has room in its row, so many times.
  private func hold(_ text: String, times: Int = 1) -> Bool {
    rowBytes += text.utf8.count * times
    if text.utf8.count > CSVScanner.largestField {
      fault = .fieldTooLarge(row: row)
    } else if rowBytes > CSVScanner.largestRecord {
      fault = .recordTooLarge(row: row)
    }
    return fault == nil
  }

  /// The place of a cell's column: `AB12` is 27.
  static func column(_ reference: String) -> Int? {
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
    if let headerRow, row == headerRow { width = cells.count }
    spread()
    if fault != nil { return }
    // Cells that a sheet leaves out are blank ones.
    if row > headerRow ?? 0 { while cells.count < width { cells.append("") } }
    if headerRow == nil { width = cells.count }
    let before = bytes.count
    writer.append(cells.map { .text($0) }, to: &bytes)
    writtenRows += 1
    allBytes += bytes.count - before
    if allBytes > Self.mostText { fault = .tooLarge }
  }

  /// Writes the text of merged cells of the row into each of them.
  private func spread() {
    for area in merged.areas(in: row) where cells.indices.contains(area.lowerBound) {
      let text = cells[area.lowerBound]
      if text.isEmpty { continue }
      guard hold(text, times: area.count - 1) else { return }
      while cells.count <= area.upperBound { cells.append("") }
      for column in area { cells[column] = text }
    }
  }
}
