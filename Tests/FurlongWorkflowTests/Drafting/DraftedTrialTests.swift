import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A trial's folder: who was randomised when to which arm, and forms.
@Suite("A study made of a trial's exports")
struct DraftedTrialTests {
  private func made(_ arms: [String]) throws -> (
    folder: TestFolder, plan: String, workflow: Workflow
  ) {
    let folder = try TestFolder()
    let people = (1...20).map { "P10\(10 + $0),\($0)/02/2024,\(arms[$0 % 2])" }
    try folder.write(
      (["Participant ID,Randomised,Arm"] + people).joined(separator: "\n"),
      to: "exports/people.csv")
    let forms = (1...20).flatMap { person in
      ["t1", "t2", "t3"].enumerated().map { month, wave in
        "P10\(10 + person),\(wave),\(person)/\(2 + month * 3)/2024,3,3,4,3,2,3,\(1 + person % 5)"
      }
    }
    let items = (1...7).map { "SWEMWBS \($0)" }.joined(separator: ",")
    try folder.write(
      (["Participant ID,Timepoint,Date," + items] + forms).joined(separator: "\n"),
      to: "exports/forms.csv")
    let study = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "trial", folder: study)
    ).make(in: study)
    return (
      folder, try folder.text(of: "study/study.yaml"),
      try Workflow.ofTest(study, keys: folder.url.appendingPathComponent("keys"), on: "2025-12-01")
    )
  }

  @Test("has the arms as groups and in its design, and day 0 on the day of randomisation")
  func drafted() throws {
    let made = try made(["College", "Waiting list"])
    #expect(
      made.plan.contains("design: { randomised: arm, control: \"waiting list\" }"), "\(made.plan)")
    #expect(made.plan.contains("{ column: arm, label: arm, values: {"))
    #expect(made.plan.contains("registered: { from: 2024-02-01, to: 2024-02-20 }"))
    #expect(
      made.plan.contains("id: start") && made.plan.contains("id: t2")
        && made.plan.contains("id: end"))
    let report = try made.workflow.importExports()
    #expect(report.stopped.isEmpty, "\(report.problems)")
    #expect(report.exports.map(\.rowsKept) == [60, 20])
    _ = try made.workflow.evaluate(as: .csv)
  }

  @Test("asks which arm is the control where no word says so")
  func asked() throws {
    let made = try made(["A", "B"])
    #expect(made.plan.contains("design: { randomised: arm, control: DECIDE }"), "\(made.plan)")
  }
}
