import FurlongStudy
import FurlongWorkflow

/// What is never to be shown of stories: the list of those who looked them through, and what is proposed in one.
extension StudyPages {
  func redactions(_ request: PageRequest) throws -> PageAnswer {
    guard session != nil else {
      return page("redactions", title: "Names and places", ["rows": [[String: Any]]()])
    }
    let session = try session(on: .redacting)
    let stories = try session.summaries().filter { $0.closed == nil }
    let part = ListPart(stories.count, request.query)
    let first = session.firstUnread
    return page(
      "redactions", title: "Names and places",
      part.values(address: "/redact?page=").merging([
        "first": first.map { Route.path(of: $0, on: .redacting) } ?? "", "hasFirst": first != nil,
        "rows": stories[part.range].map { story -> [String: Any] in
          [
            "id": story.id, "address": Route.path(of: story.id, on: .redacting),
            "hidden": story.coders.reduce(0) { $0 + $1.codings },
            "looked": story.coders.filter(\.isRead).map { ["name": $0.name] },
            "reviewed": story.reviewedOn.map { "\($0)" } ?? "",
            "isReviewed": story.reviewedOn != nil,
            "isOpen": story.reviewedOn == nil && !story.coders.contains(where: \.isRead),
          ]
        },
      ]) { _, own in own })
  }

  /// What may have to be hidden in a story, for a person to decide.
  func proposals(in page: StoryPage, _ session: CodingSession, _ marks: CodeMarks) throws
    -> [String: Any]
  {
    let proposals = try session.proposals(in: page.id)
    return [
      "proposals": proposals.map { proposal -> [String: Any] in
        let sentence = page.sentences.first { $0.span.meets(proposal.span) }?.number ?? 1
        return [
          "proposal": proposal.id, "words": proposal.words, "why": proposal.why,
          "kind": proposal.code, "key": marks.key(of: proposal.code),
          "line": marks.line(of: proposal.code) ?? 0, "sentence": sentence,
          "place": Place.words(sentence...sentence),
        ]
      },
      "noProposals": proposals.isEmpty, "all": proposals.map(\.id).joined(separator: " "),
    ]
  }
}
