import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The occasions of a drafted plan lie where their forms do.
@Suite("Occasions of a drafted plan")
struct DraftedOccasionTests {
  private let items = (1...7).map { "S\($0)" }.joined(separator: ",")

  /// The drafted plan of a college of ten students who registered on 1 September 2023.
  private func plan(_ forms: [(form: String, days: Int)], people: Int = 10) throws -> String {
    let folder = try TestFolder()
    let start = try #require(CalendarDay(iso: "2023-09-01"))
    func day(_ days: Int) -> String {
      let date = start.adding(days: days).date
      return "\(date.day)/\(date.month)/\(date.year)"
    }
    let students = (1...people).map { "RC100\($0),\(day(0)),02/03/1980,Hall" }
    try folder.write(
      (["Student ID,Registered on,Date of birth,Surname"] + students).joined(separator: "\n"),
      to: "exports/students.csv")
    let rows = (1...people).flatMap { person in
      forms.map {
        "RC100\(person),\(day($0.days == 0 ? 0 : $0.days + person % 3)),\($0.form),3,3,4,3,2,3,4"
      }
    }
    try folder.write(
      (["Student ID,Date completed,Form," + items.replacing("S", with: "SWEMWBS ")] + rows)
        .joined(separator: "\n"), to: "exports/forms.csv")
    let study = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "drafted", folder: study)
    ).make(in: study)
    return try String(
      contentsOf: study.appendingPathComponent("study.yaml"), encoding: .utf8)
  }

  /// The line of an occasion.
  private func line(_ id: String, _ plan: String) -> String {
    plan.split(separator: "\n").first { $0.contains("{ id: \(id),") }.map(String.init) ?? plan
  }

  @Test("A follow-up beside an end has the days of its forms, which the plan says")
  func ofForms() throws {
    let plan = try plan([("Start", 0), ("End", 90), ("Follow-up", 180)])
    #expect(line("start", plan).contains("from: -28, to: 28, nearest_to: 0"))
    #expect(line("end", plan).contains("from: 76, to: 106, nearest_to: 91"), "\(line("end", plan))")
    #expect(line("follow-up", plan).contains("from: 166, to: 196, nearest_to: 181"))
    #expect(
      line("follow-up", plan).contains(
        "its forms lie 180 to 182 days after the same people's first"))
  }

  @Test("A scale that is not at every follow-up is asked only where it is")
  func askedAt() throws {
    let folder = try TestFolder()
    try folder.write(
      "Student ID,Registered on\nRC1001,01/09/2023\nRC1002,01/09/2023", to: "exports/students.csv")
    func forms(_ scale: String, _ items: Int, _ occasions: [String]) -> String {
      let head = "Student ID,Form," + (1...items).map { "\(scale) \($0)" }.joined(separator: ",")
      let answers = Array(repeating: "3", count: items).joined(separator: ",")
      return
        ([head] + ["RC1001", "RC1002"].flatMap { id in occasions.map { "\(id),\($0),\(answers)" } })
        .joined(separator: "\n")
    }
    try folder.write(
      forms("SWEMWBS", 7, ["Start", "End", "6 months"]), to: "exports/wellbeing.csv")
    try folder.write(forms("QPR", 15, ["Start", "End"]), to: "exports/recovery.csv")
    let study = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "drafted", folder: study)
    ).make(in: study)
    let plan = try String(contentsOf: study.appendingPathComponent("study.yaml"), encoding: .utf8)
    let outcomes = plan.split(separator: "\n").filter { $0.contains("{ scale:") }
    #expect(outcomes.map { $0.contains("asked_at: [end]") } == [false, true], "\(plan)")
  }

  @Test("With few forms an occasion has the days of its name, and shares none with its neighbour")
  func ofName() throws {
    let plan = try plan([("Start", 0), ("End", 90), ("6 months", 190)], people: 3)
    let named = line("6-months", plan)
    #expect(named.contains("from: 152, to: 244, nearest_to: 183"), "\(named)")
    #expect(named.contains("taken from its name, 183 days"))
    #expect(line("end", plan).contains("from: 60, to: 151, nearest_to: 120"))
  }

  @Test("An occasion of which neither name nor forms tell says so")
  func unknown() throws {
    let plan = try plan([("Start", 0), ("End", 90), ("Follow-up", 190)], people: 3)
    #expect(line("follow-up", plan).contains("nothing tells when these forms were filled in"))
  }

  @Test(
    "Days that a dataset counts itself place its forms, and it becomes a study by three commands")
  func counted() throws {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let rows = (1...12).flatMap { person -> [String] in
      let later = 12 + person % 4
      return [
        "\(person),-3,\(20 + person)", "\(person),0,\(21 + person)",
        "\(person),\(180 + person),\(later)",
      ]
    }
    try folder.write(
      (["id,days since baseline,BDI-II total"] + rows).joined(separator: "\n"),
      to: "exports/trial.csv")
    let study = folder.url.appendingPathComponent("study")
    let made = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "counted", folder: study)
    ).make(in: study)
    let plan = try String(contentsOf: study.appendingPathComponent("study.yaml"), encoding: .utf8)
    let map = try String(
      contentsOf: study.appendingPathComponent("maps/trial.map.yaml"), encoding: .utf8)
    #expect(map.contains("days_from_day_0: \"days since baseline\""), "\(map)")
    #expect(plan.contains("day_0: { what: day 0 of the dataset, dates: none }"), "\(plan)")
    #expect(made.decisions.isEmpty, "\(map) \(plan)")
    let workflow = try Workflow.ofTest(study, keys: keys.url, on: "2025-12-01")
    let report = try workflow.importExports()
    #expect(report.stopped.isEmpty && report.exports.map(\.rowsKept) == [36])
    let lines = try workflow.evaluate(as: .csv).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let (measure, used) = (
      try #require(header.firstIndex(of: "measure")), try #require(header.firstIndex(of: "n_used"))
    )
    let change = try #require(lines.first { $0[measure] == "mean_change" })
    #expect(change[used] == "12")
    #expect(!report.problems.contains { $0.code == "I067" || $0.code == "I066" })
  }
}
