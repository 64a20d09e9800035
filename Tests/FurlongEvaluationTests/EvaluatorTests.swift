import FurlongEvaluation
import FurlongScales
import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct EvaluatorTests {
  @Test func `steps stand in the plan's order, with what was planned`() throws {
    var draft = InventedStudy.draft()
    draft.plan.steps[1].planned = .amended(why: "a reason")
    let steps = try draft.findings().steps
    #expect(
      steps.map(\.id) == [
        "limits", "who", "change", "meaning", "use", "times", "units", "money", "lives", "feedback",
        "stories",
      ])
    #expect(steps[1].planned == .amended(why: "a reason"))
    guard case .certainty(let certainty) = steps[0].finding else {
      Issue.record("the first step asks for certainty")
      return
    }
    // What the later steps found is known to the first.
    #expect(certainty.limits.contains(.regressionToTheMean(what: ["admission"])))
  }

  @Test func `progress is told step by step`() throws {
    let draft = InventedStudy.draft()
    var told: [EvaluationProgress] = []
    _ = try Evaluator(
      plan: draft.plan, cohortPlan: draft.cohortPlan, catalogue: .shipped(),
      codebook: .shipped("chime-d")
    ).evaluate(draft.scored, provenance: StudyDraft.provenance) { told.append($0) }
    #expect(told.map(\.done) == Array(0...10))
    #expect(
      told.map(\.step) == [
        "who", "change", "meaning", "use", "times", "units", "money", "lives", "feedback",
        "stories", "limits",
      ])
  }

  @Test func `the study is described as the plan has it`() throws {
    let study = try InventedStudy.draft().findings().study
    #expect(study.id == "a-test")
    #expect(study.people.many == "students")
    #expect(study.outcomes == 4)
  }

  @Test func `a level that is no level is refused`() throws {
    var draft = StudyDraft(size: 1)
    draft.plan.confidence = 1
    #expect(throws: EvaluationError.confidenceOutsideRange(1)) { try draft.findings() }
  }

  @Test func `a codebook that was not given is named`() throws {
    let draft = InventedStudy.draft()
    #expect(throws: EvaluationError.codebookMissing("chime-d")) {
      try Evaluator(plan: draft.plan, cohortPlan: draft.cohortPlan, catalogue: .shipped())
        .evaluate(draft.scored, provenance: StudyDraft.provenance)
    }
  }

  @Test func `the level of the plan is that of every interval`() throws {
    var draft = InventedStudy.draft()
    draft.plan.confidence = 0.9
    let rows = ResultsTable(try draft.findings()).rows
    // Between two of the changes no interval has just the plan's level; it says what it attains.
    let levels = rows.filter { $0.measure != "median_change" }.compactMap(\.confLevel)
    #expect(!levels.isEmpty)
    #expect(Set(levels) == [0.9])
    let medians = rows.filter { $0.measure == "median_change" }.compactMap(\.confLevel)
    #expect(!medians.isEmpty && medians.allSatisfy { $0 >= 0.9 })
  }

  @Test func `every error says what to do`() {
    let errors: [EvaluationError] = [
      .unknownOutcome(step: "s", scale: "x"), .unknownScale("x"),
      .unknownEvent(step: "s", event: "x"), .unknownGroups(step: "s", column: "x"),
      .columnNotKept("x"), .noBaseline(step: "s"), .noWindow(step: "s"),
      .noStoriesPlan(step: "s"), .codebookMissing("x"), .confidenceOutsideRange(2),
    ]
    for error in errors {
      #expect(error.description.hasSuffix("."))
      #expect(
        error.description.contains("study.yaml") || error.description.contains("maps/")
          || error.description.contains("`furlong scales`")
          || error.description.contains("such as 0.95"))
    }
  }
}
