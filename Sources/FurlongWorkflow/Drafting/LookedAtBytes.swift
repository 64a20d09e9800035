import FurlongTables

/// What is looked at of a file that no mapping reads yet: all of it, or of a large CSV file its first rows.
struct LookedAtBytes {
  /// So much of a CSV file is looked at.
  static let most = 32 << 20
  /// No field is longer, so that a row ends within so many bytes, or there is none.
  private static let longestField = 1 << 20

  let bytes: [UInt8]
  /// Whether the file goes on after them.
  let isCut: Bool

  /// The bytes of a file; nil where it cannot be read.
  init?(_ file: FileBytes, most: Int = LookedAtBytes.most) {
    guard let start = file.beginning(8) else { return nil }
    // The parts of workbooks and of SPSS files lie anywhere; what stands in two bytes a letter is not cut.
    let isOneByOne =
      !WorkbookReader.recognises(start) && !SPSSReader.recognises(start)
      && !start.contains { [0, 0xFE, 0xFF].contains($0) }
    isCut = isOneByOne && file.count > most
    let found = isCut ? file.beginning(most).map(Self.wholeRows) : file.all()
    guard let found else { return nil }
    bytes = found
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
