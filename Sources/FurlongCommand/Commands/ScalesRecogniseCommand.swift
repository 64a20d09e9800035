import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong scales recognise`.
struct ScalesRecogniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognise",
    abstract:
      "Say which scales stand in which columns of an export, and write the lines of a mapping.",
    discussion: """
      The catalogue's scales are looked for and, in a study folder or beside one, its own. Nothing is guessed: where two fit, \
      both are named. Headings are printed; of cells only answers of a scale that was found, and never more than 12 words a form.

      EXAMPLES
        furlong scales recognise exports/forms.csv
        furlong scales recognise exports/forms.xlsx --sheet Answers
      """)

  @Argument(help: "The export: CSV or .xlsx; its first 20,000 rows are looked at.")
  var file: String

  @Option(help: "The sheet of a workbook, where several hold something.")
  var sheet: String?

  @OptionGroup var talk: TalkOptions

  func run() throws {
    try running("scales recognise", talk) { console in
      let url = URL(fileURLWithPath: file)
      let study = try Surroundings.study(around: url)
      let found = try ScaleRecognition(study: study).recognise(url, sheet: sheet)
      if talk.json {
        try console.envelope(ok: true, found)
      } else {
        console.result(found.text)
      }
    }
  }
}
