import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The words of a story")
struct StoryTextTests {
  @Test("Lines end with LF and places count code points, of emoji as of letters")
  func points() throws {
    let text = StoryText("\u{FEFF}A 👩‍👩‍👧.\r\nB\rC\n")
    #expect(text.text == "A 👩‍👩‍👧.\nB\nC\n")
    #expect(text.length == 13)
    #expect(text[try #require(TextSpan(from: 9, to: 10))] == "B")
    #expect(text[try #require(TextSpan(from: 12, to: 14))] == nil)
  }

  @Test(
    "Sentences end where a reader would say so",
    arguments: [
      ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
      ("She said \"Go.\" Then we went.", ["She said \"Go.\"", "Then we went."]),
      ("Dr. Ash and J. Reed came. I did too.", ["Dr. Ash and J. Reed came.", "I did too."]),
      ("It was me and I. Then she left.", ["It was me and I.", "Then she left."]),
      (
        "We tried e.g. cooking. It cost 2.50 each.",
        ["We tried e.g. cooking.", "It cost 2.50 each."]
      ),
      ("Well... that is it.", ["Well... that is it."]),
      ("A heading\n\n  An answer without an end\n", ["A heading", "An answer without an end"]),
      ("  \n ", []), ("", []), ("?!", ["?!"]),
    ])
  func sentences(text: String, expected: [String]) {
    let text = StoryText(text)
    #expect(text.sentences.map { text[$0] } == expected)
  }

  @Test("Sentences hold everything but white space, in order", .tags(.law))
  func cover() {
    let text = StoryText("Eins. 2?  (three)\nIV... five\u{2028}six \u{1F600}! x. Y")
    var place = 0
    for sentence in text.sentences {
      #expect(sentence.start >= place)
      #expect(text.trimmed(sentence) == sentence)
      if let gap = TextSpan(from: place, to: sentence.start) { #expect(text.trimmed(gap) == nil) }
      place = sentence.end
    }
    if let rest = TextSpan(from: place, to: text.length) { #expect(text.trimmed(rest) == nil) }
  }

  @Test("Sentence numbers make stretches, and stretches tell their sentences")
  func numbers() throws {
    let text = StoryText("One. Two. Three.")
    let span = try #require(text.span(ofSentences: 2...3))
    #expect(text[span] == "Two. Three.")
    #expect(text.sentenceNumbers(of: span) == 2...3)
    #expect(text.span(ofSentences: 3...4) == nil && text.span(ofSentences: 0...1) == nil)
  }
}

@Suite("Anchors in a text")
struct TextAnchorTests {
  private let text = StoryText("I went. I stayed at home. I went again, and I went alone.")

  private func anchor(_ start: Int, _ end: Int) throws -> TextAnchor {
    try #require(TextSpan(from: start, to: end).flatMap { TextAnchor($0, in: text) })
  }

  @Test("Words that stand where they stood are there")
  func there() throws {
    let anchor = try anchor(8, 25)
    #expect(anchor.quote == "I stayed at home.")
    #expect(anchor.hold(in: text) == .there(anchor.span))
  }

  @Test("Words that moved with what stands around them are found")
  func moved() throws {
    let hold = try anchor(26, 32).hold(in: StoryText("Corrected: " + text.text))
    #expect(hold == .moved(try #require(TextSpan(from: 37, to: 43))))
  }

  @Test("Words of which a look-alike is left are not guessed")
  func unsure() throws {
    #expect(try anchor(0, 6).hold(in: StoryText("Today I went away.")) == .unsure)
    #expect(try anchor(26, 32).hold(in: StoryText("We say: I went again, a lot.")) == .unsure)
  }

  @Test("Words that are not there any more are gone")
  func gone() throws {
    #expect(try anchor(8, 25).hold(in: StoryText("I went. I left.")) == .gone)
  }
}
