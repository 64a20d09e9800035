import Foundation
import FurlongEvaluation
import FurlongStories
import FurlongStudy

/// Gives stories, codes and codings to another tool: a REFI-QDA project (`.qdpx`), or the codebook alone (`.qdc`).
struct GivingStories {
  let workflow: Workflow
  /// When it is written.
  let at: String
  /// Whether words are given as they were told, names and all: for the coders of one's own team.
  let asTold: Bool

  func write(to file: URL) throws -> ExchangedStories {
    let desk = try StoryDesk(workflow)
    let name = file.lastPathComponent
    let isCodebook = name.lowercased().hasSuffix(".qdc")
    guard isCodebook || name.lowercased().hasSuffix(".qdpx") else {
      throw WorkflowError(
        "'\(name)' is no file that other tools take", at: name,
        fix: "call it NAME.qdpx for stories with codings, NAME.qdc for the codebook alone")
    }
    var given =
      isCodebook
      ? CodedStories(codebook: desk.codebook, stories: [], codings: [:]) : try coded(desk)
    let project = given.project(name: try workflow.plan().evaluation.title)
    given.losses = project.losses
    let writer = QDAWriter(at: at, version: workflow.tool)
    let bytes: [UInt8]
    do throws(QDAError) {
      bytes =
        isCodebook ? try writer.qdc(project, name: name) : try writer.qdpx(project, name: name)
    } catch { throw WorkflowError(error) }
    try WholeFile.write(bytes, to: file, permissions: 0o600)
    let kept = isCodebook ? 0 : desk.shelf.stories.count - given.stories.count
    let notes =
      asTold || isCodebook
      ? 0 : desk.coders.reduce(0) { $0 + $1.file.all.count { !$0.memo.isEmpty } }
    return ExchangedStories(
      files: [name], stories: given.stories.count,
      codings: project.sources.reduce(0) { $0 + $1.codings.count }, positions: nil,
      lost: given.losses.map { "\($0.count) \($0.what)" }
        + (notes == 0
          ? [] : ["\(notes) notes of coders, which may name people; --as-told gives them"])
        + (kept == 0
          ? []
          : [
            "\(kept) \(kept == 1 ? "story whose" : "stories whose") teller did not agree to "
              + "\(ConsentPurpose.sharing.rawValue), or whose consent does not hold"
          ]))
  }

  /// What may be given: words that their teller let be given on, with what is hidden hidden.
  private func coded(_ desk: StoryDesk) throws -> CodedStories {
    let redactions = asTold ? nil : try StoryRedactions(workflow.folder)
    var stories: [CodedStories.Story] = []
    var shown: [String: RedactedText] = [:]
    for story in desk.shelf.stories
    where story.closed == nil && story.record.agreed.allows(.sharing) {
      let id = story.record.id
      let text = RedactedText(story.text, redactions?.redactions(of: id, in: story.text) ?? [])
      shown[id] = text
      stories.append(CodedStories.Story(id: id, text: StoryText(text.text)))
    }
    let files = desk.coders.map { ($0.name, $0.file) } + [(CodingRecord.settled, desk.settled)]
    var codings: [String: [Coding]] = [:]
    for (coder, file) in files where !file.all.isEmpty {
      codings[coder] = file.all.compactMap { coding in
        guard let story = desk.shelf[coding.story], let text = shown[coding.story] else {
          return nil
        }
        var given = Self.moved(coding, from: story.text, to: text)
        if !asTold { given.memo = "" }
        return given
      }
    }
    return CodedStories(codebook: desk.codebook, stories: stories, codings: codings)
  }

  /// A coding where its words stand once some are hidden.
  private static func moved(_ coding: Coding, from text: StoryText, to shown: RedactedText)
    -> Coding
  {
    guard case .code(let code, let anchor) = coding.mark, let span = anchor.hold(in: text).span,
      let place = shown.span(of: span), let again = TextAnchor(place, in: StoryText(shown.text))
    else { return coding }
    var coding = coding
    coding.mark = .code(code, again)
    return coding
  }
}

extension WorkflowError {
  /// Why a file of another tool cannot be read or written.
  init(_ error: QDAError) {
    let parts = error.description.split(separator: ". ", maxSplits: 1).map(String.init)
    self.init(
      parts.first ?? error.description, at: error.file,
      fix: parts.count > 1
        ? String(parts[1].drop { $0 == " " }.prefix { $0 != "." }) : "export it again")
  }
}
