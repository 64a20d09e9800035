import Crypto

/// SHA-256 digests, in hexadecimal.
enum Digest {
  /// Of bytes as they stand.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    hexadecimal(SHA256.hash(data: Array(bytes)))
  }

  /// Of the lines of a file in the order of their bytes: the same for any order of rows.
  ///
  /// Equals `LC_ALL=C sort FILE | sha256sum`. O(n log n).
  static func ofSortedLines(_ bytes: [UInt8]) -> String {
    var hasher = SHA256()
    let newline = UInt8(ascii: "\n")
    bytes.withUnsafeBufferPointer { all in
      var lines: [Range<Int>] = []
      var start = 0
      for index in all.indices where all[index] == newline {
        lines.append(start..<index)
        start = index + 1
      }
      if start < all.count { lines.append(start..<all.count) }
      lines.sort { one, other in all[one].lexicographicallyPrecedes(all[other]) }
      for line in lines {
        hasher.update(
          bufferPointer: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(all)[line]))
        hasher.update(data: [newline])
      }
    }
    return hexadecimal(hasher.finalize())
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
