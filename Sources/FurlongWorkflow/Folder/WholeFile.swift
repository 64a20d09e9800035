import Foundation

/// Files that are written whole or not at all: beside their places first, then moved there.
enum WholeFile {
  /// Writes bytes to a file, in place of what stood there.
  static func write(_ bytes: [UInt8], to file: URL, permissions: Int = 0o644) throws(WorkflowError)
  {
    try write([(file, bytes)], permissions: permissions)
  }

  /// Writes several files: none is put in its place before all are written, so that a full disk leaves those that stood there.
  static func write(
    _ files: [(file: URL, bytes: [UInt8])], permissions: Int = 0o644
  ) throws(WorkflowError) {
    var drafts: [(file: URL, draft: Draft)] = []
    for (file, bytes) in files {
      try attempt(file) { () throws(Draft.Fault) in
        drafts.append((file, try draft(of: bytes, for: file, permissions: permissions)))
      }
    }
    for (file, draft) in drafts {
      try attempt(file) { () throws(Draft.Fault) in try draft.place() }
    }
  }

  /// Writes bytes to a file if none stands there.
  ///
  /// - Returns: whether it was written: of several runs one alone hears yes.
  static func writeNew(
    _ bytes: [UInt8], to file: URL, permissions: Int
  ) throws(WorkflowError) -> Bool {
    var isNew = false
    try attempt(file) { () throws(Draft.Fault) in
      isNew = try draft(of: bytes, for: file, permissions: permissions).placeIfFree()
    }
    return isNew
  }

  private static func draft(
    of bytes: [UInt8], for file: URL, permissions: Int
  ) throws(Draft.Fault) -> Draft {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    Draft.sweep(for: file)
    return try Draft(of: bytes, for: file, permissions: permissions)
  }

  private static func attempt(
    _ file: URL, _ work: () throws(Draft.Fault) -> Void
  ) throws(WorkflowError) {
    do throws(Draft.Fault) {
      try work()
    } catch {
      let folder = file.deletingLastPathComponent().relativePath
      let isFull = [ENOSPC, EDQUOT, EFBIG].contains(error.code)
      throw WorkflowError(
        "\(file.lastPathComponent) could not be written" + (isFull ? ": the disk is full" : ""),
        fix: isFull
          ? "make room on the disk of \(folder); what stood there before still stands"
          : "check that \(folder) exists, may be written to, and has room")
    }
  }
}
