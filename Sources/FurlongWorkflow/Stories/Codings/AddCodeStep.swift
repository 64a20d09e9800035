import Foundation
import FurlongStories

/// A code that was added to the study's codebook.
public struct AddedCode: Codable, Sendable, Equatable {
  /// The codebook's file, from the study folder.
  public var file: String
  /// The code.
  public var code: CodeChoice
}

/// Adds a code to the codebook that the plan names.
///
/// A shipped codebook is written into the study with it: from then on it is the study's own. What people wrote in the file stays,
/// comments too.
struct AddCodeStep {
  let workflow: Workflow

  func run(_ label: String, description: String, under parent: String?) throws -> AddedCode {
    let codebook = try workflow.plan().requireCodebook()
    let file = "codebooks/\(codebook.id).yaml"
    let place = workflow.folder.url.appendingPathComponent(file)
    let isOwn = workflow.folder.files(in: "codebooks", ending: ".yaml").contains(file)
    let text =
      try isOwn ? workflow.folder.text(of: file) : Codebook.shippedText(codebook.id) ?? ""
    let (code, added) = try Self.add(
      label, description: description, under: parent, to: codebook, text, file: file)
    if isOwn {
      try WholeFile.write(Array(added.utf8), to: place)
    } else if try !WholeFile.writeNew(Array(added.utf8), to: place, permissions: 0o644) {
      throw WorkflowError(
        "\(file) was written by another program meanwhile, and is left as it is", at: file,
        fix: "repeat the last step")
    }
    let grown = try workflow.plan().requireCodebook()
    return AddedCode(file: file, code: CodeChoice(grown.code(code.id) ?? code, grown))
  }

  private static func add(
    _ label: String, description: String, under parent: String?, to codebook: Codebook,
    _ text: String, file: String
  ) throws(WorkflowError) -> (Codebook.Code, String) {
    do throws(CodebookAdditionError) {
      let addition = try CodebookAddition(
        label, description: description, under: parent, in: codebook)
      return (addition.code, try addition.added(to: text))
    } catch {
      throw WorkflowError(error.what, at: file, fix: error.fix)
    }
  }
}
