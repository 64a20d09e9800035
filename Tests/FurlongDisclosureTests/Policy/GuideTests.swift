import Foundation
import FurlongDisclosure
import FurlongTestSupport
import Testing

@Suite("The guides to what is released")
struct GuideTests {
  private func guide(_ name: String) throws -> String {
    try String(
      contentsOf: projectFolder().appendingPathComponent("docs/guides/\(name)"), encoding: .utf8)
  }

  /// The first cells of the table under a heading.
  private func firstCells(_ text: String, under heading: String) -> [String] {
    text.components(separatedBy: "\n").drop { $0 != heading }.dropFirst()
      .prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("|") }
      .compactMap {
        $0.split(separator: "|").first.map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  @Test("have a row for every policy", arguments: DisclosurePolicy.Word.allCases)
  func policies(_ word: DisclosurePolicy.Word) throws {
    let title = "# What a report may show of few people"
    let rows = firstCells(try guide("disclosure.md"), under: title)
    #expect(rows.contains("`\(word.rawValue)`"))
    #expect(try guide("plan.md").contains("`\(word.rawValue)`"))
  }

  @Test("have a row for every reason why a number is held back", arguments: Withheld.allCases)
  func reasons(_ reason: Withheld) throws {
    let rows = firstCells(try guide("results.md"), under: "## Held back")
    #expect(rows.contains("`\(reason.rawValue)`"))
  }

  @Test("say the numbers that the gate goes by")
  func limits() throws {
    let text = try guide("disclosure.md")
    for rules in [RoundingRules.nhsRound5, .publicRelease] {
      #expect(text.contains("\"fewer than \(rules.threshold)\""))
      #expect(text.contains("to the nearest \(rules.base)"))
      #expect(text.contains("of \(rules.leastPeople) people or more"))
    }
  }
}
