import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Questions that another export asks too")
struct SameQuestionsTests: DraftsMappings {
  private static let questions = [
    "Not much pleasure in things", "Low or hopeless", "Sleep trouble", "Little energy", "Appetite",
    "Bad about myself", "Trouble concentrating", "Slowed down or restless", "Better off dead",
  ]
  private static let answers = ["Not at all", "Several days", "More than half the days"]

  private func start() throws -> MapDraft {
    let rows = (0..<12).map { row in
      "RC\(row),0\(1 + row % 9)/09/2024,"
        + (0..<9).map { Self.answers[(row + $0) % 3] }.joined(separator: ",")
    }
    let headings = Self.questions.map { "In the last fortnight: \($0)" }.joined(separator: ",")
    return try draft(
      ["Student ID,Completed on,\(headings)"] + rows, name: "Start of course form.csv")
  }

  /// A form with the questions in other frames and numbers for answers.
  private func end(_ questions: [String], numbers: [Int] = [0, 1, 3]) -> [String] {
    let headings = questions.map { "How often bothered by [\($0)] (0-3)" }.joined(separator: ",")
    return ["Student ID,Timestamp,\(headings)"]
      + (0..<12).map { row in
        "RC\(row),0\(1 + row % 9)/12/2024,"
          + questions.indices.map { "\(numbers[(row + $0) % numbers.count])" }.joined(
            separator: ",")
      }
  }

  @Test("The scale of one export is that of another that asks the same under other headings")
  func asked() throws {
    let start = try start()
    #expect(start.facts.questions.map(\.scale) == ["phq9"], "\(start.text)")
    var others = OtherExports()
    others.questions = start.facts.questions
    let name = "End of course form.csv"
    let alone = try draft(end(Self.questions), name: name)
    #expect(!alone.text.contains("{ scale: phq9"))
    let end = try draft(end(Self.questions), name: name, beside: others)
    #expect(
      end.text.contains(
        "check: the same questions as in exports/Start of course form.csv, 9 columns of 0 to 3"))
    #expect(try map(end).kind == .scores && end.decisions == 0)
    #expect(end.facts.scales == ["phq9": ["end"]] && end.facts.filled["phq9"] == 12)
  }

  @Test(
    "Other questions, another order and answers that the scale does not have are no such scale",
    .tags(.edge))
  func others() throws {
    var others = OtherExports()
    others.questions = try start().facts.questions
    for lines in [
      end(Self.questions.reversed()), end(Self.questions.indices.map { "Hobby \($0)" }),
      end(Self.questions, numbers: [1, 4]), end((1...9).map { "Q\($0)" }),
    ] {
      let draft = try draft(lines, name: "End of course form.csv", beside: others)
      #expect(!draft.text.contains("the same questions"), "\(draft.text)")
    }
  }
}
