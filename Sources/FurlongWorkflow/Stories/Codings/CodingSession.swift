public import FurlongStudy
import FurlongForms
import FurlongStories
import Synchronization

/// One coder at work on the stories of a study: each act is saved at once, and can be taken back.
///
/// Blind: what others wrote is not shown. Texts are in memory as long as it lives. Page and terminal do their work by this
/// alone, so that both write the same file.
public final class CodingSession: Sendable {
  /// Who codes.
  public let coder: String
  /// The name of the codebook.
  public let codebookName: String
  /// The codes that may be given.
  public let codes: [CodeChoice]

  private let codebook: Codebook
  let shelf: StoryShelf
  private let open: [String]
  private let study: StudyFolder
  /// The folder of the coder's file.
  private let folder: String
  private let by: String
  private let others: [String: CoderFile]
  /// What proposes what to hide; nil where codes are given.
  let search: RedactionSearch?
  private let now: @Sendable () -> String
  private let work: Mutex<Work>

  /// What changes while a coder works.
  private struct Work {
    var file: CoderFile
    var done: [(story: String, before: [Coding], what: String)] = []
  }

  /// A session of a coder.
  ///
  /// - Parameters:
  ///   - workflow: the study.
  ///   - coder: who codes; the file is `codings/NAME.csv`.
  ///   - now: the time, as ISO 8601 says it, for what is written down.
  public convenience init(
    _ workflow: Workflow, coder: String, now: @escaping @Sendable () -> String
  ) throws {
    try CoderFile.requireName(coder)
    guard coder != CodingRecord.settled else {
      throw WorkflowError(
        "'\(coder)' is where stands what coders settled together, so nobody is called so",
        fix: "name yourself, such as --coder RO; `furlong stories settle` writes what is settled")
    }
    let plan = try workflow.plan()
    try self.init(
      workflow, plan: plan, codebook: plan.requireCodebook(), file: coder, by: "", others: [:],
      now: now)
  }

  /// Somebody who looks stories through and marks what is never to be shown; the file is `redactions/NAME.csv`.
  ///
  /// The codes are kinds of things, a memo is what is shown in the place of the words, and a story that was read to its end
  /// was looked through.
  public static func redacting(
    _ workflow: Workflow, by: String, now: @escaping @Sendable () -> String
  ) throws -> CodingSession {
    try CoderFile.requireName(by)
    return try CodingSession(
      workflow, plan: workflow.plan(), codebook: RedactionKinds.codebook, file: by, by: "",
      others: [:], folder: StoryRedactions.folder, names: workflow.knownNames(), now: now)
  }

  /// Somebody who decides where coders did not agree; what is decided says so.
  ///
  /// - Parameter by: who decides.
  public static func settling(
    _ workflow: Workflow, by: String, now: @escaping @Sendable () -> String
  ) throws -> CodingSession {
    try CoderFile.requireName(by)
    var others: [String: CoderFile] = [:]
    for name in CoderFile.names(in: workflow.folder) where name != CodingRecord.settled {
      others[name] = try CoderFile(name, in: workflow.folder)
    }
    let plan = try workflow.plan()
    return try CodingSession(
      workflow, plan: plan, codebook: plan.requireCodebook(), file: CodingRecord.settled, by: by,
      others: others, now: now)
  }

  private init(
    _ workflow: Workflow, plan: StudyPlan, codebook: Codebook, file coder: String, by: String,
    others: [String: CoderFile], folder: String = CoderFile.folder, names: Set<String>? = nil,
    now: @escaping @Sendable () -> String
  ) throws {
    self.codebook = codebook
    search = names.map(RedactionSearch.init)
    shelf = try StoryShelf(workflow: workflow, plan: plan)
    open = shelf.stories.filter { $0.closed == nil }.map(\.record.id)
    work = Mutex(Work(file: try CoderFile(coder, in: workflow.folder, folder: folder)))
    codes = codebook.choices
    codebookName = codebook.name
    study = workflow.folder
    self.folder = folder
    self.coder = coder
    self.by = by
    self.others = others
    self.now = now
  }

  /// The same session with the codes that the study's codebook has now: what was done can still be taken back.
  public func withCodes(of workflow: Workflow) throws -> CodingSession {
    CodingSession(self, codebook: try workflow.plan().requireCodebook())
  }

  private init(_ session: CodingSession, codebook: Codebook) {
    self.codebook = codebook
    codes = codebook.choices
    codebookName = codebook.name
    search = session.search
    shelf = session.shelf
    open = session.open
    work = Mutex(session.work.withLock { $0 })
    study = session.study
    folder = session.folder
    coder = session.coder
    by = session.by
    others = session.others
    now = session.now
  }

  /// The ids of the stories that may be coded, in order.
  public var stories: [String] { open }

  /// The first story that the coder has not read to its end; nil where all are read.
  public var firstUnread: String? {
    work.withLock { work in
      open.first { id in
        !standing(work.file.stories[id] ?? [], of: id).contains { $0.mark == .read }
      }
    }
  }

  /// Each story, with who has coded what: the coder's own as it stands here, the others' as their files are now.
  public func summaries() throws -> [StorySummary] {
    let own = work.withLock { $0.file }
    let names = Set(
      CoderFile.names(in: study, folder: folder) + (own.stories.isEmpty ? [] : [coder]))
    let coders = try names.subtracting([CodingRecord.settled]).sorted().map { name in
      (name, name == coder ? own : try CoderFile(name, in: study, folder: folder))
    }
    return shelf.stories.map {
      StorySummary($0, coders: coders, standing: { standing($0, of: $1) })
    }
  }

  /// A story as the coder sees it.
  public func story(_ id: String) throws -> StoryPage {
    let story = try opened(id)
    return work.withLock { page(story, $0.file.stories[id] ?? []) }
  }

  /// Gives a code to a stretch of a story; nil for the story as a whole.
  ///
  /// A stretch that has the code already keeps one of it; its memo is replaced where a new one is given.
  ///
  /// - Parameters:
  ///   - code: the code's id, key or label.
  ///   - span: the stretch; white space at its ends is left out.
  ///   - quote: the words that whoever gives the code sees there; where others stand there nothing is written.
  public func give(
    _ code: String, to span: TextSpan?, of id: String, quote: String? = nil, memo: String = ""
  ) throws -> StoryPage {
    let story = try opened(id)
    let meant = try self.code(code)
    if span == nil, search != nil {
      throw WorkflowError(
        "no story is hidden as a whole", at: id,
        fix:
          "choose the words that are never to be shown; `furlong stories withdraw` takes a story out"
      )
    }
    var mark = Coding.Mark.whole(meant.id)
    if let span {
      guard let trimmed = story.text.trimmed(span), let anchor = TextAnchor(trimmed, in: story.text)
      else {
        throw WorkflowError(
          "there are no words at \(span.start) to \(span.end) of \(id)", at: id,
          fix: "choose words of the story")
      }
      if let quote, StoryText(quote).text != story.text[span] ?? "" {
        throw WorkflowError(
          "the story's words are not those that were shown, so nothing was written", at: id,
          fix: "open the story again, and repeat the last step")
      }
      mark = .code(meant.id, anchor)
    }
    return try change(story, "\(meant.label) given") { codings in
      if let same = codings.firstIndex(where: { $0.mark == mark }) {
        if !memo.isEmpty { codings[same].memo = memo }
      } else {
        codings.append(Coding(story: id, mark: mark, memo: memo, at: now(), by: by))
      }
    }
  }

  /// Takes over a coding that one of the coders gave, into what is settled.
  public func adopt(_ coding: String, of coder: String, story id: String) throws -> StoryPage {
    let story = try opened(id)
    let theirs = others[coder]?.stories[id] ?? []
    let adopted = theirs[try Self.index(of: coding, in: theirs, story: id)]
    return try change(story, "\(coder)'s code taken over") { codings in
      if !codings.contains(where: { $0.mark == adopted.mark }) {
        codings.append(Coding(story: id, mark: adopted.mark, at: now(), by: by))
      }
    }
  }

  /// Takes a coding away.
  public func take(_ coding: String, of id: String) throws -> StoryPage {
    let story = try opened(id)
    return try change(story, "a code taken away") { codings throws(WorkflowError) in
      codings.remove(at: try Self.index(of: coding, in: codings, story: id))
    }
  }

  /// Writes a note to a coding, in place of the one it had; empty for none.
  public func note(_ memo: String, on coding: String, of id: String) throws -> StoryPage {
    let story = try opened(id)
    return try change(story, "a note written") { codings throws(WorkflowError) in
      codings[try Self.index(of: coding, in: codings, story: id)].memo = memo
    }
  }

  /// Says that the story was read to its end, or was not.
  public func read(_ isRead: Bool = true, of id: String) throws -> StoryPage {
    let story = try opened(id)
    return try change(story, isRead ? "read to its end" : "not read to its end") { codings in
      if isRead, standing(codings, of: id).contains(where: { $0.mark == .read }) { return }
      codings.removeAll { $0.mark == .read }
      guard isRead else { return }
      let memo = search == nil ? "" : story.text.mark
      codings.append(Coding(story: id, mark: .read, memo: memo, at: now(), by: by))
    }
  }

  /// Takes the last act of this session back.
  ///
  /// - Returns: what was taken back and of which story; nil where there is nothing.
  public func undo() throws -> (what: String, story: String)? {
    try work.withLock { work in
      guard let last = work.done.last else { return nil }
      _ = try opened(last.story)
      try work.file.write(last.before, of: last.story)
      work.done.removeLast()
      return (last.what, last.story)
    }
  }

  /// A code that may be given, by its id, key or label.
  public func choice(_ word: String) throws -> CodeChoice { CodeChoice(try code(word), codebook) }

  private func code(_ word: String) throws(WorkflowError) -> Codebook.Code {
    if let code = codebook.meant(by: word) { return code }
    throw codebook.unknown(word)
  }

  private func change(
    _ story: StoryShelf.Story, _ what: String,
    _ act: (inout [Coding]) throws(WorkflowError) -> Void
  ) throws -> StoryPage {
    let id = story.record.id
    return try work.withLock { work in
      let before = work.file.stories[id] ?? []
      var after = before
      try act(&after)
      if after != before {
        try work.file.write(after, of: id)
        work.done.append((id, before, what))
      }
      return page(story, work.file.stories[id] ?? [])
    }
  }

  /// A story that may be read, and was not withdrawn since the session began.
  private func opened(_ id: String) throws(WorkflowError) -> StoryShelf.Story {
    let story = try shelf.opened(id)
    if try WithdrawnStories(study).days[id] != nil { throw StoryShelf.refusal(id, .withdrawn) }
    return story
  }

  private func page(_ story: StoryShelf.Story, _ codings: [Coding]) -> StoryPage {
    StoryPage(
      story, codings: standing(codings, of: story.record.id), codebook: codebook, among: open)
  }

  /// Codings without the mark that a story was looked through, where its words are others since.
  private func standing(_ codings: [Coding], of id: String) -> [Coding] {
    guard search != nil, let text = shelf[id]?.text else { return codings }
    return codings.filter { $0.mark != .read || $0.memo == text.mark }
  }

  /// The place of a coding that a page names.
  private static func index(
    of name: String, in codings: [Coding], story: String
  ) throws(WorkflowError) -> Int {
    if let found = codings.firstIndex(where: { $0.name == name }) { return found }
    throw WorkflowError(
      "the coding is not there any more", at: story, fix: "open the story again")
  }
}

extension StoryShelf {
  /// A story that coders may read.
  func opened(_ id: String) throws(WorkflowError) -> Story {
    guard let story = self[id] else { throw Self.unknown(id, among: stories.map(\.record.id)) }
    guard let closed = story.closed else { return story }
    throw Self.refusal(id, closed)
  }

  /// That there is no such story.
  static func unknown(_ id: String, among ids: [String]) -> WorkflowError {
    let near = NearestWord(among: ids).to(id).map { "did you mean '\($0)'?" }
    return WorkflowError(
      "there is no story '\(id)'", fix: near ?? "`furlong stories` lists them")
  }

  /// That nobody may read a story.
  static func refusal(_ id: String, _ closed: StorySummary.Closed) -> WorkflowError {
    WorkflowError(
      "\(id) may not be read: \(closed.words)", at: id,
      fix: "code another; consent is entered in the export", kind: .refused)
  }
}
