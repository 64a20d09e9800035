import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Numbers that leave out the months before day 0")
struct WithoutMonthsTests {
  private let window = "12-months"

  private func key(_ months: Int) -> CountKey {
    .withoutMonths(months, event: "admission", window: window)
  }

  /// A college each of whose people was in hospital twice before and once after, of which no number is few.
  private var findings: Findings<Unreleased> {
    var college = InventedCollege(seed: 5, size: 100)
    for place in college.people.indices {
      college.people[place].eventsBefore = 2
      college.people[place].eventsAfter = 1
    }
    return college.findings()
  }

  @Test("can be held back by themselves, for less than the events of everyone", .tags(.law))
  func cheaper() throws {
    let rule = RoundingRule(.nhsRound5, isForEverybody: false)
    var system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
    for months in [1, 3] {
      let place = try #require(system.place(of: key(months)))
      #expect(system.counts[place].isPrinted)
      for side in PeopleSet.Side.allCases {
        let events = CountKey.events(side, event: "admission", window: window, group: "all")
        let everyone = try #require(system.place(of: events))
        #expect(system.cost(of: place) < system.cost(of: everyone))
      }
    }
    // Of the ratio too, where no cost tells the same.
    var uncosted = findings
    uncosted.steps.removeAll { if case .money = $0.finding { true } else { false } }
    system = CountSystem(rounding: rule.rounding)
    system.enter(uncosted, rule: rule)
    let place = try #require(system.place(of: key(1)))
    let month = try #require(
      system.place(of: .eventsIn(event: "admission", window: window, from: -1)))
    let told = system.relations.filter { $0.needs.contains(place) }
    #expect(told.contains { $0.terms.map(\.count).contains(month) })
  }

  @Test("go together, and leave the headline", arguments: [1, 3])
  func release(_ months: Int) throws {
    let rule = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [key(months)])
    let released = FindingsRelease(rule: rule)
    let (one, three) = (months == 1, months == 3)
    var seen = 0
    for step in findings.steps {
      switch step.finding {
      case .serviceUse(let use) where use.landmark == nil:
        var use = use
        let ratio = use.outcomes[0].rows[0][.ratio]
        use.outcomes[0].ways = [1, 3].map {
          .init(rule: ServiceUseRule(monthsLeftOut: $0), ratio: ratio, apart: [20])
        }
        let outcome = released.release(use).outcomes[0]
        let row = outcome.rows[0]
        #expect(row[.ratio].estimate != nil)
        #expect((row[.ratioWithoutLastMonth].estimate == nil) == one)
        #expect((row[.ratioWithoutLastThreeMonths].estimate == nil) == three)
        #expect(outcome.ways.map { $0.ratio.estimate == nil } == [one, three])
        seen += 1
      case .money(let money):
        let book = released.release(money).windows[0].books[0]
        #expect(book[.difference].estimate != nil)
        #expect((book[.differenceWithoutLastMonth].estimate == nil) == one)
        #expect((book[.differenceWithoutLastThreeMonths].estimate == nil) == three)
        #expect((book[.netWithoutLastThreeMonths].estimate == nil) == three)
        seen += 1
      default: break
      }
    }
    #expect(seen == 2)
  }
}
