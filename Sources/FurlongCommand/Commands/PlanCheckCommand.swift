import ArgumentParser
import FurlongWorkflow

/// `furlong plan check`.
struct PlanCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say in plain English what the plan asks, and how many pairs it needs.",
    discussion: """
      Of the data only counts are shown: no score, event or story is looked at, so that checking never peeks at an effect.

      EXAMPLES
        furlong plan check our-college-2025
        furlong plan check our-college-2025 --correlation 0.6
      """)

  @OptionGroup var options: StudyOptions

  @Option(
    help: "How first scores and follow-up scores correlate, from what you know of the scale.")
  var correlation = 0.5

  func run() throws {
    try running("plan check", options.talk) { console in
      let check = try options.workflow(console).checkPlan(correlation: correlation)
      if options.talk.json {
        try console.envelope(ok: true, check)
      } else {
        console.result(check.text)
      }
    }
  }
}
