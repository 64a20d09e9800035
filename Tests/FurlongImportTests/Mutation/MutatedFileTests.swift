import Foundation
import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

/// Files that were sound and have been changed by chance: whatever they are, they are read or refused, and rows add up.
@Suite("Changed by chance")
struct MutatedFileTests {
  private static let register = """
    \(peopleHeader)
    SC1,9990000018,01/09/2023,,,01/01/1990,F,33,Town,Sur,"a note, quoted"
    SC2,,02/09/2023,01/01/2020,01/06/2024,,M,,,,"said ""so\"""

    """
  private static let forms = """
    \(formsHeader)
    SC1,01/02/2024,3,3,3,3,3,3,3,fine
    SC2,2024-02-01,1,2,3,4,5,9,,"two
    lines"

    """

  private func expectSound(_ batch: ImportBatch) {
    #expect(batch.stopped || batch.rowsRead >= batch.rows.count + batch.rowsSetAside)
    #expect(!batch.stopped || batch.rows.isEmpty)
  }

  @Test("a CSV file through its mapping", .tags(.edge))
  func csv() throws {
    for (name, map, text) in [
      ("csv-people", peopleMap, Self.register), ("csv-forms", formsMap, Self.forms),
      (
        "csv-stories", storyMap,
        "ID,Who,Text,Level,Given,By,On\nST1,SC1,\"I came, and stayed.\",4,01/02/2024,KL,05/02/2024\n"
      ),
    ] {
      let export = TestExport(map: map)
      var run = MutationRun(name, corpus: [Array(text.utf8)], words: ["SC1", "F", "9"])
      run.run { expectSound(try export.batch(Data($0))) }
    }
  }

  @Test("a mapping, and an export through what is left of it", .tags(.edge))
  func mapping() throws {
    let exports = [Self.register, Self.forms]
    var run = MutationRun(
      "mapping", corpus: [peopleMap, formsMap, storyMap, codingMap].map { Array($0.utf8) },
      words: [
        ": ", "- ", "{", "}", "[", "]", "#", "&a ", "*a", "!!str ", "<<: ", "---\n", "|\n", "yes",
        "items", "values", "coded_from: 1", "short_years_from: 1930", "first registration",
      ])
    run.run { bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      let export = TestExport(map: text)
      for csv in exports { expectSound(try export.batch(csv)) }
    }
  }

  @Test("YAML", .tags(.edge))
  func yaml() throws {
    let text = "a: 1\nb: [x, 'y', \"z\\n\"]\nc:\n  - { d: e, f: | }\n  - g: >\n      h\n# i\n"
    var run = MutationRun(
      "yaml", corpus: [Array(text.utf8), Array(peopleMap.utf8)],
      words: [": ", "- ", "{", "}", "[", "]", "&a ", "*a", "? ", "!!map ", "<<", "%YAML 1.1\n"])
    run.run { bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      _ = try FormNode.read(text, file: "study.yaml")
    }
  }

  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let sheet =
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>When</t></is></c></row>"
    + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>1+1</f><v>x &amp; y</v></c><c r=\"B2\" s=\"1\"><v>45432.5</v></c></row></sheetData></worksheet>"

  private static func workbook(_ sheet: [UInt8]) -> [UInt8] {
    var zip = StoredZip()
    for (name, text) in [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(relations)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
      ), ("xl/sharedStrings.xml", "<sst><si><t>ID</t></si></sst>"),
    ] { zip.add(name, Array(text.utf8)) }
    zip.add("xl/worksheets/sheet1.xml", sheet)
    return zip.bytes
  }

  @Test("a workbook: its sheet, and the archive itself", .tags(.edge))
  func workbook() throws {
    let reader = WorkbookReader(sheet: nil, headerRow: 1)
    let sound = Self.workbook(Array(Self.sheet.utf8))
    #expect(try reader.read(sound, name: "x.xlsx").rowCount == 1)
    var sheets = MutationRun(
      "xlsx-sheet", corpus: [Array(Self.sheet.utf8)],
      words: [
        "<row r=\"1048576\">", "<c r=\"XFD1048576\">", "<v>", "</v>", "<!DOCTYPE a>", "&#0;",
        "&amp;", "<![CDATA[", "]]>", "<!--", "-->", " t=\"s\"", "<v>4294967296</v>", "r=\"A0\"",
      ])
    sheets.run { _ = try reader.read(Self.workbook($0), name: "x.xlsx") }
    var archives = MutationRun(
      "xlsx-zip", corpus: [sound], words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}"])
    archives.run { _ = try reader.read($0, name: "x.xlsx") }
  }
}
