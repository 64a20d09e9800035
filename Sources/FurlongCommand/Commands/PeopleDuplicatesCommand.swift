import ArgumentParser
import FurlongWorkflow

/// `furlong people duplicates`.
struct PeopleDuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Propose rows that may be one person's; nobody is merged.",
    discussion: """
      Ids with letters for digits or one slip of the hand apart, the same days of birth and registration, or the same day of birth and all else that is known. Rows are named, identifiers are not shown: open the export at both rows and look.

      EXAMPLES
        furlong people duplicates our-college-2025
        furlong people duplicates --json
      """)

  @OptionGroup var options: StudyOptions

  func run() throws {
    try running("people duplicates", options.talk) { console in
      let found = try options.workflow(console).duplicates()
      if options.talk.json { return try console.envelope(ok: true, found) }
      let study = options.study.map { " " + $0 } ?? ""
      for pair in found.pairs {
        console.result(
          "\(pair.rows.joined(separator: " and "))\n  \(pair.why)\n"
            + "  if they are one person: furlong people merge\(study) "
            + pair.rows.map(Self.quoted).joined(separator: " ") + " --by … --why …\n")
      }
      var end = found.pairs.isEmpty ? ["Nothing to propose."] : []
      if found.undecided > 0 {
        end.append(
          "\(found.undecided) more \(found.undecided == 1 ? "id that is nobody's is" : "ids that are nobody's are") "
            + "near to those of several people: look for them yourself.")
      }
      if !found.pairs.isEmpty {
        end.append("\(found.pairs.count) to look at. Nobody was merged.")
      }
      console.say(end.joined(separator: "\n"))
    }
  }

  /// A word as a shell takes it whole.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy {
      (48...58).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || [45, 46, 47, 95].contains($0)
    }
    return plain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
