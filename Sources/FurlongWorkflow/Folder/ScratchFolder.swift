import Foundation

/// A folder for the moment, readable by the user alone and gone with the value.
final class ScratchFolder {
  let url: URL

  init() throws(WorkflowError) {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("furlong-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkflowError(
        "there is no room for temporary files", at: url.deletingLastPathComponent().path,
        fix: "make room there, or name another folder with TMPDIR")
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
