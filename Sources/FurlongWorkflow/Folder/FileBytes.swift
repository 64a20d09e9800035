import Foundation
import FurlongArchives
import FurlongTables

/// The bytes of a plain file, read from the disk each time that they are asked for.
///
/// A file that is no longer what it was is not read on: what was found of it would be of two files.
struct FileBytes: ByteSource, Sendable {
  private let path: String
  private let mark: Mark

  /// What tells that a file is the same.
  private struct Mark: Equatable, Sendable {
    var device: dev_t
    var number: ino_t
    var size: off_t
    var changed: Int
    var changedNanoseconds: Int

    init?(_ descriptor: Int32) {
      var about = stat()
      guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return nil }
      (device, number, size) = (about.st_dev, about.st_ino, about.st_size)
      (changed, changedNanoseconds) = (about.st_mtim.tv_sec, about.st_mtim.tv_nsec)
    }
  }

  /// A file that can be read now.
  static func open(at path: String) -> Result<FileBytes, OpenFile.Fault> {
    OpenFile.descriptor(at: path).map { descriptor in
      defer { close(descriptor) }
      return Mark(descriptor).map { FileBytes(path: path, mark: $0) }
    }.flatMap { $0.map { .success($0) } ?? .failure(.unreadable) }
  }

  /// Its size.
  var count: Int { Int(mark.size) }

  /// All of it, for what is read in memory; nil where it cannot be read.
  func all() -> [UInt8]? {
    guard let stream = start() else { return nil }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let more = stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
        if (more ?? 0) == 0 {
          isWhole = false
          return
        }
        filled += more ?? 0
      }
    }
    return isWhole ? bytes : nil
  }

  func start() -> (any ByteStream)? {
    guard case .success(let descriptor) = OpenFile.descriptor(at: path) else { return nil }
    let stream = Stream(descriptor: descriptor, mark: mark)
    return Mark(descriptor) == mark ? stream : nil
  }

  private final class Stream: ByteStream {
    private let descriptor: Int32
    private let mark: Mark
    private var place: off_t = 0

    init(descriptor: Int32, mark: Mark) {
      self.descriptor = descriptor
      self.mark = mark
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
      if buffer.isEmpty { return 0 }
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 { return nil }
      place += off_t(count)
      // At the end it must still be the file that it was at the beginning.
      if count == 0 { return place == mark.size && Mark(descriptor) == mark ? 0 : nil }
      return count
    }
  }

  /// The file held open, to be read at any place; nil where it cannot be.
  func opened() -> (any PlacedBytes)? {
    guard case .success(let descriptor) = OpenFile.descriptor(at: path) else { return nil }
    let file = Placed(descriptor: descriptor, mark: mark)
    return Mark(descriptor) == mark ? file : nil
  }

  private final class Placed: PlacedBytes {
    private let descriptor: Int32
    private let mark: Mark
    let count: Int

    init(descriptor: Int32, mark: Mark) {
      self.descriptor = descriptor
      self.mark = mark
      count = Int(mark.size)
    }

    deinit { close(descriptor) }

    func read(from place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(place))
      return count < 0 || Mark(descriptor) != mark ? nil : count
    }
  }
}
