import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct CertaintyTests {
  private func limits(
    _ draft: StudyDraft, after asked: [EvaluationStep.Asked] = []
  ) throws -> [CertaintyFinding<Unreleased>.Limit] {
    var draft = draft
    // First in the plan: it is answered last all the same.
    draft.plan.steps =
      [StudyDraft.step("limits", .certainty)]
      + asked.enumerated().map { StudyDraft.step("s\($0.offset)", $0.element) }
    guard case .certainty(let finding)? = try draft.findings().steps.first?.finding else {
      throw StudyDraft.WrongFinding()
    }
    return finding.limits
  }

  /// Forty people who all came back, with nothing to complain of but the design.
  private func sound() -> StudyDraft {
    var draft = StudyDraft(size: 40)
    draft.score(
      "qpr15", before: (0..<40).map { Double(20 + $0 % 11) },
      after: (0..<40).map { Double(22 + $0 % 13) })
    return draft
  }

  @Test func `the design is always a limit`() throws {
    #expect(try limits(sound()) == [.noComparator])
    var arms = sound()
    arms.plan.design = .armsApart
    #expect(try limits(arms) == [.armsNotCompared])
    arms.cohortPlan.fictional = true
    #expect(try limits(arms) == [.inventedData, .armsNotCompared])
  }

  @Test func `strength is level 2 of Nesta and level 1 of Maryland`() throws {
    for design in [EvaluationPlan.Design.beforeAfter, .armsApart] {
      var draft = sound()
      draft.plan.design = design
      guard case .certainty(let finding)? = try draft.finding(.certainty) else {
        throw StudyDraft.WrongFinding()
      }
      #expect(finding.strength.nesta == 2)
      #expect(finding.strength.maryland == 1)
    }
  }

  @Test func `fewer than 60 % of those due`() throws {
    var draft = sound()
    // 24 of 40 is 60 %: no limit; 23 is.
    for person in 24..<40 { draft.scored.scores[1].values[person] = nil }
    let enough = try limits(draft)
    #expect(!enough.contains { if case .lowFollowUp = $0 { true } else { false } })
    draft.scored.scores[1].values[23] = nil
    let limit = try limits(draft).first { if case .lowFollowUp = $0 { true } else { false } }
    guard case .lowFollowUp("qpr15", let occasion, let share)? = limit else {
      Issue.record("no limit")
      return
    }
    #expect(occasion.id == "after")
    #expect(share.estimate?.value == 23.0 / 40)
  }

  @Test func `those missing differ by more than 0.2`() throws {
    var draft = sound()
    func loseThose(above score: Double) {
      for person in 0..<40 where (draft.scored.scores[0].values[person] ?? 0) > score {
        draft.scored.scores[1].values[person] = nil
      }
    }
    func differences() throws -> [Double] {
      try limits(draft).compactMap { limit in
        guard case .missingDiffer("qpr15", _, .firstScore, let difference) = limit else {
          return nil
        }
        return difference.estimate?.value
      }
    }
    // Six people: too few to say so.
    loseThose(above: 28)
    #expect(try differences().isEmpty)
    loseThose(above: 26)
    #expect(try differences().count == 1)
    #expect(try differences().allSatisfy { $0 > 0.2 })
  }

  @Test func `of a column only the value that differs most is a limit`() throws {
    var draft = sound()
    draft.scored.cohort.about["team"] = (0..<40).map { ["north", "south", "west"][$0 % 3] }
    // Eleven of the north, two of the south, one of the west: all three shares differ by more than 0.2.
    for person in [1, 2, 4] + stride(from: 9, to: 40, by: 3) {
      draft.scored.scores[1].values[person] = nil
    }
    let values = try limits(draft).compactMap { limit -> String? in
      guard case .missingDiffer(_, _, .value("team", let value), _) = limit else { return nil }
      return value
    }
    #expect(values == ["north"])
  }

  @Test func `fewer than 30 people`() throws {
    var draft = StudyDraft(size: 29)
    draft.score(
      "qpr15", before: (0..<29).map { Double(20 + $0 % 11) },
      after: (0..<29).map { Double(22 + $0 % 13) })
    let few = try limits(draft, after: [.change(outcomes: []), .meaning(outcomes: [])])
    #expect(few.count { if case .fewPeople = $0 { true } else { false } } == 1)
    #expect(
      few.contains(
        .fewPeople(
          what: "qpr15", occasion: TimeName(id: "after", label: "after"), group: .everyone,
          people: PeopleCount(29, .paired(scale: "qpr15", occasion: "after", group: "all")))))
  }

  @Test func `more than 15 % at an end of the scale`() throws {
    var draft = sound()
    for person in 0..<7 { draft.scored.scores[0].values[person] = 60 }
    let limit = try limits(draft).first { if case .ceilingOrFloor = $0 { true } else { false } }
    guard case .ceilingOrFloor(_, let atBest, let atWorst)? = limit else {
      Issue.record("no limit")
      return
    }
    #expect(atBest.estimate?.value == 7.0 / 40)
    #expect(atWorst.estimate?.value == 0)
  }

  @Test func `more than 5 % of forms with items filled in`() throws {
    var draft = sound()
    draft.scored.scores[0].filledIn[0] = true
    draft.scored.scores[0].filledIn[1] = true
    draft.scored.scores[0].filledIn[2] = true
    draft.scored.scores[0].filledIn[3] = true
    let asked = [EvaluationStep.Asked.change(outcomes: [])]
    func isFilled(_ limit: CertaintyFinding<Unreleased>.Limit) -> Bool {
      if case .filledIn = limit { true } else { false }
    }
    #expect(try !limits(draft, after: asked).contains(where: isFilled))
    draft.scored.scores[0].filledIn[4] = true
    #expect(try limits(draft, after: asked).contains(where: isFilled))
  }

  @Test func `more than three outcomes and no primary one`() throws {
    var draft = sound()
    draft.plan.outcomes[0].role = .secondary
    draft.cohortPlan.events = ["a", "b", "c"].map {
      EventKind(id: $0, one: $0, many: $0, role: .secondary)
    }
    #expect(try limits(draft).contains(.manyOutcomes(count: 4)))
    draft.cohortPlan.events[0].role = .primary
    #expect(try !limits(draft).contains(.manyOutcomes(count: 4)))
  }

  @Test func `steps thought of later, or changed`() throws {
    var draft = sound()
    draft.plan.steps = [
      EvaluationStep(id: "late", asking: .reach, groups: [], planned: .no),
      EvaluationStep(
        id: "limits", asking: .certainty, groups: [], planned: .amended(why: "a reason")),
    ]
    guard case .certainty(let finding)? = try draft.findings().steps.last?.finding else {
      throw StudyDraft.WrongFinding()
    }
    #expect(finding.limits.contains(.notPlanned(step: "late", why: nil)))
    #expect(finding.limits.contains(.notPlanned(step: "limits", why: "a reason")))
  }

  @Test func `service use: one trust, people not linked, and a return to be expected`() throws {
    var draft = StudyDraft(size: 40)
    draft.count(before: (0..<40).map { $0 % 3 }, after: (0..<40).map { $0 % 2 })
    for index in draft.scored.cohort.serviceUse.indices {
      draft.scored.cohort.serviceUse[index].notLinkable = 2
      draft.scored.cohort.serviceUse[index].notKnown = 3
    }
    let asked = [EvaluationStep.Asked.serviceUse(events: [])]
    let found = try limits(draft, after: asked)
    #expect(found.contains(.oneTrustOnly))
    #expect(
      found.contains(
        .notLinked(event: "admission", people: PeopleCount(5, .notLinked(event: "admission")))))
    #expect(found.contains(.regressionToTheMean(what: ["admission"])))
    #expect(try !limits(draft).contains(.oneTrustOnly))
  }

  @Test func `in a trial only a rise before day 0 announces a return`() throws {
    var draft = StudyDraft(size: 40)
    draft.plan.design = .armsApart
    draft.count(before: (0..<40).map { $0 % 3 }, after: (0..<40).map { $0 % 2 })
    func timeline(_ last: Int) -> [EventTimeline] {
      [
        EventTimeline(
          event: "admission", window: "year", unit: .months,
          bins: (-12..<12).map {
            .init(
              from: $0, to: $0 + 1, events: (-3..<0).contains($0) ? last : 10,
              peopleWithAny: 1, people: 40, days: 1200)
          })
      ]
    }
    let asked = [EvaluationStep.Asked.serviceUse(events: [])]
    draft.scored.cohort.timelines = timeline(15)
    #expect(
      try !limits(draft, after: asked)
        .contains(.regressionToTheMean(what: ["admission"])))
    draft.scored.cohort.timelines = timeline(16)
    #expect(
      try limits(draft, after: asked)
        .contains(.regressionToTheMean(what: ["admission"])))
  }

  @Test func `scales of a study without comparison are expected to return`() throws {
    let found = try limits(sound(), after: [.change(outcomes: [])])
    #expect(found.contains(.regressionToTheMean(what: ["qpr15"])))
  }
}
