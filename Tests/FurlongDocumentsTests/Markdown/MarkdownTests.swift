import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("Markdown says what the page says")
struct MarkdownTests {
  private func paragraph(_ prose: Prose) -> String {
    MarkdownRenderer().text(of: Document(title: "t", blocks: [.paragraph(prose)]))
      .replacing("# t\n\n", with: "")
  }

  @Test("marks in words are escaped")
  func escaped() {
    #expect(paragraph("a*b_c [d] `e` #f | g") == "a\\*b\\_c \\[d\\] \\`e\\` \\#f \\| g\n")
    #expect(paragraph("1. January") == "1\\. January\n")
    #expect(paragraph("3.5 points") == "3.5 points\n")
    #expect(paragraph("at 10:30: now") == "at 10:30: now\n")
    #expect(paragraph("https://a.example") == "https&#58;//a.example\n")
  }

  @Test("no number at the start of a line begins a list")
  func starts() {
    let year = ReportedNumber("2024", fact: "year", value: .released(2024))
    #expect(paragraph("\(year). That was all.") == "2024\\. That was all.\n")
    #expect(paragraph("-- 3") == "\\-- 3\n")
  }

  @Test("code keeps its letters, ticks among them")
  func code() {
    #expect(paragraph(Prose.code("a `b` c")) == "``a `b` c``\n")
    #expect(paragraph(Prose.code("`")) == "`` ` ``\n")
  }

  @Test("strong words inside strong words do not break the marks", .tags(.edge))
  func nested() {
    #expect(paragraph(.strong("a \(strong: "b") c")) == "**a b c**\n")
    #expect(paragraph(.strong(Prose())) == "# t\n")
  }
}
