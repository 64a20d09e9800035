import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("A document has three forms", .tags(.golden))
struct GoldenTests {
  @Test("HTML") func html() throws {
    try expectGolden(HTMLRenderer().text(of: Sample.document), "sample.html")
  }

  @Test("Markdown") func markdown() throws {
    try expectGolden(MarkdownRenderer().text(of: Sample.document), "sample.md")
  }

  @Test("JSON") func json() throws {
    try expectGolden(JSONRenderer().text(of: Sample.document), "sample.json")
  }

  @Test("each ends with one newline and says the same twice")
  func newline() {
    let renderers: [any TextRenderer] = [HTMLRenderer(), MarkdownRenderer(), JSONRenderer()]
    for renderer in renderers {
      let text = renderer.text(of: Sample.document)
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      #expect(Array(text.utf8) == renderer.render(Sample.document))
      #expect(text.firstMatch(of: /NaN|nil\b|Optional\(/) == nil)
    }
  }
}
