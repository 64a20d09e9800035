import Foundation

/// A file that people write and that belongs to no study.
enum LoneForm {
  /// Its text, which must be UTF-8.
  ///
  /// - Throws: why it cannot be read, and what mends it.
  static func text(of file: URL) throws(WorkflowError) -> String {
    let name = file.lastPathComponent
    guard case .success(let bytes) = OpenFile.bytes(at: file.path),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw WorkflowError(
        "\(name) cannot be read as UTF-8 text", at: name,
        fix: "check that it exists and may be read")
    }
    return text
  }
}
