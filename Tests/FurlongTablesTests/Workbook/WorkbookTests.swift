import FurlongArchives
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Workbooks")
struct WorkbookTests {
  private func texts(_ table: SourceTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      table.header.indices.map { table.text(row: row, column: $0) }
    }
  }

  private let heading = """
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
    """

  @Test("Shared, rich and inline texts, numbers, truth, errors and formulas with their values")
  func cells() throws {
    let rows =
      heading + """
        <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>17.430000000000003</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><v>7</v><is><t>in, the "cell"</t></is></c><c r="B3" t="n"><v>5</v></c></row>
        <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c></row>
        <row r="5"><c r="A5" t="str"><f>A2&amp;"x"</f><v>made</v></c><c r="B5"><f>1+1</f><v>2</v></c></row>
        <row r="6"><c r="A6"><v>9990000018</v></c><c r="B6"><f>NOW()</f></c></row>
        """
    let shared = [
      "<t>Name</t>", "<t>Score</t>",
      "<r><t>Ri</t></r><r><rPr/><t>ch</t></r><rPh><t>said</t></rPh>",
    ]
    let table = try WorkbookReader()
      .read(MadeWorkbook.bytes([("Forms", rows)], shared: shared), name: "f.xlsx")
    #expect(table.header == ["Name", "Score"])
    #expect(
      texts(table) == [
        ["Rich", "17.43"], ["in, the \"cell\"", "5"], ["TRUE", "#N/A"], ["made", "2"],
        ["9990000018", ""],
      ])
  }

  /// Days that Excel itself shows: 45,292 is 1 January 2024; in a workbook from 1904 it is 43,830.
  @Test("Days by the format of their cell, from 1900 and from 1904")
  func days() throws {
    let rows =
      heading + """
        <row r="2"><c r="A2" s="1"><v>45292</v></c><c r="B2" s="2"><v>61</v></c></row>
        <row r="3"><c r="A3" s="3"><v>45292.604861111111</v></c><c r="B3" s="3"><v>0.5</v></c></row>
        <row r="4"><c r="A4" s="4"><v>45292</v></c><c r="B4" s="1"><v>1</v></c></row>
        """
    let shared = ["<t>a</t>", "<t>b</t>"]
    let table = try WorkbookReader().read(
      MadeWorkbook.bytes([("S", rows)], shared: shared), name: "f.xlsx")
    #expect(
      texts(table) == [
        ["2024-01-01", "1900-03-01"], ["2024-01-01 14:31:00", "12:00:00"], ["45292", "1900-01-01"],
      ])
    let mac = heading + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43830</v></c></row>"
    let old = try WorkbookReader().read(
      MadeWorkbook.bytes([("S", mac)], shared: shared, from1904: true), name: "f.xlsx")
    #expect(texts(old) == [["2024-01-01", ""]])
  }

  @Test("Rows keep their numbers, cells their columns, and blank rows are passed over")
  func gaps() throws {
    let rows = """
      <row r="2"><c r="B2" t="inlineStr"><is><t>Report of June</t></is></c></row>
      <row r="4"><c r="A4" t="inlineStr"><is><t>Id</t></is></c><c r="C4" t="inlineStr"><is><t>Day</t></is></c>\
      <c r="B4" t="inlineStr"><is><t>lost</t></is></c><c r="D4" t="inlineStr"><is><t>Sum</t></is></c></row>
      <row r="7"><c r="A7"><v>1</v></c><c r="D7"><v>3</v></c></row>
      <row><c><v>2</v></c><c/><c><v>4</v></c></row>
      <row r="900000"><c r="A900000" s="1"/></row>
      """
    let table = try WorkbookReader(headerRow: 4).read(
      MadeWorkbook.bytes([("S", rows)]), name: "f.xlsx")
    #expect(table.header.count >= 3)
    #expect(table.sourceRow(0) == 7 && table.sourceRow(1) == 8)
    #expect(table.rowCount == 2 && table.skipped == 2)
    #expect(texts(table).map(\.first) == ["1", "2"])
  }

  @Test("Of several sheets that hold something one must be named; hidden and empty do not count")
  func sheets() throws {
    let rows = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row><row><c><v>1</v></c></row>"
    let several = MadeWorkbook.bytes(
      [("One", rows), ("Two", rows), ("Old", rows)], hidden: ["Old"])
    #expect(
      throws: TableError(file: "f.xlsx", reason: .severalSheets(["One", "Two"]))
    ) { try WorkbookReader().read(several, name: "f.xlsx") }
    #expect(try WorkbookReader(sheet: "Two").read(several, name: "f.xlsx").rowCount == 1)
    #expect(try WorkbookReader(sheet: "Old").read(several, name: "f.xlsx").rowCount == 1)
    let wrong = TableError(
      file: "f.xlsx", reason: .noSuchSheet("Tow", there: ["One", "Two", "Old"]))
    #expect(throws: wrong) { try WorkbookReader(sheet: "Tow").read(several, name: "f.xlsx") }
    #expect(wrong.fix.contains("sheet: 'Two'"))
    let one = MadeWorkbook.bytes([("Forms", rows), ("Sheet2", ""), ("Sheet3", "<row r=\"1\"/>")])
    #expect(try WorkbookReader().read(one, name: "f.xlsx").rowCount == 1)
  }

  @Test("What is no workbook, or a broken one, says so", .tags(.edge))
  func refused() throws {
    #expect(throws: TableError(file: "f.xlsx", reason: .notAWorkbook)) {
      try WorkbookReader().read(StoredZip.bytes([("a.txt", "a")]), name: "f.xlsx")
    }
    #expect(throws: TableError(file: "f.xlsx", reason: .brokenWorkbook(.notAnArchive))) {
      try WorkbookReader().read(
        Array(MadeWorkbook.bytes([("S", heading)]).prefix(300)), name: "f.xlsx")
    }
    let broken = MadeWorkbook.bytes([("S", "<row><c>")])
    #expect(throws: TableError.self) { try WorkbookReader().read(broken, name: "f.xlsx") }
    #expect(throws: TableError(file: "f.xlsx", reason: .empty)) {
      try WorkbookReader().read(MadeWorkbook.bytes([("S", "")]), name: "f.xlsx")
    }
  }

  @Test("A sheet that is walked through, as often as asked, is the sheet read at once", .tags(.law))
  func walked() throws {
    let old = (2...9_000).map {
      "<row r=\"\($0)\"><c><v>\($0)</v></c><c s=\"1\"><v>\($0)</v></c></row>"
    }
    let bad = "<row r=\"9001\"><c><v>1</v></c><c/><c><v>3</v></c></row>"
    let bytes = MadeWorkbook.bytes(
      [("S", heading + old.joined() + bad)], shared: ["<t>a</t>", "<t>b</t>"], from1904: true)
    var whole = ToldTable()
    whole.add(try WorkbookReader().read(bytes, name: "f.xlsx"))
    #expect(whole.rows.count == 8_999 && whole.faults.count == 1 && whole.notes.count == 1)
    let walk = try WorkbookReader().walk(bytes, name: "f.xlsx")
    for _ in 0..<2 {
      var told = ToldTable()
      var pieces = 0
      try walk.each {
        told.add($0)
        pieces += 1
      }
      #expect(told == whole && pieces > 2)
    }
  }

  @Test("What breaks off far down in a sheet is told with the workbook's reason", .tags(.edge))
  func brokenOff() throws {
    let rows = (2...20_000).map { "<row r=\"\($0)\"><c><v>1</v></c><c><v>2</v></c></row>" }
    let shared = ["<t>a</t>", "<t>b</t>"]
    func failure(_ last: String) -> TableError.Reason? {
      #expect(throws: TableError.self) {
        try WorkbookReader().walk(
          MadeWorkbook.bytes([("S", heading + rows.joined() + last)], shared: shared),
          name: "f.xlsx"
        ).each { _ in }
      }?.reason
    }
    #expect(
      failure("<row></c>")
        == .brokenWorkbook(.notMarkup(entry: "xl/worksheets/sheet1.xml", line: 1)))
    let long = String(repeating: "x", count: 1_100_000)
    #expect(
      failure("<row r=\"20001\"><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>")
        == .fieldTooLarge(row: 20_001))
  }

  @Test("Below a title every row is looked at, though its last cells are left out")
  func titled() throws {
    let rows = [
      "<row r=\"1\"><c t=\"inlineStr\"><is><t>Enrolments</t></is></c></row>",
      "<row r=\"3\">"
        + ["ID", "Day", "Notes"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        + "</row>",
      "<row r=\"4\"><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>7</v></c></row>",
      "<row r=\"5\"><c t=\"inlineStr\"><is><t>b</t></is></c><c><v>8</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row>",
    ]
    let bytes = MadeWorkbook.bytes([("S", rows.joined())])
    let text = try WorkbookReader().beginning(of: bytes, name: "f.xlsx").text
    let shape = try TableSniffer().shape(ofSheet: text, name: "f.xlsx")
    #expect(shape.format.headerRow == 3)
    let table = try shape.read(sheet: text, name: "f.xlsx")
    #expect(table.rowCount == 2 && table.faults.isEmpty)
    #expect(table.text(row: 0, column: 1) == "7")
    #expect(table.text(row: 0, column: 2).isEmpty)
  }

  @Test("Of a large sheet the first rows are looked at, each whole")
  func beginning() throws {
    let rows = (2...20_000).map { "<row r=\"\($0)\"><c><v>1</v></c><c><v>\($0)</v></c></row>" }
    let bytes = MadeWorkbook.bytes(
      [("S", heading + rows.joined())], shared: ["<t>a</t>", "<t>b</t>"])
    let all = try WorkbookReader().beginning(of: bytes, name: "f.xlsx")
    #expect(!all.isCut && all.text.count { $0 == 0x0A } == 20_000)
    let some = try WorkbookReader().beginning(of: bytes, name: "f.xlsx", most: 1_000)
    #expect(some.isCut && some.text.count > 1_000 && some.text.count < all.text.count)
    #expect(some.text.last == 0x0A && all.text.starts(with: some.text))
  }
}
