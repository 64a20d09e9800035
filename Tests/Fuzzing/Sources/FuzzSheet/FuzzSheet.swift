import FurlongArchives
import FurlongTables
import Fuzzer

// A workbook whose sheet is the bytes up to the first NUL; then the texts that cells share, formats, and the list of sheets.

let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
let names = [
  "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
]
let frame: [(name: String, bytes: [UInt8])] = [
  (
    "xl/_rels/workbook.xml.rels",
    Array(
      "<Relationships><Relationship Id=\"rId1\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        .utf8)
  )
]
let list = Array(
  "<workbook xmlns:r=\"\(relations)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    .utf8)

/// Reads what libFuzzer made, once.
@_cdecl("LLVMFuzzerTestOneInput")
public func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var given = zip(names, parts(bytes(start, count))).map { (name: $0, bytes: $1) }
  if given.count < names.count { given.append((names[3], list)) }
  guard let workbook = ZipPacking.pack(frame + given) else { return 0 }
  for reader in [WorkbookReader(), WorkbookReader(headerRow: 2, groupRow: 1)] {
    let whole = try? reader.read(workbook, name: "f.xlsx")
    var records: Int? = 0
    do {
      let walk = try reader.walk(workbook, name: "f.xlsx")
      expect(whole == nil || walk.header == whole?.header, "a walk has the table's headings")
      try walk.each { records? += $0.recordCount }
    } catch { records = nil }
    expect(records == whole?.recordCount, "a sheet read in pieces is the sheet read at once")
  }
  if let shape = try? TableSniffer().shape(of: workbook, name: "f.xlsx") {
    _ = try? shape.read(workbook, name: "f.xlsx")
  }
  return 0
}
