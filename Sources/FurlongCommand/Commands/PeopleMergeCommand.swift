import ArgumentParser
import FurlongWorkflow

/// `furlong people merge`.
struct PeopleMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Write down that rows are one person's: all of their identifiers are.",
    discussion: """
      Of one row: its identifiers are one person's, where the import says that they are two people's (I057).

      EXAMPLES
        furlong people merge exports/forms.csv:88 exports/students.csv:14 --by RO --why "A typing slip."
        furlong people merge our-college-2025 exports/students.csv:31 --by RO --why "Checked." -n
      """)

  @OptionGroup var options: RowOptions
  @OptionGroup var decision: DecisionOptions

  func validate() throws { _ = try decision.maker() }

  func run() throws {
    try running("people merge", options.talk) { console in
      let record = try options.workflow(console).mergePeople(
        options.rows, maker: decision.maker(), dryRun: decision.dryRun)
      try console.decision(
        record, taken: "Written down: ",
        written: "The next import reads it so; `furlong undo` takes it back.")
    }
  }
}
