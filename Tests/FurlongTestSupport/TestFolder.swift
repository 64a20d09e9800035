public import Foundation

/// A folder of a test's own, gone when the test ends.
public final class TestFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes an empty folder under the system's temporary one.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "furlong-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a text file below the folder, making folders on the way.
  @discardableResult
  public func write(_ text: String, to path: String) throws -> URL {
    try write(Data(text.utf8), to: path)
  }

  /// Writes bytes to a file below the folder, making folders on the way.
  @discardableResult
  public func write(_ bytes: Data, to path: String) throws -> URL {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file
  }

  /// The text of a file below the folder.
  public func text(of path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }

  /// Replaces words of a text file, wherever they stand; ends the test where they do not, as it would show nothing.
  public func change(_ path: String, _ old: String, to new: String) throws {
    let text = try text(of: path)
    precondition(text.contains(old), "\(path) does not hold \(old)")
    try write(text.replacing(old, with: new), to: path)
  }
}

/// The project's own folder, found from a test's source file, so that tests can read `datasets/`.
public func projectFolder(from file: String = #filePath) -> URL {
  var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
  while folder.path != "/",
    !FileManager.default.fileExists(atPath: folder.appendingPathComponent("datasets").path)
  {
    folder.deleteLastPathComponent()
  }
  return folder
}
