import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongDocuments

@Suite("Figures and tables are cited by the same numbers in every form")
struct NumberingTests {
  /// Two sections with a figure each; the second holds another one, and a table, that open when asked for.
  static let document: Document = {
    var opened = Sample.figure
    opened.id = "opened"
    opened.drawing = Drawing(Sample.drawing.replacing("reach-", with: "opened-"))
    var second = Sample.figure
    second.id = "second"
    second.drawing = Drawing(Sample.drawing.replacing("reach-", with: "second-"))
    return Document(
      title: "t",
      blocks: [
        .section(
          Section(
            id: "one", label: "Question 1", heading: "Who [came], & why?",
            blocks: [.figure(Sample.figure), .table(Sample.wideTable)])),
        .section(
          Section(
            id: "two", heading: "Two",
            blocks: [
              .figure(second),
              .details(Details("More", [.figure(opened), .table(Sample.wideTable)])),
            ])),
      ])
  }()

  static let labels = [
    "Figure 1", "Table 1", "Table 2", "Figure 2", "Table 3", "Figure 3", "Table 4", "Table 5",
  ]

  @Test("in the order of reading, a figure before its table, each once", .tags(.law))
  func order() {
    let html = HTMLRenderer().text(of: Self.document)
    let shown = html.components(separatedBy: "<section class=\"annex\"")[0]
    let cited = shown.matches(of: /(?:finding|caption id="[^"]*)">((?:Figure|Table) \d)/).map {
      String($0.1)
    }
    #expect(cited == Self.labels)
    let markdown = MarkdownRenderer().text(of: Self.document)
    #expect(markdown.matches(of: /[*_]((?:Figure|Table) \d):/).map { String($0.1) } == Self.labels)
    let json = JSONRenderer().text(of: Self.document)
    let found = json.matches(of: /"label": "((?:Figure|Table) \d)"/).map { String($0.1) }
    #expect(found == Self.labels)
    let word = String(
      decoding: WordManuscript(of: Self.document, version: [1, 22]).text.bytes, as: UTF8.self)
    for label in Self.labels {
      #expect(word.matches(of: /"((?:Figure|Table) \d): "/).count { $0.1 == label } == 1)
    }
    #expect(Self.document.numbered().numbered() == Self.document.numbered())
  }

  @Test("what opens a figure's table names the table")
  func summaries() {
    let html = HTMLRenderer().text(of: Self.document)
    #expect(html.contains("<summary>Table 1: People at each step</summary>"))
    #expect(html.contains("<summary>Table 3: People at each step</summary>"))
  }

  @Test("what opens stands on paper in an annex: its facts are marked once, its ids are its own")
  func annex() {
    let html = HTMLRenderer().text(of: Self.document)
    let parts = html.components(separatedBy: "<section class=\"annex\" hidden")
    #expect(parts.count == 2)
    #expect(!parts[1].contains("data-fact"))
    for label in ["Table 1", "Table 3", "Figure 3", "Table 4", "Table 5"] {
      #expect(parts[1].contains(">\(label): "), "\(label)")
    }
    #expect(!parts[1].contains("Table 2"))
    let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for reference in html.matches(of: /aria-labelledby="([^"]+)"/) {
      for target in reference.1.split(separator: " ") { #expect(ids.contains(String(target))) }
    }
  }

  @Test("the contents lead to the sections, from where these begin")
  func contents() {
    let html = HTMLRenderer().text(of: Self.document)
    #expect(html.contains("<li><a href=\"#one\">Question 1: Who [came], &amp; why?</a></li>"))
    let markdown = MarkdownRenderer().text(of: Self.document)
    #expect(
      markdown.contains("- [Question 1: Who \\[came\\], &amp; why?](#question-1-who-came--why)"))
    #expect(markdown.contains("## Question 1: Who \\[came\\], &amp; why?"))
    let one = Document(title: "t", blocks: [Self.document.blocks[0]])
    #expect(!HTMLRenderer().text(of: one).contains("<nav"))
    #expect(!MarkdownRenderer().text(of: one).contains("Contents"))
  }
}
