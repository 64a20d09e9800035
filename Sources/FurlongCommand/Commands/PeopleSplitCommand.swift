import ArgumentParser
import FurlongWorkflow

/// `furlong people split`.
struct PeopleSplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract:
      "Write down that rows are two people's, though they share an identifier.",
    discussion: """
      The first row's person keeps what they share. Where the other rows have an identifier of their own, they are found \
      by it; where they have none, name each of them: other rows with the same identifier stay with the first. Two \
      rows that `people duplicates` lists, and that are two people, are listed no more.

      EXAMPLES
        furlong people split exports/students.csv:14 exports/students.csv:15 --by RO --why "A typing slip."
        furlong people split exports/students.csv:14 exports/students.csv:90 exports/forms.csv:7 --by RO --why "Given twice."
      """)

  @OptionGroup var options: RowOptions
  @OptionGroup var decision: DecisionOptions

  func validate() throws { _ = try decision.maker() }

  func run() throws {
    try running("people split", options.talk) { console in
      let record = try options.workflow(console).splitPeople(
        options.rows, maker: decision.maker(), dryRun: decision.dryRun)
      try console.decision(
        record, taken: "Written down: ",
        written: "The next import reads it so; `furlong undo` takes it back.")
    }
  }
}
