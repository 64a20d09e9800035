import FurlongEvaluation
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What randomised arms differ by in cost and effect")
struct ArmCostTests {
  /// Forty people in two arms and four in none; those in the new one use more and come to lie lower.
  private func draft(values: [Double] = [100, 300]) -> StudyDraft {
    var draft = StudyDraft(size: 44)
    let people = Array(0..<44)
    func isNew(_ person: Int) -> Bool { person % 2 == 0 }
    let before: [Double?] = people.map { Double(20 + $0 % 11) }
    let after: [Double?] = people.map { Double(20 + $0 % 13) - (isNew($0) ? 3 : 0) }
    draft.score("bdi2", before: before, after: after)
    draft.count(before: people.map { 2 + $0 % 3 }, after: people.map(Self.admissions))
    draft.plan.design = .randomised(ArmComparisonTests.arms)
    draft.plan.groups = [
      GroupPlan(
        column: "arm", label: "arm",
        values: [
          .init(value: "usual", label: "usual care"), .init(value: "new", label: "new care"),
        ])
    ]
    draft.scored.cohort.about = [
      "arm": (0..<44).map { $0 >= 40 ? nil : $0 % 2 == 0 ? "new" : "usual" }
    ]
    draft.plan.costs = StudyDraft.costs
    draft.plan.costs?.served = 50
    draft.plan.costs?.pointValues = values
    return draft
  }

  private static func admissions(_ person: Int) -> Int { person % 5 + 1 - person % 2 }

  private func arms(_ draft: StudyDraft) throws -> [MoneyFinding<Unreleased>.Arms] {
    guard case .money(let found)? = try draft.finding(.money(events: [])) else {
      throw StudyDraft.WrongFinding()
    }
    return found.arms
  }

  @Test("cost, effect and worth are those of the people, by hand", .tags(.law))
  func byHand() throws {
    let draft = draft()
    let found = try #require(arms(draft).first)
    #expect(found.book == "trust" && found.window.id == "year")
    #expect([found.comparison.treated, found.comparison.control].map(\.used.count) == [20, 20])
    // An admission costs 4,000 · 1.03; the service 20,000 · 1.03 among 50.
    let use = (0..<40).map { Double(Self.admissions($0)) * 4_120 }
    let new = stride(from: 0, to: 40, by: 2).reduce(0) { $0 + use[$1] } / 20
    let usual = stride(from: 1, to: 40, by: 2).reduce(0) { $0 + use[$1] } / 20
    let cost = try #require(found.comparison[.cost].estimate)
    expectClose(cost.value, new - usual + 412, relative: 1e-12)
    #expect(cost.caveats.contains(.costsOfSmallArms(fewest: 20)))
    guard case .change(let change)? = try draft.finding(.change(outcomes: [])) else {
      throw StudyDraft.WrongFinding()
    }
    let adjusted = try #require(change.outcomes[0].arms[0][.difference].estimate)
    let effect = try #require(found.comparison[.effect].estimate)
    expectClose(effect.value, adjusted.value, relative: 1e-11)
    let interval = try #require(effect.interval)
    #expect(interval.low < effect.value && effect.value < interval.high)
    // Lower is better on this scale, and nothing is flipped but for what a point is worth.
    for worth in found.worths {
      expectClose(
        try #require(worth[.netBenefit].estimate?.value), -worth.point * effect.value - cost.value,
        relative: 1e-11)
    }
    let shares = ArmCostMeasure.quadrants.compactMap { found.comparison[$0].estimate?.value }
    expectClose(shares.reduce(0, +), 1, relative: 1e-12)
  }

  @Test(
    "on a scale of which higher is better, the same people turned round gain as much", .tags(.law))
  func turned() throws {
    let draft = draft()
    var other = draft
    other.plan.outcomes[0].scale = "swemwbs"
    other.cohortPlan.scales[0].scale = "swemwbs"
    for place in other.scored.scores.indices {
      other.scored.scores[place].scale = "swemwbs"
      other.scored.scores[place].values = other.scored.scores[place].values.map {
        $0.map { 60 - $0 }
      }
    }
    let (one, two) = (try #require(arms(draft).first), try #require(arms(other).first))
    expectClose(
      try #require(one.comparison[.effect].estimate?.value),
      -(try #require(two.comparison[.effect].estimate?.value)), relative: 1e-11)
    for (first, second) in zip(one.worths, two.worths) {
      expectClose(
        try #require(first[.netBenefit].estimate?.value),
        try #require(second[.netBenefit].estimate?.value), relative: 1e-10)
    }
  }

  @Test(
    "is of those with both scores and a whole window after day 0, and tells how many others there are"
  )
  func who() throws {
    var draft = draft()
    for place in draft.scored.scores.indices where draft.scored.scores[place].occasion == "after" {
      draft.scored.scores[place].values[0] = nil
    }
    // Of two of the other arm the window after is not whole; a third has no time before it, which does not matter.
    for place in draft.scored.cohort.serviceUse.indices {
      let rule = draft.scored.cohort.serviceUse[place].rule
      if rule == .wholeWindow {
        draft.scored.cohort.serviceUse[place].eventsOfWholeAfter[1] = nil
        draft.scored.cohort.serviceUse[place].eventsOfWholeAfter[3] = nil
      }
      draft.scored.cohort.serviceUse[place].counted[5] = false
      guard rule == .bothWindowsWhole else { continue }
      draft.scored.cohort.serviceUse[place].counted[1] = false
      draft.scored.cohort.serviceUse[place].counted[3] = false
    }
    let found = try #require(arms(draft).first)
    #expect(found.comparison.treated.used.count == 19)
    #expect(found.comparison.control.used.count == 18)
    #expect(found.comparison.treated.eligible.count == 20)
    // Of each arm: with both scores and not here, or only here; then counted, twice.
    #expect(
      found.apart?.flatMap { [$0.notHere, $0.onlyHere] }
        == [0, 0, 1, 0, 1, 0, 2, 0, 2, 1, 0, 1])
    draft.plan.steps = [StudyDraft.step("money", .money(events: []))]
    let names = try Evaluator(
      plan: draft.plan, cohortPlan: draft.cohortPlan, catalogue: .shipped()
    ).membership(of: draft.scored).groups
    let costed = names.first { $0.name == "costed bdi2 after year arm=usual" }
    #expect(costed?.people.count == 18 && costed?.people.contains(1) == false)
  }

  @Test("compares nothing without an arm, a leading scale or what the service cost", .tags(.edge))
  func reasons() throws {
    func reason(_ change: (inout StudyDraft) -> Void) throws -> NotEstimable? {
      var draft = draft()
      change(&draft)
      guard case .notEstimable(let reason, _, _)? = try arms(draft).first?.comparison[.cost] else {
        return nil
      }
      return reason
    }
    #expect(try reason { $0.plan.costs?.served = nil } == .servedNotSaid)
    #expect(try reason { $0.plan.costs?.deliveries = [] } == .noDeliveryCost)
    #expect(
      try reason { $0.scored.cohort.about["arm"] = (0..<44).map { $0 == 0 ? "new" : "usual" } }
        == .tooFew(needed: 2, found: 1))
    #expect(
      try reason {
        for place in $0.scored.cohort.serviceUse.indices {
          $0.scored.cohort.serviceUse[place].notPossible = .noDates
        }
      } == .notCountable(.noDates))
    var secondary = draft()
    secondary.plan.outcomes[0].role = .secondary
    #expect(try arms(secondary).isEmpty)
    var alone = draft()
    alone.plan.design = .beforeAfter
    #expect(try arms(alone).isEmpty)
  }

  @Test("stands at the follow-up nearest to the window's end")
  func nearest() throws {
    var draft = draft()
    func occasion(_ id: String, _ day: Int) -> Occasion {
      Occasion(
        id: id, label: id, role: .followUp,
        window: .init(from: day - 30, to: day + 30, nearestTo: day))
    }
    draft.cohortPlan.occasions = [
      StudyDraft.before, occasion("early", 120), occasion("after", 340), occasion("late", 700),
    ]
    #expect(try arms(draft).map(\.comparison.time.id) == ["after"])
  }

  @Test("the order of people and the number of threads change no byte", .tags(.law))
  func order() throws {
    var draft = draft()
    draft.scored.cohort.dayZero = (0..<44).map { _ in CalendarDay(number: 19_010) }
    let other = InventedStudy.reordered(draft)
    #expect(other.scored != draft.scored)
    #expect(try arms(draft) == arms(other))
    draft.plan.steps = [StudyDraft.step("money", .money(events: []))]
    #expect(try draft.findings().bytes() == draft.findings(threads: 3).bytes())
  }
}
