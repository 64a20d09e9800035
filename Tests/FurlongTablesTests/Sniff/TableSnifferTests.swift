import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("How a file is written")
struct TableSnifferTests {
  private func shape(_ text: String) throws -> TableShape {
    try TableSniffer().shape(of: Array(text.utf8), name: "a.csv")
  }

  @Test(
    "The delimiter is the sign that parts most rows alike",
    arguments: [
      ("a,b,c\n1,2,3\n4,5,6\n", CSVFormat.Delimiter.comma),
      ("a;b;c\n1,5;2,5;3\n4,5;5;6\n", .semicolon),
      ("a\tb\n\"1, 2, 3\"\t4\n\"x, y\"\t5\n", .tab),
      ("a|b\nx|y\n", .pipe),
      ("sep=;\na;b\n1,2;3\n", .semicolon),
    ])
  func delimiter(_ text: String, _ expected: CSVFormat.Delimiter) throws {
    #expect(try shape(text).format.delimiter == expected)
  }

  @Test("The headings are the first row that fills most columns with different words")
  func titles() throws {
    let found = try shape(
      "My College,,,\nRun on: 1/1/2024,,,\n,,,\nID,Course,24/09/2024,01/10/2024\n1,Sleep,Y,\n2,Sleep,Y,Y\n"
    )
    #expect(found.format.headerRow == 4)
    #expect(found.above == [["My College"], ["Run on: 1/1/2024"], []])
    #expect(try shape("ID,Q1\n1,2\n").format.headerRow == 1)
    // Two columns of one name are no headings; the reader says why it stops.
    #expect(throws: TableError.self) { try shape("1,2\n3,4\n5,6\n") }
  }

  @Test("Rows of headings below the headings are passed over, and what they ask is kept")
  func surveys() throws {
    let qualtrics = try shape(
      "Start,Q1\nStart Date,\"How, now?\"\n\"{\"\"ImportId\"\":\"\"s\"\"}\",\"{\"\"ImportId\"\":\"\"q\"\"}\"\n2024,3\n"
    )
    #expect(qualtrics.skippedRows == [2, 3] && qualtrics.questions == ["Start Date", "How, now?"])
    let table = try qualtrics.read(
      Array("Start,Q1\nStart Date,x\n\"{\"\"ImportId\"\"}\",y\n2024,3\n".utf8), name: "a.csv")
    #expect(table.rowCount == 1 && table.skipped == 2 && table.sourceRow(0) == 4)
    #expect(try shape("ID,Q1\n,Response\n1,2\n").skippedRows == [2])
  }

  @Test("The encoding is told, UTF-16 too", .tags(.edge))
  func encoding() throws {
    #expect(try shape("ID,Name\n1,Zoë\n").format.encoding == .utf8)
    let western: [UInt8] = Array("ID,Name\n1,Zo".utf8) + [0xEB, 0x0A]
    #expect(try TableSniffer().shape(of: western, name: "a").format.encoding == .windows1252)
    let units = Array("\u{FEFF}ID\tName\n1\tZoë\n".utf16)
    let wide: [UInt8] = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let found = try TableSniffer().shape(of: wide, name: "a")
    #expect(found.format.encoding == .utf16 && found.format.delimiter == .tab)
    #expect(try found.read(wide, name: "a").text(row: 0, column: 1) == "Zoë")
    #expect(throws: TableError.self) { try TableSniffer().shape(of: [], name: "a") }
  }

  @Test(
    "Headings of which two are alike are headings all the same, and the reader says which they are")
  func sameHeadings() throws {
    let rows = (1...12).map { "L23-0\($0 + 10),0\($0 % 9 + 1)/02/2023,\($0),\(30 - $0)\n" }.joined()
    let text = "Ref,Date,PHQ-9 total,PHQ-9 total\n" + rows
    let found = try shape(text)
    #expect(found.format.headerRow == 1)
    let error = #expect(throws: TableError.self) {
      try found.read(Array(text.utf8), name: "a.csv")
    }
    #expect(error?.reason == .duplicateHeadings(row: 1, first: "C", second: "D"))
  }

  @Test("A row of ids and days is data and never headings, where the headings are missing too")
  func noHeadings() throws {
    let rows = (1...12).map { "L23-0\($0 + 10),0\($0 % 9 + 1)/02/2023,east\n" }.joined()
    #expect(throws: TableError.self) { try shape(rows) }
    #expect(try shape("Our list\nRef,Date,Where\n" + rows).format.headerRow == 2)
  }
}
