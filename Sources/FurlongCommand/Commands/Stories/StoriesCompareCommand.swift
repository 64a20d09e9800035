import ArgumentParser
import FurlongWorkflow

/// `furlong stories compare`.
struct StoriesCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what two coders found, side by side: where they agree and where not.",
    discussion: """
      EXAMPLES
        furlong stories compare our-college-2025 RO KM              every story that both have read
        furlong stories compare our-college-2025 RO KM STORY-07     one story, with its words
      """)

  @OptionGroup var options: StoryOptions

  func validate() throws {
    try options.requireNames(2...3, "Name two coders, and a story if you mean one alone.")
  }

  func run() throws {
    try running("stories compare", options.talk) { console in
      let desk = try StoryDesk(options.workflow(console))
      let (first, second) = (options.names[0], options.names[1])
      let one = options.names.count > 2 ? options.names[2] : nil
      let compared = try (one.map { [$0] } ?? desk.readByBoth(first, second)).map {
        try desk.compare(first, second, story: $0)
      }
      if options.talk.json { return try console.envelope(ok: true, compared) }
      for comparison in compared where one != nil || !comparison.disputes.isEmpty {
        if one != nil { console.result(StoryWords.page(comparison.story)) }
        console.result("\(comparison.story.id)\n")
        for row in one == nil ? comparison.disputes : comparison.rows {
          console.result("  \(StoryWords.row(row, first, second))\n")
        }
      }
      let rows = compared.flatMap(\.rows)
      console.say(
        "\(compared.count) \(compared.count == 1 ? "story" : "stories"): \(rows.count) codings, "
          + "\(rows.count { $0.state == .same }) the same, "
          + "\(rows.count { $0.state == .overlapping }) on stretches that only meet, "
          + "\(rows.count { $0.state == .onlyFirst }) by \(first) alone, "
          + "\(rows.count { $0.state == .onlySecond }) by \(second) alone.")
    }
  }
}

extension StoryWords {
  /// A row of two coders side by side.
  static func row(_ row: StoryComparison.Row, _ first: String, _ second: String) -> String {
    let start = "\(place(row.sentences))  \(row.label): "
    let (one, other) = (quotes(row.first), quotes(row.second))
    return switch row.state {
    case .same: start + "both\(one)"
    case .overlapping: start + "\(first)\(one) / \(second)\(other)"
    case .onlyFirst: start + "\(first) alone\(one)"
    case .onlySecond: start + "\(second) alone\(other)"
    }
  }

  private static func quotes(_ codings: [StoryPage.Shown]) -> String {
    codings.filter { !$0.quote.isEmpty }
      .map {
        " “\($0.quote.replacing("\n", with: " "))”" + ($0.memo.isEmpty ? "" : " (\($0.memo))")
      }
      .joined(separator: ",")
  }
}
