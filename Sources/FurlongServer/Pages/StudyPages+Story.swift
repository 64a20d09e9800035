import FurlongStudy
import FurlongWorkflow

/// A story, and what is done to it.
extension StudyPages {
  func story(_ id: String, on desk: Route.Desk) throws -> PageAnswer {
    let session = desk == .redacting ? try session(on: desk) : session
    let shown = try session?.story(id) ?? StoryDesk(workflow).story(id)
    let marks = CodeMarks(session?.codes ?? [])
    var values = try parts(of: shown, session, marks, desk)
    let first = shown.sentences.first?.number ?? 1
    values.merge(
      [
        "id": shown.id, "number": shown.number, "of": shown.of, "isRead": shown.isRead,
        "undo": desk == .coding ? "/undo" : "/redact/undo",
        "hasNext": shown.next != nil,
        "next": shown.next.map { Route.path(of: $0, on: desk) } ?? Self.list(of: desk),
        "nextID": shown.next ?? "", "hasPrevious": shown.previous != nil,
        "previous": shown.previous.map { Route.path(of: $0, on: desk) } ?? Self.list(of: desk),
        "froms": shown.sentences.map { ["n": $0.number, "isFirst": $0.number == first] },
        "codes": (session?.codes ?? []).map { code -> [String: Any] in
          let digit = marks.digit(of: code.id)
          return [
            "code": code.id, "label": code.label, "key": marks.key(of: code.id),
            "line": marks.line(of: code.id) ?? 0, "digit": digit ?? 0, "hasDigit": digit != nil,
            "isKind": code.depth > 0, "about": code.description,
            "include": code.include ?? "", "hasInclude": code.include != nil,
            "exclude": code.exclude ?? "", "hasExclude": code.exclude != nil,
            "example": code.example ?? "", "hasExample": code.example != nil,
          ]
        },
      ]
    ) { _, new in new }
    return page("story", title: "\(desk == .coding ? "Story" : "Names in") \(shown.id)", values)
  }

  /// Does what a form asks, and answers with what is then to be seen.
  func perform(
    _ act: Route.Act, on id: String, _ request: PageRequest, _ desk: Route.Desk
  ) throws -> PageAnswer {
    let session = try session(on: desk)
    let form = request.form
    let done = ActWords(desk)
    let page: StoryPage
    let words: String
    switch act {
    case .give:
      let place = try Place(form, in: session.story(id))
      let code = try session.choice(form["code"] ?? "")
      page = try session.give(
        code.id, to: place.span, of: id, quote: form["quote"], memo: form["memo"] ?? "")
      words = done.given(code.label, place.words)
    case .take:
      let coding = form["coding"] ?? ""
      let before = try session.story(id).codings.first { $0.id == coding }
      page = try session.take(coding, of: id)
      words = done.taken(before?.label ?? "The code", Self.place(of: before))
    case .note:
      let coding = form["coding"] ?? ""
      page = try session.note(String((form["memo"] ?? "").prefix(4_000)), on: coding, of: id)
      let label = page.codings.first { $0.id == coding }?.label ?? "the code"
      words = done.noted(label, isEmpty: (form["memo"] ?? "").isEmpty)
    case .read:
      let isRead = form["read"] != "no"
      page = try session.read(isRead, of: id)
      words = done.read(id, isRead)
    case .hide:
      let ids = (form["proposed"] ?? "").split(separator: " ").map(String.init)
      page = try session.hide(ids, of: id)
      words = "Hidden: \(ids.count) of what was proposed"
    }
    return try answer(page, words, session, request, desk, onward: form["next"])
  }

  /// Takes the last act back.
  func undo(_ request: PageRequest, _ desk: Route.Desk) throws -> PageAnswer {
    let session = try session(on: desk)
    guard let undone = try session.undo() else {
      throw WorkflowError(
        "there is nothing to take back", fix: "what was done before the page was opened stays")
    }
    let page = try session.story(undone.story)
    return try answer(
      page, "Taken back: \(undone.what), in \(undone.story)", session, request, desk)
  }

  /// What is to be seen after an act: to the page's script its changed parts, else the page again.
  ///
  /// - Parameter next: the id of the story to go on to; empty for the list.
  private func answer(
    _ shown: StoryPage, _ words: String, _ session: CodingSession, _ request: PageRequest,
    _ desk: Route.Desk, onward next: String? = nil
  ) throws -> PageAnswer {
    guard request.wantsJSON else {
      say(words)
      let id = next ?? shown.id
      // Only a story that is there is gone on to.
      return .onward(
        to: session.stories.contains(id) ? Route.path(of: id, on: desk) : Self.list(of: desk))
    }
    let values = try parts(of: shown, session, CodeMarks(session.codes), desk)
    var changed = [
      "message": words, "address": Route.path(of: shown.id, on: desk),
      "read": shown.isRead ? "yes" : "no",
      "text": part("text", values), "codings": part("codings", values),
    ]
    if desk == .redacting { changed["proposals"] = part("proposals", values) }
    return .json(changed)
  }

  /// The list of stories from which one is opened.
  private static func list(of desk: Route.Desk) -> String { desk == .coding ? "/" : "/redact" }

  /// The parts of a story's page that acts change.
  private func parts(
    of shown: StoryPage, _ session: CodingSession?, _ marks: CodeMarks, _ desk: Route.Desk
  ) throws -> [String: Any] {
    func key(_ coding: StoryPage.Shown) -> [String: Any] {
      let line = marks.line(of: coding.code)
      return ["key": marks.key(of: coding.code), "line": line ?? 0, "label": coding.label]
    }
    let rows = CodedText(shown).rows.map { row -> [String: Any] in
      [
        "n": row.number, "start": row.start, "isTop": row.number == 1, "lead": row.lead,
        "gap": row.gap, "isLast": row.gap.contains("\n"),
        "pieces": row.pieces.map { piece -> [String: Any] in
          let classes = piece.lanes.map { lane, code in
            "\(Self.laneLetters[lane])\(marks.line(of: code) ?? 0)"
          }
          return ["words": piece.words, "lanes": classes.map { " " + $0 }.joined()]
        },
        "keys": row.codings.prefix(TextLanes.drawn).map(key),
        "deeper": row.deeper, "hasDeeper": row.deeper > 0,
        "coded": row.codings.map(\.label).joined(separator: ", "), "isCoded": !row.codings.isEmpty,
      ]
    }
    let codings = shown.codings.map { coding -> [String: Any] in
      let more: [String: Any] = [
        "coding": coding.id, "place": Self.place(of: coding),
        "isWhole": coding.span == nil && !coding.isLost,
        "sentence": coding.sentences?.lowerBound ?? 0, "hasSentence": coding.sentences != nil,
        "quote": coding.quote, "hasQuote": !coding.quote.isEmpty, "memo": coding.memo,
        "hasMemo": !coding.memo.isEmpty,
        "isLost": coding.isLost,
      ]
      return key(coding).merging(more) { _, new in new }
    }
    let isNames = desk == .redacting
    let common: [String: Any] = [
      "rows": rows, "codings": codings, "noCodings": codings.isEmpty,
      "canCode": session != nil && !isReadOnly, "address": Route.path(of: shown.id, on: desk),
      "isNames": isNames, "memoWord": isNames ? "Shown instead" : "Memo",
    ]
    guard isNames, let session else { return common }
    return common.merging(try proposals(in: shown, session, marks)) { one, _ in one }
  }

  private static let laneLetters = ["a", "b", "c", "d"]

  /// `sentence 3`, `sentences 3 to 4`, `the whole story`.
  private static func place(of coding: StoryPage.Shown?) -> String {
    guard let coding else { return "the story" }
    if coding.isLost { return "words that are no longer in the text" }
    return coding.sentences.map(Place.words) ?? "the whole story"
  }
}
