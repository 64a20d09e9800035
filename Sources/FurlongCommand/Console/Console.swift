import Foundation
import FurlongStudy
import FurlongWorkflow
import Synchronization

/// Where a command prints: results to stdout, talk to stderr.
final class Console: Sendable {
  /// The command's name, for the envelope.
  let command: String
  /// Whether the result is one JSON envelope.
  let json: Bool
  /// Whether talk is left out.
  let quiet: Bool
  private let bar: ProgressBar?

  init(_ command: String, _ talk: TalkOptions) {
    self.command = command
    json = talk.json
    quiet = talk.quiet
    bar = !talk.quiet && !talk.json && isatty(STDERR_FILENO) == 1 ? ProgressBar() : nil
  }

  /// Progress, drawn on a terminal only.
  var progress: FurlongWorkflow.Progress {
    guard let bar else { return .silent }
    return FurlongWorkflow.Progress { what, share in bar.show(what, share) }
  }

  /// Prints the result.
  func result(_ text: String) {
    bar?.clear()
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Says something that is not the result.
  func say(_ text: String) {
    guard !quiet else { return }
    bar?.clear()
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Asks for a line, on a terminal only.
  func prompt(_ text: String) {
    guard isatty(STDIN_FILENO) == 1 else { return }
    bar?.clear()
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Says something that quiet does not hold back.
  func warn(_ text: String) {
    bar?.clear()
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Prints the envelope of what happened.
  func envelope(ok: Bool, _ data: some Encodable, problems: [Problem] = []) throws {
    result(try Envelope(command: command, ok: ok, data: data, problems: problems).text())
  }
}

/// One JSON object around what happened, the same for every command.
struct Envelope<Body: Encodable>: Encodable {
  var furlong = Version.text
  var command: String
  var ok: Bool
  var data: Body
  var problems: [Problem]

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  init(command: String, ok: Bool, data: Body, problems: [Problem]) {
    self.command = command
    self.ok = ok
    self.data = data
    self.problems = problems
  }
}
