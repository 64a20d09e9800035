import FurlongArchives

/// A sheet to be written.
public struct WrittenSheet: Sendable, Equatable {
  /// Its name: 1 to 31 letters, none of `[ ] : * ? / \`.
  public var name: String
  /// Its headings.
  public var header: [String]
  /// Its rows; each has as many cells as there are headings.
  public var rows: [[CSVCell]]

  /// A sheet.
  public init(name: String, header: [String], rows: [[CSVCell]]) {
    self.name = name
    self.header = header
    self.rows = rows
  }
}

/// Writes an Excel workbook (.xlsx): headings in bold that stay in view, texts as texts, numbers as numbers.
///
/// A text that begins like a formula is a text and nothing runs: cells have types, so that it needs no `'` before it, as in CSV.
/// Numbers are written so that they read back to the same `Double`; Excel shows 15 figures of them. The same sheets give the same bytes.
public struct WorkbookWriter: Sendable {
  /// What a sheet can hold.
  private static let most = (rows: 1_048_576, columns: 16_384, letters: 32_767)

  /// A writer.
  public init() {}

  /// The workbook.
  ///
  /// - Returns: nil where a sheet holds more than Excel can: 1,048,576 rows, 16,384 columns, 32,767 letters in a cell.
  public func bytes(_ sheets: [WrittenSheet]) -> [UInt8]? {
    precondition(!sheets.isEmpty && sheets.allSatisfy { (1...31).contains($0.name.count) })
    guard sheets.allSatisfy(Self.fits) else { return nil }
    var entries = Self.frame(sheets)
    for (place, sheet) in sheets.enumerated() {
      entries.append(("xl/worksheets/sheet\(place + 1).xml", Self.sheet(sheet)))
    }
    return ZipPacking.pack(entries.map { ($0.name, Array($0.text.utf8)) })
  }

  private static func fits(_ sheet: WrittenSheet) -> Bool {
    sheet.rows.count < most.rows && sheet.header.count <= most.columns
      && sheet.header.allSatisfy { $0.utf16.count <= most.letters }
      && sheet.rows.allSatisfy { row in
        precondition(row.count == sheet.header.count, "a row needs a cell for each heading")
        return row.allSatisfy { cell in
          if case .text(let text) = cell { text.utf16.count <= most.letters } else { true }
        }
      }
  }

  // MARK: a sheet

  private static func sheet(_ sheet: WrittenSheet) -> String {
    var text =
      opening + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews><sheetData>"
    append(sheet.header.map { .text($0) }, row: 1, style: " s=\"1\"", to: &text)
    for (place, row) in sheet.rows.enumerated() {
      append(row, row: place + 2, style: "", to: &text)
    }
    return text + "</sheetData></worksheet>"
  }

  private static func append(
    _ cells: [CSVCell], row: Int, style: String, to text: inout String
  ) {
    text += "<row r=\"\(row)\">"
    for (place, cell) in cells.enumerated() {
      let start = "<c r=\"\(letters(place))\(row)\"\(style)"
      switch cell {
      case .empty: continue
      case .whole(let number): text += "\(start)><v>\(number)</v></c>"
      case .number(let number): text += "\(start)><v>\(ShortestNumber.text(number))</v></c>"
      case .text(let words):
        text +=
          "\(start) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(ExcelEscape.encoded(words))</t></is></c>"
      }
    }
    text += "</row>"
  }

  /// A column's letters: 27 is AB.
  private static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  // MARK: what stands around sheets

  private static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static func frame(_ sheets: [WrittenSheet]) -> [(name: String, text: String)] {
    let places = sheets.indices.map { $0 + 1 }
    let types = places.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(content).worksheet+xml\"/>"
    }.joined()
    let names = zip(places, sheets).map { place, sheet in
      "<sheet name=\"\(ExcelEscape.encoded(sheet.name))\" sheetId=\"\(place)\" r:id=\"rId\(place)\"/>"
    }.joined()
    let parts = places.map {
      "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
    }.joined()
    return [
      (
        "[Content_Types].xml",
        opening + "<Types xmlns=\"\(package)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(content).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(content).styles+xml\"/>"
          + types + "</Types>"
      ),
      (
        "_rels/.rels",
        opening + "<Relationships xmlns=\"\(package)/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/>"
          + "</Relationships>"
      ),
      (
        "xl/workbook.xml",
        opening
          + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><bookViews><workbookView/></bookViews><sheets>\(names)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        opening + "<Relationships xmlns=\"\(package)/relationships\">" + parts
          + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
          + "</Relationships>"
      ),
      ("xl/styles.xml", styles),
    ]
  }

  /// Plain cells, and bold ones for headings.
  private static let styles =
    opening + "<styleSheet xmlns=\"\(main)\">"
    + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
    + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    + "</styleSheet>"
}
