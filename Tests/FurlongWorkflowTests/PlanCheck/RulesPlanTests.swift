import Foundation
import FurlongEvaluation
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A plan that counts by named sets of rules: what its check says is what the report goes by.
@Suite("Named sets of rules in a plan")
struct RulesPlanTests {
  private func study() throws -> FrozenStudy {
    let study = try FrozenStudy()
    try study.bringData(followUps: 6)
    try study.change(
      "  - { scale: swemwbs, role: primary, reliability: implied-by-sem }\n",
      "  - { scale: swemwbs, role: primary, reliability: implied-by-sem }\n"
        + "  - { scale: phq9, role: secondary, reliability: none }\n"
        + "  - { scale: gad7, role: secondary, reliability: none }\n"
        + "  - { scale: dialog.item-1, role: secondary }\n"
        + "  - { scale: gbo.goal-1, role: secondary }\n"
        + "  - { scale: reqol10, role: secondary, reliability: test-retest }\n")
    try study.change(
      "  - { id: limits, ask: certainty }\n",
      "  - { id: by-rules, ask: meaning, rules: [nhs-tt, nhse-cmh, cyp] }\n"
        + "  - { id: limits, ask: certainty }\n")
    let names = (1...9).map { "P\($0)" } + (1...7).map { "G\($0)" } + ["D1", "GBO", "RQ"]
    func line(_ person: Int, _ day: String, _ answers: [Int]) -> String {
      (["S\(person)", day] + answers.map(String.init)).joined(separator: ",") + "\n"
    }
    let before = (1...6).map { person in
      line(
        person, "0\(person)/09/2024",
        Array(repeating: 2, count: 16) + [3, 2, 18 + person])
    }
    let after = (1...6).map { person in
      line(
        person, "0\(person)/01/2025",
        Array(repeating: person % 3, count: 16) + [3 + person % 2, 2 + person, 16 + 3 * person])
    }
    try study.folder.write(
      (["Student", "Day"] + names).joined(separator: ",") + "\n" + before.joined() + after.joined(),
      to: "exports/measures.csv")
    try study.folder.write(
      FrozenStudy.formsMap.replacingOccurrences(of: "forms.csv", with: "measures.csv")
        .replacingOccurrences(
          of: "  - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }\n",
          with: """
              - { scale: phq9, items: [\(names[0..<9].joined(separator: ", "))] }
              - { scale: gad7, items: [\(names[9..<16].joined(separator: ", "))] }
              - { scale: dialog.item-1, items: [D1] }
              - { scale: gbo.goal-1, items: [GBO] }
              - { scale: reqol10, total: RQ }

            """), to: "maps/measures.map.yaml")
    return study
  }

  @Test("the check and the report give the same points, cut-offs and sources")
  func sameThresholds() throws {
    let study = try study()
    let check = try study.workflow(on: "2025-09-01").checkPlan().text
    _ = try study.workflow(on: "2025-09-01").importExports()
    let report = try study.report(on: "2025-09-01").replacing("\\", with: "")
    let catalogue = try ScaleCatalogue.shipped()
    let outcomes = ["swemwbs", "phq9", "gad7", "dialog.item-1", "gbo.goal-1", "reqol10"].map {
      OutcomePlan(
        scale: $0, role: .secondary,
        reliability: $0 == "reqol10" ? "test-retest" : $0 == "swemwbs" ? "implied-by-sem" : .none)
    }
    var seen = 0
    for rules in RuleSet.allCases {
      #expect(check.contains("Also by the rules \(rules.word) (\(rules.source)"))
      #expect(report.contains(rules.source))
      for ruled in rules.judged(outcomes, by: catalogue) {
        guard let points = ruled.reliability.points else { continue }
        let name = ruled.scale.name
        let number = String(Int(points))
        #expect(
          check.contains(
            "\(name): a change of at least \(number) points (\(ruled.reliability.source))"),
          "\(name)")
        #expect(
          report.contains("**\(number) point\(points == 1 ? "" : "s")** on \(name)"), "\(name)")
        #expect(report.contains("(\(ruled.reliability.source))"), "\(name)")
        seen += 1
        guard let cutOff = ruled.cutOff else { continue }
        let side = ruled.scale.higherIsBetter ? "or less" : "or more"
        #expect(
          check.contains("in the clinical range at \(Int(cutOff.score)) \(side) (\(cutOff.source))")
        )
        #expect(report.contains("\(Int(cutOff.score)) \(side) on \(name)"), "\(name)")
      }
    }
    // 2 of Talking Therapies, 3 of community services, 4 of several scales with published points.
    #expect(seen == 9)
    #expect(check.contains("Not judged by these rules: SWEMWBS"))
    #expect(check.contains("from memory, not verified"))
  }

  @Test("the check and the report give the same cut-off, and say how it is made")
  func sameCutOff() throws {
    let study = try study()
    try study.change(
      "  - { scale: reqol10, role: secondary, reliability: test-retest }\n",
      "  - { scale: reqol10, role: secondary, reliability: test-retest, cut_off: b, "
        + "norm: { mean: 30, sd: 4, source: A survey } }\n")
    let check = try study.workflow(on: "2025-09-01").checkPlan().text
    #expect(
      check.contains(
        "cut-off by criterion b: 2 SD worse than people without difficulty (mean 30, SD 4, A survey); "
          + "beside it: published, a, c"))
    _ = try study.workflow(on: "2025-09-01").importExports()
    let report = try study.report(on: "2025-09-01")
    // 30 − 2 · 4.
    #expect(report.contains("The cut-off is **22.0**, by criterion b of Jacobson and Truax"))
    for other in ["the published cut-off, 24", "criterion a of", "criterion c of"] {
      #expect(report.contains("By \(other)"), "\(other)")
    }
    let results = try study.workflow(on: "2025-09-01").evaluate(as: .csv)
    #expect(results.contains("cut_off,22,"))
    #expect(results.contains("\"cut-off, c\"") || results.contains("cut-off, c"))
  }

  @Test("a plan that was frozen is told of rules that were added")
  func frozen() throws {
    let study = try study()
    let workflow = try study.workflow(on: "2024-08-01")
    _ = try workflow.freezePlan()
    try study.change("rules: [nhs-tt, nhse-cmh, cyp]", "rules: [nhs-tt, cyp]")
    #expect(try workflow.checkPlan().text.contains("steps[by-rules].rules"))
  }

  @Test("the guide's table has the points of the catalogue")
  func guide() throws {
    let guide = try String(
      contentsOf: projectFolder().appendingPathComponent("docs/guides/plan.md"), encoding: .utf8)
    let catalogue = try ScaleCatalogue.shipped()
    func ruled(_ rules: RuleSet, _ scale: String) throws -> RuledScale {
      try #require(
        rules.judged(
          [OutcomePlan(scale: scale, role: .primary, reliability: .none)], by: catalogue
        ).first)
    }
    func points(_ rules: RuleSet, _ scale: String) throws -> Int {
      Int(try #require(try ruled(rules, scale).reliability.points))
    }
    func cutOff(_ rules: RuleSet, _ scale: String) throws -> Int {
      Int(try #require(try ruled(rules, scale).cutOff).score)
    }
    for words in [
      "less by \(try points(.nhsTalkingTherapies, "phq9")) on PHQ-9 or by \(try points(.nhsTalkingTherapies, "gad7")) on GAD-7",
      "(PHQ-9 from \(try cutOff(.nhsTalkingTherapies, "phq9")) or GAD-7 from \(try cutOff(.nhsTalkingTherapies, "gad7")))",
      "more by \(try points(.nhsCommunity, "dialog.item-1")) (an item of DIALOG), \(try points(.nhsCommunity, "gbo.goal-1")) (a goal) or \(try points(.nhsCommunity, "reqol10")) (ReQoL-10)",
      "below \(try cutOff(.nhsCommunity, "reqol10") + 1) at the start",
    ] { #expect(guide.contains(words), "\(words)") }
    for rules in RuleSet.allCases { #expect(guide.contains("| `\(rules.word)` |")) }
  }
}
