import Foundation
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
    bytes.count < UInt32.max
      ? ofSortedLines(bytes, places: UInt32.self) : ofSortedLines(bytes, places: UInt64.self)
  }

  /// Keeps of each line that is not empty where it starts, in a number that is as short as the file allows: a hostile file
  /// is nothing but lines.
  private static func ofSortedLines<Place: FixedWidthInteger>(
    _ bytes: [UInt8], places: Place.Type
  ) -> String {
    let newline = UInt8(ascii: "\n")
    var sorted: [UInt8] = []
    sorted.reserveCapacity(bytes.count + 1)
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      func length(_ start: Int) -> Int {
        guard let found = memchr(base + start, Int32(newline), all.count - start) else {
          return all.count - start
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base + start)
      }
      var lines: [Place] = []
      var start = 0
      while start < all.count {
        let length = length(start)
        if length == 0 { sorted.append(newline) } else { lines.append(Place(start)) }
        start += length + 1
      }
      lines.sort { one, other in
        let (mine, theirs) = (length(Int(one)), length(Int(other)))
        let order = memcmp(base + Int(one), base + Int(other), min(mine, theirs))
        return order == 0 ? mine < theirs : order < 0
      }
      for line in lines {
        sorted.append(contentsOf: all[Int(line)..<Int(line) + length(Int(line))])
        sorted.append(newline)
      }
    }
    return of(sorted)
  }
}
