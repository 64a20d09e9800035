import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Rows that cannot be read are set aside, each with its fault", .tags(.edge))
struct RowFaultTests {
  @Test func raggedRows() throws {
    let table = try read("a,b,c\n1,2,3\n1,2,3,4\n1,2\n4,5,6\n")
    #expect(cells(table) == [["1", "2", "3"], ["4", "5", "6"]])
    #expect((0..<2).map(table.sourceRow) == [2, 5])
    #expect(
      table.faults == [
        RowFault(sourceRow: 3, column: nil, kind: .tooManyFields(found: 4, expected: 3)),
        RowFault(sourceRow: 4, column: nil, kind: .tooFewFields(found: 2, expected: 3)),
      ])
  }

  @Test func textAfterAQuote() throws {
    let table = try read("a,b\n1,\"Smith \"Bob\" said\"\n2,\"x\"y\n3,\"ok\"\n")
    #expect(cells(table) == [["3", "ok"]])
    #expect(
      table.faults == [
        RowFault(sourceRow: 2, column: "b", kind: .textAfterQuote),
        RowFault(sourceRow: 3, column: "b", kind: .textAfterQuote),
      ])
  }

  @Test func nulBytes() throws {
    let table = try read("a,b\n1,x\0y\n2,z\n")
    #expect(cells(table) == [["2", "z"]])
    #expect(table.faults == [RowFault(sourceRow: 2, column: "b", kind: .nul)])
  }

  @Test(.tags(.law)) func everyRowIsCountedOnce() throws {
    let table = try read("a,b\n1,2\n\n1\n,,\n1,2,3\n\0\n4,\"5\"6\n7,8")
    #expect(table.rowCount + table.faults.count + table.skipped == 8)
    #expect((table.rowCount, table.skipped) == (2, 2))
  }

  @Test func wordsNameNoCell() throws {
    let table = try read("a,b\nsecret,\"secret\"secret\nsecret\nsecret,secret,secret\nsecret,\0\n")
    #expect(table.faults.count == 4)
    for fault in table.faults { #expect(!fault.kind.description.contains("secret")) }
    #expect(
      RowFault.Kind.invalidBytes(byte: 0x81, at: 14).description
        == "holds bytes that are not valid text (0x81 at byte 14)")
    #expect(RowFault.Kind.invalidBytes(byte: 5, at: 1).description.contains("0x05"))
  }
}

@Suite("A file that is no table is refused with the way out", .tags(.edge))
struct TableErrorTests {
  private func refusal(_ bytes: [UInt8], _ format: CSVFormat = CSVFormat()) -> TableError.Reason? {
    let error = #expect(throws: TableError.self) {
      try CSVReader(format: format).read(bytes, name: "t.csv")
    }
    #expect(error?.description.hasPrefix("t.csv: ") == true)
    #expect(error?.fix.isEmpty == false)
    return error?.reason
  }

  private func refusal(_ text: String, _ format: CSVFormat = CSVFormat()) -> TableError.Reason? {
    refusal(Array(text.utf8), format)
  }

  @Test func otherKindsOfFile() {
    #expect(refusal([0x50, 0x4B, 3, 4, 20, 0, 6, 0]) == .excelWorkbook)
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == .oldOrLockedWorkbook)
    let page = [0xFEFF] + Array("<html><table>".utf16)
    #expect(refusal(page.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .webPage)
    #expect(refusal("%PDF-1.7\n") == .pdf)
    #expect(refusal("\u{FEFF}\n <!DOCTYPE html><table>") == .webPage)
    #expect(refusal("<html>,b\n1,2\n") == .webPage)
    let words = TableError(file: "forms.csv", reason: .excelWorkbook).description
    #expect(
      words
        == "forms.csv: is an Excel workbook or another zipped file, whatever its name; "
        + "open it in Excel and save it as a workbook (.xlsx) or as 'CSV UTF-8'")
  }

  @Test func nothingToRead() {
    #expect(refusal("") == .empty)
    #expect(refusal("\u{FEFF}") == .empty)
    #expect(refusal("\n\n") == .noHeadings(row: 1))
    #expect(refusal(" , ,\n1,2,3\n") == .noHeadings(row: 1))
    #expect(refusal("a,b") == .noRows(headerRow: 1))
    #expect(refusal("a,b\n\n,\n") == .noRows(headerRow: 1))
    #expect(refusal("a,b\n1,2\n", CSVFormat(headerRow: 5)) == .noHeadings(row: 5))
  }

  @Test func aTableOfFaultsOnlyIsStillATable() throws {
    let table = try read("a,b\n1\n")
    #expect(table.rowCount == 0)
    #expect(table.faults.count == 1)
  }

  @Test func headings() {
    #expect(
      refusal("x,Score,y,Score \n1,2,3,4\n") == .duplicateHeadings(row: 1, first: "B", second: "D"))
    #expect(
      refusal("x,,(column B)\n1,2,3\n") == .duplicateHeadings(row: 1, first: "B", second: "C"))
    #expect(refusal("a\0,b\n1,2\n") == .faultyHeadings(row: 1, fault: .nul))
    #expect(refusal("\"a\"x,b\n1,2\n") == .faultyHeadings(row: 1, fault: .textAfterQuote))
    #expect(refusal("a;b;c\n1;2;3\n") == .otherDelimiter(row: 1, likely: .semicolon))
    #expect(refusal("a\tb\tc\n1\t2\t3\n") == .otherDelimiter(row: 1, likely: .tab))
    #expect(
      refusal((0..<30).map { "c\($0 % 29)" }.joined(separator: ",") + "\n1\n")
        == .duplicateHeadings(row: 1, first: "A", second: "AD"))
  }

  @Test func aQuoteThatNeverCloses() {
    #expect(refusal("a,b\n1,2\n\"3,4\n5,6\n7,8\n") == .unterminatedQuote(openedAt: 3, lastRow: 5))
    #expect(refusal("a,b\r\n1,\"\"\"\r\n2,3") == .unterminatedQuote(openedAt: 2, lastRow: 3))
    #expect(refusal("a,\"") == .unterminatedQuote(openedAt: 1, lastRow: 1))
    #expect(
      TableError(file: "t.csv", reason: .unterminatedQuote(openedAt: 120, lastRow: 340)).what
        == "a quote opened in row 120 never closes; rows 120 to 340 would be one cell")
  }

  @Test func sizes() throws {
    let mega = String(repeating: "x", count: 1 << 20)
    #expect(try read("a,b\n1,\(mega)\n").text(row: 0, column: 1).utf8.count == 1 << 20)
    #expect(refusal("a,b\n1,\(mega)x\n") == .fieldTooLarge(row: 2))
    #expect(refusal("a,b\n1,2\n\"\(mega)x\",2\n") == .fieldTooLarge(row: 3))
    let wide = Array(repeating: mega, count: 17).joined(separator: ",")
    #expect(refusal("a,b\n\(wide)\n") == .recordTooLarge(row: 2))
    let columns = (0..<16_385).map { "c\($0)" }.joined(separator: ",")
    #expect(refusal(columns + "\n1\n") == .tooManyColumns(found: 16_385))
    let commas = String(repeating: ",", count: 20_000)
    let table = try read("a,b\n1,2\(commas)\n1,2\n")
    #expect(table.faults.map(\.kind) == [.tooManyFields(found: 20_002, expected: 2)])
  }

  @Test func wordsNameNoCell() {
    for text in [
      "secret,secret\n1,2\n", "\"secret", "secret\0,b\n1,2\n", "secret;b;c\n1\n", "secret\n",
    ] {
      let error = #expect(throws: TableError.self) { try read(text) }
      #expect(error?.description.contains("secret") == false)
    }
  }
}
