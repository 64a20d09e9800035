import ArgumentParser
import FurlongWorkflow

/// `furlong stories show`.
struct StoriesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a story, its sentences numbered, with the codes that somebody gave it.",
    discussion: """
      EXAMPLES
        furlong stories show our-college-2025 STORY-01
        furlong stories show our-college-2025 STORY-01 --coder RO
      """)

  @OptionGroup var options: StoryOptions

  @Option(help: "Whose codes are shown: a coder's, or `settled`.")
  var coder: String?

  func validate() throws {
    try options.requireNames(1...1, "Name one story, as `furlong stories` lists it.")
  }

  func run() throws {
    try running("stories show", options.talk) { console in
      let desk = try StoryDesk(options.workflow(console))
      let page = try desk.story(options.names[0], coder: coder)
      if options.talk.json { return try console.envelope(ok: true, page) }
      console.result(StoryWords.page(page) + StoryWords.codings(page))
    }
  }
}
