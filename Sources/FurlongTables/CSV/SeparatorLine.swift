/// The line `sep=;` that Excel writes and reads above a table: it says the delimiter and is no row.
struct SeparatorLine {
  /// The delimiter that it says.
  let delimiter: UInt8
  /// Where the table begins.
  let end: Int

  /// The line at a place; nil where another line stands there.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    let line = bytes[place...].prefix(6)
    guard line.count >= 5, let sign = line.dropFirst(4).first, Self.parts(sign),
      String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return nil }
    var end = place + 5
    guard end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D else { return nil }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    delimiter = sign
    self.end = end
  }

  /// Whether a sign can part columns: no letter, figure, quote or line end.
  private static func parts(_ sign: UInt8) -> Bool {
    let letter = Character(UnicodeScalar(sign))
    return sign == 0x09
      || (0x21..<0x7F).contains(sign) && !letter.isLetter && !letter.isNumber && letter != "\""
  }
}
