/// The encoding of Windows in Western Europe, as the Unicode consortium maps it (CP1252.TXT).
enum Windows1252 {
  /// The letters of 0x80 to 0x9F; 0 where the encoding has none.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]

  /// Whether the encoding has no letter for a byte: 81, 8D, 8F, 90 and 9D.
  static func isUndefined(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
    default: false
    }
  }

  /// Appends a byte's letter as UTF-8; a byte without letter must have been set aside before.
  static func append(_ byte: UInt8, to text: inout [UInt8]) {
    let letter: UInt16 = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)
    switch letter {
    case 0..<0x80: text.append(UInt8(letter))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | letter >> 6))
      text.append(UInt8(0x80 | letter & 0x3F))
    default:
      text.append(UInt8(0xE0 | letter >> 12))
      text.append(UInt8(0x80 | letter >> 6 & 0x3F))
      text.append(UInt8(0x80 | letter & 0x3F))
    }
  }
}
