import FurlongDigests

/// What things are told apart by in files of other tools: 128 bits, written `8-4-4-4-12`.
///
/// The same in capital letters, in braces or without dashes.
public struct QDAGUID: Sendable, Hashable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// The GUID that a text is; where it is none, one that stands for that text.
  public init(_ text: String) {
    let digits = text.filter { !"{}- \n\t".contains($0) }
    if digits.utf8.count == 32, let bytes = Hexadecimal.bytes(of: digits) {
      self.init(bytes)
    } else {
      self.init("text", [text])
    }
  }

  /// The GUID that Furlong gives to a thing: the same for the same names, on every machine and in every export.
  ///
  /// A UUID of version 8 (RFC 9562, doi:10.17487/RFC9562): the first 16 bytes of SHA-256 of `furlong/exchange/v1`, the kind
  /// and the names, each behind its length in bytes.
  ///
  /// - Parameters:
  ///   - kind: what kind of thing.
  ///   - names: what it is known by.
  init(_ kind: String, _ names: [String]) {
    let message = ([Self.domain, kind] + names).map { "\($0.utf8.count):\($0)" }.joined()
    var bytes = Array(SHA256.digest(of: Array(message.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.init(bytes)
  }

  private init(_ bytes: [UInt8]) {
    high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// In small letters, without braces.
  public var description: String {
    let bytes = [high, low].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) }
    }
    var text = ""
    for (place, part) in [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].enumerated() {
      text += (place == 0 ? "" : "-") + Hexadecimal.text(of: Array(bytes[part]))
    }
    return text
  }

  private static let domain = "furlong/exchange/v1"
}
