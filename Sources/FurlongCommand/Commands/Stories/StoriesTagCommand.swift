import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong stories tag`.
struct StoriesTagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Give codes to stories, in the terminal or by a script.",
    discussion: """
      What others gave is not shown. Each act is saved at once in codings/NAME.csv.

      EXAMPLES
        furlong stories tag our-college-2025 --coder RO
        furlong stories tag our-college-2025 STORY-07 --coder RO --code hope --quote "next summer" --read
      """)

  @OptionGroup var options: StoryOptions

  @Option(help: "Who codes: letters and digits, such as initials; the file is codings/NAME.csv.")
  var coder: String

  @Option(help: "By a script: the code to give, by its id, key or name.")
  var code: String?

  @Option(help: "By a script: the words that get it; they must stand in the story exactly once.")
  var quote: String?

  @Option(help: "By a script: the sentences that get it, such as 3 or 3-4.")
  var sentences: String?

  @Option(help: "By a script: a note with it.")
  var memo: String = ""

  @Flag(help: "By a script: mark the story as read to its end.")
  var read = false

  func validate() throws {
    try options.requireNames(0...1, "Name at most one story.")
    guard code == nil, !read else {
      return try options.requireNames(1...1, "Name the story that gets the code.")
    }
    if quote != nil || sentences != nil || !memo.isEmpty {
      throw ValidationError("--quote, --sentences and --memo need a --code.")
    }
  }

  func run() throws {
    try running("stories tag", options.talk) { console in
      let session = try CodingSession(
        options.workflow(console), coder: coder, now: Surroundings.now)
      if code != nil || read { return try script(session, console) }
      guard let story = options.names.first ?? session.firstUnread ?? session.stories.first else {
        return console.say("There is no story that may be read: `furlong stories` says why.")
      }
      var loop = try TaggingLoop(session, at: story, console: console) { readLine() }
      try loop.run()
    }
  }

  private func script(_ session: CodingSession, _ console: Console) throws {
    let story = options.names[0]
    var page = try session.story(story)
    if let code {
      let line = "\(sentences ?? "*") \(quote.map { "\"\($0)\" " } ?? "")\(code)"
      guard let typed = TypedCoding(line) else {
        throw WorkflowError(
          "the words do not say which sentences get which code", at: story,
          fix: "write --sentences 3 or 3-4, --quote \"words of the story\", --code hope")
      }
      page = try session.give(code, to: typed.span(in: page), of: story, memo: memo)
    }
    if read { page = try session.read(of: story) }
    if options.talk.json { return try console.envelope(ok: true, page) }
    console.result(StoryWords.codings(page))
  }
}
