import FurlongEvaluation
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
}
