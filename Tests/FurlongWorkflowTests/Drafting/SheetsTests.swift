import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Workbooks with several sheets")
struct SheetsTests {
  private static let workbook = "i020-several-sheets.xlsx"

  private func study() throws -> (folder: TestFolder, workflow: Workflow, keys: TestFolder) {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let exports = try TestFolder()
    let bytes = try Data(
      contentsOf: projectFolder().appendingPathComponent("datasets/messy/exports/\(Self.workbook)"))
    try exports.write(bytes, to: Self.workbook)
    let place = folder.url.appendingPathComponent("study")
    let made = try StudyFromExports(
      exports: exports.url, study: NewStudy(id: "sheets", folder: place)
    )
    .make(in: place)
    #expect(made.outcomes.map(\.sheet) == ["Autumn", "Spring", "Summer"])
    let items = (1...15).map { "Q\($0)" }.joined(separator: ", ")
    for sheet in ["Autumn", "Spring"] {
      try folder.write(
        """
        furlong_map: 1
        reads: exports/\(Self.workbook)
        holds: scores
        rows: one a form
        format: { sheet: \(sheet), dates: day month year }
        person: [{ column: Student ID, kind: student_id }]
        occasion: { column: Form, values: { Start: start, End: end } }
        scores: [{ scale: qpr15, items: [\(items)] }]
        ignore: [Date completed, Gender]
        """, to: "study/maps/\(sheet.lowercased()).map.yaml")
    }
    for name in try FileManager.default.contentsOfDirectory(
      atPath: place.appendingPathComponent("maps").path)
    where name.hasPrefix("i020") {
      try FileManager.default.removeItem(at: place.appendingPathComponent("maps/\(name)"))
    }
    let workflow = try Workflow.ofTest(place, keys: keys.url, on: "2025-12-01")
    return (folder, workflow, keys)
  }

  @Test("are read sheet by sheet, each an export of its own")
  func sheets() throws {
    let study = try study()
    let report = try study.workflow.importExports()
    #expect(
      report.exports.map(\.file)
        == ["exports/\(Self.workbook) (Autumn)", "exports/\(Self.workbook) (Spring)"])
    #expect(report.exports.allSatisfy { $0.status == .imported && $0.rowsKept > 0 })
    let again = try study.workflow.importExports()
    #expect(again.exports.allSatisfy { $0.status == .alreadyImported })
    withExtendedLifetime(study) {}
  }
}
