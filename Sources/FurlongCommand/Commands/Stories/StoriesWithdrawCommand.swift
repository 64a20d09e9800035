import ArgumentParser
import FurlongWorkflow

/// `furlong stories withdraw`.
struct StoriesWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraw a story: its words leave everything that was written here.",
    discussion: """
      Codings, redactions and the study file lose it, reports made in reports/ are removed, since any may quote it, and \
      fixes/withdrawn.csv bars its coming back, with a day and nothing of what was told. Exports are never edited: rows that still \
      hold it are named, and the exit code is 1 until they are gone. Reports that were sent elsewhere, backups and a version \
      history are beyond the tool.

      EXAMPLES
        furlong stories withdraw our-college-2025 STORY-07 --by KM
        furlong stories withdraw STORY-07 --by KM --json
      """)

  @OptionGroup var options: StoryOptions

  @Option(help: "Who enters the withdrawal; it is written down.")
  var by: String

  func validate() throws { try options.requireNames(1...1, "Name the story that is withdrawn.") }

  func run() throws {
    try running("stories withdraw", options.talk) { console in
      let done = try options.workflow(console).withdrawStory(options.names[0], by: by)
      if options.talk.json {
        try console.envelope(ok: done.stillThere.isEmpty, done)
      } else {
        console.result("\(done.story) is withdrawn.\n")
        console.say("Changed or removed: \(done.files.joined(separator: ", ")).")
        for place in done.stillThere {
          console.warn(
            "\(place) still holds its words: take the row out there and in the system that it comes from, then run this again."
          )
        }
        console.say("Reports sent elsewhere, backups and version histories are beyond this tool.")
      }
      if !done.stillThere.isEmpty { throw ExitCode(1) }
    }
  }
}
