import FurlongDigests
import FurlongTables

/// SHA-256 digests, in hexadecimal.
enum Digest {
  /// Of bytes as they stand.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    Hexadecimal.text(of: SHA256.digest(of: Array(bytes)))
  }

  /// Of the lines of a file in the order of their bytes: the same for any order of rows; nil where it cannot be read.
  ///
  /// Equals `LC_ALL=C sort FILE | sha256sum`. O(n log n).
  static func ofSortedLines(_ source: any ByteSource) -> String? {
    SortedLines.digest(of: source).map(Hexadecimal.text)
  }
}
