import Foundation
import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("Prose is words with numbers in them")
struct ProseTests {
  @Test("a literal keeps words, numbers and strong words in order")
  func literal() {
    let prose: Prose = "Of \(Sample.due), \(strong: "\(Sample.analysed) came") back."
    #expect(prose.plainText == "Of 402, 209 came back.")
    #expect(prose.numbers.map(\.fact) == ["reach.due", "reach.analysed"])
    #expect(prose.inlines.count == 5)
  }

  @Test("joining keeps everything", .tags(.law))
  func joined() {
    let first: Prose = "One \(Sample.due)"
    let second: Prose = " and two"
    #expect((first + second).plainText == first.plainText + second.plainText)
    #expect((first + second).numbers == first.numbers + second.numbers)
    #expect(Prose().isEmpty && !first.isEmpty)
  }

  @Test("a document reads back as it was written", .tags(.law))
  func coded() throws {
    let bytes = try JSONEncoder().encode(Sample.document)
    #expect(try JSONDecoder().decode(Document.self, from: bytes) == Sample.document)
  }

  @Test("all words of a document are found for checks of the wording")
  func words() {
    let text = Sample.document.plainText
    for words in [
      "I came for the art class", "Question 7", "People at each step", "stress", "Plan",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
