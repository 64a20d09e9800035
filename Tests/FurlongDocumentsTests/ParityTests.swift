import Foundation
import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("Every form says the same numbers", .tags(.law))
struct ParityTests {
  struct Printed: Hashable {
    var fact: String
    var text: String
  }

  static let expected = Sample.document.numbers.map { Printed(fact: $0.fact, text: $0.text) }

  @Test("HTML prints each number of the tree, in order")
  func html() {
    let html = HTMLRenderer().text(of: Sample.document)
    let found = html.matches(of: /<(?:data|span) data-fact="([^"]*)"[^>]*>([^<]*)</).map {
      Printed(fact: String($0.1), text: String($0.2))
    }
    #expect(found == Self.expected)
    #expect(found.count >= 15)
  }

  @Test("Markdown prints each number of the tree, in order")
  func markdown() {
    let text = MarkdownRenderer(marksFacts: true).text(of: Sample.document)
    var rest = text[...]
    for number in Self.expected {
      let mark = "\(number.text)<!--\(number.fact)-->"
      guard let range = rest.range(of: mark) else {
        Issue.record("\(mark) is not in the Markdown, or not in its place")
        return
      }
      rest = rest[range.upperBound...]
    }
    #expect(
      text.replacing(/<!--[^>]*-->/, with: "") == MarkdownRenderer().text(of: Sample.document))
  }

  @Test("JSON holds each number of the tree, in order, with its value")
  func json() throws {
    let text = JSONRenderer().text(of: Sample.document)
    let found = text.matches(of: /"fact": "([^"]*)",\s*"text": "([^"]*)"/).map {
      Printed(fact: String($0.1), text: String($0.2))
    }
    #expect(found == Self.expected)
    let tree = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let root = try #require(tree as? [String: Any])
    #expect(root["title"] as? String == Sample.document.title)
    #expect(text.contains(#""value": 0.5199004975124378"#))
    #expect(text.contains(#""value": null"#))
    #expect(text.contains(#""reason": "counts of people from 1 to 4 are not published""#))
  }

  @Test("a withheld number has no value anywhere")
  func withheld() {
    let html = HTMLRenderer().text(of: Sample.document)
    #expect(html.contains(#"<span data-fact="meaning.worse">fewer than 5 of 52</span>"#))
  }

  @Test("a number that is not finite is withheld", .tags(.edge))
  func notFinite() {
    let page = Document(
      title: "t",
      blocks: [.paragraph(Prose(ReportedNumber("–", fact: "f", value: .released(.nan))))])
    #expect(JSONRenderer().text(of: page).contains("not a finite number"))
    #expect(!HTMLRenderer().text(of: page).lowercased().contains("nan\""))
  }
}
