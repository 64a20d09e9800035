import Foundation

/// A file that is written whole or not at all: beside its place first, then moved there.
enum WholeFile {
  /// Writes bytes to a file, in place of what stood there.
  static func write(_ bytes: [UInt8], to file: URL, permissions: Int = 0o644) throws(WorkflowError)
  {
    let folder = file.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      guard
        FileManager.default.createFile(
          atPath: draft.path, contents: Data(bytes), attributes: [.posixPermissions: permissions])
      else { throw CocoaError(.fileWriteUnknown) }
      if rename(draft.path, file.path) != 0 { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw WorkflowError(
        "\(file.lastPathComponent) could not be written",
        fix: "check that \(folder.relativePath) exists, may be written to, and has room")
    }
  }
}
