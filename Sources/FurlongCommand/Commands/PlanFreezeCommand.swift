import ArgumentParser
import FurlongWorkflow

/// `furlong plan freeze`.
struct PlanFreezeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Write plan.lock: the plan as it stands, the day, and which data were in.",
    discussion: """
      Comments, blank lines, layout and what stands under report: do not count as the plan. A frozen plan can be changed, \
      but only with a reason: see `furlong plan amend`.

      EXAMPLES
        furlong plan freeze our-college-2025
        furlong plan freeze our-college-2025 --dry-run
      """)

  @OptionGroup var options: StudyOptions

  @Flag(name: [.customShort("n"), .long], help: "Say what would be recorded, and record nothing.")
  var dryRun = false

  func run() throws {
    try running("plan freeze", options.talk) { console in
      let record = try options.workflow(console).freezePlan(dryRun: dryRun)
      if options.talk.json {
        try console.envelope(ok: true, record)
      } else {
        console.result(record.text)
      }
      if dryRun { console.say("Nothing was recorded: this was a dry run.") }
    }
  }
}
