public import Foundation
import FurlongImport
import FurlongStories
import FurlongStudy
import FurlongTables

/// What a door may ask of a study's stories beside `StoryDesk` and `CodingSession`.
extension Workflow {
  /// The single names of people in the study's registers, in memory alone.
  func knownNames() throws -> Set<String> {
    var names: Set<String> = []
    for export in try ExportList(folder: folder, rules: []).exports()
    where export.kind.tiesIdentifiers {
      try? export.source?.walk(name: export.file).each {
        names.formUnion(PersonNames.words(in: $0))
      }
    }
    return names
  }

  /// The codes that may be given.
  public func codes() throws -> [CodeChoice] { try plan().requireCodebook().choices }

  /// Withdraws a story: takes it out of everything that was written here, and bars its coming back.
  ///
  /// - Parameter by: who enters it.
  public func withdrawStory(_ story: String, by: String) throws -> WithdrawnStory {
    try WithdrawStep(workflow: self, by: by).run(story)
  }

  /// Writes stories, codes and codings for another tool: `.qdpx`, or `.qdc` for the codebook alone.
  ///
  /// - Parameters:
  ///   - at: the time, as ISO 8601 says it.
  ///   - asTold: whether words are given with what is marked as never to be shown.
  public func giveStories(
    to file: URL, at: String, asTold: Bool = false
  ) throws -> ExchangedStories {
    try GivingStories(workflow: self, at: at, asTold: asTold).write(to: file)
  }

  /// Takes codings, or a codebook, from a file of another tool.
  public func takeStories(from file: URL) throws -> ExchangedStories {
    try TakingStories(workflow: self).read(file)
  }

  /// Adds a code to the codebook that the plan names; a shipped one is first written into the study.
  ///
  /// - Parameters:
  ///   - label: the code's name.
  ///   - description: what belongs to it.
  ///   - parent: the code that it is a kind of, by id, key or label; nil for a theme.
  public func addCode(
    _ label: String, description: String, under parent: String?
  ) throws -> AddedCode {
    try AddCodeStep(workflow: self).run(label, description: description, under: parent)
  }

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
