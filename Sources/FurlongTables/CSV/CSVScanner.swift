import Foundation

/// Parts the bytes of a CSV file into records and fields, one record at a time, in a window that moves along the file.
///
/// Works on bytes: delimiters, quotes and line ends are the same in UTF-8 and in Windows-1252.
struct CSVScanner {
  /// A field's bytes, quotes at its ends left out.
  struct Field {
    var start: Int
    var end: Int
    /// Whether quotes inside are doubled.
    var doubled: Bool
  }

  static let largestField = 1 << 20
  static let largestRecord = 16 << 20
  static let mostFields = 16_384

  /// The window's bytes: valid, as the places in them, until the next record is read.
  private(set) var bytes: UnsafeBufferPointer<UInt8>
  let name: String
  private let window: ByteWindow
  /// What parts the columns: as given, or as a line `sep=;` above the table says.
  let delimiter: UInt8
  private var place: Int

  /// The number of the record last read, counted from 1.
  private(set) var row = 0
  /// The bytes of the record last read, without its line end.
  private(set) var record = 0..<0
  /// The fields of the record last read; those beyond `mostFields` are counted only.
  private(set) var fields: [Field] = []
  private(set) var fieldCount = 0
  /// The first field that has text after its closing quote.
  private(set) var textAfterQuote: Int?

  private let quote = UInt8(ascii: "\"")

  init(_ source: any ByteSource, delimiter: UInt8, name: String) {
    window = ByteWindow(source)
    bytes = window.bytes
    self.name = name
    // A byte order mark is no text.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let line = SeparatorLine(bytes, at: start)
    self.delimiter = line?.delimiter ?? delimiter
    place = line?.end ?? start
  }

  /// Reads the next record; `false` at the end of the file.
  mutating func next() throws(TableError) -> Bool {
    if place >= bytes.count, !window.isAtEnd { move(to: place) }
    if window.isBroken { throw error(.unreadable) }
    if place >= bytes.count { return false }
    row += 1
    var start = place
    while try !readRecord(from: start) {
      move(to: start)
      if window.isBroken { throw error(.unreadable) }
      start = 0
    }
    return true
  }

  private mutating func move(to start: Int) {
    window.move(to: start)
    bytes = window.bytes
    place = 0
  }

  /// Reads a record; `false` where it may go on beyond the window.
  private mutating func readRecord(from start: Int) throws(TableError) -> Bool {
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
    textAfterQuote = nil
    while true {
      let isQuoted = place < bytes.count && bytes[place] == quote
      guard let field = isQuoted ? try quotedField() : unquotedField() else { return false }
      if field.end - field.start > Self.largestField { throw error(.fieldTooLarge(row: row)) }
      if fieldCount < Self.mostFields { fields.append(field) }
      fieldCount += 1
      if place < bytes.count, bytes[place] == delimiter {
        place += 1
        continue
      }
      break
    }
    record = start..<place
    if record.count > Self.largestRecord { throw error(.recordTooLarge(row: row)) }
    // A CR at the window's end may be half of a line end, and a field may go on.
    if !window.isAtEnd, place + 1 >= bytes.count, bytes.last != 0x0A { return false }
    endLine()
    return true
  }

  /// A field in quotes; nil where it may go on beyond the window.
  private mutating func quotedField() throws(TableError) -> Field? {
    let start = place + 1
    var doubled = false
    place = start
    while true {
      guard let end = nextQuote(from: place) else {
        if window.isAtEnd || bytes.count - start > Self.largestField {
          throw error(endOfOpenQuote(from: start, closesAfter: place))
        }
        return nil
      }
      if end + 1 == bytes.count, !window.isAtEnd { return nil }
      if end + 1 < bytes.count, bytes[end + 1] == quote {
        doubled = true
        place = end + 2
        continue
      }
      place = end + 1
      // Blanks between the closing quote and the delimiter do no harm.
      while place < bytes.count, bytes[place] == 0x20 { place += 1 }
      let rest = place
      skipToBoundary()
      if place > rest, textAfterQuote == nil { textAfterQuote = fieldCount }
      return Field(start: start, end: end, doubled: doubled)
    }
  }

  private mutating func unquotedField() -> Field {
    let start = place
    skipToBoundary()
    return Field(start: start, end: place, doubled: false)
  }

  private mutating func skipToBoundary() {
    var place = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      place += 1
    }
    self.place = place
  }

  private func nextQuote(from place: Int) -> Int? {
    guard let base = bytes.baseAddress, place < bytes.count,
      let found = memchr(base + place, Int32(quote), bytes.count - place)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Steps over one line end: LF, CR or CR LF.
  private mutating func endLine() {
    guard place < bytes.count else { return }
    let end = bytes[place]
    place += 1
    if end == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
  }

  /// What is wrong with a quote that does not close in the window: that it closes nowhere, or too late.
  ///
  /// - Parameters:
  ///   - start: where the field begins.
  ///   - rest: where the search for its end begins.
  private mutating func endOfOpenQuote(from start: Int, closesAfter rest: Int) -> TableError.Reason
  {
    var end = OpenQuote(quote: quote)
    end.count(bytes[start..<rest])
    end.search(bytes[rest...])
    while !end.isClosed, !window.isAtEnd {
      move(to: bytes.count)
      end.search(bytes[...])
    }
    return end.closes
      ? .fieldTooLarge(row: row)
      : .unterminatedQuote(openedAt: row, lastRow: row + end.lineBreaks)
  }

  func error(_ reason: TableError.Reason) -> TableError { TableError(file: name, reason: reason) }
}
