import Foundation
import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("Text from outside stays text", .tags(.edge))
struct InjectionTests {
  static let corpus = [
    #""><svg onload=alert(1)>"#, "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "javascript:alert(1)", "[press](javascript:alert(1))", "![x](https://evil.example/x.png)",
    "\u{202E}gnp.exe", "\u{2066}a\u{2069}", "a\u{0}b\u{1B}[31m", "'; DROP TABLE person; --",
    "{{7*7}} ${7*7}", "--><script>x</script><!--", "| a | b |", "# heading", "1. item", "- item",
    "`tick`",
    "<!-- comment", "&lt;b&gt;", "a\n\n# new block", "https://evil.example", "=cmd()",
    "\\\\host\\share",
  ]

  /// A document with a text in every place that takes one.
  static func page(_ text: String) -> Document {
    let prose = Prose([
      .text(text), .strong(Prose(text)), .emphasis(Prose(text)), .code(text),
      .number(ReportedNumber(text, fact: text, value: .withheld(reason: text))),
    ])
    let table = Table(
      caption: prose, rowsHeading: text, columns: [.init(text, unit: text)],
      rows: [.init(prose, [prose])], notes: [prose])
    return Document(
      title: text, language: text, kicker: text, lead: [prose], banner: text,
      blocks: [
        .answers([Answer(text, prose)]),
        .section(
          Section(
            id: text, label: text, heading: text,
            blocks: [
              .paragraph(prose), .table(table), .limit(LimitBox(heading: text, [prose])),
              .figure(
                Figure(
                  id: text, title: prose, subtitle: prose, drawing: Drawing(text, narrow: text),
                  alternative: text, table: table, source: prose)),
              .quote(Quote(text, attribution: text)), .definitions([Definition(text, prose)]),
              .list([prose]), .details(Details(text, [.paragraph(prose)])),
              .notes([Note(mark: text, prose)]),
            ])),
      ])
  }

  @Test("HTML has the tags of a harmless page and no others", arguments: corpus)
  func html(text: String) {
    let tags = { (html: String) in html.matches(of: /<\/?[a-zA-Z!][^\s>]*/).map { String($0.0) } }
    let html = HTMLRenderer().text(of: Self.page(text))
    #expect(tags(html) == tags(HTMLRenderer().text(of: Self.page("harmless"))))
    for tag in html.matches(of: /<[a-zA-Z][^<>]*>/) {
      #expect(tag.0.replacing(/"[^"]*"/, with: "").firstMatch(of: /\son[a-z]+\s*=/) == nil)
    }
    #expect(html.firstMatch(of: /(?:href|src)="(?!#main")/) == nil)
    expectNoHiddenMarks(html)
  }

  @Test("Markdown opens no link, no picture, no tag and no block", arguments: corpus)
  func markdown(text: String) {
    let markdown = MarkdownRenderer().text(of: Self.page(text))
    let outsideCode = markdown.replacing(/(`+)(?:(?!\1).)*\1/, with: "")
    #expect(!outsideCode.contains("<"))
    #expect(outsideCode.firstMatch(of: /(^|[^\\])[\[\]]/) == nil)
    #expect(outsideCode.firstMatch(of: /[a-z]:\S*evil/) == nil)
    #expect(!outsideCode.contains("javascript:"))
    let harmless = MarkdownRenderer().text(of: Self.page("harmless"))
    #expect(starts(of: markdown) == starts(of: harmless))
    expectNoHiddenMarks(markdown)
  }

  @Test("JSON reads back to the text that went in", arguments: corpus)
  func json(text: String) throws {
    let json = JSONRenderer().text(of: Self.page(text))
    let tree = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let root = try #require(tree as? [String: Any])
    #expect(
      (root["title"] as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(!json.contains("<"))
    expectNoHiddenMarks(json)
  }

  /// The marks that begin each line: what makes it a heading, a list, a quote or a row.
  private func starts(of markdown: String) -> [String] {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.prefixMatch(of: /#+ |> ?|- |\d+[.)] |\| |[-+=]/)?.0 ?? "")
    }
  }

  private func expectNoHiddenMarks(_ text: String) {
    let hidden = text.unicodeScalars.filter { scalar in
      (scalar.value < 32 && scalar != "\n") || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
    #expect(hidden.isEmpty)
  }
}

@Suite("A drawing is let in only as shapes and text")
struct DrawingCheckTests {
  static let head = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">"#

  static let refused = [
    "", "words", "<p>words</p>", head, head + "</svg><p>after</p>", "before" + head + "</svg>",
    head + "<script>alert(1)</script></svg>", head + "<a href=\"x\">x</a></svg>",
    head + "<image href=\"https://evil.example/x.png\"/></svg>",
    head + "<rect onload=\"alert(1)\"/></svg>",
    head + "<rect fill=\"url(https://evil.example)\"/></svg>",
    head + "<rect style=\"fill:red\"/></svg>", head + "<g><rect></g></svg>",
    head + "<foreignObject></foreignObject></svg>", head + "<!-- x --></svg>",
    head + "<rect fill=red/></svg>", head + "<svg></svg></svg>", head + "<use href=\"#x\"/></svg>",
    head + "<rect fill=\"u\\72l(https://evil.example)\"/></svg>", "<svg onload=\"x\"></svg>",
  ]

  @Test("anything else is replaced by its words", arguments: refused)
  func refusing(svg: String) {
    var figure = Sample.figure
    figure.drawing = Drawing(svg)
    let html = HTMLRenderer().text(of: Document(title: "t", blocks: [.figure(figure)]))
    #expect(!html.contains("<svg"))
    #expect(html.contains("<p>Two bars: 612 registered, 209 in the figures.</p>"))
  }

  @Test("every chart of the gallery is let in")
  func gallery() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("FurlongChartsTests/Golden")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".svg") && !$0.contains("-changed") }
    #expect(files.count >= 20)
    for file in files {
      var figure = Sample.figure
      let svg = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      figure.drawing = Drawing(svg)
      let html = HTMLRenderer().text(of: Document(title: "t", blocks: [.figure(figure)]))
      #expect(html.contains(svg), "\(file)")
    }
  }
}
