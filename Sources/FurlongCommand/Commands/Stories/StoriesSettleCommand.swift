import ArgumentParser
import FurlongWorkflow

/// `furlong stories settle`.
struct StoriesSettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Decide where two coders do not agree; the report then counts what was settled.",
    discussion: """
      What both found on the same stretch is taken over. Of the rest you are asked, one by one. The coders' own files stay as \
      they are: agreement is always of what they found by themselves. What is settled is codings/settled.csv, with who decided.

      EXAMPLES
        furlong stories settle our-college-2025 RO KM --by "RO and KM"
        furlong stories settle our-college-2025 RO KM STORY-07 --by RO
      """)

  @OptionGroup var options: StoryOptions

  @Option(help: "Who decides; it is written down.")
  var by: String

  func validate() throws {
    try options.requireNames(2...3, "Name two coders, and a story if you mean one alone.")
  }

  func run() throws {
    try running("stories settle", options.talk) { console in
      let workflow = try options.workflow(console)
      let desk = try StoryDesk(workflow)
      let (first, second) = (options.names[0], options.names[1])
      let session = try CodingSession.settling(workflow, by: by, now: Surroundings.now)
      let stories =
        options.names.count > 2
        ? [options.names[2]]
        : try desk.readByBoth(first, second).filter { try !session.story($0).isRead }
      var loop = SettlingLoop(
        session: session, desk: desk, first: first, second: second, console: console
      ) { readLine() }
      let done = try loop.run(stories)
      console.say("\(done) of \(stories.count) stories settled.")
    }
  }
}
