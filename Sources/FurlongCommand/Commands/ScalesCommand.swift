import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong scales`.
struct ScalesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scales",
    abstract:
      "List the scales that the tool can score, show one, check a file of your own, or find scales in an export.",
    discussion: """
      EXAMPLES
        furlong scales
        furlong scales show swemwbs
        furlong scales check scales/ladder.yaml
        furlong scales recognise exports/forms.csv
      """,
    subcommands: [List.self, Show.self, Check.self, ScalesRecogniseCommand.self],
    defaultSubcommand: List.self)

  /// `furlong scales list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
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
          let width = lines.map(\.id.count).max() ?? 0
          console.result(
            lines.map { line in
              let id = line.id.padding(toLength: width, withPad: " ", startingAt: 0)
              return "\(id) \(line.name): \(line.measures), \(line.range)\n"
            }.joined())
        }
      }
    }
  }

  /// `furlong scales show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
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

  /// `furlong scales check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Read a scale of your own as the tool reads it, and say what it can support.",
      discussion: """
        EXAMPLES
          furlong scales check scales/ladder.yaml
        """)
    @Argument(help: "The file: docs/guides/scales.md lists its keys.")
    var file: String
    @OptionGroup var talk: TalkOptions

    func run() throws {
      try running("scales check", talk) { console in
        let text = try ShippedScales().check(URL(fileURLWithPath: file))
        if talk.json {
          try console.envelope(ok: true, ["file": file, "text": text])
        } else {
          console.result(text)
        }
      }
    }
  }
}
