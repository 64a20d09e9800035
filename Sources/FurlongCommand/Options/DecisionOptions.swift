import ArgumentParser
import FurlongWorkflow

/// Who decides something about the data, and why.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Who decides: a name or a role, for whoever asks later.")
  var by: String?

  @Option(help: "Why, in a sentence; no identifiers.")
  var why: String?

  @Flag(name: [.customShort("n"), .long], help: "Say what would be done, and write nothing.")
  var dryRun = false

  /// Who decides, and why; both are needed.
  func maker() throws -> DecisionMaker {
    guard let by, let why, by.contains(where: \.isLetter), why.contains(where: \.isLetter) else {
      throw ValidationError("--by NAME and --why \"A REASON\" are needed: both are written down.")
    }
    return DecisionMaker(by: by, why: why)
  }
}

extension Console {
  /// Prints a decision.
  func decision(_ record: DecisionRecord, taken: String, written: String) throws {
    if json { return try envelope(ok: true, record) }
    result("\(record.written ? taken : "Would be: ")\(record.decision.words)\n")
    for note in record.notes { say(note) }
    say(record.written ? written : "Nothing was written: this was a dry run.")
  }
}
