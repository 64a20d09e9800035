import Foundation
import FurlongStories

/// What a door may ask of a study's stories beside `StoryDesk` and `CodingSession`.
extension Workflow {
  /// The codes that may be given.
  public func codes() throws -> [CodeChoice] { try plan().requireCodebook().choices }

  /// Writes a shipped codebook into the study, so that people can change it; gives its file.
  public func writeCodebook(_ id: String) throws -> String {
    guard let text = Codebook.shippedText(id) else {
      throw WorkflowError(
        "there is no shipped codebook '\(id)'",
        fix: "name one of: \(Codebook.shippedIDs.joined(separator: ", "))")
    }
    let file = "codebooks/\(id).yaml"
    guard
      try WholeFile.writeNew(
        Array(text.utf8), to: folder.url.appendingPathComponent(file), permissions: 0o644)
    else {
      throw WorkflowError(
        "\(file) is there already, and is left as it is", at: file,
        fix: "change that file, or move it away")
    }
    return file
  }
}
