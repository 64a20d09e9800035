import Foundation
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("The released table as a workbook")
struct ReportFormsTests {
  @Test("holds what results.csv holds; a draft says so on a sheet of its own")
  func workbook() throws {
    let study = projectFolder().appendingPathComponent("datasets/beat-the-blues")
    let folder = try TestFolder()
    try FileManager.default.copyItem(at: study, to: folder.url.appendingPathComponent("study"))
    let keys = try TestFolder()
    let workflow = try Workflow.ofTest(
      folder.url.appendingPathComponent("study"), keys: keys.url, on: "2025-09-01")
    _ = try workflow.importExports()
    let output = try TestFolder()
    _ = try workflow.report(
      as: [.csv, .xlsx], to: OutputFolder(output.url), release: ReleaseChoice(isDraft: true))
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: output.url.appendingPathComponent(name)))
    }
    let workbook = try bytes("results.xlsx")
    let sheet = try WorkbookReader(sheet: "results").read(workbook, name: "results.xlsx")
    let table = try CSVReader(format: CSVFormat(headerRow: 2)).read(
      bytes("results.csv"), name: "results.csv")
    #expect(sheet.header == table.header && sheet.rowCount == table.rowCount)
    #expect(table.rowCount > 100)
    for row in 0..<table.rowCount {
      for column in table.header.indices {
        let (left, right) = (
          sheet.text(row: row, column: column), table.text(row: row, column: column)
        )
        // The reader gives the 15 figures that Excel shows.
        let (a, b) = (Double(left) ?? .nan, Double(right) ?? .nan)
        #expect(left == right || abs(a - b) <= 1e-14 * abs(b))
      }
    }
    let first = try WorkbookReader(sheet: "read first").read(workbook, name: "results.xlsx")
    #expect(first.text(row: 0, column: 0).contains("Draft"))
  }
}
