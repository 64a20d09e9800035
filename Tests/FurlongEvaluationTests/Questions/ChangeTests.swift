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
    #expect(row.used.count == 2)
    #expect(row.eligible.count == 4)
    #expect(row[.meanBefore].estimate?.value == 15)
    #expect(row[.meanChange].estimate?.value == 4)
    #expect(row[.meanChange].estimate?.used.count == 2)
    #expect(row[.meanChange].estimate?.eligible.count == 4)
  }

  @Test func `nobody is missing at a follow-up at which a scale was not asked`() throws {
    var draft = StudyDraft(size: 4)
    draft.score("qpr15", before: [10, 20, 30, 40], after: [12, 26, 30, nil])
    draft.score("swemwbs", role: .secondary, before: [20, 21, 22, 23], after: [21, 24, 23, 27])
    draft.cohortPlan.occasions.append(
      Occasion(id: "later", label: "later", role: .followUp, window: nil))
    let later: [String: [Double?]] = ["qpr15": [nil, 1, nil, 2], "swemwbs": [20, 22, nil, nil]]
    for (scale, values) in later {
      draft.scored.scores.append(
        ScoredCohort.Scores(
          scale: scale, occasion: "later", values: values,
          due: Array(repeating: true, count: 4), filledIn: Array(repeating: false, count: 4)))
    }
    draft.cohortPlan.scales[0].askedAt = ["after"]
    #expect(try draft.change().map(\.occasion.id) == ["after", "after", "later"])
    #expect(draft.cohortPlan.followUps(of: "work").map(\.id) == ["after", "later"])
    guard case .change(let change)? = try draft.finding(.change(outcomes: [])) else { return }
    #expect(change.outcomes.map { $0.forms[.inUse].estimate?.value } == [7, 10])
    let reach = try draft.reach()
    let asked = reach.flows.map { "\($0.scale?.id ?? "") \($0.occasion?.id ?? "")" }
    #expect(asked == ["qpr15 after", "swemwbs after", "swemwbs later"])
    #expect(reach.missing.map(\.occasion.id) == ["after", "after", "later"])
    guard case .certainty(let certainty)? = try draft.finding(.certainty) else { return }
    let low = certainty.limits.compactMap { limit -> String? in
      if case .lowFollowUp(let scale, let occasion, _) = limit {
        "\(scale) \(occasion.id)"
      } else {
        nil
      }
    }
    #expect(low == ["swemwbs later"])
  }

  @Test func `completers are told of from the day on by which they are told apart`() throws {
    var draft = StudyDraft(size: 4)
    draft.score("qpr15", before: [10, 20, 30, 40], after: [12, 26, 30, 44])
    func window(_ from: Int) -> Occasion.Window {
      .init(from: from, to: from + 60, nearestTo: from)
    }
    draft.cohortPlan.occasions[1].window = window(89)
    draft.cohortPlan.occasions.append(
      Occasion(id: "later", label: "later", role: .followUp, window: window(180)))
    draft.scored.scores.append(
      ScoredCohort.Scores(
        scale: "qpr15", occasion: "later", values: [12, 22, 32, 41],
        due: Array(repeating: true, count: 4), filledIn: Array(repeating: false, count: 4)))
    let landmark = Landmark(day: TimeLength(90, .days), completing: .sessions(6))
    draft.cohortPlan.landmark = landmark
    draft.scored.cohort.about[Landmark.column] = ["completed", "completed", "came", "came"]
    draft.plan.groups = [
      GroupPlan(
        column: Landmark.column, label: "completing",
        values: [
          .init(value: "completed", label: "completed"), .init(value: "came", label: "came"),
        ])
    ]
    let told = try draft.change(groups: [Landmark.column]).map {
      "\($0.group.id) \($0.occasion.id)"
    }
    #expect(
      told == ["all after", "all later", "completers=completed later", "completers=came later"])
    #expect(!landmark.isBefore(draft.cohortPlan.occasions[1]), "day 89 is before day 90")
    draft.cohortPlan.occasions[1].window = window(90)
    #expect(try draft.change(groups: [Landmark.column]).count == 6)
  }

  @Test(.tags(.edge)) func `one pair has means and nothing more`() throws {
    var draft = StudyDraft(size: 1)
    draft.score("qpr15", before: [10], after: [12])
    let row = try #require(draft.change().first)
    let tooFew = NoNumber(.tooFew(needed: 2, found: 1), used: 1, eligible: 1)
    #expect(row[.meanBefore].estimate?.value == 10)
    for measure in [
      ChangeMeasure.sdBefore, .sdAfter, .correlation, .meanChange, .sdChange, .tStatistic,
      .wilcoxon, .dAv, .gAv, .dZ, .dRm, .dB, .gB,
    ] {
      #expect(row[measure].none == tooFew)
    }
    let median = try #require(row[.medianChange].estimate)
    #expect(median.value == 2 && median.interval == nil)
    #expect(median.caveats == [.tooFewForLevel])
    #expect(median.caveats.map(\.note) == ["no interval: too few people for its level"])
  }

  @Test(.tags(.edge)) func `the same change in all has no spread to divide by`() throws {
    var draft = StudyDraft(size: 3)
    draft.score("qpr15", before: [10, 20, 30], after: [12, 22, 32])
    let row = try #require(draft.change().first)
    for measure in [
      ChangeMeasure.meanChange, .tStatistic, .dAv, .gAv, .dZ, .dRm, .dB, .gB,
    ] {
      #expect(row[measure].none == NoNumber(.noVariation, used: 3, eligible: 3))
    }
    #expect(row[.meanAfter].estimate?.value == 22)
    #expect(row[.wilcoxon].estimate?.value == 6)
  }

  // R 4.2.2: median(d); sort(d)[c(k, n + 1 - k)] with k = qbinom(.025, 9, .5) = 2; 1 - 2 * pbinom(1, 9, .5).
  @Test func `the median change lies between two of the changes`() throws {
    var draft = StudyDraft(size: 9)
    draft.score(
      "qpr15", before: [20, 20, 20, 20, 20, 20, 20, 20, 20],
      after: [19, 25, 20, 22, 31, 18, 24, 27, 23])
    let row = try #require(draft.change().first)
    let median = try #require(row[.medianChange].estimate)
    #expect(median.value == 3)
    #expect(row.answers.method(of: .medianChange) == .orderStatistics)
    #expect(median.interval?.low == -1 && median.interval?.high == 7)
    expectClose(try #require(median.interval).level, 0.9609375)
    #expect(row[.medianBefore].estimate?.value == 20)
    #expect(row[.medianAfter].estimate?.value == 23)
    // R 4.2.2: quantile(c(19, 25, 20, 22, 31, 18, 24, 27, 23), c(.25, .75))
    #expect(row[.lowerQuartileBefore].estimate?.value == 20)
    #expect(row[.lowerQuartileAfter].estimate?.value == 20)
    #expect(row[.upperQuartileAfter].estimate?.value == 25)
  }

  @Test func `improvement is towards the better end, half for who stayed`() throws {
    let before = [20.0, 20, 20, 20, 20, 20, 20, 20]
    let after = [25.0, 24, 22, 21, 26, 20, 20, 18]
    var draft = StudyDraft(size: 8)
    draft.score("qpr15", before: before, after: after)
    let row = try #require(draft.change().first)
    let up = try #require(row[.probabilityOfImprovement].estimate)
    #expect(up.value == 0.75)
    #expect(ChangeMeasure.probabilityOfImprovement.declared.unit == .proportion)
    #expect(row.answers.method(of: .probabilityOfImprovement) == .wilsonHalfTies)
    #expect(up.parts == Estimate.Parts(count: 6, of: 8, countsHalves: true))
    // R 4.2.2: prop.test(6, 8, correct = FALSE)
    expectClose(try #require(up.interval).low, 0.4092754303, relative: 1e-9)
    expectClose(try #require(up.interval).high, 0.9285207872, relative: 1e-9)
    var lower = StudyDraft(size: 8)
    lower.score("bdi2", before: before, after: after)
    let down = try #require(lower.change().first)
    #expect(down[.probabilityOfImprovement].estimate?.value == 0.25)
    #expect(down[.meanChange].estimate?.value == 2)
  }

  @Test(.tags(.law)) func `each size divides the mean change by the deviation of its name`() throws
  {
    var draft = StudyDraft(size: 6)
    draft.score("qpr15", before: [20, 22, 25, 19, 23, 30], after: [24, 21, 29, 22, 27, 31])
    let row = try #require(draft.change().first)
    func value(_ answer: FoundAnswer) throws -> Double { try #require(answer.estimate).value }
    let change = try value(row[.meanChange])
    let r = try value(row[.correlation])
    expectClose(try value(row[.dB]), change / (try value(row[.sdBefore])), relative: 1e-12)
    expectClose(
      try value(row[.dRm]), change / (try value(row[.sdChange])) * (2 * (1 - r)).squareRoot(),
      relative: 1e-12)
    #expect(abs(try value(row[.gB])) < abs(try value(row[.dB])))
    #expect(row.answers.method(of: .dB) == .bonett)
    #expect(row.answers.method(of: .dRm) == .cooper)
  }

  @Test(.tags(.edge)) func `constant scores are not correlated and nobody moved`() throws {
    var draft = StudyDraft(size: 3)
    draft.score("qpr15", before: [10, 10, 10], after: [10, 10, 10])
    let row = try #require(draft.change().first)
    #expect(row[.correlation].none == NoNumber(.noVariation, used: 3, eligible: 3))
    #expect(row[.wilcoxon].none == NoNumber(.noVariation, used: 3, eligible: 3))
    #expect(row[.sdBefore].estimate?.value == 0)
  }

  @Test(.tags(.edge)) func `where nobody is due nobody is eligible`() throws {
    var draft = StudyDraft(size: 2)
    draft.score("qpr15", before: [10, 12], after: [11, 15], due: [false, false])
    let row = try #require(draft.change().first)
    #expect(row.eligible.count == 0)
    #expect(
      row[.meanBefore].none == NoNumber(.tooFew(needed: 1, found: 0), used: 0, eligible: 0))
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
    #expect(finding.outcomes[0].forms[.shareFilledIn].estimate?.value == 0.5)
    #expect(finding.outcomes[0].forms[.inUse].estimate?.value == 4)
    #expect(finding.outcomes[0].forms[.filledIn].estimate?.value == 2)
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
