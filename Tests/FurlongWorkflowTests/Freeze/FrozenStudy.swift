import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A study of six students with two forms each at most, and the day that its computer shows.
struct FrozenStudy {
  let folder: TestFolder
  let keys: TestFolder

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
    try folder.write(Self.plan, to: "study.yaml")
  }

  func workflow(on day: String) throws -> Workflow {
    try Workflow.ofTest(folder.url, keys: keys.url, on: day)
  }

  func change(_ old: String, _ new: String) throws {
    try folder.change("study.yaml", old, to: new)
  }

  /// Puts the exports and their mappings there; of follow-ups as many as said.
  func bringData(followUps: Int) throws {
    try folder.write(Self.peopleMap, to: "maps/people.map.yaml")
    try folder.write(Self.formsMap, to: "maps/forms.map.yaml")
    let people = (1...6).map { "S\($0),0\($0)/09/2024\n" }
    try folder.write("Student,Registered\n" + people.joined(), to: "exports/people.csv")
    let before = (1...6).map { "S\($0),0\($0)/09/2024,2,2,3,2,\(1 + $0 % 5),3,2\n" }
    let after = (1...6).prefix(followUps).map {
      "S\($0),0\($0)/01/2025,3,3,3,\(1 + $0 % 4),3,3,3\n"
    }
    try folder.write(
      "Student,Day,S1,S2,S3,S4,S5,S6,S7\n" + before.joined() + after.joined(),
      to: "exports/forms.csv")
  }

  /// The `planned` cell of each step in the results.
  func planned(on day: String) throws -> [String: Set<String>] {
    let lines = try workflow(on: day).evaluate(as: .csv).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let step = try #require(header.firstIndex(of: "step"))
    let planned = try #require(header.firstIndex(of: "planned"))
    var words: [String: Set<String>] = [:]
    for cells in lines.dropFirst() where cells.count == header.count {
      words[cells[step], default: []].insert(cells[planned])
    }
    return words
  }

  func report(on day: String) throws -> String {
    let output = try TestFolder()
    let made = try workflow(on: day).report(as: [.md], to: OutputFolder(output.url))
    #expect(made.files == ["report.md"])
    return try output.text(of: "report.md")
  }

  static let plan = """
    furlong: 1
    study:
      id: frozen-study
      title: Six students
      about: Six invented students.
      fictional: yes
      people: { one: student, many: students }
      data_to: 2025-08-31
      design: before-after
      seed: 7
    day_0: { what: first registration }
    occasions:
      - { id: baseline, label: at the start, is: baseline, from: -28, to: 28, nearest_to: 0 }
      - { id: later, label: later, is: follow-up, from: 60, to: 180, nearest_to: 120 }
    outcomes:
      - { scale: swemwbs, role: primary, reliability: implied-by-sem }
    steps:
      - { id: who, ask: reach }
      - { id: wellbeing, ask: change, outcomes: [swemwbs] }
      - { id: limits, ask: certainty }
    disclosure: open-data
    report: { for: commissioner, commentary: "" }

    """

  static let peopleMap = """
    furlong_map: 1
    reads: exports/people.csv
    holds: people
    rows: one a registration
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: day month year }
    person:
      - { column: Student, kind: student_id }
    registered_on: Registered

    """

  static let formsMap = """
    furlong_map: 1
    reads: exports/forms.csv
    holds: scores
    rows: one a form
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: day month year }
    person:
      - { column: Student, kind: student_id }
    date: Day
    missing: { "": blank, "9": not asked }
    scores:
      - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }

    """
}

/// What a step of the way is refused with, nil where it is not.
func refusal(_ work: () throws -> Void) -> ErrorPresentation? {
  do {
    try work()
    return nil
  } catch { return ErrorPresentation(error) }
}
