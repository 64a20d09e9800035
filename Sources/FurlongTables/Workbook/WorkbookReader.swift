import FurlongArchives

/// Reads one sheet of an Excel workbook (.xlsx) into a table of text.
///
/// Cells become what Excel shows of their values: numbers with up to 15 figures, days as `2024-05-31` (of a cell whose
/// format is one of dates; from 1900 or 1904, as the workbook says), with a time of day where there is one; formulas as
/// the values that were kept with them; TRUE and FALSE; errors as `#N/A`. Row numbers are the sheet's. Hidden sheets and
/// those without a cell are passed over. Everything else is as in `CSVReader`.
public struct WorkbookReader: Sendable {
  /// The name of the sheet; nil for the only one that holds anything.
  public let sheet: String?
  /// The row of the headings, counted from 1; rows above it are not read.
  public let headerRow: Int
  /// The row above them that holds the headings of groups of columns; nil where there is none.
  public let groupRow: Int?

  /// A reader of workbooks of this shape.
  public init(sheet: String? = nil, headerRow: Int = 1, groupRow: Int? = nil) {
    self.sheet = sheet
    self.headerRow = headerRow
    self.groupRow = groupRow
  }

  /// Whether bytes begin like a workbook, or another zip archive.
  public static func recognises(_ bytes: some Collection<UInt8>) -> Bool {
    ZipArchive.recognises(bytes)
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name without its folder, for messages.
  /// - Throws: an error when the file is no workbook, does not say which sheet, or the sheet is no table.
  /// - Complexity: linear in the number of cells.
  public func read(_ bytes: [UInt8], name: String) throws(TableError) -> SourceTable {
    let sheet = try sheetText(bytes, name: name, spreading: groupRow.map { $0...$0 })
    let format = CSVFormat(headerRow: headerRow, groupRow: groupRow)
    var table = try CSVReader(format: format).read(sheet.text, name: name)
    if sheet.countsFrom1904 {
      table.notes.append(TableNote(kind: .daysFrom1904, examples: []))
    }
    return table
  }

  /// The sheet as CSV, for who looks for its headings: merged cells of the first rows each hold their text.
  func text(_ bytes: [UInt8], name: String) throws(TableError) -> [UInt8] {
    try sheetText(bytes, name: name, spreading: 1...TableSniffer.mostTitleRows).text
  }

  /// The sheet as CSV, and whether the workbook counts days from 1904.
  ///
  /// - Parameter spreading: the rows of which merged cells each hold the text of the first.
  private func sheetText(
    _ bytes: [UInt8], name: String, spreading: ClosedRange<Int>?
  ) throws(TableError) -> (text: [UInt8], countsFrom1904: Bool) {
    let archive = try within(name) { () throws(ArchiveError) in try ZipArchive(bytes) }
    let workbook = try within(name) { () throws(ArchiveError) in try Workbook(archive) }
    guard let workbook else { throw TableError(file: name, reason: .notAWorkbook) }
    let sheet = try chosen(workbook, name)
    let values = try within(name) { () throws(ArchiveError) in try CellValues(workbook) }
    guard let values else { throw TableError(file: name, reason: .sheetTooLarge) }
    let text = SheetText(headerRow: headerRow, values: values, spreading: spreading)
    try within(name) { () throws(ArchiveError) in
      try MarkupReader().read(sheet.entry, of: archive, text)
    }
    if let excess = text.excess { throw TableError(file: name, reason: excess.reason) }
    text.spreadMergedCells()
    return (text.bytes, workbook.countsFrom1904)
  }

  private func within<Found>(
    _ name: String, _ read: () throws(ArchiveError) -> Found
  ) throws(TableError) -> Found {
    do throws(ArchiveError) {
      return try read()
    } catch {
      throw TableError(file: name, reason: .brokenWorkbook(error))
    }
  }

  private func chosen(_ workbook: Workbook, _ name: String) throws(TableError) -> Workbook.Sheet {
    if let sheet {
      guard let found = workbook.sheets.first(where: { $0.name == sheet }) else {
        throw TableError(
          file: name, reason: .noSuchSheet(sheet, there: workbook.sheets.map(\.name)))
      }
      return found
    }
    var filled: [Workbook.Sheet] = []
    for sheet in workbook.sheets where !sheet.isHidden {
      let search = FirstCell()
      try within(name) { () throws(ArchiveError) in
        try MarkupReader().read(sheet.entry, of: workbook.archive, search)
      }
      if search.isDone { filled.append(sheet) }
    }
    guard let only = filled.first else { throw TableError(file: name, reason: .empty) }
    guard filled.count == 1 else {
      throw TableError(file: name, reason: .severalSheets(filled.map(\.name)))
    }
    return only
  }
}

/// Looks for the first cell that holds something.
private final class FirstCell: MarkupListener {
  private(set) var isDone = false
  private var isValue = false

  func start(_ name: String, _ attributes: [String: String]) {
    isValue = name == "v" || name == "t"
  }

  func end(_ name: String) { isValue = false }

  func text(_ text: String) {
    if isValue, text.contains(where: { !$0.isWhitespace }) { isDone = true }
  }
}
