import ArgumentParser
import Foundation
import FurlongStudy
import FurlongWorkflow

/// `furlong report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report, after the plan's rules on small numbers.",
    discussion: """
      EXAMPLES
        furlong report our-college-2025
        furlong report our-college-2025 --draft
        furlong report our-college-2025 --as html,docx,csv -o for-the-board
      """)

  @OptionGroup var options: StudyOptions

  @Option(
    name: .customLong("as"),
    help: "The forms, with commas between: html, md, json, csv, xlsx, docx (made with pandoc).")
  var forms = ReportForms([.html])

  @Option(name: .shortAndLong, help: "The folder to write to (default: reports/ in the study).")
  var output: String?

  @Flag(name: .long, help: "Mark every page as a draft, and keep no record of a release.")
  var draft = false

  @Option(
    name: .long,
    help:
      "The day of an earlier release that this one corrects and withdraws; may be repeated.")
  var replaces: [ReleaseDay] = []

  @Flag(name: [.customShort("n"), .long], help: "Make it, and write nothing.")
  var dryRun = false

  func run() throws {
    try running("report", options.talk) { console in
      let workflow = try options.workflow(console)
      let folder =
        output.map { OutputFolder($0, from: Surroundings.folder) }
        ?? OutputFolder(workflow.folder.reports)
      let made = try workflow.report(
        as: forms.list, to: dryRun ? nil : folder,
        release: ReleaseChoice(isDraft: draft, replaces: replaces.map(\.day)))
      made.heldBack.forEach(console.say)
      made.lacking.map(console.say)
      made.released.map(console.say)
      let shown = output ?? options.study.map { $0 + "/reports" } ?? folder.url.relativePath
      let paths = made.files.map { shown + "/" + $0 }
      if options.talk.json {
        try console.envelope(
          ok: true,
          [
            "files": paths, "held_back": made.heldBack, "held_back_counts": made.heldBackCounts,
          ])
      } else {
        console.result(paths.map { $0 + "\n" }.joined())
      }
    }
  }
}

/// A day as written after `--replaces`.
struct ReleaseDay: ExpressibleByArgument {
  var day: CalendarDay

  init?(argument: String) {
    guard let day = CalendarDay(iso: argument) else { return nil }
    self.day = day
  }
}

/// Forms of a report as written after `--as`.
struct ReportForms: ExpressibleByArgument {
  var list: [ReportForm]

  init(_ list: [ReportForm]) { self.list = list }

  init?(argument: String) {
    list = []
    for word in argument.split(separator: ",") {
      guard let form = ReportForm(rawValue: String(word)) else { return nil }
      list.append(form)
    }
    if list.isEmpty { return nil }
  }

  var defaultValueDescription: String { list.map(\.rawValue).joined(separator: ",") }
}
