import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Numbers that go together")
struct TogetherTests {
  @Test("both sides of a comparison and their difference are shown, or none of them", .tags(.law))
  func comparisons() {
    var shown = 0
    var withheld = 0
    for seed in UInt64(1)...12 {
      var college = InventedCollege(seed: seed)
      let found = college.reach()
      let rule = RoundingRule(.nhsRound5, isForEverybody: false)
      let released = FindingsRelease(rule: rule).release(found)
      for (comparison, open) in zip(released.missing, found.missing) {
        for (variable, before) in zip(comparison.variables, open.variables)
        where before.answers.all.allSatisfy({ $0.answer.estimate != nil }) {
          let estimates = variable.answers.all.count { $0.answer.estimate != nil }
          #expect(estimates == 0 || estimates == 3)
          if estimates == 0 { withheld += 1 } else { shown += 1 }
        }
      }
    }
    #expect(shown > 0 && withheld > 0)
  }

  @Test("two arms and their difference: it is shown where both arms' own numbers are", .tags(.law))
  func arms() throws {
    var shown = 0
    var few = 0
    var heldBack = 0
    for seed in UInt64(1)...16 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let released = DisclosureGate(policy: .nhsRound5()).release(found).findings
      for (step, before) in zip(released.steps, found.steps) {
        switch (step.finding, before.finding) {
        case (.change(let after), .change(let open)):
          let outcome = after.outcomes[0]
          check(
            outcome.arms[0], open.outcomes[0].arms[0],
            areShown: rows(of: outcome.arms[0], outcome.rows, \.group) {
              $0[.meanChange].estimate != nil
            })
        case (.meaning(let after), .meaning(let open)):
          let outcome = after.outcomes[0]
          for measure in ArmMeaningMeasure.allCases
          where outcome.arms[0][measure].estimate != nil {
            #expect(
              rows(of: outcome.arms[0], outcome.rows, \.group) {
                $0[measure.ofEach].estimate != nil
              })
            shown += 1
          }
          #expect(open.outcomes[0].arms[0][.improved].estimate?.minus != nil)
        case (.serviceUse(let after), .serviceUse(let open)) where open.landmark == nil:
          let outcome = after.outcomes[0]
          let arms = try #require(outcome.arms)
          check(
            arms, try #require(open.outcomes[0].arms),
            areShown: rows(of: arms, outcome.rows, \.group) { $0[.ratio].estimate != nil })
        default: break
        }
      }
    }
    #expect(shown > 10 && few > 0, "\(shown) shown, \(few) of few, \(heldBack) held back")

    func rows<M, Row>(
      of arms: ArmComparison<M, Released>, _ rows: [Row], _ group: (Row) -> GroupName,
      _ isShown: (Row) -> Bool
    ) -> Bool {
      [arms.treated, arms.control].allSatisfy { arm in
        rows.contains { group($0) == arm.group && isShown($0) }
      }
    }

    func check<M>(
      _ arms: ArmComparison<M, Released>, _ open: ArmComparison<M, Unreleased>, areShown: Bool
    ) {
      let isShown = arms.answers.all.contains { $0.answer.estimate != nil }
      #expect(!isShown || areShown)
      let fewest = min(open.treated.used.count, open.control.used.count)
      #expect(!isShown || fewest >= 10)
      if isShown { shown += 1 } else if fewest < 10 { few += 1 } else { heldBack += 1 }
    }
  }

  @Test("a difference of shares is made of the rounded counts of both, and tells no more")
  func shares() throws {
    let rule = RoundingRule(.nhsRound5, isForEverybody: false)
    func answer(_ one: (Int, Int), _ other: (Int, Int)) -> ReleasedAnswer {
      func parts(_ share: (Int, Int)) -> Estimate.Parts {
        .init(count: Double(share.0), of: share.1)
      }
      let people = PeopleCount(one.1 + other.1, .population(group: "arm=b vs a"))
      return rule.answer(
        .estimated(
          Estimate(
            0.123, used: people, eligible: people,
            interval: Interval.newcombe(one.0, of: one.1, minus: other.0, of: other.1, level: 0.95),
            parts: parts(one), minus: parts(other))),
        of: ArmMeaningMeasure.improved.declared)
    }
    let shown = try #require(answer((22, 52), (14, 47)).estimate)
    // 20 of 50 less 15 of 45.
    #expect(shown.value == 0.07)
    let newcombe = try #require(Interval.newcombe(20, of: 50, minus: 15, of: 45, level: 0.95))
    #expect(abs((shown.interval?.low ?? 9) - newcombe.low) <= 0.005)
    #expect(abs((shown.interval?.high ?? 9) - newcombe.high) <= 0.005)
    #expect(answer((22, 52), (14, 47)).parts == nil)
    for few in [(4, 47), (43, 47), (5, 9)] {
      #expect(answer((22, 52), few).shown == .withheld(.fewPeople))
      #expect(answer(few, (22, 52)).shown == .withheld(.fewPeople))
    }
  }

  @Test("coders' agreement on a theme is shown where both of its counts are", .tags(.law))
  func agreement() {
    var shown = 0
    var withheld = 0
    for seed in UInt64(1)...12 {
      var college = InventedCollege(seed: seed)
      let found = college.experience()
      let rule = RoundingRule(.nhsRound5, isForEverybody: false)
      for theme in FindingsRelease(rule: rule).release(found).themes {
        let areBothShown = theme.people.number != nil && theme.byAll.number != nil
        let isShown = theme[.agreement].estimate != nil
        #expect(areBothShown || !isShown)
        if isShown { shown += 1 }
        if !areBothShown && (theme[.agreement].used.number ?? 0) >= 10 { withheld += 1 }
      }
    }
    #expect(shown > 0 && withheld > 0)
  }

  @Test("what is made of events goes where these are held back, and no other number does")
  func events() {
    var college = InventedCollege(seed: 5, size: 100)
    for place in college.people.indices {
      college.people[place].eventsBefore = place % 4
      college.people[place].eventsAfter = place % 3
    }
    let found = college.serviceUse()
    func shown(holdingBack sides: PeopleSet.Side...) -> Set<ServiceUseMeasure> {
      let heldBack = sides.map {
        CountKey.events($0, event: "admission", window: "12-months", group: InventedCollege.all)
      }
      let rule = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: Set(heldBack))
      let row = FindingsRelease(rule: rule).release(found).outcomes[0].rows[0]
      return Set(row.answers.all.filter { $0.answer.estimate != nil }.map(\.measure))
    }
    let all = Set(ServiceUseMeasure.allCases).subtracting([.wilcoxon])
    let ofBoth: Set<ServiceUseMeasure> = [
      .ratio, .ratioByDelta, .ratioByPercentiles, .ratioWithoutLastMonth,
      .ratioWithoutLastThreeMonths, .ratioOfWholeWindows, .reduction, .difference,
    ]
    #expect(shown() == all)
    #expect(
      shown(holdingBack: .before)
        == all.subtracting(ofBoth).subtracting([.eventsBefore, .rateBefore]))
    #expect(
      shown(holdingBack: .after) == all.subtracting(ofBoth).subtracting([.eventsAfter, .rateAfter]))
    #expect(shown(holdingBack: .before, .after) == [.timeBefore, .timeAfter])
  }
}
