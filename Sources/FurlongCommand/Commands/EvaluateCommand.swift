public import ArgumentParser
public import FurlongWorkflow

/// `furlong evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Answer the plan's questions; print every number, not released.",
    discussion: """
      Small numbers are not hidden in what this prints: share the report instead. The columns and measures are listed in \
      docs/guides/results.md.

      EXAMPLES
        furlong evaluate our-college-2025 --as csv > results.csv
        furlong evaluate our-college-2025 --as json > findings.json
      """)

  @OptionGroup var options: StudyOptions

  @Option(name: .customLong("as"), help: "The form of the result: csv or json.")
  var form: ResultsForm = .csv

  func run() throws {
    try running("evaluate", options.talk) { console in
      let text = try options.workflow(console).evaluate(as: form)
      console.say("Not released: small numbers are not hidden. Share the report instead.")
      if options.talk.json {
        try console.envelope(ok: true, ["released": "no", "form": form.rawValue, "result": text])
      } else {
        console.result(text)
      }
    }
  }
}

extension ResultsForm: ExpressibleByArgument {}
