import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of counts by named sets of rules")
struct RuleRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  private func system(of college: RuledCollege) -> CountSystem {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(college.findings(), rule: rule)
    return system
  }

  private func ruled(_ count: RuleCount, _ rules: RuleSet, _ scale: String = "") -> CountKey {
    .people(
      .ruled(
        count, rules: rules, scale: scale, occasion: "later", group: GroupName.everyone.id))
  }

  private func judged(_ measure: MeaningMeasure, _ scale: String) -> CountKey {
    .people(.judged(measure, scale: scale, occasion: "later", group: GroupName.everyone.id))
  }

  /// The relations over exactly some counts, each with the factor of the first.
  private func relations(_ system: CountSystem, over keys: CountKey...) -> [CountSystem.Relation] {
    system.relations.filter { relation in
      Set(relation.terms.map { system.counts[$0.count].key }) == Set(keys)
    }
  }

  @Test("every count of people that the rules have", .tags(.law))
  func everyCount() throws {
    for seed in UInt64(1)...10 {
      let college = RuledCollege(seed: seed)
      let system = system(of: college)
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
        // Who has a first form stands in no row of a section without the flow.
        if case .withBaseline = people.people { return }
        let truth = system.place(of: .people(people.people)).map { system.counts[$0].truth }
        #expect(truth == people.count, "\(people.people) is not audited")
        seen += 1
      }
      try walk(JSONSerialization.jsonObject(with: JSONEncoder().encode(college.findings())))
      #expect(seen > 50)
    }
  }

  @Test(
    "improved, worse and neither are those judged; both and either are the pairs of each",
    .tags(.law))
  func sums() {
    for seed in UInt64(1)...10 {
      let system = system(of: RuledCollege(seed: seed))
      for rules in [RuleSet.nhsTalkingTherapies, .youngPeople] {
        let found = relations(
          system, over: ruled(.judged, rules), ruled(.improved, rules), ruled(.unchanged, rules),
          ruled(.deteriorated, rules))
        #expect(found.contains { $0.range == 0...0 })
      }
      let pairs = ["phq9", "gad7"].map {
        CountKey.people(.paired(scale: $0, occasion: "later", group: GroupName.everyone.id))
      }
      let found = relations(
        system, over: ruled(.judged, .nhsTalkingTherapies), ruled(.judged, .youngPeople), pairs[0],
        pairs[1])
      #expect(found.contains { $0.range == 0...0 })
    }
  }

  @Test("who recovered was in the range, and who reliably did improved and recovered", .tags(.law))
  func recovery() {
    for seed in UInt64(1)...10 {
      let system = system(of: RuledCollege(seed: seed))
      let rules = RuleSet.nhsTalkingTherapies
      for (whole, part) in [
        (RuleCount.judged, RuleCount.caseness), (.caseness, .recovered),
        (.recovered, .reliablyRecovered), (.improved, .reliablyRecovered),
      ] {
        let rest = CountKey.difference(ruled(whole, rules), ruled(part, rules))
        let found = relations(system, over: ruled(whole, rules), ruled(part, rules), rest)
        #expect(found.contains { $0.range == 0...0 }, "\(part) of \(whole)")
      }
    }
  }

  @Test(
    "by the very points of the plan the same people are counted: the two are one number",
    .tags(.law))
  func samePoints() {
    for seed in UInt64(1)...10 {
      let system = system(of: RuledCollege(seed: seed))
      for (count, measure) in [
        (RuleCount.improved, MeaningMeasure.improved), (.deteriorated, .deteriorated),
      ] {
        let found = relations(
          system, over: ruled(count, .nhsCommunity, "phq9"), judged(measure, "phq9"))
        #expect(found.contains { $0.range == 0...0 })
      }
    }
  }

  @Test(
    "a world of other people breaks no relation that does not hang on what is printed", .tags(.law))
  func otherWorlds() {
    // The same kinds of relations, with what another college's people make of them: none is broken, so that none of
    // them holds by chance of the first.
    let first = system(of: RuledCollege(seed: 3))
    for seed in UInt64(20)...40 {
      let other = system(of: RuledCollege(seed: seed))
      for relation in first.relations where isAcross(relation, first) {
        var sum = 0.0
        for (count, factor) in relation.terms {
          guard let place = other.place(of: first.counts[count].key) else { return }
          sum += factor * Double(other.counts[place].truth)
        }
        #expect(
          relation.range.contains(sum), "\(relation.terms.map { first.counts[$0.count].key })")
      }
    }
  }

  /// Whether a relation ties counts by rules to others, or to each other, whatever is printed of them.
  private func isAcross(_ relation: CountSystem.Relation, _ system: CountSystem) -> Bool {
    let keys = relation.terms.map { system.counts[$0.count].key }
    let isOfRules = keys.contains { key in
      if case .people(.ruled) = key { return true }
      return false
    }
    let hasRest = keys.contains { key in
      if case .difference = key { return true }
      return false
    }
    return isOfRules && !hasRest && relation.needs.isEmpty
  }

  @Test(
    "who crossed another cut-off has both forms, and who did not is not to be worked out",
    .tags(.law))
  func cutOffs() throws {
    var printed = 0
    for seed in UInt64(1)...10 {
      let college = RuledCollege(seed: seed)
      let system = system(of: college)
      let crossed = CountKey.people(.crossedBy("published", scale: "phq9", occasion: "later"))
      let used = CountKey.people(
        .paired(scale: "phq9", occasion: "later", group: GroupName.everyone.id))
      let found = relations(system, over: used, crossed, .difference(used, crossed))
      #expect(found.contains { $0.range == 0...0 })
      let released = DisclosureGate(policy: .nhsRound5()).release(college.findings())
      guard case .meaning(let meaning)? = released.findings.steps.first?.finding else { continue }
      let made = try #require(meaning.outcomes.first?.cutOffs.first)
      // A score that is made here is a mean like others: to one decimal.
      if let score = made.score.estimate { #expect(score.value == 9.9) }
      let other = try #require(meaning.outcomes.first?.cutOffs.last?.rows.first)
      if let number = other.crossed.parts?.count?.number {
        #expect(number % 5 == 0)
        printed += 1
      }
    }
    #expect(printed > 3)
  }

  @Test("a worse that is held back by the one is not told by the other")
  func heldBack() {
    // 12 better, 13 the same and 3 worse on PHQ-9 by both: what either section prints, three values stay.
    var college = RuledCollege(seed: 1)
    college.people = (0..<28).map { place in
      RuledCollege.Person(
        group: place % 2 == 0 ? "a" : "b", isDue: true, phq: place < 12 ? 1 : place < 25 ? 0 : -1,
        gad: place < 20 ? 0 : nil, began: place % 3 != 0, left: place % 4 == 0)
    }
    var audit = CountAudit(system(of: college))
    audit.run()
    #expect(audit.open.isEmpty)
    for key in [ruled(.deteriorated, .nhsCommunity, "phq9"), judged(.deteriorated, "phq9")] {
      let place = audit.system.place(of: key)
      #expect(place.map { audit.found[$0, default: []].count >= 2 } == true)
    }
  }

  @Test("what is released has no number that its rule does not allow", .tags(.law))
  func released() throws {
    var shown = 0
    for seed in UInt64(1)...8 {
      let college = RuledCollege(seed: seed)
      let released = DisclosureGate(policy: .nhsRound5()).release(college.findings())
      guard case .meaning(let after)? = released.findings.steps.first?.finding,
        case .meaning(let before)? = college.findings().steps.first?.finding
      else { continue }
      for (finding, open) in zip(after.rules, before.rules) {
        for (row, truth) in zip(finding.lines.flatMap(\.rows), open.lines.flatMap(\.rows)) {
          for (answer, found) in zip(
            row.changes.all.map(\.answer), truth.changes.all.map(\.answer))
          {
            guard let estimate = answer.estimate, let parts = found.estimate?.parts else {
              continue
            }
            shown += 1
            let rest = Double(parts.of) - parts.count
            #expect(parts.count >= 5 && rest >= 5 && parts.of >= 10)
            #expect(abs(estimate.value * 100 - (estimate.value * 100).rounded()) < 1e-9)
          }
          if let number = row.used.number { #expect(number % 5 == 0) }
        }
      }
    }
    #expect(shown > 20)
  }
}
