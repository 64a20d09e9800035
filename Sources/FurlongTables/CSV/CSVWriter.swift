/// Writes tables as CSV: UTF-8, commas, lines ending with LF, quotes where RFC 4180 asks for them.
///
/// A spreadsheet runs a text that begins like a formula (CWE-1236). So a text cell or heading that begins
/// with `=`, `+`, `-`, `@`, a tab, a line break, NUL or a full-width ＝＋－＠ gets a `'` before it, unless the
/// whole text is a plain number. Numbers are typed and never touched. The same cells give the same bytes.
public struct CSVWriter: Sendable {
  /// Whether texts are written as they are: for programs, never for spreadsheets.
  public let raw: Bool

  /// A writer; guarded against formulas unless `raw`.
  public init(raw: Bool = false) {
    self.raw = raw
  }

  /// The table as text.
  ///
  /// - Parameters:
  ///   - header: the headings.
  ///   - rows: the rows; each must have as many cells as there are headings.
  public func write(header: [String], rows: some Sequence<[CSVCell]>) -> String {
    String(decoding: bytes(header: header, rows: rows), as: UTF8.self)
  }

  /// The table as UTF-8.
  ///
  /// - Parameters:
  ///   - header: the headings.
  ///   - rows: the rows; each must have as many cells as there are headings.
  public func bytes(header: [String], rows: some Sequence<[CSVCell]>) -> [UInt8] {
    var bytes: [UInt8] = []
    append(header.map { .text($0) }, to: &bytes)
    for row in rows {
      precondition(row.count == header.count, "a row needs a cell for each heading")
      append(row, to: &bytes)
    }
    return bytes
  }

  /// Rows as UTF-8, without headings: what is put together to a table piece by piece.
  public func lines(_ rows: some Sequence<[CSVCell]>) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows { append(row, to: &bytes) }
    return bytes
  }

  /// Appends one record.
  func append(_ row: [CSVCell], to bytes: inout [UInt8]) {
    let start = bytes.count
    for (column, cell) in row.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .whole(let value): bytes.append(contentsOf: String(value).utf8)
      case .number(let value): bytes.append(contentsOf: ShortestNumber.text(value).utf8)
      case .text(let text): append(text, to: &bytes)
      }
    }
    // A line of nothing would be no row.
    if row.count == 1, bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(0x0A)
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    let guarded = raw || !CSVWriter.looksLikeFormula(text) ? text : "'" + text
    guard CSVWriter.needsQuotes(guarded) else {
      bytes.append(contentsOf: guarded.utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in guarded.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func needsQuotes(_ text: String) -> Bool {
    if text.utf8.first == 0x20 || text.utf8.last == 0x20 { return true }
    // At the head of a file this would be taken for Excel's word for the delimiter.
    if text.utf8.count == 5, text.lowercased().hasPrefix("sep=") { return true }
    return text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
  }

  private static func looksLikeFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": true
    case "+", "-": ShortestNumber.number(text) == nil
    default: false
    }
  }
}
