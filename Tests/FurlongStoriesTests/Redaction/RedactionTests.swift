import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What is not shown of a story")
struct RedactionTests {
  private let text = StoryText("Priya and 👩‍👧 met Tom at Ward 9.")

  private func redaction(_ start: Int, _ end: Int, _ shown: String) throws -> Redaction {
    Redaction(span: try #require(TextSpan(from: start, to: end)), replacement: shown)
  }

  @Test("Other words stand in its place; stretches that meet become one")
  func shown() throws {
    let hidden = [try redaction(18, 21, "[name]"), try redaction(0, 5, "[a friend]")]
    #expect(RedactedText(text, hidden).text == "[a friend] and 👩‍👧 met [name] at Ward 9.")
    let meeting = [try redaction(18, 24, "[x]"), try redaction(22, 31, "[y]")]
    #expect(RedactedText(text, meeting).text == "Priya and 👩‍👧 met [x].")
    #expect(RedactedText(text, [try redaction(30, 90, "[x]")]).text == text.text)
  }

  @Test(
    "A stretch beside redactions is found again; one that meets them holds all that stands there",
    .tags(.law))
  func spans() throws {
    let hidden = [try redaction(18, 21, "[name]"), try redaction(0, 5, "")]
    let shown = RedactedText(text, hidden)
    let again = StoryText(shown.text)
    for start in 0..<text.length {
      for end in (start + 1)...text.length {
        let span = try #require(TextSpan(from: start, to: end))
        let places = Array(start..<end)
        let kept = places.filter { !(0..<5).contains($0) && !(18..<21).contains($0) }
        let found = shown.span(of: span)
        guard let found else {
          #expect(kept.isEmpty)
          continue
        }
        let expected = Array(text.text.unicodeScalars)
        var words = String.UnicodeScalarView()
        var isIn = false
        for place in places {
          if (18..<21).contains(place) {
            if !isIn { words.append(contentsOf: "[name]".unicodeScalars) }
            isIn = true
          } else if !(0..<5).contains(place) {
            words.append(expected[place])
          }
        }
        #expect(again[found] == String(words), "\(start) to \(end)")
      }
    }
  }

  @Test(
    "Names of the register, patterns and capitals within a sentence are proposed, for a person to look at"
  )
  func proposals() {
    let told = StoryText(
      "Hope came on Monday. I told priya and Priya, and Kwame, on 3 March 2024. Write to a.b@x.org or 07700 900123, RG1 2AB."
    )
    let found = RedactionSearch(names: ["priya", "hope"]).proposals(in: told)
    #expect(
      found.map { "\($0.kind) \(told[$0.span] ?? "")" }
        == [
          "name Hope", "name Priya", "name Kwame", "date 3 March", "name Write",
          "contact a.b@x.org",
          "contact 07700 900123", "place RG1 2AB",
        ].filter { $0 != "name Write" })
    #expect(found.first?.why == "a name in the register")
    #expect(
      RedactionSearch(names: []).proposals(in: StoryText("I am well. Thank you, I'm fine.")).isEmpty
    )
  }
}
