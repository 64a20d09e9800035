import ArgumentParser
import FurlongWorkflow

/// `furlong help`.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Explain the code of a problem, a topic, or a command.",
    discussion: """
      Topics: \(HelpPage.topics.joined(separator: ", ")). docs/guides/problems.md has all codes on one page.

      EXAMPLES
        furlong help I033
        furlong help dates
        furlong help import
      """)

  @Argument(help: "A code such as I033, a topic, or a command with its subcommands.")
  var words: [String] = []

  @OptionGroup var talk: TalkOptions

  func run() throws {
    if let command = Self.command(words) { throw CleanExit.helpRequest(command) }
    try running("help", talk) { console in
      let page = try HelpPage.find(words.joined(separator: " "))
      if talk.json {
        try console.envelope(ok: true, page)
      } else {
        console.result(page.text)
      }
    }
  }

  /// The command that words name; the root where there are none.
  private static func command(_ words: [String]) -> (any ParsableCommand.Type)? {
    var command: any ParsableCommand.Type = Furlong.self
    for word in words {
      let below = command.configuration.subcommands.first { name(of: $0) == word }
      guard let below else { return nil }
      command = below
    }
    return command
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? String(describing: command).lowercased()
  }
}
