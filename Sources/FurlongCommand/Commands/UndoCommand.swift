import ArgumentParser
import FurlongWorkflow

/// `furlong undo`.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what was last decided about the data.",
    discussion: """
      Removes the last entry of fixes/decisions.json: people merged or split, cells corrected, rows left out. Run it again \
      to take back the one before.

      EXAMPLES
        furlong undo our-college-2025
        furlong undo our-college-2025 --dry-run
      """)

  @OptionGroup var options: StudyOptions

  @Flag(name: [.customShort("n"), .long], help: "Say what would be taken back, and keep it.")
  var dryRun = false

  func run() throws {
    try running("undo", options.talk) { console in
      let record = try options.workflow(console).undoDecision(dryRun: dryRun)
      try console.decision(
        record, taken: "Taken back: ",
        written: "Import again: `furlong import\(options.study.map { " " + $0 } ?? "")`.")
    }
  }
}
