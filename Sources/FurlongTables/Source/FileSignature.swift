/// Recognises by their first bytes the files that are not CSV whatever their name says.
enum FileSignature {
  /// Why the bytes cannot be CSV; `nil` when they can.
  static func refusal(_ bytes: UnsafeBufferPointer<UInt8>) -> TableError.Reason? {
    if bytes.isEmpty { return .empty }
    if begins(bytes, [0x50, 0x4B, 0x03, 0x04]) || begins(bytes, [0x50, 0x4B, 0x05, 0x06]) {
      return .excelWorkbook
    }
    if begins(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return .oldOrLockedWorkbook
    }
    if SPSSReader.recognises(bytes) { return .spss }
    if begins(bytes, Array("%PDF-".utf8)) { return .pdf }
    // A portable file begins with its name in several alphabets.
    let splash = String(decoding: bytes.prefix(200), as: UTF8.self)
    if splash.contains("SPSS PORT FILE") { return .portableSPSS }
    let start = String(decoding: bytes.prefix(64), as: UTF8.self).drop {
      $0 == "\u{FEFF}" || $0.isWhitespace
    }
    .lowercased()
    if ["<!doctype", "<html", "<table", "<?xml"].contains(where: start.hasPrefix) {
      return .webPage
    }
    return nil
  }

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ sign: [UInt8]) -> Bool {
    bytes.starts(with: sign)
  }
}
