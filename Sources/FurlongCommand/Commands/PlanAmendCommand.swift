import ArgumentParser
import FurlongWorkflow

/// `furlong plan amend`.
struct PlanAmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Record a change of a frozen plan, with its reason.",
    discussion: """
      The report prints the reason, the day and what was in by then. Steps that the change touched are marked amended, \
      new ones as not planned.

      EXAMPLES
        furlong plan amend our-college-2025 --why "The trust could not give contacts."
        furlong plan amend our-college-2025 --why "A year more of data." --dry-run
      """)

  @OptionGroup var options: StudyOptions

  @Option(help: "Why the plan was changed, in a sentence for the reader of the report.")
  var why: String

  @Flag(name: [.customShort("n"), .long], help: "Say what would be recorded, and record nothing.")
  var dryRun = false

  func validate() throws {
    if !why.contains(where: \.isLetter) {
      throw ValidationError("--why needs a reason in words: the report prints it.")
    }
  }

  func run() throws {
    try running("plan amend", options.talk) { console in
      let record = try options.workflow(console).amendPlan(why: why, dryRun: dryRun)
      if options.talk.json {
        try console.envelope(ok: true, record)
      } else {
        console.result(record.text)
      }
      if dryRun { console.say("Nothing was recorded: this was a dry run.") }
    }
  }
}
