import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

/// Reads a text as CSV; a shorthand of the tests.
func read(_ text: String, _ format: CSVFormat = CSVFormat()) throws -> SourceTable {
  try CSVReader(format: format).read(Array(text.utf8), name: "t.csv")
}

/// All cells of a table, row by row.
func cells(_ table: SourceTable) -> [[String]] {
  (0..<table.rowCount).map { row in
    table.header.indices.map { table.text(row: row, column: $0) }
  }
}

@Suite("A CSV file becomes headings, cells and row numbers")
struct CSVReaderTests {
  @Test func aPlainFile() throws {
    let table = try read("id,score\nA1,7\nA2,NA\n")
    #expect(table.name == "t.csv")
    #expect(table.header == ["id", "score"])
    #expect(cells(table) == [["A1", "7"], ["A2", "NA"]])
    #expect((0..<2).map(table.sourceRow) == [2, 3])
    #expect(table.faults.isEmpty && table.notes.isEmpty && table.skipped == 0)
    #expect(table.column("score") == 1)
    #expect(table.column("Score") == nil)
  }

  @Test(arguments: [
    "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "a,b\n1,2\n3,4", "\u{FEFF}a,b\n1,2\r\n3,4\r",
  ])
  func lineEndsAndByteOrderMarks(_ text: String) throws {
    let table = try read(text)
    #expect(table.header == ["a", "b"])
    #expect(cells(table) == [["1", "2"], ["3", "4"]])
  }

  @Test func quotesHoldDelimitersLinesAndQuotes() throws {
    let table = try read(
      "a,b\n\"x, y\",\"said \"\"no\"\"\"\n\"one\ntwo\r\nthree\",\"\"\n\"\"\"\",2\n\"z\" ,in \"it\"\n"
    )
    #expect(
      cells(table) == [
        ["x, y", "said \"no\""], ["one\ntwo\r\nthree", ""], ["\"", "2"], ["z", "in \"it\""],
      ])
    #expect((0..<4).map(table.sourceRow) == [2, 3, 4, 5])
  }

  @Test(arguments: CSVFormat.Delimiter.allCases)
  func everyDelimiter(_ delimiter: CSVFormat.Delimiter) throws {
    let sign = String(UnicodeScalar(delimiter.byte))
    let table = try read(
      "a\(sign)b\n1\(sign)\"x\(sign)y\"\n\(sign)2\n", CSVFormat(delimiter: delimiter))
    #expect(cells(table) == [["1", "x\(sign)y"], ["", "2"]])
    #expect(table.isBlank(row: 1, column: 0))
  }

  @Test func blanksAreTrimmedAndZeroWidthSignsRemoved() throws {
    let table = try read(
      " id \u{A0},\u{FEFF}b\n  x y\t,\u{A0}\u{2003}7\u{202F}\u{200B}\nA\u{200B}\u{2060}1,\u{200E}é\u{200D}\n"
        + "\" \"\"q\"\" \",👩\u{200D}👧\n")
    #expect(table.header == ["id", "b"])
    #expect(cells(table) == [["x y", "7"], ["A1", "é"], ["\"q\"", "👩\u{200D}👧"]])
    #expect(table.notes.isEmpty)
  }

  @Test func blankRowsAreCountedAndRowNumbersGoOn() throws {
    let table = try read("a,b\n\n1,2\n,\n \u{A0},\"\"\n3,4\n\n")
    #expect(cells(table) == [["1", "2"], ["3", "4"]])
    #expect((0..<2).map(table.sourceRow) == [3, 6])
    #expect(table.skipped == 4)
  }

  @Test func rowsAboveTheHeadingsAreNotRead() throws {
    let table = try read("Report of May\nx,y,z\na,b\n1,2\n", CSVFormat(headerRow: 3))
    #expect(table.header == ["a", "b"])
    #expect(table.sourceRow(0) == 4)
  }

  @Test func blankColumnsAtTheRightAreDropped() throws {
    let table = try read("a,b,,\n1,2,,\n3,4\n5,6,, ,,\n7,8,9,\n")
    #expect(table.header == ["a", "b"])
    #expect(cells(table) == [["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(
      table.faults == [
        RowFault(sourceRow: 5, column: nil, kind: .tooManyFields(found: 4, expected: 2))
      ])
  }

  @Test func columnsWithoutHeadingAreNamedByTheirLetters() throws {
    #expect(try read("\"\",y\n1,2\n").header == ["(column A)", "y"])
    let table = try read("x,,y, ,z\n1,,3,4,5\n")
    #expect(table.header == ["x", "(column B)", "y", "(column D)", "z"])
    #expect(table.isEmptyAndUnnamed(1) && !table.isEmptyAndUnnamed(3))
    #expect(!table.isEmptyAndUnnamed(0))
  }

  @Test func blankHeadingsAtTheRightCountWhereMostRowsAreFilled() throws {
    let table = try read("a,b,,\n1,2,x,\n3,4,y,\n5,6,,\n")
    #expect(table.header == ["a", "b", "(column C)"])
    #expect(cells(table) == [["1", "2", "x"], ["3", "4", "y"], ["5", "6", ""]])
    let half = try read("a,b,,\n1,2,x,\n3,4,,\n")
    #expect(half.header == ["a", "b"] && half.faults.map(\.sourceRow) == [2])
  }

  @Test func shortLinesOfTotalsArePassedOverAndNamed() throws {
    let table = try read(
      "a,b,c\n1,2,3\nTotal: 1,2\n ,GRAND TOTAL\nTotally,2\ncount\nx,total\nSum,1,2,3\n")
    #expect(table.totals == [3, 4, 6])
    #expect(table.faults.map(\.sourceRow) == [5, 7, 8])
    #expect(table.recordCount == 7 && cells(table) == [["1", "2", "3"]])
  }

  @Test(arguments: ["sep=;\n", "\u{FEFF}SEP=;\r\n"])
  func aLineThatSaysTheDelimiterIsNoRow(_ line: String) throws {
    let table = try read(line + "a;b\n1,5;\"é;\"\n")
    #expect(table.header == ["a", "b"] && cells(table) == [["1,5", "é;"]])
    #expect(table.sourceRow(0) == 2)
    #expect(try read("sep=\ta\n1\n").header == ["sep=\ta"])
    #expect(try read("sep=x\n1\n").header == ["sep=x"])
  }

  @Test func oneColumnIsATable() throws {
    #expect(cells(try read("id\nA\n\nB")) == [["A"], ["B"]])
  }

  @Test func aTableIsSavedAndReadBack() throws {
    let table = try read("a,b\n1,é\n\n3\nTotal\n\"x\ny\",4\n")
    let saved = try JSONEncoder().encode(table)
    #expect(try JSONDecoder().decode(SourceTable.self, from: saved) == table)
    let broken = String(decoding: saved, as: UTF8.self).replacingOccurrences(
      of: "\"4\"]", with: "\"4\",\"5\"]")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(SourceTable.self, from: Data(broken.utf8))
    }
  }
}
