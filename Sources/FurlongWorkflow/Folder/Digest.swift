import FurlongDigests

/// SHA-256 digests, in hexadecimal.
enum Digest {
  /// Of bytes as they stand.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    Hexadecimal.text(of: SHA256.digest(of: Array(bytes)))
  }

  /// Of the lines of a file in the order of their bytes: the same for any order of rows.
  ///
  /// Equals `LC_ALL=C sort FILE | sha256sum`. O(n log n).
  static func ofSortedLines(_ bytes: [UInt8]) -> String {
    var sorted: [UInt8] = []
    sorted.reserveCapacity(bytes.count + 1)
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
        sorted.append(contentsOf: all[line])
        sorted.append(newline)
      }
    }
    return of(sorted)
  }
}
