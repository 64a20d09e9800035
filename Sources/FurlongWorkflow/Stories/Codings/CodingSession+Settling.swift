extension StoryComparison {
  /// Whose codings are kept where two coders do not agree.
  public enum Kept: String, Codable, Sendable, CaseIterable {
    case first, second, both, neither
  }
}

extension CodingSession {
  /// Settles a story, in a session of settling: what both gave on the same stretch is taken over, of the rest what is chosen.
  ///
  /// - Parameters:
  ///   - compared: what the two coders found, as whoever decides saw it.
  ///   - kept: for each of its disputes, in order, whose codings are kept.
  /// - Throws: where there are not as many choices as disputes, or a coding is no longer there.
  public func settle(
    _ compared: StoryComparison, keeping kept: [StoryComparison.Kept]
  ) throws -> StoryPage {
    guard kept.count == compared.disputes.count else {
      throw WorkflowError(
        "\(kept.count) of \(compared.disputes.count) disagreements are decided",
        at: compared.story.id,
        fix: "decide each: one's, the other's, both or neither")
    }
    var choices = kept[...]
    for row in compared.rows {
      let choice = row.state == .same ? .first : choices.removeFirst()
      for (coder, codings, isKept) in [
        (compared.first, row.first, choice == .first || choice == .both),
        (compared.second, row.second, choice == .second || choice == .both),
      ] where isKept {
        for coding in codings { _ = try adopt(coding.id, of: coder, story: compared.story.id) }
      }
    }
    return try read(of: compared.story.id)
  }
}
