import ArgumentParser
import FurlongWorkflow

/// `furlong stories search`.
struct StoriesSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in the stories, or everything that was given a code.",
    discussion: """
      EXAMPLES
        furlong stories search our-college-2025 "next summer"
        furlong stories search our-college-2025 --code hope
      """)

  @OptionGroup var options: StoryOptions

  @Option(help: "A code: what it was given, by whom, codes below it in the codebook too.")
  var code: String?

  func validate() throws {
    try options.requireNames(
      code == nil ? 1...1 : 0...0, "Name the words to find, or a --code, and not both.")
  }

  func run() throws {
    try running("stories search", options.talk) { console in
      let desk = try StoryDesk(options.workflow(console))
      if let code {
        let passages = try desk.passages(of: code)
        if options.talk.json { return try console.envelope(ok: true, passages) }
        for passage in passages {
          console.result(
            "\(passage.story)  \(passage.coder)  \(StoryWords.coding(passage.coding))\n")
        }
        return console.say("\(passages.count) codings.")
      }
      let found = desk.search(options.names[0])
      if options.talk.json { return try console.envelope(ok: true, found) }
      for story in found {
        for sentence in story.sentences {
          console.result("\(story.id)  \(sentence.number)  \(sentence.words)\n")
        }
      }
      console.say("Found in \(found.count) stories.")
    }
  }
}
