import FurlongDocuments
import Testing

@Suite("What paper leaves out and puts side by side")
struct PaperTests {
  private static let note: Prose = "[c] means: not shown."

  private func table(_ caption: Prose, rows: Int, of words: String = "12") -> Table {
    Table(
      caption: caption, rowsHeading: "Month", columns: [.init("People")],
      rows: (1...rows).map { .init("Month \(Prose(String($0)))", [Prose(words)]) },
      notes: [Self.note])
  }

  private func page(_ blocks: [Block]) -> (body: String, annex: String) {
    let page = HTMLRenderer().text(of: Document(title: "A report", blocks: blocks))
    let parts = page.split(separator: "<section class=\"annex\"", maxSplits: 1)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  private func figure(isForScreens: Bool) -> Block {
    .figure(
      Figure(
        id: "steps", title: "From 612 people to 209", subtitle: "All",
        drawing: Drawing(Sample.drawing),
        alternative: "Two bars.", table: table("People", rows: 2), isForScreens: isForScreens))
  }

  @Test(
    "a note that every table of the annex needs is said once there, and at each table on the screen"
  )
  func notes() {
    let tables = ["First", "Second"].map { Block.table(table(Prose($0), rows: 2)) }
    let (body, annex) = page([.details(Details("More", tables))])
    #expect(body.ranges(of: "[c] means").count == 2)
    #expect(annex.ranges(of: "[c] means").count == 1)
    #expect(annex.ranges(of: "<table>").count == 2)
  }

  @Test("a folded figure that its table can stand for is drawn on screens alone")
  func drawings() {
    for isForScreens in [true, false] {
      let (body, annex) = page([.details(Details("More", [figure(isForScreens: isForScreens)]))])
      #expect(body.contains("<svg"))
      #expect(annex.contains("<svg") == !isForScreens)
      #expect(annex.contains("<table>") && annex.contains("From 612 people to 209"))
    }
  }

  @Test(
    "a figure of the body that its table can stand for has its finding on paper, and names the table"
  )
  func findings() {
    let (body, annex) = page([figure(isForScreens: true)])
    #expect(body.contains("<figure id=\"steps\" class=\"screens\">"))
    #expect(body.contains("The numbers stand in Table 1, in the annex."))
    #expect(body.contains(".screens .drawing,.screens .source,.screens .what{display:none}"))
    #expect(annex.contains("Table 1") && !annex.contains("<svg"))
    #expect(!page([figure(isForScreens: false)]).body.contains("in the annex.</span>"))
  }

  @Test("long tables of narrow rows go in two columns in the annex; short ones stay whole")
  func layouts() {
    func classes(_ table: Table) -> String {
      let annex = page([.details(Details("More", [.table(table)]))]).annex
      let start = annex.firstRange(of: "<div class=\"")?.upperBound ?? annex.startIndex
      return String(annex[start...].prefix { $0 != "\"" })
    }
    #expect(classes(table("Months", rows: 24)) == "scroll slim")
    #expect(
      classes(table("Months", rows: 24, of: String(repeating: "wide ", count: 12))) == "scroll few")
    #expect(classes(table("Months", rows: 6)) == "scroll few short")
    #expect(page([.table(table("Months", rows: 24))]).body.contains("class=\"scroll few\""))
  }
}
