import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Workbooks that are written")
struct WorkbookWriterTests {
  private func read(_ bytes: [UInt8], sheet: String? = nil) throws -> [[String]] {
    let table = try WorkbookReader(sheet: sheet).read(bytes, name: "written.xlsx")
    return [table.header]
      + (0..<table.rowCount).map { row in
        table.header.indices.map { table.text(row: row, column: $0) }
      }
  }

  private func written(_ texts: [String]) throws -> [String] {
    let sheet = WrittenSheet(
      name: "texts", header: ["row", "text"],
      rows: texts.enumerated().map { [.whole($0), .text($1)] })
    let bytes = try #require(WorkbookWriter().bytes([sheet]))
    return try read(bytes).dropFirst().map { $0[1] }
  }

  @Test(
    "Texts come back as they are, those like formulas and those of signs that XML cannot hold too",
    .tags(.law))
  func texts() throws {
    let texts = [
      "=1+1", "@SUM(A1)", "+44 20", "-x", "'quoted", "a<b&c>\"d\"", "zwei\nZeilen", "tab\there",
      "_x000D_", "_x005F_x000D_", "_xZZZZ_", "_", "_x", "bell\u{7}", "cr\rlf\r\nend", "naïve 日本 🙂",
      "0012", "1e5", "TRUE", "inside  blanks", "]]>", "<!DOCTYPE x>",
    ]
    #expect(try written(texts) == texts)
    var random = SplitMix(state: 11)
    let signs = Array("=+-@_x05FD<>&\"'\n\t é日🙂\u{1}\u{B}".unicodeScalars)
    for _ in 0..<200 {
      var text = String.UnicodeScalarView("a".unicodeScalars)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text.append(signs[Int.random(in: signs.indices, using: &random)])
      }
      text.append("z")
      #expect(try written([String(text)]) == [String(text)])
    }
  }

  @Test(
    "Numbers are numbers, to the bit in the file and to Excel's 15 figures when read", .tags(.law))
  func numbers() throws {
    let numbers = [0, -0.5, 9.775, -9.775, 0.1, 1e-9, 1e22, 123_456_789.125, 70]
    let sheet = WrittenSheet(
      name: "numbers", header: ["number", "blank", "whole"],
      rows: numbers.map { [.number($0), .empty, .whole(-7)] })
    let bytes = try #require(WorkbookWriter().bytes([sheet]))
    #expect(
      try read(bytes).dropFirst().map { $0 }
        == numbers.map { [ShortestNumber.text($0), "", "-7"] })
  }

  @Test(
    "Sheets keep their names and their order, and the same sheets give the same bytes", .tags(.law))
  func sheets() throws {
    let sheets = ["A & B", "second"].map {
      WrittenSheet(name: $0, header: ["of"], rows: [[.text($0)]])
    }
    let bytes = try #require(WorkbookWriter().bytes(sheets))
    #expect(bytes == WorkbookWriter().bytes(sheets))
    for sheet in sheets {
      #expect(try read(bytes, sheet: sheet.name) == [["of"], [sheet.name]])
    }
  }

  @Test("What is more than a sheet holds is not written", .tags(.edge))
  func tooMuch() {
    let long = String(repeating: "x", count: 32_768)
    #expect(WorkbookWriter().bytes([WrittenSheet(name: "a", header: [long], rows: [])]) == nil)
    let wide = [String](repeating: "x", count: 16_385)
    #expect(WorkbookWriter().bytes([WrittenSheet(name: "a", header: wide, rows: [])]) == nil)
  }
}
