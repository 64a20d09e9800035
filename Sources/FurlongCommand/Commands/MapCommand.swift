import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong map`.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draft a mapping for an export, to be read and edited.",
    discussion: """
      Scales are recognised by the catalogue and, in a study folder or beside one, by its own; sessions by their days, people by \
      their ids. DECIDE stands where only a person can tell: the import stops there until it is written.

      EXAMPLES
        furlong map exports/students.csv
        furlong map exports/students.csv --write
      """)

  @Argument(help: "The export: CSV, .xlsx or .sav.", completion: .file())
  var file: String

  @Option(help: "The sheet of a workbook, where several hold something.")
  var sheet: String?

  @Flag(
    help: "Write it to maps/ of the study in which the export lies; an existing one is left alone.")
  var write = false

  @OptionGroup var talk: TalkOptions

  func run() throws {
    try running("map", talk) { console in
      let url = URL(fileURLWithPath: file, relativeTo: Surroundings.folder)
      let study = try Surroundings.study(around: url)
      let drafting = MapStep(study: study)
      let seen = try drafting.draft(of: url, sheet: sheet)
      let written = write ? try drafting.write(seen) : nil
      if talk.json {
        try console.envelope(ok: true, SightForm(seen))
      } else if let written {
        console.result(written.map { "\($0)\n" }.joined())
        console.say(
          seen.words + "Next: read \(written.joined(separator: " and ")), then `furlong import`.")
      } else {
        console.result(seen.mappings)
        console.say(seen.words)
      }
    }
  }
}
