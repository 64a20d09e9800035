import Foundation

/// A folder that one process alone may change while it holds the lock; another waits.
///
/// Nothing is written for it, and it falls with the process. Where the disk knows no locks, nobody waits.
final class FolderLock {
  private let descriptor: Int32

  /// Waits until nobody else holds the folder; makes it where it is not there.
  init(_ folder: URL) {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
