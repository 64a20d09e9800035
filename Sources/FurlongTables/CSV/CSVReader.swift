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
    let outcome: Result<SourceTable, TableError> = bytes.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      do throws(TableError) {
        return .success(try table(bytes, name: name))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private func table(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(TableError) -> SourceTable {
    guard let text = WideText.utf8(bytes, declared: format.encoding == .utf16) else {
      if let reason = FileSignature.refusal(bytes) { throw TableError(file: name, reason: reason) }
      if let stray = try StrayNULs(bytes, format: format, name: name) {
        var table = try read(stray.rest, name: name)
        table.notes.append(stray.note(in: table))
        return table
      }
      let survey = try EncodingSurvey(bytes, format: format, name: name)
      return try table(bytes, survey, name: name)
    }
    let outcome: Result<SourceTable, TableError> = text.withUnsafeBufferPointer { text in
      do throws(TableError) {
        if let reason = FileSignature.refusal(text) {
          throw TableError(file: name, reason: reason)
        }
        let survey = EncodingSurvey(utf16: text, format: format)
        return .success(try table(text, survey, name: name))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Reads UTF-8 or Windows-1252.
  private func table(
    _ bytes: UnsafeBufferPointer<UInt8>, _ survey: EncodingSurvey, name: String
  ) throws(TableError) -> SourceTable {
    let rows = try rows(bytes, survey, name: name, unnamed: 0)
    guard let filled = rows.filledBeyondHeadings else { return rows.table(name: name) }
    return try self.rows(bytes, survey, name: name, unnamed: filled).table(name: name)
  }

  /// The rows under the headings, of which so many at the right end are blank and count nevertheless.
  private func rows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ survey: EncodingSurvey, name: String, unnamed: Int
  ) throws(TableError) -> CSVRows {
    var scanner = CSVScanner(bytes, delimiter: format.delimiter.byte, name: name)
    let (header, blank) = try header(&scanner, survey, unnamed: unnamed)
    var rows = CSVRows(header: header, blankHeadings: blank, bytes: bytes, survey: survey)
    while try scanner.next() {
      rows.append(scanner)
      if !rows.cells.isAddressable { throw scanner.error(.tooLarge) }
    }
    if rows.cells.sourceRows.isEmpty, rows.faults.isEmpty {
      throw scanner.error(.noRows(headerRow: format.headerRow))
    }
    return rows
  }

  /// The headings, and how many blank ones at the right end were dropped.
  private func header(
    _ scanner: inout CSVScanner, _ survey: EncodingSurvey, unnamed: Int
  ) throws(TableError) -> (names: [String], blank: Int) {
    let row = format.headerRow
    repeat {
      if try !scanner.next() {
        throw scanner.error(scanner.row == 0 ? .empty : .noHeadings(row: row))
      }
    } while scanner.row < row
    if scanner.fieldCount > CSVScanner.mostFields {
      throw scanner.error(.tooManyColumns(found: scanner.fieldCount))
    }
    if let (kind, _) = CSVRows.fault(of: scanner, survey, hasNUL: true) {
      throw scanner.error(.faultyHeadings(row: row, fault: kind))
    }
    var cells = CellText(scanner.bytes, encoding: survey.encoding, isASCII: survey.isASCII)
    var names: [String] = []
    for field in scanner.fields {
      var text: [UInt8] = []
      _ = cells.append(field, to: &text)
      names.append(String(decoding: text, as: UTF8.self))
    }
    let all = names.count
    while names.last == "" { names.removeLast() }
    if names.isEmpty { throw scanner.error(.noHeadings(row: row)) }
    try refuseOtherDelimiter(names, scanner)
    let blank = all - names.count
    names += Array(repeating: "", count: min(unnamed, blank))
    for column in names.indices where names[column].isEmpty {
      names[column] = SourceTable.unnamed(column)
    }
    try refuseRepeats(names, scanner)
    return (names, blank)
  }

  private func refuseRepeats(_ names: [String], _ scanner: CSVScanner) throws(TableError) {
    var seen: [String: Int] = [:]
    for (column, name) in names.enumerated() {
      guard let first = seen.updateValue(column, forKey: name) else { continue }
      let (one, other) = (columnLetters(first), columnLetters(column))
      throw scanner.error(.duplicateHeadings(row: format.headerRow, first: one, second: other))
    }
  }

  /// One heading with two or more signs of another delimiter is a file of that delimiter.
  private func refuseOtherDelimiter(_ names: [String], _ scanner: CSVScanner) throws(TableError) {
    guard names.count == 1, let name = names.first else { return }
    for other in CSVFormat.Delimiter.allCases where other.byte != scanner.delimiter {
      if name.utf8.lazy.filter({ $0 == other.byte }).count > 1 {
        throw scanner.error(.otherDelimiter(row: format.headerRow, likely: other))
      }
    }
  }
}
