public import Foundation

/// Reads a CSV file into a table of text.
///
/// Quotes may hold delimiters, line breaks and doubled quotes; lines end with LF, CR or CR LF; a byte
/// order mark is left out. A row may have more fields than headings if the rest are blank, as spreadsheets
/// write them; a short row that begins like a line of totals is passed over and named; any other misfit is a
/// `RowFault`. A line `sep=;` above the table says the delimiter and is no row.
///
/// A column without heading is named by its letters, `(column G)`. Blank headings at the right end are dropped,
/// unless most rows hold something under them.
///
/// UTF-16 (by its byte order mark, or by the NUL in every second byte) is read as it is, with a note unless the format
/// says so. A file that is not UTF-8 is read as Windows-1252 with a note, unless at least as many rows are UTF-8
/// beyond ASCII as are not: then the latter are faults. Rows with bytes that neither encoding has are
/// faults. A file declared Windows-1252 is read as UTF-8 with a note if more rows are UTF-8 beyond ASCII
/// than are not.
public struct CSVReader: Sendable {
  /// The shape of the file.
  public let format: CSVFormat

  /// A reader of files of this shape.
  public init(format: CSVFormat = CSVFormat()) {
    self.format = format
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name without its folder, for messages.
  /// - Throws: an error when the file is not a CSV table, or has no rows.
  /// - Complexity: linear in the number of bytes.
  public func read(_ bytes: some ContiguousBytes, name: String) throws(TableError) -> SourceTable {
    let bytes = bytes as? [UInt8] ?? bytes.withUnsafeBytes { Array($0) }
    return try table(of: try CSVFile(BytesInMemory(bytes), format: format, name: name))
  }

  /// Reads the text of a workbook's sheet, as `SheetText` writes it.
  func read(sheet text: [UInt8], name: String) throws(TableError) -> SourceTable {
    try table(of: try CSVFile(sheet: BytesInMemory(text), format: format, name: name))
  }

  private func table(of file: CSVFile) throws(TableError) -> SourceTable {
    var pieces = file.pieces(most: .max)
    if let table = try pieces.next() { return table }
    throw TableError(file: file.name, reason: .noRows(headerRow: format.headerRow))
  }

  /// Opens a file whose rows are read piece by piece: no more than a piece and its longest record is in memory.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - name: the file's name without its folder, for messages.
  ///   - rows: how many rows a piece has at most.
  /// - Throws: an error when the file is not a CSV table. What is wrong further down is thrown by the walk.
  public func walk(
    _ source: any ByteSource, name: String, rows: Int = 4_096
  ) throws(TableError) -> TableWalk {
    walk(try CSVFile(source, format: format, name: name), rows: rows)
  }

  /// Opens a workbook's sheet, as `SheetText` writes it.
  func walk(sheet: any ByteSource, name: String) throws(TableError) -> TableWalk {
    walk(try CSVFile(sheet: sheet, format: format, name: name), rows: CSVPieces.usual)
  }

  private func walk(_ file: CSVFile, rows: Int) -> TableWalk {
    TableWalk(name: file.name, header: file.header) { look in
      var pieces = file.pieces(most: rows)
      while let piece = try pieces.next() { try look(piece) }
    }
  }
}
