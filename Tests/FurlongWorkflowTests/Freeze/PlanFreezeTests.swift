import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Freezing a plan")
struct PlanFreezeTests {
  @Test("a plan that was never frozen is named in the plan, and nothing is dated")
  func never() throws {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    let report = try study.report(on: "2025-09-01")
    #expect(
      report.contains(
        "Everything in this report was named in the plan, but nothing records when the plan was written."
      ))
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
        "Everything in this report was planned: frozen on 1 August 2024, before any follow-up data were imported."
      ))
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
      #expect(report.contains("Everything in this report was planned: frozen on 1 February 2025, "))
      #expect(report.contains(words))
    }
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
