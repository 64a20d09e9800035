public import FurlongArchives

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
  /// - Throws: an error when the file is no workbook, does not say which sheet, the sheet is no table, or it has more text
  ///   than `mostText`.
  /// - Complexity: linear in the number of cells.
  public func read(_ bytes: [UInt8], name: String) throws(TableError) -> SourceTable {
    let sheet = try open(
      bytes, name, spreading: groupRow.map { $0...$0 }, headerRow: headerRow)
    let (text, isCut) = try sheet.source.beginning(Self.mostText)
    if isCut { throw TableError(file: name, reason: .sheetTooLarge) }
    var table = try csv.read(sheet: text, name: name)
    if let note = sheet.note { table.notes.append(note) }
    return table
  }

  /// The most text of a sheet that is read at once.
  public static let mostText = 64_000_000

  /// Opens a workbook of which a sheet is read piece by piece: memory does not grow with the sheet, only with the texts that
  /// cells share (at most 64 MB, in which each text counts four bytes beside its letters).
  ///
  /// - Parameters:
  ///   - file: the workbook.
  ///   - name: the file's name without its folder, for messages.
  /// - Throws: an error when the file is no workbook, does not say which sheet, or the sheet is no table. What is wrong
  ///   further down is thrown by the walk.
  public func walk(_ file: some PlacedBytes, name: String) throws(TableError) -> TableWalk {
    let sheet = try open(
      file, name, spreading: groupRow.map { $0...$0 }, headerRow: headerRow)
    let source = sheet.source
    let table: TableWalk
    do throws(TableError) {
      table = try csv.walk(sheet: source, name: name)
    } catch {
      throw source.reason(of: error)
    }
    return TableWalk(name: name, header: table.header) { look in
      var notes = [sheet.note].compactMap(\.self)
      do {
        try table.each { piece in
          try look(piece.adding(notes: notes, labels: []))
          notes = []
        }
      } catch let error as TableError { throw source.reason(of: error) }
    }
  }

  /// The first rows of the sheet as CSV, for whoever looks how it is written: merged cells of the first rows each hold their
  /// text.
  ///
  /// - Parameters:
  ///   - file: the workbook.
  ///   - most: how much text is looked at.
  /// - Returns: whole rows, and whether more follow.
  public func beginning(
    of file: some PlacedBytes, name: String, most: Int = WorkbookReader.mostText
  ) throws(TableError) -> (text: [UInt8], isCut: Bool) {
    try open(file, name, spreading: 1...TableSniffer.mostTitleRows, headerRow: nil)
      .source.beginning(most)
  }

  private var csv: CSVReader {
    CSVReader(format: CSVFormat(headerRow: headerRow, groupRow: groupRow))
  }

  /// The sheet, and what is to be said of the workbook.
  ///
  /// - Parameters:
  ///   - spreading: the rows of which merged cells each hold the text of the first.
  ///   - headerRow: the row of the headings; nil where it is not known yet.
  private func open(
    _ file: some PlacedBytes, _ name: String, spreading: ClosedRange<Int>?, headerRow: Int?
  ) throws(TableError) -> (source: SheetSource, note: TableNote?) {
    let archive = try within(name) { () throws(ArchiveError) in try ZipArchive(file) }
    let workbook = try within(name) { () throws(ArchiveError) in try Workbook(archive) }
    guard let workbook else { throw TableError(file: name, reason: .notAWorkbook) }
    let sheet = try chosen(workbook, name)
    let values = try within(name) { () throws(ArchiveError) in try CellValues(workbook) }
    let merged = MergedCells(rows: spreading)
    if spreading != nil {
      // A sheet names its merged cells below its rows.
      try within(name) { () throws(ArchiveError) in
        try MarkupReader().read(sheet.entry, of: archive, merged)
      }
    }
    return (
      SheetSource(
        workbook, sheet: sheet, headerRow: headerRow, values: values, merged: merged, name: name),
      workbook.countsFrom1904 ? TableNote(kind: .daysFrom1904, examples: []) : nil
    )
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

  func start(_ name: String, _ attributes: MarkupAttributes) {
    isValue = name == "v" || name == "t"
  }

  func end(_ name: String) { isValue = false }

  func text(_ text: String) {
    if isValue, text.contains(where: { !$0.isWhitespace }) { isDone = true }
  }
}
