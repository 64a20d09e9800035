import ArgumentParser
import FurlongWorkflow

/// `furlong stories redact`.
struct StoriesRedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Look stories through for names and places, and mark what is never to be shown.",
    discussion: """
      Names of the registers, numbers, addresses, days and capital letters within sentences are proposed; you decide, and read \
      the rest. What is marked never reaches the study file: [name], or your own words, stand in its place. n says that you have \
      looked the story through; only then is it quoted.

      EXAMPLES
        furlong stories redact our-college-2025 --by KM
        furlong stories redact our-college-2025 STORY-07 --by KM
      """)

  @OptionGroup var options: StoryOptions

  @Option(help: "Who looks: letters and digits, such as initials; the file is redactions/NAME.csv.")
  var by: String

  func validate() throws { try options.requireNames(0...1, "Name at most one story.") }

  func run() throws {
    try running("stories redact", options.talk) { console in
      let session = try CodingSession.redacting(
        options.workflow(console), by: by, now: Surroundings.now)
      guard let story = options.names.first ?? session.firstUnread ?? session.stories.first else {
        return console.say("There is no story that may be read: `furlong stories` says why.")
      }
      var loop = try TaggingLoop(session, at: story, console: console) { readLine() }
      try loop.run()
    }
  }
}
