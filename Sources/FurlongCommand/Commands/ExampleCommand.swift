import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong example`.
struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract:
      "Write an invented study, Saltmarsh or Greyfell Recovery College, with all its exports.",
    discussion: """
      saltmarsh: SWEMWBS, QPR-15, attendance, service use and stories.
      greyfell: a small college with PHQ-9, GAD-7, a ladder of its own, work, housing and feedback.

      The same seed writes the same bytes. Everything in it is invented; nothing is evidence about a real college.

      EXAMPLES
        furlong example saltmarsh DIR
        furlong example greyfell DIR --seed 7
      """)

  @Argument(help: "The example's name: saltmarsh or greyfell.")
  var name: String

  @Argument(help: "The folder to write.", completion: .directory)
  var folder: String

  @Option(help: "The seed; another seed, another college.")
  var seed: UInt64 = 2025

  @Flag(name: [.customShort("n"), .long], help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var talk: TalkOptions

  func run() throws {
    try running("example", talk) { console in
      let place = URL(fileURLWithPath: folder, relativeTo: Surroundings.folder)
      let files = try ShippedExample(named: name, seed: seed).write(to: place, dryRun: dryRun)
      if talk.json {
        try console.envelope(ok: true, ["files": files])
      } else {
        console.result(files.map { "\(folder)/\($0)\n" }.joined())
        console.say("Next: `furlong report \(folder)`.")
      }
    }
  }
}
