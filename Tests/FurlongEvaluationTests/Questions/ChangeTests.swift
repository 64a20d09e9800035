import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct ChangeTests {
  @Test func `only pairs that are due are used`() throws {
    var draft = StudyDraft(size: 5)
    draft.score(
      "qpr15", before: [10, 20, nil, 30, 40], after: [12, 26, 30, nil, 60],
      due: [true, true, true, true, false])
    let row = try #require(draft.change().first)
    #expect(row.used == .exactly(2))
    #expect(row.eligible == .exactly(4))
    #expect(row.meanBefore.estimate?.value == 15)
    #expect(row.meanChange.estimate?.value == 4)
    #expect(row.meanChange.estimate?.used == 2)
    #expect(row.meanChange.estimate?.eligible == 4)
  }

  @Test(.tags(.edge)) func `one pair has means and nothing more`() throws {
    var draft = StudyDraft(size: 1)
    draft.score("qpr15", before: [10], after: [12])
    let row = try #require(draft.change().first)
    let tooFew = Answer.notEstimable(.tooFew(needed: 2, found: 1), used: 1, eligible: 1)
    #expect(row.meanBefore.estimate?.value == 10)
    for answer in [
      row.sdBefore, row.sdAfter, row.correlation, row.meanChange, row.sdChange, row.tStatistic,
      row.wilcoxon, row.dAv, row.gAv, row.dZ,
    ] {
      #expect(answer == tooFew)
    }
  }

  @Test(.tags(.edge)) func `the same change in all has no spread to divide by`() throws {
    var draft = StudyDraft(size: 3)
    draft.score("qpr15", before: [10, 20, 30], after: [12, 22, 32])
    let row = try #require(draft.change().first)
    for answer in [row.meanChange, row.tStatistic, row.dAv, row.gAv, row.dZ] {
      #expect(answer == .notEstimable(.noVariation, used: 3, eligible: 3))
    }
    #expect(row.meanAfter.estimate?.value == 22)
    #expect(row.wilcoxon.estimate?.value == 6)
  }

  @Test(.tags(.edge)) func `constant scores are not correlated and nobody moved`() throws {
    var draft = StudyDraft(size: 3)
    draft.score("qpr15", before: [10, 10, 10], after: [10, 10, 10])
    let row = try #require(draft.change().first)
    #expect(row.correlation == .notEstimable(.noVariation, used: 3, eligible: 3))
    #expect(row.wilcoxon == .notEstimable(.noVariation, used: 3, eligible: 3))
    #expect(row.sdBefore.estimate?.value == 0)
  }

  @Test(.tags(.edge)) func `where nobody is due nobody is eligible`() throws {
    var draft = StudyDraft(size: 2)
    draft.score("qpr15", before: [10, 12], after: [11, 15], due: [false, false])
    let row = try #require(draft.change().first)
    #expect(row.eligible == .exactly(0))
    #expect(
      row.meanBefore == .notEstimable(.tooFew(needed: 1, found: 0), used: 0, eligible: 0))
  }

  @Test func `the share of forms filled in is of forms in use`() throws {
    var draft = StudyDraft(size: 4)
    draft.score(
      "qpr15", before: [10, 12, 13, nil], after: [11, nil, nil, nil],
      filledIn: [true, false, false, false])
    guard case .change(let finding)? = try draft.finding(.change(outcomes: [])) else {
      Issue.record("no change")
      return
    }
    #expect(finding.outcomes[0].filledIn.estimate?.value == 0.5)
  }

  @Test func `what cannot be asked is an error`() throws {
    var draft = StudyDraft(size: 1)
    draft.score("qpr15", before: [10], after: [12])
    #expect(throws: EvaluationError.unknownOutcome(step: "only", scale: "bdi2")) {
      try draft.finding(.change(outcomes: ["bdi2"]))
    }
    #expect(throws: EvaluationError.unknownGroups(step: "only", column: "arm")) {
      try draft.finding(.change(outcomes: []), groups: ["arm"])
    }
    draft.plan.groups = [GroupPlan(column: "arm", label: "arm", values: [])]
    #expect(throws: EvaluationError.columnNotKept("arm")) {
      try draft.finding(.change(outcomes: []), groups: ["arm"])
    }
    draft.cohortPlan.occasions = []
    #expect(throws: EvaluationError.noBaseline(step: "only")) {
      try draft.finding(.change(outcomes: []))
    }
    draft.plan.outcomes[0].scale = "qpr51"
    #expect(throws: EvaluationError.unknownScale("qpr51")) {
      try draft.finding(.change(outcomes: []))
    }
  }
}
