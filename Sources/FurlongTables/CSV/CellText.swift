/// Turns a field's bytes into a cell's text: decoded, quotes undoubled, trimmed, zero-width signs removed.
struct CellText {
  let encoding: CSVFormat.Encoding
  /// Whether the whole file is ASCII, so that no cell needs a second look.
  let isASCII: Bool

  private var scratch: [UInt8] = []

  init(encoding: CSVFormat.Encoding, isASCII: Bool) {
    self.encoding = encoding
    self.isASCII = isASCII
  }

  /// Appends the text of a field of some bytes; returns whether the text goes beyond ASCII.
  mutating func append(
    _ field: CSVScanner.Field, of bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
  ) -> Bool {
    var start = field.start
    var end = field.end
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    while start < end, Self.isBlank(bytes[end - 1]) { end -= 1 }
    if start == end { return false }
    let trimmed = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let plain = isASCII || EncodingSurvey.isASCII(trimmed)
    if plain, !field.doubled {
      text.append(contentsOf: trimmed)
      return false
    }
    decode(trimmed, doubled: field.doubled)
    if !plain { removeZeroWidth() }
    let cell = plain ? scratch[...] : Self.trim(scratch)
    text.append(contentsOf: cell)
    return !plain && cell.contains { $0 >= 0x80 }
  }

  private mutating func decode(_ field: UnsafeBufferPointer<UInt8>, doubled: Bool) {
    scratch.removeAll(keepingCapacity: true)
    let quote = UInt8(ascii: "\"")
    var place = 0
    while place < field.count {
      let byte = field[place]
      place += 1
      if byte < 0x80 || encoding != .windows1252 {
        scratch.append(byte)
        if doubled, byte == quote, place < field.count, field[place] == quote { place += 1 }
      } else {
        Windows1252.append(byte, to: &scratch)
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Removes signs that show nothing and mean nothing: zero-width space, word joiner, byte order mark.
  ///
  /// Joiners stay: letters of Persian and family emoji are made with them.
  private mutating func removeZeroWidth() {
    var kept = 0
    var place = 0
    while place < scratch.count {
      if place + 2 < scratch.count {
        switch (scratch[place], scratch[place + 1], scratch[place + 2]) {
        case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
          place += 3
          continue
        default: break
        }
      }
      scratch[kept] = scratch[place]
      kept += 1
      place += 1
    }
    scratch.removeLast(scratch.count - kept)
  }

  /// Trims blanks of any width, and joiners and direction marks, which at an end do nothing.
  private static func trim(_ text: [UInt8]) -> ArraySlice<UInt8> {
    var rest = text[...]
    while let length = (1...3).first(where: { isBlank(rest.prefix($0), length: $0) }) {
      rest = rest.dropFirst(length)
    }
    while let length = (1...3).first(where: { isBlank(rest.suffix($0), length: $0) }) {
      rest = rest.dropLast(length)
    }
    return rest
  }

  private static func isBlank(_ sign: ArraySlice<UInt8>, length: Int) -> Bool {
    guard sign.count == length else { return false }
    let first = sign[sign.startIndex]
    if length == 1 { return isBlank(first) }
    let second = sign[sign.startIndex + 1]
    if length == 2 { return first == 0xC2 && second == 0xA0 }
    switch (first, second, sign[sign.startIndex + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF):
      return true
    case (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80): return true
    default: return false
    }
  }
}
