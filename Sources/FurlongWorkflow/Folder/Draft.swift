import Foundation

/// A file that is being written, beside its place and under a name that begins with a point.
///
/// It has its last permissions from its first byte on and is held while its run lives. It is gone with the value unless it
/// was put in its place.
final class Draft {
  /// Why a file could not be written: the system's number.
  struct Fault: Error {
    var code: Int32
  }

  private let file: URL
  private let path: String
  private let descriptor: Int32
  private var isPlaced = false

  /// Writes bytes to a draft, through to the disk.
  init(of bytes: [UInt8], for file: URL, permissions: Int) throws(Fault) {
    self.file = file
    path =
      file.deletingLastPathComponent()
      .appendingPathComponent(Self.prefix(of: file) + UUID().uuidString).path
    descriptor = open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(permissions))
    if descriptor < 0 { throw Fault(code: errno) }
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno != EINTR { throw Fault(code: errno) }
      written += max(0, count)
    }
    if fsync(descriptor) != 0 { throw Fault(code: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if descriptor >= 0, !isPlaced { unlink(path) }
  }

  /// Puts it in its place, whatever stood there.
  func place() throws(Fault) {
    if rename(path, file.path) != 0 { throw Fault(code: errno) }
    isPlaced = true
    Self.settle(file.deletingLastPathComponent())
  }

  /// Puts it in its place if nothing stands there.
  ///
  /// - Returns: whether it was put there: of several runs one alone hears yes.
  func placeIfFree() throws(Fault) -> Bool {
    if link(path, file.path) == 0 {
      Self.settle(file.deletingLastPathComponent())
      return true
    }
    if errno == EEXIST { return false }
    // Some disks (FAT, some shared ones) have no second names.
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { throw Fault(code: errno) }
    if access(file.path, F_OK) == 0 { return false }
    try place()
    return true
  }

  /// Takes away what killed runs left of a file: drafts that nobody holds and that are older than a minute.
  static func sweep(for file: URL) {
    let folder = file.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix(of: file)) {
      guard UUID(uuidString: String(name.dropFirst(prefix(of: file).count))) != nil else {
        continue
      }
      let path = folder + "/" + name
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var about = stat()
      guard fstat(descriptor, &about) == 0, time(nil) - about.modified > 60,
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlink(path)
    }
  }

  private static func prefix(of file: URL) -> String { ".\(file.lastPathComponent)." }

  /// Makes a folder's new names last through a power cut, where the disk can.
  private static func settle(_ folder: URL) {
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension stat {
  /// When the file was last written to, in seconds.
  var modified: Int {
    #if canImport(Darwin)
      st_mtimespec.tv_sec
    #else
      st_mtim.tv_sec
    #endif
  }
}
