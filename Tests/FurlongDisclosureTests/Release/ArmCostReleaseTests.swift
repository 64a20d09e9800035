import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What arms differ by in cost and effect, released")
struct ArmCostReleaseTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  /// Sixty in each of two arms, all with both scores and known use, many of them with admissions.
  private func college() -> InventedCollege {
    var college = InventedCollege(seed: 2, size: 120)
    college.groups = ["a", "b"]
    for place in college.people.indices {
      college.people[place].group = place % 2 == 0 ? "a" : "b"
      college.people[place].isDue = true
      college.people[place].first = true
      college.people[place].second = true
      college.people[place].isLinked = true
      college.people[place].isKnown = true
      college.people[place].eventsBefore = place / 2 % 3
      college.people[place].eventsAfter = place / 2 % 4 + place % 2
    }
    return college
  }

  private func arms(
    _ college: InventedCollege, _ policy: DisclosurePolicy = .nhsRound5()
  ) throws -> MoneyFinding<Released>.Arms {
    var college = college
    let findings = DisclosureGate(policy: policy).release(college.findings()).findings
    for case .money(let found) in findings.steps.map(\.finding) {
      return try #require(found.arms.first)
    }
    throw NoMoney()
  }

  private struct NoMoney: Error {}

  @Test("of many, all with both, is shown to two figures")
  func shown() throws {
    let found = try arms(college())
    let truth = try #require(college().armCosts.first?.comparison[.cost].estimate?.value)
    let cost = try #require(found.comparison[.cost].estimate)
    #expect(cost.value != truth && abs(cost.value - truth) <= 0.05 * abs(truth))
    #expect(found.comparison[.effect].estimate?.value == 3.2)
    #expect(found.worths.map { $0[.acceptability].estimate?.value } == [0.71, 0.71])
    #expect(found.comparison[.dearerAndWorse].estimate?.value == 0.11)
    #expect(found.apart == nil)
  }

  @Test(
    "is held back where few are in the change or the use alone, whose numbers could be worked out",
    .tags(.law), arguments: [0, 1, 4, 9, 10, 14])
  func near(_ missing: Int) throws {
    for isOfUse in [true, false] {
      var college = college()
      for place in 0..<missing {
        if isOfUse {
          college.people[2 * place].isKnown = false
        } else {
          college.people[2 * place].second = false
        }
      }
      let found = try arms(college)
      let isShown = found.comparison[.cost].estimate != nil
      #expect(isShown == (missing == 0 || missing >= 10), "\(missing), \(isOfUse)")
      for worth in found.worths { #expect((worth[.netBenefit].estimate != nil) == isShown) }
      #expect((found.comparison[.effect].estimate != nil) == isShown)
      #expect(try arms(college, .internalUse).comparison[.cost].estimate != nil)
    }
  }

  @Test("is held back where an arm is of few, and where its events are")
  func few() throws {
    var small = college()
    for place in small.people.indices where place % 2 == 1 && place > 16 {
      small.people[place].group = "a"
    }
    #expect(try arms(small).comparison[.effect].estimate == nil)
    var idle = college()
    for place in idle.people.indices { idle.people[place].eventsAfter = place < 3 ? 1 : 0 }
    let found = try arms(idle)
    #expect(found.comparison[.cost].estimate == nil)
    #expect(found.worths.allSatisfy { $0[.netBenefit].estimate == nil })
  }

  @Test("the audit holds the difference in cost against the events of both arms", .tags(.law))
  func audited() throws {
    var college = college()
    let findings = college.findings()
    var system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
    func key(_ arm: String) -> CountKey {
      .events(.after, event: "admission", window: "12-months", group: "arm=\(arm)")
    }
    let places = try ["b", "a"].map { try #require(system.place(of: key($0))) }
    let costs = system.relations.filter { Set($0.terms.map(\.count)) == Set(places) }
    var narrowed: [Bool] = []
    for (book, pounds) in zip(college.armCosts, [487.0, 213]) {
      let printed = try #require(
        rule.printed(book.comparison[.cost], ArmCostMeasure.cost.declared))
      let found = costs.first { relation in
        relation.terms.contains { abs($0.factor - pounds / 60) < 1e-9 }
      }
      let relation = try #require(found, "\(pounds)")
      // Its own figure, and what it is worth at 100 and at 400 a point with the gain.
      let effect = try #require(
        rule.printed(book.comparison[.effect], ArmCostMeasure.effect.declared))
      let net = try #require(
        rule.printed(book.worths[0][.netBenefit], PointWorthMeasure.netBenefit.declared))
      let low = max(printed.lowerBound, 100 * effect.lowerBound - net.upperBound)
      let high = min(printed.upperBound, 100 * effect.upperBound - net.lowerBound)
      narrowed.append(high - low < printed.upperBound - printed.lowerBound)
      expectClose(relation.range.lowerBound, low - InventedCollege.given, relative: 1e-9)
      expectClose(relation.range.upperBound, high - InventedCollege.given, relative: 1e-9)
      #expect(relation.terms.contains { abs($0.factor + pounds / 60) < 1e-9 })
    }
    #expect(narrowed.contains(true), "what it is worth tells more of the cost than the cost itself")
    // Of other people than those of the table of use nothing is known.
    college.people[0].second = false
    var other = CountSystem(rounding: rule.rounding)
    other.enter(college.findings(), rule: rule)
    let again = try ["b", "a"].map { try #require(other.place(of: key($0))) }
    #expect(!other.relations.contains { Set($0.terms.map(\.count)) == Set(again) })
  }

  @Test("that those compared are counted elsewhere stays known where their number is held back")
  func within() throws {
    var college = college()
    var system = CountSystem(rounding: rule.rounding)
    system.enter(college.findings(), rule: rule)
    let costs = try #require(college.armCosts.first)
    for arm in [costs.comparison.treated, costs.comparison.control] {
      let here = try #require(system.place(of: .people(arm.used.people)))
      system.holdBack(here)
      for apart in try #require(costs.apart) where apart.people.groupID == arm.group.id {
        let there = try #require(system.place(of: .people(apart.people)))
        let isKnown = system.relations.indices.contains { place in
          let relation = system.relations[place]
          let factors = Dictionary(
            relation.terms.map { ($0.count, $0.factor) }, uniquingKeysWith: +)
          return system.holds(place) && factors == [there: 1, here: -1]
            && relation.range.lowerBound == 0
        }
        #expect(isKnown, "\(apart.people)")
      }
    }
  }
}
