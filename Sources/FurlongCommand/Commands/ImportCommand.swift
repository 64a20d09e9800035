import ArgumentParser
import FurlongStudy
import FurlongWorkflow

/// `furlong import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read the exports that maps/ names into the study file.",
    discussion: """
      An unchanged export is left alone, a changed one replaces what it gave before. Identifiers are replaced by \
      pseudonyms; the exports are not changed.

      EXAMPLES
        furlong import our-college-2025
        furlong import our-college-2025 --dry-run --fail-on set-aside
        furlong import our-college-2025 --max-bad 2
      """)

  @OptionGroup var options: StudyOptions

  @Option(help: "End with 1 where problems reach so far: note, warning, set-aside.")
  var failOn: FailOn?

  @Option(
    help:
      "End with 1 where more than so many in a hundred rows of an export are set aside (unasked: said from 5 on)."
  )
  var maxBad: Double?

  @Flag(name: [.customShort("n"), .long], help: "Try it, and keep nothing.")
  var dryRun = false

  func validate() throws {
    if let maxBad, !(0...100).contains(maxBad) {
      throw ValidationError("--max-bad is a share in a hundred rows, from 0 to 100.")
    }
  }

  func run() throws {
    try running("import", options.talk) { console in
      let report = try options.workflow(console).importExports(dryRun: dryRun)
      let summary = ImportSummary(report, limit: maxBad ?? ImportSummary.usualLimit, dryRun: dryRun)
      if options.talk.json {
        try console.envelope(
          ok: report.stopped.isEmpty, Imported(exports: report.exports, summary: summary),
          problems: report.problems)
      } else {
        console.result(ImportWords(report).exports)
        console.say(
          SummaryWords(report, summary, study: options.study).text)
      }
      if !report.stopped.isEmpty { throw ExitCode(2) }
      if maxBad != nil, !summary.bad.isEmpty { throw ExitCode(1) }
      if let failOn, report.count(atLeast: failOn.severity) > 0 { throw ExitCode(1) }
    }
  }
}

/// What `import --json` gives beside the problems.
private struct Imported: Encodable {
  var exports: [ImportReport.Export]
  var summary: ImportSummary
}

/// From which severity on a command ends with 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case note, warning
  case setAside = "set-aside"

  /// The severity.
  var severity: Problem.Severity {
    switch self {
    case .note: .note
    case .warning: .warning
    case .setAside: .setAside
    }
  }
}
