import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Amending a frozen plan")
struct PlanAmendTests {
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

  @Test(
    "a changed scale of one's own is refused until it is recorded, and touches the steps that use it"
  )
  func ownScales() throws {
    let study = try FrozenStudy()
    let scale = """
      furlong_scale: 1
      id: ladder
      name: Ladder
      measures: hope
      better: higher
      score: total
      scores: { from: 0, to: 10, step: 1 }
      """
    try study.folder.write(scale, to: "scales/ladder.yaml")
    try study.change(
      "outcomes:\n", "outcomes:\n  - { scale: ladder, role: secondary, reliability: none }\n")
    try study.change(
      "  - { id: limits, ask: certainty }\n",
      "  - { id: hope, ask: change, outcomes: [ladder] }\n  - { id: limits, ask: certainty }\n")
    try study.bringData(followUps: 6)
    _ = try study.workflow(on: "2024-08-01").freezePlan()
    // A comment says nothing.
    try study.folder.write("# ours\n" + scale, to: "scales/ladder.yaml")
    #expect(refusal { _ = try study.workflow(on: "2025-09-01").evaluate(as: .csv) } == nil)

    try study.folder.write(
      scale.replacingOccurrences(of: "better: higher", with: "better: lower"),
      to: "scales/ladder.yaml")
    let workflow = try study.workflow(on: "2025-09-01")
    let shown = try #require(refusal { _ = try workflow.evaluate(as: .csv) })
    #expect(shown.refused)
    #expect(shown.what.contains("scales/ladder.yaml: better is 'lower' and was 'higher'"))
    _ = try workflow.amendPlan(why: "It was upside down.")
    let planned = try study.planned(on: "2025-09-02")
    #expect(planned["hope"] == ["amended"])
    #expect(planned["wellbeing"] == ["yes"])
    try FileManager.default.removeItem(
      at: study.folder.url.appendingPathComponent("scales/ladder.yaml"))
    #expect(refusal { _ = try workflow.evaluate(as: .csv) } != nil)
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
      { _ = try workflow.report(as: [.html], to: nil) },
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
}
