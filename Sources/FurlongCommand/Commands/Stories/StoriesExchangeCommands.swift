import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong stories export`.
struct StoriesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write stories, codes and codings for another tool (REFI-QDA: .qdpx, .qdc).",
    discussion: """
      NVivo, MAXQDA, ATLAS.ti and QualCoder take .qdpx projects, and .qdc codebooks. Stories below consent level 3 stay; what is \
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

/// `furlong stories import`.
struct StoriesImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take codings or a codebook from another tool (REFI-QDA: .qdpx, .qdc).",
    discussion: """
      Codings of stories that the study has go into codings/NAME.csv, a file a coder; what stands there already is left. Stories \
      are not taken: they come by exports, with their tellers and what these agreed to.

      EXAMPLES
        furlong stories import our-college-2025 codes.qdc
        furlong stories import our-college-2025 stories.qdpx
      """)

  @OptionGroup var options: StoryOptions

  func validate() throws { try options.requireNames(1...1, "Name the file, such as stories.qdpx.") }

  func run() throws {
    try running("stories import", options.talk) { console in
      let file = URL(fileURLWithPath: options.names[0], relativeTo: Surroundings.folder)
      let done = try options.workflow(console).takeStories(from: file)
      if options.talk.json { return try console.envelope(ok: true, done) }
      for file in done.files { console.result(file + "\n") }
      console.say(
        "\(done.codings) codings of \(done.stories) stories."
          + (done.positions.map { " In the file \($0)." } ?? ""))
      for lost in done.lost { console.say("Not taken: \(lost).") }
    }
  }
}
