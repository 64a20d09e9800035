import FurlongArchives
import FurlongTestSupport
import Testing

@testable import FurlongTables

/// Little XML that would have much kept in memory: each is refused, and with less than is kept it is read.
@Suite("What is kept of a workbook has limits")
struct WorkbookLimitTests {
  private let row = "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"s\"><v>0</v></c></row>"

  private func refusal(_ bytes: [UInt8]) -> TableError.Reason? {
    do throws(TableError) { _ = try WorkbookReader().walk(bytes, name: "f.xlsx") } catch {
      return error.reason
    }
    return nil
  }

  @Test("Texts of no letters count among those that cells share", .tags(.edge))
  func emptyTexts() throws {
    func heard(_ count: Int, of text: String) throws(ArchiveError) -> SharedTexts {
      let texts = SharedTexts(most: 4_000)
      let all = "<sst>" + String(repeating: text, count: count) + "</sst>"
      try ZipArchive(StoredZip.bytes([("t.xml", all)])).keep("t.xml", in: texts)
      return texts
    }
    let tooMuch = ArchiveError.holdsTooMuch(entry: "t.xml", most: 4_000)
    #expect(try heard(1_000, of: "<si/>").text(999) == "")
    #expect(throws: tooMuch) { try heard(1_001, of: "<si/>") }
    #expect(throws: tooMuch) { try heard(1_000_000, of: "<si/>") }
    #expect(try heard(500, of: "<si><t>1234</t></si>").text(499) == "1234")
    #expect(throws: tooMuch) { try heard(501, of: "<si><t>1234</t></si>") }
    #expect(throws: tooMuch) {
      try heard(1, of: "<si>\(String(repeating: "<t>1234</t>", count: 1_001))")
    }
  }

  @Test("So do formats of cells, sheets and where they lie", .tags(.edge))
  func lists() throws {
    for (part, opening, line, closing, fits, most) in [
      (
        "xl/styles.xml", "<styleSheet><cellXfs>", "<xf/>", "</cellXfs></styleSheet>", 65_490,
        4_000_000
      ),
      (
        "xl/styles.xml", "<styleSheet><numFmts>", "<numFmt numFmtId=\"1\"/>",
        "</numFmts></styleSheet>", 10_000, 4_000_000
      ),
      (
        "xl/workbook.xml", "<workbook xmlns:r=\"u\"><sheets><sheet name=\"S\" r:id=\"rId1\"/>",
        "<sheet/>", "</sheets></workbook>", 10_000, 1_000_000
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/>",
        "<Relationship/>", "</Relationships>", 10_000, 1_000_000
      ),
    ] {
      func made(_ count: Int) -> [UInt8] {
        MadeWorkbook.bytes(
          [("S", row + row)], shared: ["<t>b</t>"],
          replacing: [part: opening + String(repeating: line, count: count) + closing])
      }
      #expect(refusal(made(fits)) == nil, "\(line)")
      #expect(
        refusal(made(most / 8 + 1)) == .brokenWorkbook(.holdsTooMuch(entry: part, most: most)),
        "\(line)")
    }
    let error = TableError(
      file: "f.xlsx",
      reason: .brokenWorkbook(.holdsTooMuch(entry: "xl/styles.xml", most: 4_000_000)))
    #expect(error.what == "holds more in xl/styles.xml than is kept in memory (4 MB)")
    #expect(error.fix.contains("CSV UTF-8"))
  }

  @Test("Two sheets that name one part are one sheet", .tags(.edge))
  func samePart() throws {
    let list = String(repeating: "<sheet name=\"S\" r:id=\"rId1\"/>", count: 2)
    let bytes = MadeWorkbook.bytes(
      [("S", row + row)], shared: ["<t>b</t>"],
      replacing: ["xl/workbook.xml": "<workbook xmlns:r=\"u\"><sheets>\(list)</sheets></workbook>"])
    #expect(try WorkbookReader().read(bytes, name: "f.xlsx").rowCount == 1)
  }

  @Test("A row may not repeat a shared or merged text beyond what a row holds", .tags(.edge))
  func rows() throws {
    let long = String(repeating: "x", count: 600_000)
    func read(_ rows: String, merged: String = "", group: Int? = nil) throws -> SourceTable {
      let sheet = "<worksheet><sheetData>\(rows)</sheetData>\(merged)</worksheet>"
      return try WorkbookReader(headerRow: group == nil ? 1 : 2, groupRow: group).read(
        MadeWorkbook.bytes(
          [("S", "")], shared: ["<t>b</t>", "<t>\(long)</t>", "<t>\(long)\(long)</t>"],
          replacing: ["xl/worksheets/sheet1.xml": sheet]), name: "f.xlsx")
    }
    let cell = "<c t=\"s\"><v>1</v></c>"
    #expect(try read(row + "<row>\(cell)\(cell)</row>").text(row: 0, column: 1) == long)
    #expect(throws: TableError(file: "f.xlsx", reason: .recordTooLarge(row: 2))) {
      try read(row + "<row>\(String(repeating: cell, count: 30))</row>")
    }
    #expect(throws: TableError(file: "f.xlsx", reason: .fieldTooLarge(row: 2))) {
      try read(row + "<row><c t=\"s\"><v>2</v></c></row>")
    }
    func grouped(_ areas: [String]) throws -> SourceTable {
      try read(
        "<row>\(cell)</row>" + row + "<row><c><v>1</v></c><c><v>2</v></c></row>",
        merged: "<mergeCells>\(areas.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>",
        group: 1)
    }
    #expect(throws: TableError(file: "f.xlsx", reason: .recordTooLarge(row: 1))) {
      try grouped(["A1:XFD1"])
    }
    // Areas over each other are no areas of Excel's.
    #expect(try grouped(Array(repeating: "C1:XFD1", count: 100_000)).header.count == 2)
  }

  @Test("Cells beyond the last column are a row's fault, and are not kept", .tags(.edge))
  func columns() throws {
    let cells = String(repeating: "<c><v>1</v></c>", count: 20_000)
    let table = try WorkbookReader().read(
      MadeWorkbook.bytes([("S", row + "<row>\(cells)</row>" + row)], shared: ["<t>b</t>"]),
      name: "f.xlsx")
    #expect(table.rowCount == 1)
    #expect(
      table.faults == [
        RowFault(sourceRow: 2, column: nil, kind: .tooManyFields(found: 16_385, expected: 2))
      ])
  }

  @Test("A sheet is heard as fast as its text is taken, however little XML makes it", .tags(.edge))
  func pauses() throws {
    let long = String(repeating: "x", count: 5_000)
    let rows = String(repeating: "<row><c t=\"s\"><v>1</v></c></row>", count: 1_000)
    let archive = try ZipArchive(
      MadeWorkbook.bytes([("S", rows)], shared: ["<t>a</t>", "<t>\(long)</t>"]))
    let workbook = try #require(try Workbook(archive))
    let text = SheetText(
      headerRow: 1, values: try CellValues(workbook), merged: MergedCells(rows: nil), enough: 10_000
    )
    let reading = try MarkupReading(workbook.sheets[0].entry, of: archive, text)
    var most = 0
    var all: [UInt8] = []
    var goesOn = true
    while goesOn {
      goesOn = try reading.next()
      most = max(most, text.bytes.count)
      all += text.bytes
      text.bytes = []
    }
    #expect(most > 10_000 && most < 20_000)
    #expect(all.count == 1_000 * 5_001)
  }

  @Test("A cell that writes a NUL sets its row aside", .tags(.edge))
  func nul() throws {
    let bad = "<row><c t=\"str\"><v>a_x0000_b</v></c><c><v>1</v></c></row>"
    let bytes = MadeWorkbook.bytes([("S", row + bad + row)], shared: ["<t>b</t>"])
    let table = try WorkbookReader().read(bytes, name: "f.xlsx")
    #expect(table.rowCount == 1)
    #expect(table.faults.map(\.sourceRow) == [2] && table.faults[0].kind == .nul)
  }
}
