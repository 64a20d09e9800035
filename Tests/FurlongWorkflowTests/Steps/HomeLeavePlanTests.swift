import Foundation
import FurlongForms
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The study of twelve people, of whom two went home on leave from a stay.
@Suite("A plan's home leave")
struct HomeLeavePlanTests {
  private struct Study {
    let folder: TestFolder
    let keys: TestFolder
    var url: URL { folder.url.appendingPathComponent("twelve") }

    init() throws {
      folder = try TestFolder()
      keys = try TestFolder()
      try FileManager.default.copyItem(
        at: projectFolder().appendingPathComponent("Tests/TwelvePeople"), to: url)
    }

    func change(_ file: String, _ old: String, _ new: String) throws {
      let place = url.appendingPathComponent(file)
      let text = try String(contentsOf: place, encoding: .utf8)
      #expect(text.contains(old))
      try text.replacing(old, with: new).write(to: place, atomically: true, encoding: .utf8)
    }

    /// T01 was at home for 4 nights before day 0, T04 for 2 before it and 1 from it on.
    func addLeave() throws {
      let map = try String(
        contentsOf: url.appendingPathComponent("maps/nights.map.yaml"), encoding: .utf8)
      try map.replacing("exports/nights.csv", with: "exports/leave.csv")
        .replacing("count: nights", with: "count: leave")
        .replacing("Admitted", with: "Left").replacing("Discharged", with: "Back")
        .write(
          to: url.appendingPathComponent("maps/leave.map.yaml"), atomically: true, encoding: .utf8)
      try "Student ID,Left,Back\nT01,2018-05-03,2018-05-07\nT04,2020-02-28,2020-03-02\n".write(
        to: url.appendingPathComponent("exports/leave.csv"), atomically: true, encoding: .utf8)
    }

    func say(_ homeLeave: String) throws {
      try change(
        "study.yaml", "nights in hospital, role: primary",
        "nights in hospital, role: primary, home_leave: \(homeLeave)")
    }

    func workflow() throws -> Workflow {
      try Workflow.ofTest(url, keys: keys.url, on: "2026-01-05")
    }

    /// What is said where the plan is read.
    func refusal() throws -> String {
      do {
        _ = try workflow().checkPlan()
        return "nothing"
      } catch {
        let told = ErrorPresentation(error)
        return [told.what, told.place ?? "", told.fix].joined(separator: " ")
      }
    }
  }

  /// The estimate of everyone from day 0, by question, outcome, measure and what else is said of it.
  private func found(_ study: Study) throws -> [String: Double] {
    let workflow = try study.workflow()
    _ = try workflow.importExports()
    let table = try CSVReader().read(
      Array(try workflow.evaluate(as: .csv).utf8), name: "results.csv")
    func column(_ name: String) throws -> Int { try #require(table.column(name)) }
    let names = try ["question", "outcome", "measure"].map(column)
    let (occasion, group, estimate) = try (
      column("occasion"), column("group"), column("estimate")
    )
    var found: [String: Double] = [:]
    for row in 0..<table.rowCount
    where !table.text(row: row, column: occasion).contains("-from-")
      && table.text(row: row, column: group) == "all"
    {
      let key = names.map { table.text(row: row, column: $0) }.joined(separator: " ")
      found[key] = found[key] ?? Double(table.text(row: row, column: estimate))
    }
    return found
  }

  @Test("nights at home are nights in hospital or not, with what they cost", .tags(.reference))
  func byHand() throws {
    // 48 nights before and 24 after, over 48 years each; 550 pounds a night.
    for (said, before, after) in [("counted", 48.0, 24.0), ("left out", 42, 23)] {
      let study = try Study()
      try study.addLeave()
      try study.say(said)
      let found = try found(study)
      #expect(found["service_use night events_before"] == before, "\(said)")
      #expect(found["service_use night events_after"] == after, "\(said)")
      let cost = try #require(found["money full: night cost_difference"])
      #expect(abs(cost - (after - before) / 48 * 550) < 1e-9, "\(said)")
    }
  }

  @Test("the report and the plan's check say which, and all ways show both")
  func said() throws {
    let study = try Study()
    try study.addLeave()
    try study.say("left out")
    try study.change("study.yaml", "costs:\n", "sensitivity: all\ncosts:\n")
    let workflow = try study.workflow()
    _ = try workflow.importExports()
    let output = try TestFolder()
    _ = try workflow.report(as: [.md], to: OutputFolder(output.url))
    let report = try output.text(of: "report.md")
    #expect(
      report.contains("Nights at home on leave from a stay are left out (nights in hospital)."))
    #expect(report.contains("all days, home leave counted"))
    let check = try workflow.checkPlan().questions.flatMap(\.words).joined(separator: "\n")
    #expect(
      check.contains("Nights at home on leave from a stay are left out (nights in hospital); also"))
  }

  @Test("neither is taken without the other, and of nights alone", .tags(.edge))
  func refused() throws {
    let unread = try Study()
    try unread.say("counted")
    #expect(try unread.refusal().contains("no mapping reads any"))
    let unsaid = try Study()
    try unsaid.addLeave()
    #expect(try unsaid.refusal().contains("home_leave: left out"))
    let days = try Study()
    try days.addLeave()
    try days.say("left out")
    #expect(try days.refusal() == "nothing")
    try days.change("maps/nights.map.yaml", "count: nights", "count: days")
    #expect(try days.refusal().contains("no mapping counts by nights alone"))
  }
}
