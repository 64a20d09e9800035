import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of life outcomes and feedback together")
struct LifeRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  /// The relations of a college that are sums, as the counts in them with their factors.
  private func sums(_ seed: UInt64) -> (system: CountSystem, sums: Set<[CountKey: Double]>) {
    var college = InventedCollege(seed: seed)
    var system = CountSystem(rounding: rule.rounding)
    system.enter(college.findings(), rule: rule)
    let sums = system.relations.filter { $0.range == 0...0 }.map { relation in
      Dictionary(
        relation.terms.map { (system.counts[$0.count].key, $0.factor) }, uniquingKeysWith: +)
    }
    return (system, Set(sums))
  }

  private func sought(_ people: SoughtPeople, _ group: String = "all") -> CountKey {
    .people(.sought(people, of: "work", occasion: "later", group: group))
  }

  private func state(_ side: PeopleSet.Side, _ state: String) -> CountKey {
    .people(.inState(side, state: state, of: "work", occasion: "later"))
  }

  private func moved(_ from: String, _ to: String) -> CountKey {
    .people(.moved(from: from, to: to, of: "work", occasion: "later"))
  }

  private let used = CountKey.people(.paired(scale: "work", occasion: "later", group: "all"))

  private func sum(_ whole: CountKey, _ parts: [CountKey]) -> [CountKey: Double] {
    Dictionary([(whole, -1.0)] + parts.map { ($0, 1.0) }, uniquingKeysWith: +)
  }

  @Test("after is before, more those who came, less those who left", .tags(.law))
  func movement() {
    for seed in UInt64(20)...24 {
      let known = sums(seed).sums
      for group in ["all", "arm=a"] {
        #expect(
          known.contains([
            sought(.before, group): 1, sought(.gained, group): 1, sought(.lost, group): -1,
            sought(.after, group): -1,
          ]))
      }
      #expect(known.contains(sum(used, [sought(.gained), sought(.lost), sought(.unmoved)])))
    }
  }

  @Test(
    "of a group of fewer than 10 no count stands in the report, and all are audited", .tags(.law))
  func smallGroups() throws {
    var small = 0
    for seed in UInt64(20)...50 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      var system = CountSystem(rounding: rule.rounding)
      system.enter(findings, rule: rule)
      for case .lifeOutcomes(let found) in findings.steps.map(\.finding) {
        let shown = FindingsRelease(rule: rule).release(found)
        for (row, printed) in zip(found.outcomes[0].rows, shown.outcomes[0].rows)
        where row.group != .everyone && (5..<10).contains(row.used.count) {
          small += 1
          for (_, answer) in printed.answers.all {
            #expect(answer.estimate == nil && answer.parts == nil)
          }
          let place = try #require(system.place(of: sought(.gained, row.group.id)))
          #expect(system.counts[place].isHidden && !system.counts[place].isPrinted)
        }
      }
    }
    #expect(small > 3)
  }

  @Test("states add up, and so do the moves into and out of each", .tags(.law))
  func states() {
    let names = InventedCollege.states
    for seed in UInt64(20)...24 {
      let known = sums(seed).sums
      for side in PeopleSet.Side.allCases {
        #expect(known.contains(sum(used, names.map { state(side, $0) })))
      }
      for name in names {
        #expect(known.contains(sum(state(.before, name), names.map { moved(name, $0) })))
        #expect(known.contains(sum(state(.after, name), names.map { moved($0, name) })))
      }
      let (sought, other) = (names.prefix(2), names[2])
      #expect(known.contains(sum(self.sought(.before), sought.map { state(.before, $0) })))
      #expect(known.contains(sum(self.sought(.after), sought.map { state(.after, $0) })))
      #expect(known.contains(sum(self.sought(.gained), sought.map { moved(other, $0) })))
      #expect(known.contains(sum(self.sought(.lost), sought.map { moved($0, other) })))
    }
  }

  @Test(
    "who answered both times is of those who answered either, who are of those due", .tags(.law))
  func answered() {
    let due = CountKey.people(.due(occasion: "later", group: "all"))
    for seed in UInt64(20)...24 {
      let (system, known) = sums(seed)
      for answered in [
        PeopleSet.dueWithBaseline(scale: "work", occasion: "later"),
        .returned(scale: "work", occasion: "later"),
      ].map(CountKey.people) {
        #expect(known.contains(sum(due, [answered, .difference(due, answered)])))
        #expect(known.contains(sum(answered, [used, .difference(answered, used)])))
        #expect(system.place(of: answered) != nil)
      }
    }
  }

  @Test(
    "scores add up to those who answered, and those past a score to those who reach it", .tags(.law)
  )
  func feedback() {
    let all = CountKey.people(.answeredOnce(scale: "recommend", course: nil))
    let reached = CountKey.people(.reached(scale: "recommend", course: nil))
    func score(_ score: Double) -> CountKey {
      .people(.scoredOnce(scale: "recommend", score: score))
    }
    for seed in UInt64(20)...24 {
      let known = sums(seed).sums
      #expect(known.contains(sum(all, (1...5).map { score(Double($0)) })))
      #expect(known.contains(sum(reached, [score(4), score(5)])))
    }
  }
}
