import FurlongEvaluation
import FurlongStories
import FurlongStudy

/// The stories of a study and what all coders wrote down of them: for lists, comparing, settling and agreement.
public struct StoryDesk: Sendable {
  let codebook: Codebook
  /// The study's seed.
  let seed: UInt64
  let shelf: StoryShelf
  /// Coder → what they wrote down, in the order of their names.
  let coders: [(name: String, file: CoderFile)]
  /// What was settled.
  let settled: CoderFile
  private let redactions: StoryRedactions
  private let eligibility: QuoteEligibility

  /// Reads the stories and codings of a study.
  public init(_ workflow: Workflow) throws {
    let plan = try workflow.plan()
    codebook = try plan.requireCodebook()
    seed = plan.evaluation.seed
    shelf = try StoryShelf(workflow: workflow, plan: plan)
    coders = try CoderFile.names(in: workflow.folder).filter { $0 != CodingRecord.settled }
      .map { ($0, try CoderFile($0, in: workflow.folder)) }
    settled = try CoderFile(CodingRecord.settled, in: workflow.folder)
    redactions = try StoryRedactions(workflow.folder)
    eligibility = QuoteEligibility(
      // A plan with a codebook says what stories are quoted for.
      for: plan.evaluation.stories?.quotePurpose ?? .web,
      on: plan.evaluation.stories?.consentOn ?? plan.cohort.dataTo)
  }

  /// The names of the coders, in order.
  public var coderNames: [String] { coders.map(\.name) }

  /// The codes that may be given.
  public var codes: [CodeChoice] { codebook.choices }

  /// Each story, with who has coded what.
  public func summaries() -> [StorySummary] {
    shelf.stories.map { StorySummary($0, coders: coders) }
  }

  /// How many stories a report may quote, and why not the others.
  public var quotable: QuotableStories {
    QuotableStories(shelf.stories.map { redactions.applied(to: $0.record) }, eligibility)
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

  /// How far coders agree on the stories that all of them read to their ends.
  ///
  /// - Parameters:
  ///   - unit: whether stories are compared or stretches of them.
  ///   - themes: whether codes count as the themes that they belong to.
  ///   - names: the coders; empty for all.
  public func agreement(
    by unit: AgreementTable.Unit, themes: Bool = true, coders names: [String] = []
  ) throws -> AgreementTable {
    for name in names { _ = try file(of: name) }
    var method = StoryAgreement(
      on: themes ? .themes(of: codebook) : .all(of: codebook), by: unit == .story ? .story : .span,
      seed: seed)
    method.coders = names.isEmpty ? nil : names
    let stories = shelf.stories.filter { $0.closed == nil }.map { story in
      ReadStory(
        story.text,
        codings: Dictionary(
          uniqueKeysWithValues: coders.compactMap { coder in
            coder.file.stories[story.record.id].map { (coder.name, $0) }
          }))
    }
    do throws(StoryAgreementError) {
      return AgreementTable(try method.compare(stories), unit: unit, codebook: codebook)
    } catch {
      throw WorkflowError(error.description, fix: "look at `furlong stories`, and import again")
    }
  }

  /// The stories that two coders have both read to their ends, in order.
  public func readByBoth(_ first: String, _ second: String) throws -> [String] {
    let files = [try file(of: first), try file(of: second)]
    return shelf.stories.filter { $0.closed == nil }.map(\.record.id).filter { id in
      files.allSatisfy { ($0.stories[id] ?? []).contains { $0.mark == .read } }
    }
  }

  /// What two coders found in a story, side by side, with what was settled.
  public func compare(_ first: String, _ second: String, story id: String) throws
    -> StoryComparison
  {
    StoryComparison(
      try story(id, coder: CodingRecord.settled), (first, try story(id, coder: first)),
      (second, try story(id, coder: second)))
  }

  /// The stories that coders may read in which words stand, with the sentences that hold them, in order.
  ///
  /// - Parameter words: compared in small letters.
  public func search(_ words: String) -> [FoundStory] {
    let sought = words.lowercased()
    return shelf.stories.compactMap { story in
      guard story.closed == nil else { return nil }
      let found = story.text.sentences.enumerated().compactMap { number, span in
        let sentence = story.text[span] ?? ""
        return sentence.lowercased().contains(sought)
          ? StoryPage.Sentence(number: number + 1, span: span, words: sentence) : nil
      }
      return found.isEmpty ? nil : FoundStory(id: story.record.id, sentences: found)
    }
  }

  /// Every stretch that a code was given, by whom and of which story; codes below it in the tree too.
  public func passages(of word: String) throws -> [CodedPassage] {
    guard let code = codebook.meant(by: word) ?? codebook.code(word) else {
      throw codebook.unknown(word)
    }
    return try shelf.stories.filter { $0.closed == nil }.flatMap { story in
      try coders.flatMap { coder in
        try self.story(story.record.id, coder: coder.name).codings
          .filter { codebook.code($0.code).map { codebook.isSame($0, orBelow: code) } ?? false }
          .map { CodedPassage(story: story.record.id, coder: coder.name, coding: $0) }
      }
    }
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
