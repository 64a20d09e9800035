import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong scales`.
struct ScalesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scales",
    abstract: "List the scales that the tool can score, or show one.",
    discussion: """
      EXAMPLES
        furlong scales
        furlong scales show swemwbs
      """,
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  /// `furlong scales list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the scales.",
      discussion: """
        EXAMPLES
          furlong scales
          furlong scales list --json
        """)
    @OptionGroup var talk: TalkOptions

    func run() throws {
      try running("scales", talk) { console in
        let lines = ShippedScales().lines
        if talk.json {
          try console.envelope(ok: true, ["scales": lines])
        } else {
          console.result(
            lines.map { line in
              let id = line.id.padding(toLength: 10, withPad: " ", startingAt: 0)
              return "\(id) \(line.name): \(line.measures), \(line.range)\n"
            }.joined())
        }
      }
    }
  }

  /// `furlong scales show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one scale: scoring, reliability, cut-off, source.",
      discussion: """
        EXAMPLES
          furlong scales show bdi2
          furlong scales show qpr15 --json
        """)
    @Argument(help: "The scale's id.")
    var id: String
    @OptionGroup var talk: TalkOptions

    func run() throws {
      try running("scales show", talk) { console in
        let page = try ShippedScales().page(id)
        if talk.json {
          try console.envelope(ok: true, ["id": id, "text": page])
        } else {
          console.result(page)
        }
      }
    }
  }
}
