import FurlongTables

/// What is looked at of a file that no mapping reads yet: all of it, or of a large CSV file or sheet its first rows.
struct LookedAtBytes {
  /// So much of a CSV file, or of a sheet's text, is looked at.
  static let most = 32 << 20
  /// No field is longer, so that a row ends within so many bytes, or there is none.
  private static let longestField = 1 << 20

  let bytes: [UInt8]
  /// Whether the bytes are the text of a workbook's sheet.
  let isSheet: Bool
  /// Whether the file goes on after them.
  let isCut: Bool

  /// The bytes of a file; nil where it cannot be read.
  ///
  /// - Parameter sheet: the workbook's sheet; nil for the only one that holds anything.
  /// - Throws: what is wrong with a workbook.
  init?(
    _ file: FileBytes, sheet: String? = nil, name: String, most: Int = LookedAtBytes.most
  ) throws(TableError) {
    guard let start = file.beginning(8) else { return nil }
    isSheet = WorkbookReader.recognises(start)
    if isSheet {
      guard let opened = file.opened() else { return nil }
      (bytes, isCut) = try WorkbookReader(sheet: sheet)
        .beginning(of: opened, name: name, most: most)
      return
    }
    // The parts of SPSS files lie anywhere; what stands in two bytes a letter is not cut.
    let isOneByOne =
      !SPSSReader.recognises(start) && !start.contains { [0, 0xFE, 0xFF].contains($0) }
    isCut = isOneByOne && file.count > most
    let found = isCut ? file.beginning(most).map(Self.wholeRows) : file.all()
    guard let found else { return nil }
    bytes = found
  }

  /// How the file is written.
  func shape(sheet: String?, name: String) throws(TableError) -> TableShape {
    let sniffer = TableSniffer(sheet: sheet)
    return isSheet
      ? try sniffer.shape(ofSheet: bytes, name: name) : try sniffer.shape(of: bytes, name: name)
  }

  /// The table that it holds.
  func table(_ shape: TableShape, name: String) throws(TableError) -> SourceTable {
    isSheet ? try shape.read(sheet: bytes, name: name) : try shape.read(bytes, name: name)
  }

  /// Bytes up to the end of the last row that is there whole: the last line end outside of quotes.
  private static func wholeRows(_ bytes: [UInt8]) -> [UInt8] {
    var isQuoted = false
    var end = 0
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { end = place + 1 }
    }
    // A quote that never closes is told by whoever reads on.
    return bytes.count - end > longestField ? bytes : Array(bytes[..<end])
  }
}
