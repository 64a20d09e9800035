/// Bytes that can be read at any place, as often as asked: those of a file, or some in memory.
public protocol PlacedBytes {
  /// How many there are.
  var count: Int { get }

  /// Fills a buffer from its beginning with the bytes from a place on.
  ///
  /// - Returns: how many came: 0 behind the end, nil where reading failed or the bytes are not what they were.
  func read(from place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int?
}

extension PlacedBytes {
  /// Some of the bytes; nil where they are not all there.
  func bytes(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<range.count])
        guard let more = read(from: range.lowerBound + filled, into: rest), more > 0 else {
          isWhole = false
          return
        }
        filled += more
      }
    }
    return isWhole ? bytes : nil
  }
}

extension [UInt8]: PlacedBytes {
  /// The bytes from a place on.
  public func read(from place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    let rest = dropFirst(place).prefix(buffer.count)
    buffer.copyBytes(from: rest)
    return rest.count
  }
}
