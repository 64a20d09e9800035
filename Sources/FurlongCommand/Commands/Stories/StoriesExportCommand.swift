import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong stories export`.
struct StoriesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write stories, codes and codings for another tool (REFI-QDA: .qdpx, .qdc).",
    discussion: """
      NVivo, MAXQDA, ATLAS.ti and QualCoder take .qdpx projects, and .qdc codebooks. Stories that were not agreed to be shared stay; what is \
      marked in redactions/ is hidden.

      EXAMPLES
        furlong stories export our-college-2025 stories.qdpx
        furlong stories export our-college-2025 codes.qdc
      """)

  @OptionGroup var options: StoryOptions

  @Flag(help: "Give the words as they were told, names and all: for coders of your own team.")
  var asTold = false

  func validate() throws { try options.requireNames(1...1, "Name the file, such as stories.qdpx.") }

  func run() throws {
    try running("stories export", options.talk) { console in
      let file = URL(fileURLWithPath: options.names[0], relativeTo: Surroundings.folder)
      let done = try options.workflow(console).giveStories(
        to: file, at: Surroundings.now(), asTold: asTold)
      if options.talk.json { return try console.envelope(ok: true, done) }
      console.result(options.names[0] + "\n")
      console.say("\(done.stories) stories, \(done.codings) codings.")
      for lost in done.lost { console.say("Not given: \(lost).") }
    }
  }
}
