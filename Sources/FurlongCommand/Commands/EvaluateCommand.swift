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
        furlong evaluate our-college-2025 --as csv | head
        furlong evaluate our-college-2025 --as json -o desk     (writes desk/findings.unreleased.json)
      """)

  @OptionGroup var options: StudyOptions

  @Option(name: .customLong("as"), help: "The form of the result: csv or json.")
  var form: ResultsForm = .csv

  @Option(
    name: .shortAndLong,
    help: "A folder to write to, in a file whose name says that it is not released.")
  var output: String?

  func run() throws {
    try running("evaluate", options.talk) { console in
      let workflow = try options.workflow(console)
      let warning = "Not released: small numbers are not hidden. Share the report instead."
      if let output {
        let file = try workflow.writeEvaluation(
          as: form, to: OutputFolder(output, from: Surroundings.folder))
        console.say(warning)
        return options.talk.json
          ? try console.envelope(ok: true, ["files": ["\(output)/\(file)"]])
          : console.result("\(output)/\(file)\n")
      }
      let text = try workflow.evaluate(as: form)
      console.say(warning)
      if options.talk.json {
        try console.envelope(ok: true, ["released": "no", "form": form.rawValue, "result": text])
      } else {
        console.result(text)
      }
    }
  }
}

extension ResultsForm: ExpressibleByArgument {}
