import Foundation

/// Reads files of which a stranger may have made the names: nothing but plain files, and never waiting for a pipe.
enum OpenFile {
  /// Why a file is not read.
  enum Fault: Error, Equatable {
    /// There is none.
    case absent
    /// It is a pipe, a device, a socket or a folder.
    case noFile
    /// It may not be read, or reading failed.
    case unreadable
  }

  /// Which file or folder a name means, whatever the name.
  struct Identity: Equatable {
    private let device: dev_t
    private let number: ino_t

    init?(of path: String) {
      var about = stat()
      guard stat(path, &about) == 0 else { return nil }
      (device, number) = (about.st_dev, about.st_ino)
    }
  }

  /// A plain file that is open to be read; links are followed.
  ///
  /// Who takes it closes it.
  static func descriptor(at path: String) -> Result<Int32, Fault> {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    if descriptor < 0 {
      return .failure(
        errno == ENOENT || errno == ENOTDIR ? .absent : errno == ENXIO ? .noFile : .unreadable)
    }
    var about = stat()
    let fault: Fault? =
      fstat(descriptor, &about) != 0
      ? .unreadable : about.st_mode & S_IFMT == S_IFREG ? nil : .noFile
    guard let fault else { return .success(descriptor) }
    close(descriptor)
    return .failure(fault)
  }

  /// The bytes of a plain file; links are followed.
  static func bytes(at path: String) -> Result<[UInt8], Fault> {
    descriptor(at: path).flatMap(bytes)
  }

  /// All bytes of an open file, which is closed.
  private static func bytes(of descriptor: Int32) -> Result<[UInt8], Fault> {
    defer { close(descriptor) }
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { return .failure(.unreadable) }
    var bytes: [UInt8] = []
    var isWhole = false
    while !isWhole {
      let room = max(Int(about.st_size) - bytes.count, 0) + 4_096
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, room))
        isWhole = count == 0
      }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    }
    return bytes.count < Int(about.st_size) ? .failure(.unreadable) : .success(bytes)
  }

  /// The path without links; nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
