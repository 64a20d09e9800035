/// The bytes of a file, which can be read from the first to the last as often as asked.
public protocol ByteSource {
  /// Begins at the first byte; nil where the file cannot be read any more.
  func start() -> (any ByteStream)?
}

/// Bytes that come one part after the other.
public protocol ByteStream: AnyObject {
  /// Fills a buffer from its beginning with what comes next.
  ///
  /// - Returns: how many bytes came: 0 at the end, nil where reading failed or the file is not what it was.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int?
}

extension ByteSource {
  /// The first bytes, at most so many; nil where the file cannot be read any more.
  public func beginning(_ most: Int) -> [UInt8]? {
    guard let stream = start() else { return nil }
    return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      while count < most,
        let more = stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[count...])),
        more > 0
      { count += more }
    }
  }

  /// Looks at all bytes, part by part; false where they cannot be read to the end.
  public func eachPart(_ look: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard let stream = start() else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 18) { buffer in
      while let count = stream.read(into: buffer) {
        if count == 0 { return true }
        look(UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
      return false
    }
  }
}

/// Bytes in memory.
public struct BytesInMemory: ByteSource {
  private let bytes: [UInt8]

  /// Bytes that are there.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Begins at the first byte.
  public func start() -> (any ByteStream)? { Stream(bytes: bytes) }

  private final class Stream: ByteStream {
    private let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
      let count = min(buffer.count, bytes.count - place)
      _ = buffer.update(fromContentsOf: bytes[place..<place + count])
      place += count
      return count
    }
  }
}
