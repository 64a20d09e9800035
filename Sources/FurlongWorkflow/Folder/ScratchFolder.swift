import Foundation

/// A folder for the moment, readable by the user alone and gone with the value.
///
/// It is held while its run lives, so that the next run can take away what a killed one left.
final class ScratchFolder {
  let url: URL
  private let descriptor: Int32

  private static let prefix = "furlong-"

  init(in temporary: URL = FileManager.default.temporaryDirectory) throws(WorkflowError) {
    Self.sweep(temporary)
    url = temporary.appendingPathComponent(Self.prefix + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkflowError(
        "there is no room for temporary files", at: url.deletingLastPathComponent().path,
        fix: "make room there, or name another folder with TMPDIR")
    }
    descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { _ = flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    try? FileManager.default.removeItem(at: url)
  }

  /// Takes away the user's folders that nobody holds and that are older than a minute.
  private static func sweep(_ temporary: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? []
    for name in names
    where name.hasPrefix(prefix) && UUID(uuidString: String(name.dropFirst(prefix.count))) != nil {
      let place = temporary.appendingPathComponent(name)
      let descriptor = open(place.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var about = stat()
      guard fstat(descriptor, &about) == 0, about.st_uid == getuid(),
        time(nil) - about.modified > 60, flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(at: place)
    }
  }
}
