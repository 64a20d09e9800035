import ArgumentParser
import FurlongWorkflow

/// A command's body, with every error printed in one form and turned into its exit code.
func running(_ command: String, _ talk: TalkOptions, _ body: (Console) throws -> Void) throws {
  let console = Console(command, talk)
  do {
    try body(console)
  } catch let exit as ExitCode {
    throw exit
  } catch {
    let shown = ErrorWords(error)
    if console.json {
      try console.envelope(ok: false, shown)
    } else {
      console.warn(shown.text)
    }
    throw ExitCode(shown.exitCode)
  }
}

/// An error as it is printed: what happened, where, and what mends it.
struct ErrorWords: Encodable {
  var error: String
  var place: String?
  var fix: String
  var exitCode: Int32

  init(_ error: any Error) {
    let words = ErrorPresentation(error)
    self.error = words.what
    place = words.place
    fix = words.fix
    exitCode = words.refused ? 3 : 2
  }

  var text: String {
    var lines = ["error: " + error]
    if let place { lines.append("  --> " + place) }
    if !fix.isEmpty { lines.append("  fix " + fix) }
    return lines.joined(separator: "\n")
  }
}
