import FurlongStories
import FurlongStudy

extension CodingSession {
  /// What may have to be hidden in a story and is not yet; nothing where codes are given.
  public func proposals(in id: String) throws -> [StoryPage.Proposal] {
    let page = try story(id)
    guard let search, let story = shelf[id] else { return [] }
    return search.proposals(in: story.text).filter { proposal in
      !page.codings.contains { $0.span?.meets(proposal.span) ?? false }
    }.map {
      StoryPage.Proposal(
        code: $0.kind, span: $0.span, words: story.text[$0.span] ?? "", why: $0.why)
    }
  }

  /// Marks what is proposed as never to be shown.
  ///
  /// - Parameter ids: the proposals that are meant, as whoever decides saw them.
  /// - Throws: where one of them is no longer proposed; then nothing is written.
  public func hide(_ ids: [String], of id: String) throws -> StoryPage {
    let proposals = try proposals(in: id)
    let meant = ids.compactMap { id in proposals.first { $0.id == id } }
    guard meant.count == ids.count, !meant.isEmpty else {
      throw WorkflowError(
        "what was to be hidden is not proposed any more, so nothing was written", at: id,
        fix: "open the story again, and repeat the last step")
    }
    var page = try story(id)
    for proposal in meant {
      page = try give(proposal.code, to: proposal.span, of: id, quote: proposal.words)
    }
    return page
  }
}
