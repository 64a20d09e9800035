import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

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
