import FurlongTables
import FurlongTestSupport
import Testing

@Suite("What is written is what is read, and no text becomes a formula")
struct CSVWriterTests {
  private func line(_ cell: CSVCell, raw: Bool = false) -> String {
    CSVWriter(raw: raw).write(header: ["a", "b"], rows: [[cell, .whole(1)]])
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
  }

  @Test func cellsAreTyped() {
    let text = CSVWriter().write(
      header: ["id", "n", "x"],
      rows: [
        [.text("A1"), .whole(-3), .number(0.1)], [.text(""), .empty, .number(5.0)],
        [.text(nil), .whole(nil), .number(Double?.none)], [.text("é"), .whole(0), .number(-2.5)],
      ])
    #expect(text == "id,n,x\nA1,-3,0.1\n,,5\n,,\né,0,-2.5\n")
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("1\n2", "\"1\n2\""),
    ("a\rb", "\"a\rb\""),
    (" a", "\" a\""), ("a ", "\"a \""), ("plain; text", "plain; text"), ("it's", "it's"),
  ])
  func quotesWhereTheyAreNeeded(_ text: String, _ expected: String) {
    #expect(line(.text(text)) == expected + ",1\n")
  }

  @Test(arguments: [
    "=1+1", "+cmd", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1+1", "＋1",
    "－1",
    "＠x", "-", "+", "+44 7700 900000", "-8 weeks", "=HYPERLINK(\"http://x\",\"y\")", "-1-1", "--1",
    "+1,5",
    "\r\n=1",
  ])
  func formulasAreGuarded(_ text: String) throws {
    let written = line(.text(text))
    #expect(written.hasPrefix("'") || written.hasPrefix("\"'"))
    #expect(!line(.text(text), raw: true).contains("'" + text.prefix(1)))
    let heading = CSVWriter().write(header: [text], rows: [[.whole(1)]])
    #expect(heading.hasPrefix("'") || heading.hasPrefix("\"'"))
  }

  @Test(arguments: ["-5", "+5", "-0.5", "-1e-6", "a=b", "x-y", "'=1", "5", "me@x.org", "−1"])
  func plainNumbersAndOtherTextsAreNot(_ text: String) {
    #expect(line(.text(text)) == text + ",1\n")
  }

  @Test(.tags(.law)) func rawTablesComeBack() throws {
    var random = SplitMix(state: 11)
    let signs = Array("ab é\",\n\r;|='-+0\u{1F600}").map(String.init)
    for _ in 0..<300 {
      let columns = 1 + Int(random.next() % 4)
      let header = (0..<columns).map { "c\($0)" }
      let rows: [[String]] = (0..<(1 + random.next() % 5)).map { _ in
        (0..<columns).map { column in
          let inner = (0..<(random.next() % 6)).map { _ in
            signs[Int(random.next() % UInt64(signs.count))]
          }
          // Blanks at the ends are trimmed by the reader, and a wholly blank row is skipped.
          return column == 0 || random.next() % 3 > 0 ? "x" + inner.joined() + "y" : ""
        }
      }
      let bytes = CSVWriter(raw: true).bytes(
        header: header, rows: rows.map { $0.map { .text($0) } })
      let table = try CSVReader().read(bytes, name: "t.csv")
      #expect(table.header == header)
      #expect(cells(table) == rows)
      #expect(table.faults.isEmpty && table.skipped == 0)
    }
  }

  @Test func aHeadingThatLooksLikeAWordForTheDelimiterComesBack() throws {
    let bytes = CSVWriter(raw: true).bytes(header: ["Sep=;"], rows: [[.text("a;b")]])
    let table = try CSVReader().read(bytes, name: "t.csv")
    #expect(table.header == ["Sep=;"] && cells(table) == [["a;b"]])
  }

  @Test(.tags(.law)) func numbersComeBackToTheBit() throws {
    var random = SplitMix(state: 3)
    var numbers: [Double] = [
      0, -0.0, 5, 0.1, 1e-5, 1e16, -1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ]
    while numbers.count < 2000 {
      let number = Double(bitPattern: random.next())
      if number.isFinite { numbers.append(number) }
    }
    let text = CSVWriter().write(header: ["x"], rows: numbers.lazy.map { [.number($0)] })
    let table = try read(text)
    let back = (0..<table.rowCount).map { ShortestNumber.number(table.text(row: $0, column: 0)) }
    #expect(back.map { $0?.bitPattern } == numbers.map(\.bitPattern))
  }

  @Test(.tags(.law)) func theSameCellsGiveTheSameBytes() {
    let rows: [[CSVCell]] = [[.text("a"), .number(1.5)], [.empty, .whole(2)]]
    let first = CSVWriter().bytes(header: ["a", "b"], rows: rows)
    #expect(first == CSVWriter().bytes(header: ["a", "b"], rows: rows))
    #expect(first == Array(CSVWriter().write(header: ["a", "b"], rows: rows).utf8))
  }

  @Test(.tags(.edge)) func aTableWithoutRowsHasItsHeadings() {
    #expect(CSVWriter().write(header: ["a", "b"], rows: []) == "a,b\n")
    #expect(CSVWriter().write(header: ["a"], rows: [[.empty]]) == "a\n\"\"\n")
  }
}

@Suite("A number's text is the shortest that reads back")
struct ShortestNumberTests {
  @Test(arguments: [
    (5.0, "5"), (-0.0, "-0"), (0.1, "0.1"), (1e15, "1000000000000000"), (1e16, "1e+16"),
    (1e-5, "1e-05"),
    (1.0 / 3, "0.3333333333333333"), (100, "100"), (-2.5, "-2.5"),
  ])
  func text(_ number: Double, _ expected: String) {
    #expect(ShortestNumber.text(number) == expected)
  }

  @Test(arguments: [
    ("5", 5.0), ("+5", 5), ("-.5", -0.5), ("5.", 5), ("1e3", 1000), ("1E-05", 1e-5), ("007", 7),
  ])
  func number(_ text: String, _ expected: Double) {
    #expect(ShortestNumber.number(text) == expected)
  }

  @Test(arguments: [
    "", "-", ".", "1,5", "0x1F", "inf", "nan", " 1", "1 ", "1e", "1e+", "e5", "1.2.3", "1e5.0",
    "1e999", "--1",
    "1-1", "٣", "1_0",
  ])
  func noNumber(_ text: String) {
    #expect(ShortestNumber.number(text) == nil)
  }
}
