import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A form that asks a scale and a story in one row: two mappings of one export.
@Suite("One export with scores and stories")
struct TwoContentsTests {
  private static let story = "What difference has the college made? Please tell us your story"

  private static func row(_ person: Int, _ form: String, on day: String) -> String {
    let story =
      "I came because I was low and the tutors of \(form) helped me to find my feet again \(person) times"
    let answer = person % 2 == 0 ? "Yes" : "No"
    return "RC10\(10 + person),\(form),\(day),3,3,4,3,2,3,\(1 + person % 5),\(story),\(answer)"
  }

  private func college() throws -> (folder: TestFolder, study: URL, workflow: Workflow) {
    let folder = try TestFolder()
    let items = (1...7).map { "SWEMWBS \($0)" }.joined(separator: ",")
    let rows = (1...12).flatMap { person in
      [Self.row(person, "Start", on: "02/09/2024"), Self.row(person, "End", on: "02/12/2024")]
    }
    try folder.write(
      (["Student ID,Form,Date completed,\(items),\(Self.story),May we quote your words?"] + rows)
        .joined(separator: "\n"), to: "exports/forms.csv")
    try folder.write(
      (["Student ID,Registered on"] + (1...12).map { "RC10\(10 + $0),01/09/2024" })
        .joined(separator: "\n"), to: "exports/students.csv")
    let study = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "two", folder: study)
    ).make(in: study)
    return (
      folder, study,
      try Workflow.ofTest(study, keys: folder.url.appendingPathComponent("keys"), on: "2025-12-01")
    )
  }

  /// The study with what only a person can tell.
  private func decided() throws -> (folder: TestFolder, study: URL, workflow: Workflow) {
    let made = try college()
    try made.folder.change(
      "study/maps/forms-stories.map.yaml", "Yes: DECIDE", to: "Yes: [analysis, public report]")
    return made
  }

  @Test("has a mapping each in the draft of a study, and the two leave each other's columns alone")
  func drafted() throws {
    let made = try college()
    let scores = try made.folder.text(of: "study/maps/forms.map.yaml")
    let stories = try made.folder.text(of: "study/maps/forms-stories.map.yaml")
    #expect(scores.contains("holds: scores") && scores.contains("scale: swemwbs"))
    #expect(scores.contains("ignore: [\"\(Self.story)\""), "\(scores)")
    #expect(stories.contains("holds: stories") && stories.contains("SWEMWBS 7"))
  }

  @Test("is drafted so by `furlong map` too")
  func mapped() throws {
    let made = try college()
    let place = made.study.appendingPathComponent("exports/forms.csv")
    let step = MapStep(study: try StudyFolder(made.study))
    let seen = try step.draft(of: place)
    #expect(seen.holds == "scores" && seen.beside.map(\.holds) == ["stories"])
    #expect(seen.mappings.contains("# maps/forms-stories.map.yaml\n"))
    #expect(throws: WorkflowError.self) { try step.write(seen) }
    for name in ["forms", "forms-stories"] {
      try FileManager.default.removeItem(
        at: made.study.appendingPathComponent("maps/\(name).map.yaml"))
    }
    #expect(
      try step.write(seen) == ["maps/forms.map.yaml", "maps/forms-stories.map.yaml"])
  }

  @Test("is imported by both, and left alone when nothing changed")
  func imported() throws {
    let made = try decided()
    let report = try made.workflow.importExports()
    #expect(
      report.exports.map(\.file) == [
        "exports/forms.csv as scores", "exports/forms.csv as stories", "exports/students.csv",
      ])
    #expect(report.exports.map(\.rowsKept) == [24, 24, 12], "\(report.problems)")
    #expect(report.exports.allSatisfy { $0.status == .imported })
    #expect(try made.workflow.importExports().exports.allSatisfy { $0.status == .alreadyImported })
  }

  @Test("stops only where it is read for the same twice, or has something to be decided")
  func stopped() throws {
    let made = try college()
    let open = try made.workflow.importExports()
    #expect(open.stopped == ["exports/forms.csv as stories"], "\(open.problems)")
    let same = try decided()
    try same.folder.write(
      try same.folder.text(of: "study/maps/forms.map.yaml"), to: "study/maps/forms-2.map.yaml")
    let report = try same.workflow.importExports()
    #expect(report.stopped == ["exports/forms.csv as scores"])
    #expect(
      report.problems.contains {
        $0.code == "I055" && $0.message.contains("hold scores both")
      })
  }

  @Test("A row that is left out is left out of both, and undo brings both back")
  func corrected() throws {
    let made = try decided()
    try made.folder.change(
      "study/exports/forms.csv", "RC1011,Start,02/09/2024,3,3,4,3,2,3,2,",
      to: "RC1011,Start,02/09/2024,3,3,4,3,2,3,77,")
    let problems = try made.workflow.problems()
    let bad = try #require(problems.first { $0.severity != .note && $0.row == 2 }, "\(problems)")
    #expect(bad.file == "exports/forms.csv as scores")
    let sheet = try made.workflow.correctionSheet(of: [bad])
    let filled = try made.folder.write(
      sheet.trimmingCharacters(in: .newlines) + "leave out\n", to: "filled.csv")
    let maker = DecisionMaker(by: "J. Okafor", why: "A test row.")
    _ = try made.workflow.applyCorrections(filled, maker: maker)
    let report = try made.workflow.importExports()
    #expect(report.exports.map(\.rowsKept) == [23, 23, 12])
    #expect(report.byHand?.rowsLeftOut == 1)
    #expect(!report.problems.contains { $0.code == "I066" }, "\(report.problems)")
    _ = try made.workflow.undoDecision()
    #expect(try made.workflow.importExports().exports.map(\.rowsKept).last == 12)
    #expect(try made.workflow.importExports().exports[1].rowsKept == 24)
  }

  @Test("A row is named by the export, however it is read")
  func named() throws {
    let made = try decided()
    _ = try made.workflow.importExports()
    let maker = DecisionMaker(by: "J. Okafor", why: "One person.")
    #expect(throws: WorkflowError.self) {
      try made.workflow.mergePeople(["exports/other.csv:2"], maker: maker, dryRun: true)
    }
    let record = try made.workflow.mergePeople(
      ["exports/forms.csv:2", "exports/students.csv:3"], maker: maker)
    #expect(record.written)
    #expect(try made.workflow.importExports().byHand?.merges == 1)
  }
}
