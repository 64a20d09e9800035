import ArgumentParser
import FurlongWorkflow

/// `furlong stories list`.
struct StoriesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the stories: who has read them, and which nobody may read.",
    discussion: """
      EXAMPLES
        furlong stories list our-college-2025
        furlong stories list --json
      """)

  @OptionGroup var options: StudyOptions

  func run() throws {
    try running("stories list", options.talk) { console in
      let stories = try StoryDesk(options.workflow(console)).summaries()
      if options.talk.json { return try console.envelope(ok: true, stories) }
      let width = stories.map(\.id.count).max() ?? 0
      for story in stories {
        let id = story.id + String(repeating: " ", count: width - story.id.count)
        console.result("\(id)  \(Self.words(story))\n")
      }
      let open = stories.filter { $0.closed == nil }
      let read = open.count { $0.coders.contains(where: \.isRead) }
      let twice = open.count { $0.coders.count(where: \.isRead) > 1 }
      console.say(
        "\(stories.count) stories, \(open.count) to be read: \(read) read by a coder, \(twice) by two or more."
      )
      let lost = stories.reduce(0) { $0 + $1.coders.reduce(0) { $0 + $1.lost } }
      if lost > 0 {
        console.say(
          "\(lost) codings lost their place, since the texts were changed: `furlong stories show` names them; give them anew."
        )
      }
    }
  }

  private static func words(_ story: StorySummary) -> String {
    if let closed = story.closed { return "not to be read: \(closed.words)" }
    let size = story.sentences == 1 ? "1 sentence" : "\(story.sentences) sentences"
    let coders = story.coders.map { coder in
      let codes = coder.codings == 1 ? "1 code" : "\(coder.codings) codes"
      return "\(coder.name) \(coder.isRead ? "read it" : "has begun it") (\(codes)"
        + (coder.lost > 0 ? ", \(coder.lost) lost)" : ")")
    }
    return size + ", " + (coders.isEmpty ? "nobody has begun it" : coders.joined(separator: ", "))
  }
}
