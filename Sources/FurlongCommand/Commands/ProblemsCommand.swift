import ArgumentParser
import FurlongStudy
import FurlongWorkflow

/// `furlong problems`.
struct ProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "List what was wrong with the exports or worth a note, with what to do.",
    discussion: """
      No value of an identifier, a dropped column or free text is ever shown: only its row and column.

      EXAMPLES
        furlong problems our-college-2025
        furlong problems our-college-2025 --code I033
      """)

  @OptionGroup var options: StudyOptions

  @Option(help: "Only problems of this code.")
  var code: String?

  func run() throws {
    try running("problems", options.talk) { console in
      let problems = try options.workflow(console).problems()
        .filter { code == nil || $0.code == code }
      if options.talk.json {
        try console.envelope(ok: true, ["count": problems.count], problems: problems)
        return
      }
      console.result(
        problems.map { problem in
          "\(problem.severity.rawValue)[\(problem.code)]  \(problem.place)\n  "
            + "\(problem.message)\n  fix  \(problem.fix)\n"
        }.joined())
      if problems.isEmpty { console.say("No problems.") }
    }
  }
}
