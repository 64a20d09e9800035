import Foundation
import FurlongDigests
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Cells corrected by hand")
struct CorrectionTests {
  private let study: DecidedStudy

  init() throws {
    study = try DecidedStudy()
    _ = try study.workflow.importExports()
  }

  private func apply(dryRun: Bool = false, _ correction: (Problem) -> String?) throws
    -> DecisionRecord
  {
    let filled = try study.filledIn(correction)
    defer { try? FileManager.default.removeItem(at: filled) }
    return try study.workflow.applyCorrections(filled, maker: DecidedStudy.maker, dryRun: dryRun)
  }

  private func fillIn(_ problem: Problem) -> String? {
    switch problem.column {
    case "S2": "5"
    case "Where": "Hall"
    default: problem.place == "exports/forms.csv:3" ? "leave out" : nil
    }
  }

  @Test("A list that is applied whole leaves what is not filled in, and says how many lines")
  func left() throws {
    let all = try study.workflow.problems().count
    let record = try apply(dryRun: true) { $0.column == "S2" ? "5" : nil }
    #expect(record.notes.count == 1)
    #expect(
      record.notes.first?.hasPrefix("\(all - 1) lines of ") == true
        && record.notes.first?.hasSuffix(" have no correction: left as they are.") == true,
      "\(record.notes)")
  }

  @Test("are read so at each import; the export is not changed, and it is said")
  func applied() throws {
    let exported = try study.text("exports/forms.csv")
    let kept = try study.workflow.importExports().exports.first { $0.file.hasSuffix("forms.csv") }
    let record = try apply(fillIn)
    #expect(
      record.decision.words.hasPrefix(
        "2 cells corrected and 1 row left out (exports/forms.csv:6, exports/forms.csv:7 and exports/forms.csv:3)"
      ),
      "\(record.decision.words)")
    let report = try study.workflow.importExports()
    let now = try #require(report.exports.first { $0.file.hasSuffix("forms.csv") })
    #expect(now.rowsKept == (kept?.rowsKept ?? 0) + 2)
    #expect(now.rowsSkipped == 1 && now.skips == [.byHand: 1])
    #expect(now.rowsRead == now.rowsKept + now.rowsSetAside + now.rowsSkipped)
    #expect(report.byHand?.cells == 2)
    #expect(report.byHand?.rowsLeftOut == 1)
    let note = report.problems.first { $0.code == "I081" }
    #expect(note?.file == "exports/forms.csv")
    #expect(note?.message.contains("2 cells, 1 row left out") == true)
    #expect(try study.text("exports/forms.csv") == exported)
    #expect(try study.places("I033").isEmpty)
    // Unchanged, it is not read again.
    #expect(try study.workflow.importExports().exports.allSatisfy { $0.status == .alreadyImported })
    #expect(try study.workflow.importExports().byHand?.cells == 2)
  }

  @Test("of two rows that contradict one another the right one is kept once the other is left out")
  func contradiction() throws {
    let forms = try study.text("exports/forms.csv")
    try study.folder.write(
      forms + "RC-1001,21/09/2024,2,2,3,2,2,3,4,Hall,\n", to: "exports/forms.csv")
    let before = try study.workflow.importExports().exports.first { $0.file.hasSuffix("forms.csv") }
    let places = try study.places("I039")
    #expect(places == ["exports/forms.csv:2", "exports/forms.csv:10"])
    let told = try #require(try study.workflow.problems().first { $0.code == "I039" })
    #expect(told.fix.contains("`furlong problems --as csv`, then `--apply`"), "\(told.fix)")
    _ = try apply { $0.code == "I039" && $0.place == places.last ? "leave out" : nil }
    let after = try study.workflow.importExports().exports.first { $0.file.hasSuffix("forms.csv") }
    #expect(try study.places("I039").isEmpty)
    #expect(after?.rowsKept == (before?.rowsKept ?? 0) + 1)
  }

  @Test("undo gives the cells back as the export has them", .tags(.law))
  func undone() throws {
    let before = try study.answers()
    _ = try apply(fillIn)
    #expect(try study.answers() != before)
    _ = try study.workflow.undoDecision()
    #expect(try study.answers() == before)
  }

  @Test("a dry run writes nothing")
  func dryRun() throws {
    #expect(try !apply(dryRun: true, fillIn).written)
    #expect(study.decisions == nil)
  }

  @Test("stand in the report, counted where numbers may be told")
  func inReport() throws {
    _ = try apply(fillIn)
    func report() throws -> String {
      let output = try TestFolder()
      _ = try study.workflow.report(as: [.md], to: OutputFolder(output.url))
      return try output.text(of: "report.md")
    }
    let words = try report()
    #expect(words.contains("fixes/decisions.json"))
    let book = Array(
      try Data(contentsOf: study.folder.url.appendingPathComponent("fixes/decisions.json")))
    #expect(words.contains(Hexadecimal.text(of: SHA256.digest(of: book))))
    #expect(words.contains("cells were read otherwise"))
    try study.change("study.yaml", "disclosure: open-data", to: "disclosure: nhs-round5")
    #expect(
      try report().contains("What people decided of the data: some cells were read otherwise"))
  }

  @Test("fall on the same row wherever it stands in a new export, and on no other")
  func moved() throws {
    _ = try apply { $0.column == "S2" ? "5" : nil }
    let lines = try study.text("exports/forms.csv").split(separator: "\n")
    let turned = [lines[0]] + lines.dropFirst().reversed()
    try study.folder.write(turned.joined(separator: "\n") + "\n", to: "exports/forms.csv")
    #expect(try study.places("I033").isEmpty)
    #expect(try study.places("I082").isEmpty)
    // The row is mended where it comes from, and another one is wrong in its place.
    try study.change("exports/forms.csv", "25/01/2025,3,55,3", to: "25/01/2025,3,4,3")
    try study.change("exports/forms.csv", "24/09/2024,2,3", to: "24/09/2024,2,66")
    #expect(try study.places("I082") == ["exports/forms.csv:6"])
    #expect(try study.places("I033").count == 1)
    #expect(try study.workflow.importExports().byHand == nil)
  }

  @Test(
    "of one of two rows that say the same, fall on one of them, whatever the order",
    .tags(.edge))
  func copies() throws {
    let line = "RC-1001,25/01/2025,3,55,3,3,3,3,3,Hall,calm\n"
    try study.change(
      "exports/forms.csv", "RC-1001,25/01/2025,3,55,3,3,3,3,3,Hall,\n", to: line + line)
    _ = try apply { $0.place == "exports/forms.csv:6:S2" ? "5" : nil }
    #expect(try study.places("I033") == ["exports/forms.csv:7:S2"])
    try study.change("exports/forms.csv", "RC-1001,21/09", to: line + line + "RC-1001,21/09")
    try study.change(
      "exports/forms.csv", "24/09/2024,2,3,2,3,2,3,2,Hall,\n" + line + line,
      to: "24/09/2024,2,3,2,3,2,3,2,Hall,\n")
    #expect(try study.places("I082").isEmpty)
    #expect(try study.places("I033").count == 1)
    try FileManager.default.removeItem(at: study.folder.url.appendingPathComponent("study.furlong"))
    #expect(try study.places("I082").isEmpty)
    #expect(try study.places("I033") == ["exports/forms.csv:3:S2"])
    // One of the two is gone: the correction is the other's.
    try study.change("exports/forms.csv", line + line, to: line)
    #expect(try study.places("I033").isEmpty && study.places("I082").isEmpty)
  }

  @Test("a row that changed since it was listed is refused")
  func changedSince() throws {
    let filled = try study.filledIn { $0.column == "S2" ? "5" : nil }
    defer { try? FileManager.default.removeItem(at: filled) }
    try study.change("exports/forms.csv", "25/01/2025,3,55", to: "25/01/2025,4,55")
    let error = refusal {
      _ = try study.workflow.applyCorrections(filled, maker: DecidedStudy.maker)
    }
    #expect(error?.what.contains("row 6 of exports/forms.csv is not any more what it was") == true)
    #expect(study.decisions == nil)
  }

  @Test(
    "identifiers, days of birth and what is dropped are refused, and so is what cannot be read",
    .tags(.edge))
  func refused() throws {
    let filled = try study.filledIn { $0.column == "S2" ? "X" : nil }
    defer { try? FileManager.default.removeItem(at: filled) }
    let sheet = try String(contentsOf: filled, encoding: .utf8)
    let line = try #require(sheet.split(separator: "\n").last { $0.hasSuffix(",X") })
    func attempt(_ column: String, _ value: String) throws -> ErrorPresentation? {
      let changed = line.replacing(",S2,", with: ",\(column),").dropLast() + value
      try sheet.replacing(line, with: changed).write(to: filled, atomically: true, encoding: .utf8)
      return refusal {
        _ = try study.workflow.applyCorrections(filled, maker: DecidedStudy.maker)
      }
    }
    #expect(try attempt("Student", "RC-1009")?.fix.contains("furlong people merge") == true)
    #expect(try attempt("Student", "RC-1009")?.refused == true)
    #expect(try attempt("Comment", "well")?.refused == true)
    #expect(try attempt("S2", "9990000018")?.refused == true)
    #expect(try attempt("S9", "3")?.what.contains("no column 'S9'") == true)
    #expect(try attempt("", "3")?.what.contains("of the whole row") == true)
    #expect(try attempt("S2", "77")?.what.contains("cannot be read") == true)
    #expect(study.decisions == nil)
    #expect(try attempt("S2", "blank") == nil)
    #expect(study.decisions?.contains("\"value\" : \"\"") == true)
  }

  @Test("a file in which nothing is filled in, or that is another, says so", .tags(.edge))
  func otherFiles() throws {
    #expect(refusal { _ = try apply { _ in nil } }?.what.contains("nothing is filled in") == true)
    let other = try study.folder.write("a,b\n1,2\n", to: "exports/other.csv")
    let error = refusal {
      _ = try study.workflow.applyCorrections(other, maker: DecidedStudy.maker)
    }
    #expect(error?.what.contains("no column 'file'") == true)
    let whole = refusal { _ = try apply { $0.row == nil ? "leave out" : nil } }
    #expect(whole?.what.contains("of no single row") == true)
  }

  @Test(
    "are read however a spreadsheet saved the list: semicolons, Windows-1252, guarded texts",
    .tags(.edge))
  func spreadsheet() throws {
    let filled = try study.filledIn { $0.column == "S2" ? "4" : nil }
    defer { try? FileManager.default.removeItem(at: filled) }
    let table = try CSVReader().read([UInt8](Data(contentsOf: filled)), name: "p")
    let rows =
      [table.header]
      + (0..<table.rowCount).map { row in
        table.header.indices.map { table.text(row: row, column: $0) }
      }
    let lines = rows.map { row in
      row.map {
        $0.contains(";") || $0.contains("\"") ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0
      }
      .joined(separator: ";")
    }
    let text = lines.joined(separator: "\r\n").replacing("out of", with: "out \u{E9} of") + "\r\n"
    try text.data(using: .windowsCP1252)?.write(to: filled)
    _ = try study.workflow.applyCorrections(filled, maker: DecidedStudy.maker)
    #expect(try study.places("I033").isEmpty)
    #expect(try study.workflow.importExports().byHand?.cells == 1)
  }
}
