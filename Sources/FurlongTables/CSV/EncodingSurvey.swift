/// Looks through a whole file and decides how its bytes become letters.
///
/// Rows beyond ASCII are of three sorts: valid UTF-8; not UTF-8 but possible in Windows-1252; possible in
/// neither. The more frequent of the first two sorts decides, and of two as frequent the declared encoding: a
/// chance pair of Western letters may look like UTF-8, and a stray byte may stand in a UTF-8 file.
struct EncodingSurvey {
  /// The encoding to read the file in.
  let encoding: CSVFormat.Encoding
  /// Whether some rows do not fit that encoding.
  let hasMisfits: Bool
  /// Whether no byte is beyond ASCII.
  let isASCII: Bool
  /// Whether there is a NUL.
  let hasNUL: Bool
  /// What the person should check, if the encoding is not the one declared.
  let note: TableNote.Kind?

  /// What is known of a workbook's sheet as CSV; a cell may have written a NUL.
  static let ofSheet = EncodingSurvey(
    encoding: .utf8, hasMisfits: false, isASCII: false, hasNUL: true)

  private init(encoding: CSVFormat.Encoding, hasMisfits: Bool, isASCII: Bool, hasNUL: Bool) {
    (self.encoding, self.hasMisfits) = (encoding, hasMisfits)
    (self.isASCII, self.hasNUL) = (isASCII, hasNUL)
    note = nil
  }

  /// What is known of a file that was UTF-16 and is UTF-8 now.
  init(utf16 source: any ByteSource, format: CSVFormat, name: String) throws(TableError) {
    (isASCII, hasNUL) = try Self.kinds(of: source, name)
    encoding = .utf8
    hasMisfits = !isASCII
    note = format.encoding == .utf16 ? nil : .readAsUTF16
  }

  init(
    _ source: any ByteSource, format: CSVFormat, name: String
  ) throws(TableError) {
    (isASCII, hasNUL) = try Self.kinds(of: source, name)
    if isASCII {
      encoding = .utf8
      hasMisfits = false
      note = nil
      return
    }
    var (utf8, western, neither) = (0, 0, 0)
    var undefined = false
    var scanner = CSVScanner(source, delimiter: format.delimiter.byte, name: name)
    while try scanner.next() {
      let row = UnsafeBufferPointer(rebasing: scanner.bytes[scanner.record])
      if Self.isASCII(row) { continue }
      let isUndefined = row.contains(where: Windows1252.isUndefined)
      undefined = undefined || isUndefined
      if UTF8Check.firstInvalid(row) == nil {
        utf8 += 1
      } else if isUndefined {
        neither += 1
      } else {
        western += 1
      }
    }
    let isWestern =
      switch format.encoding {
      case .utf8, .utf16: western > utf8
      case .windows1252: western + neither >= utf8
      }
    if isWestern {
      encoding = .windows1252
      hasMisfits = undefined
      note = format.encoding == .windows1252 ? nil : .readAsWindows1252
    } else {
      encoding = .utf8
      hasMisfits = western + neither > 0
      note = format.encoding == .utf8 ? nil : .readAsUTF8
    }
  }

  /// The first byte of a row that the encoding does not have; `nil` when the row fits.
  func firstMisfit(_ row: UnsafeBufferPointer<UInt8>) -> Int? {
    if !hasMisfits { return nil }
    return switch encoding {
    case .utf8, .utf16: UTF8Check.firstInvalid(row)
    case .windows1252: row.firstIndex(where: Windows1252.isUndefined)
    }
  }

  /// What kinds of bytes a file has.
  private static func kinds(
    of source: any ByteSource, _ name: String
  ) throws(TableError) -> (isASCII: Bool, hasNUL: Bool) {
    var (isPlain, hasNUL) = (true, false)
    let isWhole = source.eachPart { part in
      if isPlain { isPlain = isASCII(part) }
      if !hasNUL { hasNUL = part.contains(0) }
    }
    if !isWhole { throw TableError(file: name, reason: .unreadable) }
    return (isPlain, hasNUL)
  }

  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }
}

/// Whether bytes are well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms).
enum UTF8Check {
  /// The place of the first byte that is not part of a well-formed sequence; `nil` when all are.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return place
      }
      if place + length > bytes.count || !second.contains(bytes[place + 1]) { return place }
      for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[place + offset]) {
        return place
      }
      place += length
    }
    return nil
  }
}
