import FurlongCharts
import FurlongTestSupport
import Testing

@Suite("Widths of text are those of the font")
struct ArialMetricsTests {
  struct Widths: Decodable {
    struct Case: Decodable {
      var text: String
      var regular: Double
      var bold: Double
    }
    var cases: [Case]
  }

  @Test("as a browser measures them", .tags(.reference))
  func widths() throws {
    let widths: Widths = try reference("liberation-sans-widths.json")
    #expect(widths.cases.count >= 6)
    for item in widths.cases {
      expectClose(
        ArialMetrics().width(of: item.text, size: 1000), item.regular, relative: 2e-3, item.text)
      expectClose(
        ArialMetrics().width(of: item.text, size: 1000, isBold: true), item.bold, relative: 2e-2,
        item.text)
    }
  }

  @Test("lines break between words and lose none", .tags(.law))
  func lines() {
    let text = "Due a second form by 31 July of the year in which they came"
    let lines = ArialMetrics().lines(of: text, size: 14, within: 120)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { ArialMetrics().width(of: $0, size: 14) <= 120 })
    #expect(lines.count > 1)
  }

  @Test("a word too long for a line is broken, never cut", .tags(.edge))
  func longWord() {
    let word = String(repeating: "Wellbeing", count: 12)
    let lines = ArialMetrics().lines(of: word, size: 14, within: 100)
    #expect(lines.joined() == word)
    #expect(lines.allSatisfy { ArialMetrics().width(of: $0, size: 14) <= 100 })
    #expect(ArialMetrics().lines(of: "", size: 14, within: 100).isEmpty)
  }
}
