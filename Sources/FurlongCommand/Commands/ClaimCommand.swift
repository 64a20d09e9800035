import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong claim`.
struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract:
      "Say what a published claim can mean, what does not follow from it, and what is missing to believe it.",
    discussion: """
      The file holds what the source says, in a few lines (docs/guides/claims.md). No study is needed, and nothing is fetched. Worked \
      examples are in datasets/claims.

      EXAMPLES
        furlong claim our-press-cutting.yaml
        furlong claim datasets/claims/bourne-2018.yaml --json
      """)

  @Argument(help: "The file of the claim.")
  var file: String

  @OptionGroup var talk: TalkOptions

  func run() throws {
    try running("claim", talk) { console in
      let check = try ClaimCheck(file: URL(fileURLWithPath: file))
      if talk.json {
        try console.envelope(ok: true, check)
      } else {
        console.result(check.text)
      }
    }
  }
}
