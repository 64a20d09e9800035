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
