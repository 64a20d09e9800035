/// UTF-16 as Excel's "Unicode Text" is written, turned into UTF-8.
enum WideText {
  /// Which byte of a sign comes first.
  private enum Order {
    case little
    case big
  }

  /// How much of a file is looked at.
  private static let sample = 4096

  /// The bytes as UTF-8; nil where they are no UTF-16.
  static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? { utf8(bytes, declared: false) }

  /// The bytes as UTF-8; nil where they are no UTF-16.
  static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, declared: Bool) -> [UInt8]? {
    order(bytes, declared: declared).map { utf8(bytes, $0) }
  }

  /// The order of a file's bytes; nil where the file is no UTF-16.
  ///
  /// Text of Western letters has a NUL in nearly every second byte and in those only; a file that is declared to be
  /// UTF-16 may have fewer of them.
  private static func order(_ bytes: UnsafeBufferPointer<UInt8>, declared: Bool) -> Order? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .little }
    if bytes.starts(with: [0xFE, 0xFF]) { return .big }
    let sample = bytes.prefix(Self.sample)
    if sample.count < 8 { return nil }
    var zeros = [0, 0]
    for (place, byte) in sample.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    let half = sample.count / 2
    let most = max(zeros[0], zeros[1])
    let least = declared ? half / 20 : half * 6 / 10
    guard most > least, min(zeros[0], zeros[1]) * 4 <= most else { return nil }
    return zeros[0] > zeros[1] ? .big : .little
  }

  /// The text in UTF-8, without its byte order mark.
  ///
  /// Half of a pair that stands alone, and a last byte without its second, become bytes that no text has, so that the
  /// row that holds them is set aside.
  private static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, _ order: Order) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 16)
    func unit(_ place: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      return order == .little ? second << 8 | first : first << 8 | second
    }
    var place = 0
    while place + 1 < bytes.count {
      var letter = unit(place)
      place += 2
      if letter == 0xFEFF, place == 2 { continue }
      if 0xD800..<0xDC00 ~= letter, place + 1 < bytes.count, 0xDC00..<0xE000 ~= unit(place) {
        letter = 0x10000 + (letter - 0xD800) << 10 + (unit(place) - 0xDC00)
        place += 2
      }
      append(letter, to: &text)
    }
    if place < bytes.count { text.append(0xFF) }
    return text
  }

  /// Appends a letter; half of a pair is written as UTF-8 forbids it.
  private static func append(_ letter: UInt32, to text: inout [UInt8]) {
    func next(_ shift: UInt32) -> UInt8 { UInt8(0x80 | letter >> shift & 0x3F) }
    switch letter {
    case 0..<0x80: text.append(UInt8(letter))
    case 0x80..<0x800: text += [UInt8(0xC0 | letter >> 6), next(0)]
    case 0x800..<0x10000: text += [UInt8(0xE0 | letter >> 12), next(6), next(0)]
    default: text += [UInt8(0xF0 | letter >> 18), next(12), next(6), next(0)]
    }
  }
}
