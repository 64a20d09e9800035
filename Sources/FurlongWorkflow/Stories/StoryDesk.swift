import FurlongStories
import FurlongStudy

/// The stories of a study and what all coders wrote down of them: for lists, comparing, settling and agreement.
public struct StoryDesk: Sendable {
  let codebook: Codebook
  let shelf: StoryShelf
  /// Coder → what they wrote down, in the order of their names.
  let coders: [(name: String, file: CoderFile)]
  /// What was settled.
  let settled: CoderFile

  /// Reads the stories and codings of a study.
  public init(_ workflow: Workflow) throws {
    let plan = try workflow.plan()
    codebook = try plan.requireCodebook()
    shelf = try StoryShelf(workflow: workflow, plan: plan)
    coders = try CoderFile.names(in: workflow.folder).filter { $0 != CodingRecord.settled }
      .map { ($0, try CoderFile($0, in: workflow.folder)) }
    settled = try CoderFile(CodingRecord.settled, in: workflow.folder)
  }

  /// The names of the coders, in order.
  public var coderNames: [String] { coders.map(\.name) }

  /// The codes that may be given.
  public var codes: [CodeChoice] { codebook.choices }

  /// Each story, with who has coded what.
  public func summaries() -> [StorySummary] {
    shelf.stories.map { StorySummary($0, coders: coders) }
  }

  /// A story with the codings of one coder; nil for none.
  public func story(_ id: String, coder: String? = nil) throws -> StoryPage {
    let story = try shelf.opened(id)
    var codings: [Coding] = []
    if let coder { codings = try file(of: coder).stories[id] ?? [] }
    return StoryPage(
      story, codings: codings, codebook: codebook,
      among: shelf.stories.filter { $0.closed == nil }.map(\.record.id))
  }

  /// What a coder wrote down.
  func file(of coder: String) throws(WorkflowError) -> CoderFile {
    if coder == CodingRecord.settled { return settled }
    if let found = coders.first(where: { $0.name == coder }) { return found.file }
    throw WorkflowError(
      "nobody called '\(coder)' has coded a story here", at: CoderFile.folder + "/",
      fix: coders.isEmpty
        ? "begin with `furlong stories tag --coder NAME`"
        : "the coders are \(coderNames.joined(separator: ", "))")
  }
}
