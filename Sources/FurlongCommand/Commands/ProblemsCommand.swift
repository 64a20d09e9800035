public import ArgumentParser
import Foundation
import FurlongStudy
public import FurlongWorkflow

/// `furlong problems`.
struct ProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "List what was wrong with the exports or worth a note, with what to do.",
    discussion: """
      Stops come first, then rows set aside, warnings and notes. Equal problems are one paragraph; `--all` lists each. \
      No value of an identifier, a dropped column or free text is ever shown: only its row and column.

      To correct cells, fill in the column 'correction' of the CSV: a new value, `blank` for none, or `leave out` for the \
      whole row. --apply keeps that in fixes/decisions.json; the exports are not changed.

      EXAMPLES
        furlong problems our-college-2025
        furlong problems our-college-2025 --code I033 --all
        furlong problems our-college-2025 --as csv > problems.csv
        furlong problems our-college-2025 --apply problems.csv --by "J. Okafor" --why "From the paper."
      """)

  @OptionGroup var options: StudyOptions

  @Option(help: "Only problems of this code; `furlong help CODE` explains it.")
  var code: String?

  @Option(help: "Only problems of this export: its path, or its name.")
  var file: String?

  @Flag(help: "List each problem, not each kind.")
  var all = false

  @Option(name: .customLong("as"), help: "The form of the list: text or csv.")
  var form: ProblemsForm = .text

  @Option(
    help: "Keep the corrections that were filled in in this file, as --as csv wrote it.",
    completion: .file())
  var apply: String?

  @OptionGroup var decision: DecisionOptions

  func validate() throws { if apply != nil { _ = try decision.maker() } }

  func run() throws {
    try running("problems", options.talk) { console in
      if let apply { return try applyCorrections(apply, console) }
      if let code { _ = try HelpPage.code(code) }
      let problems = try options.workflow(console).problems().filter(isAskedFor)
      let groups = ProblemGroup.groups(of: problems)
      if options.talk.json {
        try console.envelope(
          ok: true, ["count": problems.count, "kinds": groups.count], problems: problems)
        return
      }
      if form == .csv {
        console.result(try options.workflow(console).correctionSheet(of: problems))
        return console.say(
          "Fill in 'correction' and give the file to --apply, to correct cells or leave rows out.")
      }
      if problems.isEmpty { return console.say("No problems.") }
      let paragraphs = groups.flatMap { group in
        all ? group.problems.map(ProblemWords.one) : [ProblemWords.group(group)]
      }
      console.result(
        paragraphs.joined() + ProblemWords.total(problems.count, groups: groups.count))
      let isShort = !all && groups.count < problems.count
      console.say(
        (isShort ? "--all lists each of them; " : "") + "furlong help CODE explains a code.")
    }
  }

  private func applyCorrections(_ file: String, _ console: Console) throws {
    let record = try options.workflow(console).applyCorrections(
      URL(fileURLWithPath: file, relativeTo: Surroundings.folder), maker: decision.maker(),
      dryRun: decision.dryRun)
    try console.decision(
      record, taken: "Written down: ",
      written: "The next import reads it so; `furlong undo` takes it back.")
  }

  private func isAskedFor(_ problem: Problem) -> Bool {
    (code == nil || problem.code == code?.uppercased())
      && (file == nil || problem.file == file || problem.file.hasSuffix("/" + (file ?? "")))
  }
}

extension ProblemsForm: ExpressibleByArgument {}
