import Foundation
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Workbooks with several sheets")
struct SheetsTests {
  private static let workbook = "i020-several-sheets.xlsx"

  private func study(_ sheets: [String] = ["Autumn", "Spring"]) throws -> (
    folder: TestFolder, workflow: Workflow, keys: TestFolder
  ) {
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
    for sheet in sheets {
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
        """, to: "study/maps/\(sheet.lowercased().filter(\.isLetter)).map.yaml")
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

  @Test("of one layout are read by one mapping that names them all")
  func oneMapping() throws {
    let apart = try study()
    let each = try apart.workflow.importExports()
    let together = try study(["[Autumn, Spring]"])
    let report = try together.workflow.importExports()
    #expect(report.exports.map(\.file) == each.exports.map(\.file))
    #expect(report.exports.map(\.rowsKept) == each.exports.map(\.rowsKept))
    #expect(report.exports.allSatisfy { $0.status == .imported && $0.rowsKept > 0 })
    #expect(
      try together.workflow.importExports().exports.allSatisfy { $0.status == .alreadyImported })
    // A workbook is one by its name, with a sheet behind it too.
    #expect(!report.problems.contains { $0.code == "I001" })
    withExtendedLifetime((apart, together)) {}
  }

  /// A term's register of 12 students with a foot that counts who came.
  ///
  /// - Parameter mark: of the first student at the first session.
  private func register(_ term: String, _ days: [String], mark: String = "/") -> WrittenSheet {
    let rows = (1...12).map { student in
      [.text("L22-0\(student + 10)"), .text("Somebody"), .text("Sleep")]
        + days.indices.map {
          CSVCell.text(
            student == 1 && $0 == 0 ? mark : (student + $0) % 4 == 0 ? "A" : $0 == 1 ? "" : "/")
        }
    }
    let foot: [CSVCell] =
      [.text(""), .text("Present in week"), .text("")] + days.map { _ in .number(9) }
    return WrittenSheet(
      name: term, header: ["Ref", "Learner", "Course"] + days, rows: rows + [foot])
  }

  @Test("that are called after courses get one mapping, and each is a course of its own")
  func calledAfterCourses() throws {
    let (folder, keys, exports) = (try TestFolder(), try TestFolder(), try TestFolder())
    let days = ["26/09/2022", "03/10/2022", "10/10/2022"]
    let sheets = ["Sleep Well", "Moving On"].map { name in
      WrittenSheet(
        name: name, header: ["Ref", "Learner"] + days,
        rows: (1...12).map { student in
          [.text("L22-0\(student + 10)"), .text("Somebody")]
            + days.indices.map { CSVCell.text((student + $0) % 5 > 1 ? "" : $0 == 1 ? "P" : "A") }
        })
    }
    try exports.write(Data(try #require(WorkbookWriter().bytes(sheets))), to: "registers.xlsx")
    try exports.write(
      "Ref,Enrolled,Surname\n" + (1...12).map { "L22-0\($0 + 10),05/09/2022,Hall\n" }.joined(),
      to: "learners.csv")
    let place = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(exports: exports.url, study: NewStudy(id: "sheets", folder: place))
      .make(in: place)
    let file = place.appendingPathComponent("maps/registers.map.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(
      text.contains("sheet: [\"Sleep Well\", \"Moving On\"]") && text.contains("courses: sheets"),
      "\(text)")
    let workflow = try Workflow.ofTest(place, keys: keys.url, on: "2025-12-01")
    let report = try workflow.importExports()
    // The same person, day and mark in two courses are two places.
    #expect(report.stopped.isEmpty && !report.problems.contains { $0.code == "I038" })
    try text.replacing("sheet: [\"Sleep Well\", \"Moving On\"]", with: "sheet: \"Moving On\"")
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try workflow.importExports().stopped.isEmpty)
  }

  @Test("for which the same was drafted get one mapping, with the marks of the sheet that is a key")
  func draftedTogether() throws {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let exports = try TestFolder()
    let key = WrittenSheet(
      name: "Key", header: ["Our registers", ""],
      rows: [("/", "present"), ("A", "apologies sent"), ("(blank)", "not on this course")].map {
        [.text($0.0), .text($0.1)]
      })
    let sheets = [
      key, register("Aut 22", ["26/09/2022", "03/10/2022", "10/10/2022"]),
      register("Spr 23", ["16/01/2023", "23/01/2023", "30/01/2023"], mark: "L"),
    ]
    try exports.write(Data(try #require(WorkbookWriter().bytes(sheets))), to: "registers.xlsx")
    try exports.write(
      "Ref,Enrolled,Surname\n" + (1...12).map { "L22-0\($0 + 10),05/09/2022,Hall\n" }.joined(),
      to: "learners.csv")
    let place = folder.url.appendingPathComponent("study")
    let made = try StudyFromExports(
      exports: exports.url, study: NewStudy(id: "sheets", folder: place)
    ).make(in: place)
    let map = "maps/registers.map.yaml"
    #expect(made.outcomes.compactMap(\.map) == ["maps/learners.map.yaml", map, map])
    let text = try String(contentsOf: place.appendingPathComponent(map), encoding: .utf8)
    #expect(text.contains("sheet: [\"Aut 22\", \"Spr 23\"]"), "\(text)")
    // Of a mark that the first sheet does not have, too.
    #expect(text.contains("    L: attended\n"), "\(text)")
    #expect(text.contains("A: cancelled by student") && text.contains("blank_means: no place"))
    let workflow = try Workflow.ofTest(place, keys: keys.url, on: "2025-12-01")
    let report = try workflow.importExports()
    #expect(report.stopped.isEmpty, "\(report.problems.map(\.message))")
    let registers = report.exports.filter { $0.file.hasPrefix("exports/registers") }
    #expect(registers.map(\.rowsKept) == [12, 12] && registers.map(\.rowsSetAside) == [0, 0])
  }
}
