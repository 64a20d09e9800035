import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of times to an event")
struct TimeRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)
  private static let seeds = (UInt64(1)...12).map { 2 * $0 }

  private func system(of findings: Findings<Unreleased>) -> CountSystem {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
    return system
  }

  private func sums(_ system: CountSystem) -> Set<[CountKey: Double]> {
    Set(
      system.relations.filter { $0.range == 0...0 }.map { relation in
        Dictionary(
          relation.terms.map { (system.counts[$0.count].key, $0.factor) }, uniquingKeysWith: +)
      })
  }

  private func key(_ standing: TimeStanding, _ month: Int, _ group: String = "all") -> CountKey {
    .people(.byMonth(standing, event: "admission", month: month, group: group))
  }

  private func watched(_ group: String = "all") -> CountKey {
    .people(.watched(event: "admission", group: group))
  }

  private func sum(_ whole: CountKey, _ parts: [CountKey]) -> [CountKey: Double] {
    Dictionary([(whole, -1.0)] + parts.map { ($0, 1.0) }, uniquingKeysWith: +)
  }

  @Test("by each month those watched had it, are still watched or were lost", .tags(.law))
  func standings() {
    for seed in Self.seeds {
      var college = InventedCollege(seed: seed)
      let known = sums(system(of: college.findings()))
      for month in InventedCollege.months {
        for group in ["all", "arm=a"] where college.named.contains(where: { $0.name.id == group }) {
          #expect(
            known.contains(
              sum(watched(group), TimeStanding.allCases.map { key($0, month, group) })),
            "\(seed) \(month) \(group)")
        }
      }
      #expect(
        known.contains(
          sum(
            .people(.population(group: "all")),
            [
              watched(), .people(.notLinkable(event: "admission")),
              .people(.notKnown(event: "admission")), .people(.notWatched(event: "admission")),
              .people(.hadBefore(event: "admission")),
            ])))
    }
  }

  @Test("what lies between two months is a count of its own: by 12 months less by 6", .tags(.law))
  func between() {
    var few = 0
    for seed in Self.seeds {
      var college = InventedCollege(seed: seed)
      let system = system(of: college.findings())
      let known = sums(system)
      for (first, second) in [(3, 6), (6, 12)] {
        for (whole, part) in [
          (key(.had, second), key(.had, first)), (key(.still, first), key(.still, second)),
          (key(.lost, second), key(.lost, first)),
        ] {
          let rest = CountKey.difference(whole, part)
          #expect(known.contains(sum(whole, [part, rest])))
          guard let place = system.place(of: rest) else { continue }
          let isFew = (1...4).contains(system.counts[place].truth)
          #expect(system.counts[place].isHidden == isFew)
          few += isFew ? 1 : 0
        }
      }
    }
    #expect(few > 10)
  }

  @Test("what lies between keeps three values or more in a whole release", .tags(.law))
  func closed() {
    var seen = 0
    for seed in Self.seeds.prefix(6) {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      var audit = CountAudit(findings, rule: rule)
      audit.run()
      // What is open is so without these times too.
      if !audit.open.isEmpty {
        var others = findings
        others.steps.removeAll { $0.id == "times" }
        var without = CountAudit(others, rule: rule)
        without.run()
        #expect(Set(audit.open).isSubset(of: without.open), "\(seed)")
      }
      for place in audit.system.counts.indices where audit.system.counts[place].isHidden {
        guard
          case .difference(.people(.byMonth), .people(.byMonth)) = audit.system.counts[place].key
        else { continue }
        #expect(audit.found[place, default: []].count >= 2)
        seen += 1
      }
    }
    #expect(seen > 5)
  }

  @Test("closes a difference that the print leaves one value: a count between is held back")
  func difference() {
    // Four had it by 6 months and eight by 12: "fewer than 5" and 10. Of two groups four each by 12 months: only 8 fits.
    var system = CountSystem(rounding: rule.rounding)
    let year = system.enter(key(.had, 12), 8)
    let groups = ["arm=a", "arm=b"].map { system.enter(key(.had, 12, $0), 4) }
    system.relate(year, isSumOf: groups)
    let half = system.enter(key(.had, 6), 4)
    system.relate(year, holds: half, restIsHidden: true)
    var audit = CountAudit(system)
    audit.run()
    #expect(audit.open.isEmpty)
    #expect(audit.heldBack.map(\.count) == [key(.had, 12)])
    #expect(groups.allSatisfy { audit.found[$0, default: []].count >= 2 })
  }

  @Test("half having had it by a time ties those who had it to those watched", .tags(.law))
  func median() {
    var (reached, notReached) = (0, 0)
    for seed in (UInt64(1)...60).map({ 2 * $0 }) {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let system = system(of: findings)
      guard let people = system.place(of: watched()), system.counts[people].truth >= 10 else {
        continue
      }
      let last = key(.had, 12)
      let middle = CountKey.people(.hadByMedian(event: "admission", group: "all"))
      func relation(_ terms: [CountKey: Double]) -> ClosedRange<Double>? {
        system.relations.first { relation in
          Dictionary(
            relation.terms.map { (system.counts[$0.count].key, $0.factor) }, uniquingKeysWith: +)
            == terms
        }?.range
      }
      if system.place(of: middle) != nil {
        reached += 1
        #expect(relation([middle: 2, watched(): -1]) != nil)
        #expect(relation([middle: 2, watched(): -1, key(.lost, 12): 1])?.lowerBound == 0)
      } else {
        notReached += 1
        #expect(relation([watched(): 1, last: -2])?.lowerBound == 1)
      }
    }
    #expect(reached > 3 && notReached > 3)
  }

  @Test("who had it in a window is held against who had any in service use", .tags(.law))
  func use() {
    for seed in Self.seeds {
      var college = InventedCollege(seed: seed)
      let system = system(of: college.findings())
      let any = CountKey.people(
        .withAny(.after, event: "admission", window: "12-months", group: "all"))
      let together = system.relations.filter { relation in
        let keys = Set(relation.terms.map { system.counts[$0.count].key })
        return keys.contains(any) && keys.contains(key(.had, 3))
      }
      #expect(together.count == 2, "the window has three months")
    }
  }
}
