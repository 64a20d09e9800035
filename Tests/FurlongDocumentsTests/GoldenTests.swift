import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("A document has three forms", .tags(.golden))
struct GoldenTests {
  @Test("HTML") func html() throws {
    try expectGolden(HTMLRenderer().render(Sample.document), "sample.html")
  }

  @Test("Markdown") func markdown() throws {
    try expectGolden(MarkdownRenderer().render(Sample.document), "sample.md")
  }

  @Test("JSON") func json() throws {
    try expectGolden(JSONRenderer().render(Sample.document), "sample.json")
  }

  @Test("each ends with one newline and says the same twice")
  func newline() {
    let renderers: [any DocumentRenderer] = [HTMLRenderer(), MarkdownRenderer(), JSONRenderer()]
    for renderer in renderers {
      let text = renderer.render(Sample.document)
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      #expect(text == renderer.render(Sample.document))
      #expect(text.firstMatch(of: /NaN|nil\b|Optional\(/) == nil)
    }
  }
}
