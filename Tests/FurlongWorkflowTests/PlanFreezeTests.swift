import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A study of six students with two forms each at most, and the day that its computer shows.
private struct FrozenStudy {
  let folder: TestFolder
  let keys: TestFolder

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
    try folder.write(Self.plan, to: "study.yaml")
  }

  func workflow(on day: String) throws -> Workflow {
    Workflow(
      folder: try StudyFolder(folder.url), keys: KeyKeeper(folder: keys.url), tool: "test",
      today: try #require(CalendarDay(iso: day)))
  }

  func change(_ old: String, _ new: String) throws {
    let url = folder.url.appendingPathComponent("study.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: "study.yaml")
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
    try #require(try workflow(on: day).report(as: [.md]).first).text
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
private func refusal(_ work: () throws -> Void) -> ErrorPresentation? {
  do {
    try work()
    return nil
  } catch { return ErrorPresentation(error) }
}

@Suite("Freezing a plan")
struct PlanFreezeTests {
  @Test("a plan that was never frozen is named in the plan, and nothing is dated")
  func never() throws {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    let report = try study.report(on: "2025-09-01")
    #expect(report.contains("Named in the plan."))
    #expect(report.contains("Nothing records whether the plan was written before the data"))
    #expect(try study.planned(on: "2025-09-01").values.allSatisfy { $0 == ["yes"] })
  }

  @Test("frozen before there are data: the report says so, with the day")
  func before() throws {
    let study = try FrozenStudy()
    let record = try study.workflow(on: "2024-08-01").freezePlan()
    #expect(record.data == DataIn() && !record.amendment)
    #expect(record.text.contains("frozen on 2024-08-01") && record.text.contains("none"))
    try study.bringData(followUps: 6)
    let report = try study.report(on: "2025-09-01")
    #expect(
      report.contains(
        "Planned: frozen on 1 August 2024, before any follow-up form was imported."))
    #expect(
      report.contains("Frozen on 1 August 2024, before any follow-up data were imported"))
    #expect(report.contains(record.digest))
    #expect(!report.contains("Nothing records whether"))
    #expect(try study.planned(on: "2025-09-01").values.allSatisfy { $0 == ["yes"] })
  }

  @Test("frozen with follow-ups in: the report says how many, of a handful only that they are few")
  func after() throws {
    for (followUps, words) in [(6, "after 6 follow-up forms were in"), (3, "fewer than 5")] {
      let study = try FrozenStudy()
      try study.bringData(followUps: followUps)
      let record = try study.workflow(on: "2025-02-01").freezePlan()
      #expect(record.data.followUpForms == followUps && record.data.baselineForms == 6)
      #expect(record.data.lastDay == CalendarDay(iso: "2025-01-0\(followUps)"))
      let report = try study.report(on: "2025-09-01")
      #expect(report.contains("Planned: frozen on 1 February 2025, "))
      #expect(report.contains(words))
    }
  }

  @Test(
    "comments, layout, order of keys, written defaults and the report's words are no change",
    arguments: [
      ("  seed: 7\n", "  seed: 7   # of the bootstrap\n\n"),
      (
        "  id: frozen-study\n  title: Six students\n",
        "  title: 'Six students'\n  id: frozen-study\n"
      ),
      ("people: { one: student, many: students }", "people:\n    many: students\n    one: student"),
      ("  - { id: who, ask: reach }", "  - { id: who, ask: reach, groups: [all] }"),
      ("commentary: \"\"", "commentary: \"Read with care.\""),
    ])
  func noChange(old: String, new: String) throws {
    let study = try FrozenStudy()
    _ = try study.workflow(on: "2024-08-01").freezePlan()
    try study.change(old, new)
    try study.bringData(followUps: 6)
    #expect(refusal { _ = try study.workflow(on: "2025-09-01").evaluate(as: .csv) } == nil)
  }

  @Test("a changed plan is refused until the change is recorded, and says what changed")
  func changed() throws {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    _ = try study.workflow(on: "2024-08-01").freezePlan()
    try study.change("to: 180,", "to: 200,")
    try study.change("  - { id: limits, ask: certainty }\n", "")
    let workflow = try study.workflow(on: "2025-09-01")
    let works: [() throws -> Void] = [
      { _ = try workflow.importExports() }, { _ = try workflow.evaluate(as: .csv) },
      { _ = try workflow.report(as: [.html]) },
    ]
    for work in works {
      let shown = try #require(refusal(work))
      #expect(shown.refused)
      #expect(shown.what.contains("frozen on 2024-08-01"))
      #expect(shown.what.contains("occasions[later].to is '200' and was '180'"), "\(shown.what)")
      #expect(shown.what.contains("steps[limits] is gone"), "\(shown.what)")
      #expect(shown.fix.contains("furlong plan amend --why"))
    }
    // What was wrong with the exports can be read all the same.
    #expect(refusal { _ = try workflow.problems() } == nil)

    let record = try workflow.amendPlan(why: "The form came late.")
    #expect(record.amendment && record.changed.count == 2 && record.data.followUpForms == 6)
    let planned = try study.planned(on: "2025-09-02")
    #expect(planned["wellbeing"] == ["amended"])
    let report = try study.report(on: "2025-09-02")
    #expect(report.contains("Amended since it was planned: The form came late."))
    #expect(
      report.contains(
        "Amended on 1 September 2025, after 6 follow-up forms were in: The form came late "
          + "(`occasions[later].to`, `steps[limits]`)"), "\(report.suffix(6_000))")
    #expect(report.contains("Taken out since: step “limits”"))
  }

  @Test("a step that is added after the freeze is extra")
  func added() throws {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    _ = try study.workflow(on: "2024-08-01").freezePlan()
    try study.change(
      "  - { id: limits", "  - { id: real, ask: meaning, outcomes: [swemwbs] }\n  - { id: limits")
    _ = try study.workflow(on: "2025-03-01").amendPlan(why: "The board asked.")
    let planned = try study.planned(on: "2025-09-02")
    #expect(planned["real"] == ["no"])
    #expect(planned["wellbeing"] == ["yes"])
    let report = try study.report(on: "2025-09-02")
    #expect(
      report.contains(
        "Not in the plan as it was frozen: added on 1 March 2025, after 6 follow-up forms were in: The board asked."
      ))
    #expect(report.contains("was added after the plan was frozen: The board asked."))
  }

  @Test("history is kept, and each state that has nothing to record says so")
  func history() throws {
    let study = try FrozenStudy()
    #expect(
      refusal { _ = try study.workflow(on: "2024-08-01").amendPlan(why: "x") }?.what
        .contains("never frozen") == true)
    _ = try study.workflow(on: "2024-08-01").freezePlan(dryRun: true)
    let lock = study.folder.url.appendingPathComponent("plan.lock")
    #expect(!FileManager.default.fileExists(atPath: lock.path))
    _ = try study.workflow(on: "2024-08-01").freezePlan()
    #expect(
      refusal { _ = try study.workflow(on: "2024-08-02").freezePlan() }?.what
        .contains("already") == true)
    #expect(
      refusal { _ = try study.workflow(on: "2024-08-02").amendPlan(why: "x") }?.what
        .contains("nothing that counts") == true)
    for (day, seed) in [("2024-08-03", 8), ("2024-08-04", 9)] {
      try study.change("seed: \(seed - 1)", "seed: \(seed)")
      _ = try study.workflow(on: day).amendPlan(why: "seed \(seed)")
    }
    try study.change("seed: 9", "seed: 10")
    #expect(
      refusal { _ = try study.workflow(on: "2024-08-01").amendPlan(why: "x") }?.what
        .contains("this computer says") == true)
    let text = try String(contentsOf: lock, encoding: .utf8)
    for words in ["2024-08-01", "2024-08-03", "2024-08-04", "seed 8", "\"  seed: 7\","] {
      #expect(text.contains(words), "\(text)")
    }
    #expect(!text.contains(study.folder.url.path))
  }

  @Test("a lock that is gone, cut short or edited is refused", .tags(.edge))
  func tampered() throws {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    _ = try study.workflow(on: "2024-08-01").freezePlan()
    let lock = study.folder.url.appendingPathComponent("plan.lock")
    let text = try String(contentsOf: lock, encoding: .utf8)
    let workflow = try study.workflow(on: "2025-09-01")
    for bad in [
      String(text.dropLast(90)), text.replacing("\"  seed: 7\"", with: "\"  seed: 8\""),
      text.replacing("2024-08-01", with: "2020-01-01"),
      text.replacing("\"followUpForms\" : 6", with: "\"followUpForms\" : 0"),
    ] {
      #expect(bad != text)
      try Data(bad.utf8).write(to: lock)
      let shown = try #require(refusal { _ = try workflow.evaluate(as: .csv) })
      #expect(shown.refused && shown.place == "plan.lock" && shown.fix.contains("copy"))
    }
    try FileManager.default.removeItem(at: lock)
    for work in [{ _ = try workflow.evaluate(as: .csv) }, { _ = try workflow.freezePlan() }] {
      let shown = try #require(refusal(work))
      #expect(shown.refused && shown.what.contains("plan.lock is gone"))
    }
    try Data(text.utf8).write(to: lock)
    #expect(refusal { _ = try workflow.evaluate(as: .csv) } == nil)
  }

  @Test("a lost key or a new study file does not make the study forget", .tags(.edge))
  func remembered() throws {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    let workflow = try study.workflow(on: "2025-09-01")
    _ = try workflow.freezePlan()
    try FileManager.default.removeItem(
      at: study.folder.url.appendingPathComponent("study.furlong"))
    _ = try workflow.importExports()
    try FileManager.default.removeItem(
      at: KeyKeeper(folder: study.keys.url).file(studyID: "frozen-study"))
    try FileManager.default.moveItem(
      at: study.folder.url.appendingPathComponent("plan.lock"),
      to: study.folder.url.appendingPathComponent("away.lock"))
    _ = try workflow.problems()
    #expect(refusal { _ = try workflow.evaluate(as: .csv) }?.refused == true)
  }

  @Test("exports that cannot be read are mended before a plan is frozen", .tags(.edge))
  func unread() throws {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    try study.folder.write("Student,Enrolled\nS1,01/09/2024\n", to: "exports/people.csv")
    let shown = try #require(refusal { _ = try study.workflow(on: "2025-09-01").freezePlan() })
    #expect(!shown.refused && shown.fix.contains("furlong problems"))
    #expect(shown.place?.contains("exports/people.csv") == true)
  }
}

@Suite("Checking a plan")
struct PlanCheckTests {
  @Test("says what is asked, what it needs and what there is, and no outcome")
  func check() throws {
    let study = try FrozenStudy()
    let empty = try study.workflow(on: "2024-08-01").checkPlan()
    #expect(empty.scales[0].occasions[0].pairs == nil)
    #expect(empty.text.contains("None yet."))
    #expect(empty.text.contains("SWEMWBS (primary): SD 3.92 points"))
    #expect(empty.text.contains("Not frozen"))
    #expect(empty.questions.map(\.step) == ["who", "wellbeing", "limits"])
    try study.bringData(followUps: 5)
    let check = try study.workflow(on: "2025-02-01").checkPlan()
    #expect(check.scales[0].occasions[0].pairs == 5)
    #expect(check.text.contains("so far, later: 5 pairs of 6 students due"))
    #expect(check.scales[0].needs.rows.contains { $0.size == 0.5 && $0.pairsAt80 == 34 })
  }

  @Test("tells how the plan stands to the one that was frozen")
  func freeze() throws {
    let study = try FrozenStudy()
    let workflow = try study.workflow(on: "2024-08-01")
    _ = try workflow.freezePlan()
    #expect(try workflow.checkPlan().text.contains("frozen on 2024-08-01, and says the same now"))
    try study.change("seed: 7", "seed: 8")
    let text = try workflow.checkPlan().text
    #expect(text.contains("says something else now"))
    #expect(text.contains("study.seed is '8' and was '7'"))
  }

  @Test("the same scores give the same check whatever they are", .tags(.law))
  func noPeeking() throws {
    let one = try FrozenStudy()
    let other = try FrozenStudy()
    try one.bringData(followUps: 6)
    try other.bringData(followUps: 6)
    let url = other.folder.url.appendingPathComponent("exports/forms.csv")
    let text = try String(contentsOf: url, encoding: .utf8)
    try other.folder.write(text.replacing(",3,3,3,", with: ",5,5,5,"), to: "exports/forms.csv")
    #expect(
      try one.workflow(on: "2025-09-01").checkPlan()
        == other.workflow(on: "2025-09-01").checkPlan())
  }
}
