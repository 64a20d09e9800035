import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of counts together")
struct CountRelationsTests {
  let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  func system(of findings: Findings<Unreleased>) -> CountSystem {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
    return system
  }

  /// The sums that a system knows: a whole is its parts.
  func sums(_ system: CountSystem) -> Set<Set<CountKey>> {
    Set(
      system.relations.filter { $0.range == 0...0 }.map { relation in
        Set(relation.terms.map { system.counts[$0.count].key })
      })
  }

  @Test("every count of people that a finding has, whatever its section", .tags(.law))
  func everyCount() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let system = system(of: findings)
      var seen = 0
      func walk(_ value: Any) throws {
        guard let object = value as? [String: Any] else {
          try (value as? [Any])?.forEach(walk)
          return
        }
        for value in object.values { try walk(value) }
        guard object["isGiven"] as? Bool == false else { return }
        let people = try JSONDecoder().decode(
          PeopleCount.self, from: JSONSerialization.data(withJSONObject: object))
        let place = system.place(of: .people(people.people))
        let truth = place.map { system.counts[$0].truth }
        #expect(truth == people.count, "\(people.people) is not audited")
        seen += 1
      }
      try walk(JSONSerialization.jsonObject(with: JSONEncoder().encode(findings)))
      #expect(seen > 50)
    }
  }

  @Test(
    "who moved up is held against better and worse, though change stands before meaning",
    .tags(.law))
  func movedUp() {
    var seen = 0
    for seed in UInt64(1)...30 {
      var college = InventedCollege(seed: seed, size: 120)
      let system = system(of: college.findings())
      for relation in system.relations {
        let keys = Set(relation.terms.map { system.counts[$0.count].key })
        let moved = CountKey.movedUp(scale: "qpr15", occasion: "later", group: "all")
        func judged(_ measure: MeaningMeasure) -> CountKey {
          .people(.judged(measure, scale: "qpr15", occasion: "later", group: "all"))
        }
        if keys.contains(moved), keys.contains(judged(.improved)) { seen += 1 }
        if keys.contains(moved), keys.contains(judged(.deteriorated)) { seen += 1 }
      }
    }
    #expect(seen > 0)
  }

  @Test(
    "of those counted from a first session and those who came, and of those and who is watched throughout, the rest is hidden",
    .tags(.law))
  func firstSession() throws {
    var seen = [0, 0]
    for seed in stride(from: UInt64(3), through: 45, by: 3) {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let system = system(of: findings)
      func counted(_ rule: ServiceUseRule) -> CountKey {
        .people(.counted(event: "admission", window: "12-months", group: "all", rule: rule))
      }
      let all = counted(ServiceUseRule(index: .firstSession))
      let whole = counted(ServiceUseRule(wholeWindows: true, index: .firstSession))
      for (place, pair) in [(CountKey.people(.attended), all), (all, whole)].enumerated() {
        let truths = try [pair.0, pair.1].map {
          system.counts[try #require(system.place(of: $0))].truth
        }
        guard let rest = system.place(of: .difference(pair.0, pair.1)) else { continue }
        seen[place] += 1
        #expect(system.counts[rest].truth == truths[0] - truths[1])
        #expect(system.counts[rest].isHidden == (1..<5).contains(truths[0] - truths[1]))
      }
    }
    #expect(seen.allSatisfy { $0 > 10 }, "\(seen)")
  }

  @Test("stages and those lost, both sides of a follow-up, and the case mix add up", .tags(.law))
  func reach() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let known = sums(system(of: findings))
      guard case .reach(let reach) = findings.steps[0].finding else { throw NoFinding() }
      for flow in reach.flows {
        for (before, stage) in zip(flow.stages, flow.stages.dropFirst()) {
          guard let lost = stage.lost else { continue }
          #expect(known.contains(people(before.people, stage.people, lost)))
        }
      }
      let due = PeopleSet.due(occasion: "later", group: InventedCollege.all)
      for comparison in reach.missing {
        #expect(
          known.contains([
            .people(due), .people(comparison.present.people), .people(comparison.missing.people),
          ]))
      }
      for casemix in reach.casemix {
        #expect(
          known.contains(
            people(casemix.values.map(\.people)).union([
              .people(.population(group: InventedCollege.all))
            ])))
      }
      #expect(
        known.contains([
          .places(.offered), .places(.attended), .places(.missed), .places(.cancelledByStudent),
        ]))
    }
  }

  @Test("better, unchanged and worse are all who have both forms, in every group", .tags(.law))
  func meaning() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let known = sums(system(of: findings))
      guard case .meaning(let meaning) = findings.steps[2].finding else { throw NoFinding() }
      for row in meaning.outcomes[0].rows where row.used.count > 0 {
        let parts = [MeaningMeasure.improved, .unchanged, .deteriorated].compactMap {
          row[$0].estimate?.parts?.people.map(CountKey.people)
        }
        #expect(known.contains(Set(parts).union([.people(row.used.people)])))
      }
    }
  }

  @Test("the counted and those left out are everyone, and events are those of the months")
  func serviceUse() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let known = sums(system(of: findings))
      guard case .serviceUse(let use) = findings.steps[3].finding else { throw NoFinding() }
      let outcome = use.outcomes[0]
      let row = outcome.rows[0]
      #expect(
        known.contains(
          people(
            row.eligible, row.people, outcome.notLinkable, outcome.notKnown, outcome.noTimeAtRisk)))
      for (side, months) in [(PeopleSet.Side.before, -3..<0), (.after, 0..<3)] {
        let whole = CountKey.events(
          side, event: "admission", window: "12-months", group: InventedCollege.all)
        let parts = months.map {
          CountKey.eventsIn(event: "admission", window: "12-months", from: $0)
        }
        #expect(known.contains(Set(parts).union([whole])))
      }
      #expect(
        known.contains([
          .people(.notLinked(event: "admission")), .people(outcome.notLinkable.people),
          .people(outcome.notKnown.people),
        ]))
    }
  }

  @Test("no events without people, and as many at least as people", .tags(.law))
  func eventsOfPeople() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let system = system(of: college.findings())
      for (place, count) in system.counts.enumerated() {
        guard case .people(.withAny(let side, let event, let window, let group)) = count.key,
          count.range.contains(0),
          let events = system.place(
            of: .events(side, event: event, window: window, group: group))
        else { continue }
        let terms = system.relations.map { relation in
          Dictionary(relation.terms.map { ($0.count, $0.factor) }) { first, _ in first }
        }
        let forbids = zip(terms, system.relations).contains { terms, relation in
          Set(terms.keys) == [place, events] && relation.range.lowerBound == 0
            && terms[events] == -1 && (terms[place] ?? 0) > 1
        }
        #expect(forbids, "\(count.key): events of nobody are thought possible")
      }
    }
  }

  @Test("two arms that are compared are the people of both", .tags(.law))
  func arms() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let known = sums(system(of: findings))
      guard case .change(let change) = findings.steps[1].finding,
        case .serviceUse(let use) = findings.steps[3].finding, let used = use.outcomes[0].arms
      else { throw NoFinding() }
      let pairs = change.outcomes[0].arms[0]
      for counts in [
        [pairs.used, pairs.treated.used, pairs.control.used],
        [pairs.eligible, pairs.treated.eligible, pairs.control.eligible],
        [used.used, used.treated.used, used.control.used],
        [used.eligible, used.treated.eligible, used.control.eligible],
      ] {
        #expect(known.contains(people(counts)))
      }
    }
  }

  @Test("groups are everyone, or everyone but a rest that is not to be worked out", .tags(.law))
  func groups() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let known = sums(system(of: findings))
      guard case .change(let change) = findings.steps[1].finding,
        case .serviceUse(let use) = findings.steps[3].finding
      else { throw NoFinding() }
      for counts in [
        change.outcomes[0].rows.map(\.used), change.outcomes[0].rows.map(\.eligible),
        use.outcomes[0].rows.map(\.people), use.outcomes[0].rows.map(\.anyBefore),
        use.outcomes[0].rows.map(\.anyAfter),
      ] {
        let isEveryone = counts.dropFirst().reduce(0) { $0 + $1.count } == counts[0].count
        let rest: Set<CountKey> =
          isEveryone
          ? [] : [.difference(.people(counts[0].people), .people(counts[1].people))]
        #expect(known.contains(people(counts).union(rest)))
      }
    }
  }

  @Test(
    "who got better by one reliability and not by a stricter one is not to be worked out",
    .tags(.law))
  func thresholds() throws {
    var few = 0
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let system = system(of: findings)
      guard case .meaning(let meaning) = findings.steps[2].finding else { throw NoFinding() }
      for judged in JudgedCounts([meaning], in: system).inOrder {
        for (lower, higher) in zip(judged, judged.dropFirst()) where lower.place != higher.place {
          guard lower.rank != higher.rank else { continue }
          let (less, more) = (system.counts[higher.place], system.counts[lower.place])
          let rest = try #require(system.place(of: .difference(more.key, less.key)))
          let truth = more.truth - less.truth
          #expect(system.counts[rest].truth == truth)
          #expect(system.counts[rest].isHidden == (1...4).contains(truth))
          few += system.counts[rest].isHidden ? 1 : 0
        }
      }
    }
    #expect(few > 0)
  }

  @Test(
    "so that about 10 better and about 15 unchanged of 32 or 33 do not tell how many are worse",
    arguments: [3, 4])
  func worse(_ few: Int) {
    // 12 and 17 are the most that are printed as 10 and 15, and the mean change's interval tells how many there are: not
    // so many fewer can be worse.
    var college = InventedCollege(seed: 1, size: 29 + few)
    college.groups = []
    for place in college.people.indices {
      college.people[place].isDue = true
      college.people[place].first = true
      college.people[place].second = true
      college.people[place].crossed = false
      college.people[place].change = place < 12 ? 1 : place < 29 ? 0 : -1
    }
    func judged(_ measure: MeaningMeasure) -> CountKey {
      .people(
        .judged(measure, scale: "qpr15", occasion: "later", group: InventedCollege.all))
    }
    var findings = college.findings()
    findings.steps = Array(findings.steps[1...2])
    let heldBack = DisclosureGate(policy: .nhsRound5()).release(findings).heldBack
    #expect(heldBack.contains { $0.because == judged(.deteriorated) })
    #expect(heldBack.contains { $0.count == judged(.unchanged) })
  }

  @Test("those left out at a line of who are all that it loses")
  func leftOut() {
    let all = PeopleCount(60, .registered)
    let ours = PeopleCount(40, .meeting(column: "type"))
    let lost = PeopleCount(20, .lost(from: all.people, to: ours.people))
    let others = [("carer", 17), ("staff", 3)].map { value, count in
      PeopleCount(count, .leftOut(column: "type", value: value))
    }
    var system = CountSystem(rounding: rule.rounding)
    system.enter(
      ReachFinding(
        flows: [
          .init(
            scale: nil, occasion: nil,
            stages: [
              .init(kind: .registered, people: all, lost: nil),
              .init(
                kind: .meets(column: "type", values: ["user"]), people: ours, lost: lost,
                others: others.map { .init(value: "", words: nil, people: $0) }),
            ])
        ], attendance: nil, casemix: [], population: nil, missing: [], unusedForms: []), rule)
    #expect(sums(system).contains(people(others + [lost])))
  }

  func people(_ counts: PeopleCount...) -> Set<CountKey> { people(counts) }

  func people(_ counts: [PeopleCount]) -> Set<CountKey> {
    Set(counts.map { .people($0.people) })
  }

  struct NoFinding: Error {}
}
