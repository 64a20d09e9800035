import Foundation

/// UTF-16 as Excel's "Unicode Text" is written, turned into UTF-8.
enum WideText {
  /// The bytes as UTF-8; nil where they are no UTF-16.
  ///
  /// Taken for UTF-16 are bytes that begin with its byte order mark, and those in which nearly every second byte is NUL. A
  /// lone half of a pair becomes U+FFFD, so that the row is seen to be faulty.
  static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let (start, isLittle) = order(of: bytes) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var place = start
    let units = AnyIterator<UInt16> {
      guard place + 1 < bytes.count else { return nil }
      defer { place += 2 }
      let (low, high) =
        isLittle ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
      return UInt16(high) << 8 | UInt16(low)
    }
    _ = transcode(
      units, from: UTF16.self, to: UTF8.self, stoppingOnError: false, into: { text.append($0) })
    return text
  }

  /// Where the text begins, and whether the lesser byte of each pair comes first.
  private static func order(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (start: Int, isLittle: Bool)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (2, true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (2, false) }
    let sample = bytes.prefix(1024)
    guard sample.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (place, byte) in sample.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    let half = sample.count / 2
    guard max(zeros[0], zeros[1]) * 10 > half * 6, min(zeros[0], zeros[1]) * 20 <= half else {
      return nil
    }
    // Of Western letters the greater byte is NUL.
    return (0, zeros[1] > zeros[0])
  }
}
