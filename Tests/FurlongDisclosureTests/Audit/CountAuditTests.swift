import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("The audit")
struct CountAuditTests {
  let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  /// All worlds of a few counts that fit what is printed, tried one by one: independent of the search.
  func possible(_ system: CountSystem, _ place: Int, upTo most: Int) -> Set<Int> {
    var found: Set<Int> = []
    var values = system.counts.map(\.truth)
    func fits() -> Bool {
      system.relations.indices.allSatisfy { index in
        guard system.holds(index) else { return true }
        let relation = system.relations[index]
        let sum = relation.terms.reduce(0) { $0 + $1.factor * Double(values[$1.count]) }
        return sum >= relation.range.lowerBound - 1e-9 && sum <= relation.range.upperBound + 1e-9
      }
    }
    func fill(_ next: Int) {
      guard next < values.count else {
        if fits() { found.insert(values[place]) }
        return
      }
      let range = system.counts[next].range
      for value in range.lowerBound...min(range.upperBound, most) {
        values[next] = value
        fill(next + 1)
      }
    }
    fill(0)
    return found
  }

  @Test("finds no world that is not there, and misses few that are", .tags(.law))
  func againstAll() {
    var draws = Draws(state: 11)
    var missed = 0
    var hidden = 0
    for _ in 0..<60 {
      var system = CountSystem(rounding: rule.rounding)
      let parts = (0..<3).map { _ in Int.random(in: 0...9, using: &draws) }
      let whole = system.enter(.stories(.stories), parts.reduce(0, +))
      let places = parts.enumerated().map { index, part in
        system.enter(.people(.theme("\(index)")), part)
      }
      system.relate(whole, isSumOf: places)
      if Bool.random(using: &draws) {
        system.relate([(places[0], 1), (places[1], -1)], in: 0...100)
      }
      let search = CountSearch(system: system)
      for place in places where system.counts[place].isHidden {
        let others = possible(system, place, upTo: 40).subtracting([system.counts[place].truth])
        hidden += 1
        for needed in 1...2 {
          let isFound = search.hasOthers(place, atLeast: needed)
          #expect(!isFound || others.count >= needed)
          if !isFound && others.count >= needed { missed += 1 }
        }
      }
    }
    #expect(hidden > 40)
    #expect(missed == 0)
  }

  @Test("leaves a total of 4 and four parts of 1 open: each is 0 to 4")
  func sums() {
    // Once each was "fewer than 5" and 1 or more, so that the total was 4 and each part 1 (1a of the attack).
    var system = CountSystem(rounding: rule.rounding)
    let total = system.enter(.people(.due(occasion: "o", group: "all")), 4)
    let parts = (1...4).map { system.enter(.people(.due(occasion: "o", group: "g=\($0)")), 1) }
    system.relate(total, isSumOf: parts)
    #expect(([total] + parts).allSatisfy { CountSearch(system: system).hasOthers($0, atLeast: 2) })
  }

  @Test("sees that a total of 10 and two small parts leaves one world")
  func pinned() {
    var system = CountSystem(rounding: rule.rounding)
    let total = system.enter(.people(.storytellers), 8)
    let parts = ["a", "b"].map { system.enter(.people(.theme($0)), 4) }
    system.relate(total, isSumOf: parts)
    #expect(parts.allSatisfy { !CountSearch(system: system).hasOthers($0, atLeast: 1) })
    system.holdBack(total)
    #expect(parts.allSatisfy { CountSearch(system: system).hasOthers($0, atLeast: 2) })
  }

  @Test("leaves every hidden count three values or more", .tags(.law))
  func colleges() {
    var hidden = 0
    var notFound = 0
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      for rules in [RoundingRules.nhsRound5, .publicRelease] {
        let rule = RoundingRule(rules, isForEverybody: false)
        var audit = CountAudit(findings, rule: rule)
        audit.run()
        let system = audit.system
        let search = CountSearch(system: system)
        for place in system.counts.indices where system.counts[place].isHidden {
          let isOpen = search.hasOthers(place, atLeast: CountAudit.others)
          // Where the search finds nothing, nothing that hangs together with the count is printed.
          let isAlone = audit.printed(near: place).isEmpty
          #expect(isOpen || isAlone, "\(system.counts[place].key) of college \(seed)")
          hidden += 1
          if !isOpen { notFound += 1 }
        }
      }
    }
    #expect(hidden > 500)
    #expect(notFound * 100 < hidden)
  }

  @Test("holds back what it says, everywhere")
  func heldBack() throws {
    var some = 0
    for seed in UInt64(1)...12 {
      var college = InventedCollege(seed: seed)
      let released = DisclosureGate(policy: .nhsRound5()).release(college.findings())
      some += released.heldBack.count
      guard case .change(let change) = released.findings.steps[1].finding else { continue }
      for row in change.outcomes[0].rows {
        let key = CountKey.people(.paired(scale: "qpr15", occasion: "later", group: row.group.id))
        let isHeldBack = released.heldBack.contains { $0.count == key }
        #expect((row.used.shown == .withheld(.wouldTell)) == isHeldBack)
        if isHeldBack { #expect(row[.meanChange].estimate == nil) }
      }
    }
    #expect(some > 0)
  }

  @Test("keeps the main result where few came back without a first form", arguments: [0, 3, 6])
  func mainResult(_ few: Int) throws {
    for policy in [DisclosurePolicy.nhsRound5(), .publicRelease()] {
      var college = InventedCollege(seed: 66, size: 100)
      for place in college.people.indices {
        college.people[place].isDue = true
        college.people[place].first = place >= few
        college.people[place].second = place < 66 + few
        college.people[place].change = place % 3 - 1
        college.people[place].eventsBefore = place % 4
        college.people[place].eventsAfter = place % 3
      }
      let released = DisclosureGate(policy: policy).release(college.findings())
      guard case .change(let change) = released.findings.steps[1].finding,
        case .meaning(let meaning) = released.findings.steps[2].finding,
        case .serviceUse(let use) = released.findings.steps[3].finding
      else { throw NoFinding() }
      #expect(change.outcomes[0].rows[0][.meanChange].estimate?.interval != nil)
      #expect(meaning.outcomes[0].rows[0][.improved].estimate != nil)
      #expect(meaning.outcomes[0].rows[0][.deteriorated].estimate != nil)
      #expect(use.outcomes[0].rows[0][.ratio].estimate != nil)
    }
  }

  struct NoFinding: Error {}
}
