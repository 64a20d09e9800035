import Foundation
public import Testing

/// Compares a text with the golden file `Golden/<name>` beside the calling test, byte for byte.
///
/// With `FURLONG_GOLDEN=all` in the environment the file is recorded instead (`make golden`); on a
/// mismatch the new text is written beside it as `<name>-changed.<ext>`.
public func expectGolden(
  _ text: String, _ name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let golden = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  let recording = ProcessInfo.processInfo.environment["FURLONG_GOLDEN"] == "all"
  if recording {
    try FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: golden)
    return
  }
  guard let expected = try? Data(contentsOf: golden) else {
    Issue.record(
      "No golden \(name): run `make golden`, then read git diff", sourceLocation: sourceLocation)
    return
  }
  if expected == Data(text.utf8) { return }
  let changed = golden.deletingPathExtension().path + "-changed." + golden.pathExtension
  try Data(text.utf8).write(to: URL(fileURLWithPath: changed))
  Issue.record(
    "\(name) differs from its golden; compare with \(changed)", sourceLocation: sourceLocation)
}
