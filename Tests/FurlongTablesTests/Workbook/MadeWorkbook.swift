import FurlongTestSupport

enum MadeWorkbook {
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook as Excel writes one, of the rows of each sheet; with other parts in place of some.
  static func bytes(
    _ sheets: [(name: String, rows: String)], shared: [String] = [], hidden: Set<String> = [],
    from1904: Bool = false, replacing others: [String: String] = [:]
  ) -> [UInt8] {
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/>\
      <numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/>\
      <xf numFmtId="165"/></cellXfs></styleSheet>
      """
    let list = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\""
        + (hidden.contains(sheet.name) ? " state=\"hidden\"" : "") + "/>"
    }
    let targets = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.relations)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    var parts = [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(Self.relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(Self.relations)\"><workbookPr date1904=\"\(from1904 ? 1 : 0)\"/><sheets>\(list.joined())</sheets><extLst><ext><x14:workbookPr xmlns:x14=\"u\"/></ext></extLst></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(targets.joined())</Relationships>"),
      ("xl/styles.xml", styles),
      ("xl/sharedStrings.xml", "<sst>\(shared.map { "<si>\($0)</si>" }.joined())</sst>"),
    ]
    for (place, sheet) in sheets.enumerated() {
      parts.append(
        (
          "xl/worksheets/sheet\(place + 1).xml",
          "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
        ))
    }
    return StoredZip.bytes(parts.map { ($0.0, others[$0.0] ?? $0.1) })
  }
}
