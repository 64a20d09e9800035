import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The arms of a randomised study")
struct ArmComparisonTests {
  static let arms = RandomisedArms(column: "arm", treated: "new", control: "usual")

  /// Forty people in two arms, of whom those in the new one come to lie lower; two are in no arm.
  private func draft(_ arms: RandomisedArms = Self.arms, lost: Int = 0) -> StudyDraft {
    var draft = StudyDraft(size: 42)
    let before = (0..<42).map { Double(20 + $0 % 11) }
    let after = (0..<42).map { person -> Double? in
      let isNew = person % 2 == 0
      if isNew && person < 2 * lost { return nil }
      return Double(20 + person % 13) - (isNew ? 3 : 0)
    }
    draft.score("bdi2", before: before, after: after)
    draft.count(before: (0..<42).map { 2 + $0 % 3 }, after: (0..<42).map { $0 % 2 + $0 % 3 })
    draft.plan.design = .randomised(arms)
    draft.plan.groups = [
      GroupPlan(
        column: "arm", label: "arm",
        values: [
          .init(value: "usual", label: "usual care"), .init(value: "new", label: "new care"),
        ])
    ]
    draft.scored.cohort.about = [
      "arm": (0..<42).map { $0 >= 40 ? nil : $0 % 2 == 0 ? "new" : "usual" }
    ]
    return draft
  }

  private func change(_ draft: StudyDraft) throws -> ChangeFinding<Unreleased>.Outcome {
    guard case .change(let found)? = try draft.finding(.change(outcomes: [])) else {
      throw StudyDraft.WrongFinding()
    }
    return try #require(found.outcomes.first)
  }

  @Test("are told apart and compared wherever a step asks of them, whether or not it names them")
  func always() throws {
    let found = try change(draft())
    #expect(found.rows.map(\.group.id) == ["all", "arm=usual", "arm=new"])
    let comparison = try #require(found.arms.first)
    #expect(found.arms.count == 1)
    #expect(comparison.treated.group.label == "new care")
    #expect(comparison.control.group.label == "usual care")
    #expect([comparison.treated.used.count, comparison.control.used.count] == [20, 20])
    #expect(comparison.used.count == 40 && comparison.eligible.count == 40, "two are in no arm")
    #expect(try draft().meaning().arms.count == 1)
    #expect(try draft().serviceUse().arms?.used.count == 40)
  }

  @Test("are not compared in any other design")
  func others() throws {
    for design in [EvaluationPlan.Design.beforeAfter, .armsApart] {
      var draft = draft()
      draft.plan.design = design
      #expect(try change(draft).arms.isEmpty)
      #expect(try draft.meaning().arms.isEmpty)
      #expect(try draft.serviceUse().arms == nil)
      #expect(try change(draft).rows.count == 1)
    }
  }

  @Test("turned round turn every difference round, and every ratio over", .tags(.law))
  func turned() throws {
    let turned = RandomisedArms(column: "arm", treated: "usual", control: "new")
    let one = try #require(change(draft()).arms.first?[.difference].estimate)
    let other = try #require(change(draft(turned)).arms.first?[.difference].estimate)
    expectClose(one.value, -other.value, relative: 1e-12)
    #expect(one.value < 0)
    expectClose(
      try #require(one.interval?.low), -(try #require(other.interval?.high)), relative: 1e-12)
    for measure in ArmMeaningMeasure.allCases {
      let share = try #require(draft().meaning().arms.first?[measure].estimate)
      let back = try #require(draft(turned).meaning().arms.first?[measure].estimate)
      expectClose(share.value, -back.value, relative: 1e-12)
    }
    let ratio = try #require(draft().serviceUse().arms?[.ratioByDelta].estimate)
    let back = try #require(draft(turned).serviceUse().arms?[.ratioByDelta].estimate)
    expectClose(ratio.value, 1 / back.value, relative: 1e-12)
    #expect(ratio.value < 1)
  }

  @Test("in an arm of nobody or one there is a reason, and no number", .tags(.edge))
  func few() throws {
    var draft = draft()
    for few in [0, 1] {
      var seen = 0
      draft.scored.cohort.about["arm"] = (0..<42).map { person in
        guard person % 2 == 0 else { return "usual" }
        seen += 1
        return seen <= few ? "new" : nil
      }
      let comparison = try #require(change(draft).arms.first)
      #expect(comparison[.difference].none?.reason == .tooFew(needed: 2, found: few))
      #expect(
        try draft.serviceUse().arms?[.ratio].none?.reason == .tooFew(needed: 2, found: few))
      #expect(comparison.treated.used.count == few)
    }
  }

  @Test("a plan whose arms are no groups of it is refused with what mends it", .tags(.edge))
  func refused() throws {
    var none = draft()
    none.plan.groups = []
    #expect(throws: EvaluationError.armsNotGrouped(column: "arm")) { try change(none) }
    let other = RandomisedArms(column: "arm", treated: "newer", control: "usual")
    #expect(throws: EvaluationError.unknownArm("newer", column: "arm")) {
      try change(draft(other))
    }
  }

  @Test("that lost next to nobody stand at level 5 of Maryland, and that lost many are a limit")
  func attrition() throws {
    func certainty(_ draft: StudyDraft) throws -> CertaintyFinding<Unreleased> {
      var draft = draft
      draft.plan.steps = [
        StudyDraft.step("limits", .certainty),
        StudyDraft.step("change", .change(outcomes: [])),
      ]
      guard case .certainty(let found)? = try draft.findings().steps.first?.finding else {
        throw StudyDraft.WrongFinding()
      }
      return found
    }
    func arms(_ found: CertaintyFinding<Unreleased>) -> [String] {
      found.limits.compactMap { limit in
        if case .armIncomplete(_, _, let group, _) = limit { group.id } else { nil }
      }
    }
    // 19 of 20 are 95 %; 16 of 20 are 80 %.
    for (lost, level, lossy) in [
      (0, 5, false), (1, 5, false), (2, 3, false), (4, 3, false), (5, 3, true),
    ] {
      let found = try certainty(draft(lost: lost))
      #expect(found.strength == DesignStrength(nesta: 3, maryland: level), "\(lost) lost")
      #expect(arms(found) == (lossy ? ["arm=new"] : []), "\(lost) lost")
      #expect(!found.limits.contains(.noComparator) && !found.limits.contains(.armsNotCompared))
    }
    var unasked = draft()
    unasked.plan.steps = [StudyDraft.step("limits", .certainty)]
    guard case .certainty(let found)? = try unasked.findings().steps.first?.finding else {
      throw StudyDraft.WrongFinding()
    }
    #expect(found.strength.maryland == 3, "where nothing is compared nothing is known of losses")
  }
}
