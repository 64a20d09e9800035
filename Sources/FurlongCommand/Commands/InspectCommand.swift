import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say how an export is written and what it seems to hold.",
    discussion: """
      Encoding, delimiter, the row of the headings, what each column seems to be, and what to check. Headings are shown, \
      cells are not. Nothing is written: `furlong map` writes the mapping.

      EXAMPLES
        furlong inspect exports/students.csv
        furlong inspect "Forms responses.xlsx" --sheet Answers
      """)

  @Argument(help: "The export: CSV, .xlsx or .sav.", completion: .file())
  var file: String

  @Option(help: "The sheet of a workbook, where several hold something.")
  var sheet: String?

  @OptionGroup var talk: TalkOptions

  func run() throws {
    try running("inspect", talk) { console in
      let url = URL(fileURLWithPath: file, relativeTo: Surroundings.folder)
      let seen = try ExportSight(study: try Surroundings.study(around: url)).look(
        at: url, sheet: sheet)
      if talk.json {
        try console.envelope(ok: true, SightForm(seen))
      } else {
        console.result(seen.words)
      }
    }
  }
}
