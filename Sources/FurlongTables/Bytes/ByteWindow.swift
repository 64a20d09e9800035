import Foundation

/// The part of a file that is being looked at: it moves on, and is as large as the longest record asks for.
final class ByteWindow {
  private static let size = 1 << 18

  private let stream: (any ByteStream)?
  private var buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: ByteWindow.size)
  private var count = 0
  /// Whether nothing follows what is in the window.
  private(set) var isAtEnd = false
  /// Whether the file could not be read to its end.
  private(set) var isBroken = false

  init(_ source: any ByteSource) {
    stream = source.start()
    fill()
  }

  deinit { buffer.deallocate() }

  /// What is in the window: valid until it moves.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  /// Moves the window, so that it begins at one of its places and reaches further.
  func move(to start: Int) {
    let rest = count - start
    if rest * 2 > buffer.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: buffer.count * 2)
      _ = larger.update(fromContentsOf: buffer[start..<count])
      buffer.deallocate()
      buffer = larger
    } else if let base = buffer.baseAddress {
      memmove(base, base + start, rest)
    }
    count = rest
    fill()
  }

  private func fill() {
    while count < buffer.count, !isAtEnd {
      let more = stream?.read(into: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
      if more == nil { isBroken = true }
      if (more ?? 0) == 0 { isAtEnd = true }
      count += more ?? 0
    }
  }
}
