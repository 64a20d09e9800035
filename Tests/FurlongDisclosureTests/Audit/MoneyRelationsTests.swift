import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of costs")
struct MoneyRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  private func events(_ side: PeopleSet.Side) -> CountKey {
    .events(side, event: "admission", window: "12-months", group: "all")
  }

  @Test("every printed cost is held against the events that it is made of", .tags(.law))
  func costs() throws {
    var seen = 0
    for seed in UInt64(1)...20 {
      var college = InventedCollege(seed: seed, size: 120)
      let findings = college.findings()
      var system = CountSystem(rounding: rule.rounding)
      system.enter(findings, rule: rule)
      let relations = system.relations.map { relation in
        (
          factors: Dictionary(
            relation.terms.map { (system.counts[$0.count].key, $0.factor) }, uniquingKeysWith: +),
          range: relation.range
        )
      }
      for case .money(let money) in findings.steps.map(\.finding) {
        for book in money.windows[0].books {
          let answer = book[.difference]
          guard let printed = rule.printed(answer, MoneyMeasure.difference.declared),
            let after = book.services[0][.quantityAfter].estimate?.value,
            let before = book.services[0][.quantityBefore].estimate?.value, after > 0, before > 0
          else { continue }
          let found = relations.first {
            $0.range == printed && Set($0.factors.keys) == [events(.before), events(.after)]
          }
          let factors = try #require(found?.factors, "seed \(seed), \(book.id)")
          let years = Double(college.people.filter(\.isCounted).count)
          expectClose(
            try #require(factors[events(.after)]), book.services[0].pounds / years, relative: 1e-9)
          expectClose(
            try #require(factors[events(.before)]), -book.services[0].pounds / years,
            relative: 1e-9)
          seen += 1
        }
      }
    }
    #expect(seen > 10)
  }

  @Test("a cost tells of the events in it that did not happen", .tags(.edge))
  func none() throws {
    var college = InventedCollege(seed: 3, size: 120)
    var money = try #require(
      college.findings().steps.lazy.compactMap { step in
        if case .money(let found) = step.finding { found } else { nil }
      }.first)
    let window = TimeName(id: "12-months-from-90-days", label: "a year")
    let group = GroupName(id: "completers=absent", label: "had not come")
    func after(_ event: String) -> CountKey {
      .events(.after, event: event, window: window.id, group: group.id)
    }
    let people = PeopleCount(
      74, .counted(event: "contact", window: window.id, group: group.id, rule: .wholeWindow))
    money.completers = [
      MoneyFinding.Completers(
        window: window, years: 1, book: "full", bookName: "full",
        prices: [.init(event: "contact", pounds: 260), .init(event: "detention", pounds: 3_500)],
        rows: [
          MoneyFinding.GroupCost(
            group: group, people: people,
            answers: Answers { measure in
              guard measure == .costAfter else {
                return .notEstimable(.noData, used: people, eligible: people)
              }
              return .estimated(
                Estimate(
                  260 * 106 / 70, used: people, eligible: people,
                  contributors: [.init(people: 31, of: 106, ofTwo: nil)]))
            })
        ])
    ]
    var system = CountSystem(rounding: rule.rounding)
    for (event, number) in [("contact", 106), ("detention", 0)] {
      system.enter(after(event), number)
      system.times[after(event)] = 70
    }
    system.enter(money, rule)
    let detentions = try #require(system.place(of: after("detention")))
    let costs = system.relations.filter { $0.terms.contains { $0.count == detentions } }
    #expect(costs.map(\.terms.count) == [2])
    #expect(costs[0].terms.contains { $0.count == detentions && $0.factor == 50 })
  }
}
