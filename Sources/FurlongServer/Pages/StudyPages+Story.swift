import FurlongStudy
import FurlongWorkflow

/// A story, and what is done to it.
extension StudyPages {
  func story(_ id: String) throws -> PageAnswer {
    let session = session
    let shown = try session?.story(id) ?? StoryDesk(workflow).story(id)
    let marks = CodeMarks(session?.codes ?? [])
    var values = parts(of: shown, marks)
    let first = shown.sentences.first?.number ?? 1
    values.merge(
      [
        "id": shown.id, "address": Route.path(of: shown.id), "number": shown.number,
        "of": shown.of, "isRead": shown.isRead, "canCode": session != nil && !isReadOnly,
        "hasNext": shown.next != nil, "next": shown.next.map(Route.path) ?? "/",
        "nextID": shown.next ?? "",
        "hasPrevious": shown.previous != nil, "previous": shown.previous.map(Route.path) ?? "/",
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
    return page("story", title: "Story \(shown.id)", values)
  }

  /// The session of the coder at work.
  func coding() throws(WorkflowError) -> CodingSession {
    if let session { return session }
    throw WorkflowError("nobody has said who codes", fix: "say it at the top of the list")
  }

  /// Does what a form asks, and answers with what is then to be seen.
  func perform(_ act: Route.Act, on id: String, _ request: PageRequest) throws -> PageAnswer {
    let session = try coding()
    let form = request.form
    let page: StoryPage
    let words: String
    switch act {
    case .give:
      let place = try Place(form, in: session.story(id))
      let code = try session.choice(form["code"] ?? "")
      page = try session.give(
        code.id, to: place.span, of: id, quote: form["quote"], memo: form["memo"] ?? "")
      words = "\(code.label) added to \(place.words)"
    case .take:
      let coding = form["coding"] ?? ""
      let before = try session.story(id).codings.first { $0.id == coding }
      page = try session.take(coding, of: id)
      words = "\(before?.label ?? "The code") removed from \(Self.place(of: before))"
    case .note:
      let coding = form["coding"] ?? ""
      page = try session.note(String((form["memo"] ?? "").prefix(4_000)), on: coding, of: id)
      let label = page.codings.first { $0.id == coding }?.label ?? "the code"
      words = (form["memo"] ?? "").isEmpty ? "Memo removed from \(label)" : "Memo on \(label) saved"
    case .read:
      let isRead = form["read"] != "no"
      page = try session.read(isRead, of: id)
      words = isRead ? "\(id) is marked as read to its end" : "\(id) is no longer marked as read"
    }
    return answer(page, words, session, request, onward: form["next"])
  }

  /// Takes the last act back.
  func undo(_ request: PageRequest) throws -> PageAnswer {
    let session = try coding()
    guard let undone = try session.undo() else {
      throw WorkflowError(
        "there is nothing to take back", fix: "what was done before the page was opened stays")
    }
    let page = try session.story(undone.story)
    return answer(page, "Taken back: \(undone.what), in \(undone.story)", session, request)
  }

  /// What is to be seen after an act: to the page's script its changed parts, else the page again.
  ///
  /// - Parameter next: the id of the story to go on to; empty for the list.
  private func answer(
    _ shown: StoryPage, _ words: String, _ session: CodingSession, _ request: PageRequest,
    onward next: String? = nil
  ) -> PageAnswer {
    guard request.wantsJSON else {
      say(words)
      let id = next ?? shown.id
      // Only a story that is there is gone on to.
      return .onward(to: session.stories.contains(id) ? Route.path(of: id) : "/")
    }
    let values = parts(of: shown, CodeMarks(session.codes))
    return .json([
      "message": words, "address": Route.path(of: shown.id), "read": shown.isRead ? "yes" : "no",
      "text": part("text", values), "codings": part("codings", values),
    ])
  }

  /// The parts of a story's page that acts change.
  private func parts(of shown: StoryPage, _ marks: CodeMarks) -> [String: Any] {
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
    return [
      "rows": rows, "codings": codings, "noCodings": codings.isEmpty,
      "canCode": session != nil && !isReadOnly, "address": Route.path(of: shown.id),
    ]
  }

  private static let laneLetters = ["a", "b", "c", "d"]

  /// `sentence 3`, `sentences 3 to 4`, `the whole story`.
  private static func place(of coding: StoryPage.Shown?) -> String {
    guard let coding else { return "the story" }
    if coding.isLost { return "words that are no longer in the text" }
    return coding.sentences.map(Place.words) ?? "the whole story"
  }
}
