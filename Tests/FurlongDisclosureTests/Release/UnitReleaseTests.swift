import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Counts of wards, released")
struct UnitReleaseTests {
  private typealias Outcome<N: Numbers> = UnitRatesFinding<N>.Outcome
  private typealias Ward = [Int: (count: Int, over: Double)]

  private func ward(_ before: [Int], _ after: [Int], over: Double = 400) -> Ward {
    let months =
      before.enumerated().map { ($0.offset - before.count, ($0.element, over)) }
      + after.enumerated().map { ($0.offset + 1, ($0.element, over)) }
    return Ward(uniqueKeysWithValues: months)
  }

  private func release(
    _ wards: [Ward], under policy: DisclosurePolicy = .nhsRound5()
  ) throws -> (found: Outcome<Unreleased>, released: Outcome<Released>, heldBack: [HeldBack]) {
    let found = InventedCollege.units(of: wards)
    var college = InventedCollege(seed: 1)
    var findings = college.findings()
    findings.steps = [.init(id: "units", planned: .yes, finding: .unitRates(found))]
    let released = DisclosureGate(policy: policy).release(findings)
    guard case .unitRates(let units) = released.findings.steps[0].finding else {
      throw NoUnits()
    }
    return (found.outcomes[0], units.outcomes[0], released.heldBack)
  }

  private struct NoUnits: Error {}

  @Test("are rounded each by itself, and rates are made of what is printed")
  func rounded() throws {
    let (_, outcome, _) = try release([
      ward([6, 7, 9, 6, 8, 7], [5, 5, 6, 5]), ward([11, 12, 13, 10, 14, 12], [12, 9, 8, 7]),
    ])
    let all = outcome.rows[0]
    // 43 and 72 before, of 2,400 days each; 21 and 36 after, of 1,600 each.
    #expect(all[.countBefore].estimate?.value == 115)
    #expect(all[.countAfter].estimate?.value == 55)
    #expect(all[.overBefore].estimate?.value == 4_800)
    #expect(all[.rateBefore].estimate?.value == 24)
    #expect(all[.rateAfter].estimate?.value == 17)
    #expect(outcome.rows[1][.countBefore].estimate?.value == 45)
    #expect(outcome.rows[1][.rateBefore].estimate?.value == 19, "45 of 2,400 and not 43")
    #expect(all[.ratio].estimate?.decimals == 2)
    #expect(all[.ratio].used.shown == .exactly(2), "how many wards is no secret")
    #expect(outcome.months.allSatisfy { $0[.count].estimate != nil })
  }

  @Test("few are not shown, nor what rests on them, on either side and in any month", .tags(.edge))
  func few() throws {
    let (_, outcome, _) = try release([
      ward([6, 7, 9, 6, 8, 7], [1, 2, 0, 1]), ward([9, 9, 9, 9, 9, 9], [9, 9, 9, 9]),
    ])
    let small = outcome.rows[1]
    #expect(small[.countAfter].shown == .fewerThan(5))
    #expect(small[.rateAfter].shown == .withheld(.fewPeople))
    #expect(small[.ratio].shown == .withheld(.fewPeople))
    #expect(small[.rateBefore].estimate != nil)
    // The other has most; without it the rest is the small one.
    #expect(outcome.largest?.unit == "ward 1")
    #expect(outcome.largest?.ratioWithout.shown == .withheld(.fewPeople))
    // Nor where several small ones are left together, which all of them are not.
    let (_, three, _) = try release([
      ward([6, 7, 9, 6, 8, 7], [1, 0, 1, 0]), ward([6, 7, 9, 6, 8, 7], [0, 1, 0, 0]),
      ward([20, 21, 20, 22, 20, 21], [9, 9, 9, 9]),
    ])
    #expect(three.largest?.unit == "ward 2")
    #expect(three.largest?.ratioWithout.shown == .withheld(.fewPeople))
  }

  @Test(
    "a middle month of few is not told, and no row of months that would tell of them", .tags(.edge))
  func middle() throws {
    let few = ward([3, 4, 2, 9, 3, 4, 3, 2], [1, 2, 0, 1, 1, 2, 1, 0])
    let (found, outcome, _) = try release([few])
    #expect(found.signals.count == 1)
    #expect(outcome.median.shown == .withheld(.fewPeople))
    #expect(outcome.signals.isEmpty)
    let many = ward([20, 22, 21, 25, 19, 23, 24, 20], [9, 2, 8, 3, 9, 4, 6, 5])
    let (_, shown, _) = try release([many])
    // Fewer than five of 400 lie below 21 anyway.
    #expect(shown.median.estimate?.value == 54)
    #expect(shown.signals.map(\.months) == [[1, 2, 3, 4, 5, 6, 7, 8]])
    var above = InventedCollege.units(of: [many])
    above.outcomes[0].signals = [.init(isUp: true, months: [1, 2])]
    let rule = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [])
    #expect(FindingsRelease(rule: rule).release(above).outcomes[0].signals.isEmpty)
    // The middle lies so low that fewer than five need not lie below it.
    let low = ward([6, 5, 7, 5, 6, 5, 8, 6], [5, 2, 5, 3, 5, 4, 5, 5], over: 400)
    var lower = InventedCollege.units(of: [low])
    for place in lower.outcomes[0].months.indices
    where lower.outcomes[0].months[place].number == 2 {
      let month = lower.outcomes[0].months[place]
      lower.outcomes[0].months[place].answers = Answers { measure in
        guard measure == .over, case .estimated(var over) = month[.over] else {
          return month[measure]
        }
        over.value = 200
        return .estimated(over)
      }
    }
    lower.outcomes[0].signals = [.init(isUp: false, months: [1, 2])]
    #expect(FindingsRelease(rule: rule).release(lower).outcomes[0].signals.isEmpty)
  }

  @Test("where what is held back goes, so does what rests on it", .tags(.law))
  func heldBack() throws {
    let found = InventedCollege.units(of: [
      ward([20, 22, 21, 25, 19, 23], [9, 8, 9, 6]), ward([20, 22, 21, 25, 19, 23], [9, 8, 9, 7]),
    ])
    let after = CountKey.events(.after, event: "restraint", window: "units", group: "ward 0")
    let month = CountKey.eventsIn(event: "restraint", window: "units", from: -5)
    let rule = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [after, month])
    let outcome = FindingsRelease(rule: rule).release(found).outcomes[0]
    let row = outcome.rows[1]
    for measure in [UnitMeasure.countAfter, .rateAfter, .ratio] {
      #expect(row[measure].shown == .withheld(.wouldTell), "\(measure)")
    }
    #expect(row[.rateBefore].estimate != nil)
    #expect(outcome.largest?.unit == "ward 1")
    #expect(
      outcome.largest?.ratioWithout.shown == .withheld(.wouldTell),
      "the ratio without the largest of two is the other's")
    let first = try #require(outcome.months.first { $0.number == -5 })
    #expect(first[.count].shown == .withheld(.wouldTell))
    #expect(first[.rate].shown == .withheld(.wouldTell))
    #expect(outcome.median.shown == .withheld(.wouldTell), "42 and 44 lie in the middle")
  }

  @Test("a small count that a sum would give away costs one beside it", .tags(.law))
  func audited() throws {
    var held = 0
    for seed in stride(from: UInt64(5), through: 100, by: 5) {
      let found = InventedCollege.units(seed: seed).outcomes[0]
      var college = InventedCollege(seed: 1)
      var findings = college.findings()
      findings.steps = [
        .init(
          id: "units", planned: .yes, finding: .unitRates(InventedCollege.units(seed: seed)))
      ]
      let released = DisclosureGate(policy: .nhsRound5()).release(findings)
      held += released.heldBack.count
      guard case .unitRates(let units) = released.findings.steps[0].finding else {
        throw NoUnits()
      }
      for (row, shown) in zip(found.rows, units.outcomes[0].rows) {
        for measure in [UnitMeasure.countBefore, .countAfter] {
          let count = row[measure].estimate?.value ?? 0
          #expect((count < 5) == (shown[measure].shown == .fewerThan(5)), "seed \(seed)")
        }
        if (row[.countBefore].estimate?.value ?? 0) < 5
          || (row[.countAfter].estimate?.value ?? 0) < 5
        {
          #expect(shown[.ratio].estimate == nil)
        }
      }
    }
    #expect(held > 0, "\(held)")
  }
}

@Suite("What the audit knows of counts of wards")
struct UnitRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  private func system(of wards: [[Int: (count: Int, over: Double)]]) -> CountSystem {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(InventedCollege.units(of: wards), rule)
    return system
  }

  private func ward(_ months: ClosedRange<Int>, _ count: Int) -> [Int: (count: Int, over: Double)] {
    Dictionary(
      uniqueKeysWithValues: months.filter { $0 != 0 }.map { ($0, (count + ($0 + 20) % 3, 400)) })
  }

  private func key(_ side: PeopleSet.Side, _ ward: String) -> CountKey {
    .events(side, event: "restraint", window: "units", group: ward)
  }

  @Test("wards add up to all, and months that all have do too, or leave a rest", .tags(.law))
  func sums() throws {
    func sums(_ system: CountSystem) -> Set<Set<CountKey>> {
      Set(
        system.relations.filter { $0.range == 0...0 }.map { relation in
          Set(relation.terms.map { system.counts[$0.count].key })
        })
    }
    let same = system(of: [ward(-6...4, 7), ward(-6...4, 9)])
    let months = (1...4).map { CountKey.eventsIn(event: "restraint", window: "units", from: $0) }
    #expect(
      sums(same).contains(
        Set([key(.before, "all"), key(.before, "ward 0"), key(.before, "ward 1")])))
    #expect(sums(same).contains(Set([key(.after, "all")] + months)))
    let longer = system(of: [ward(-6...4, 7), ward(-6...5, 1)])
    let rest = CountKey.difference(key(.after, "all"), months[0])
    let place = try #require(longer.place(of: rest))
    #expect(sums(longer).contains(Set([key(.after, "all"), rest] + months)))
    #expect(longer.counts[place].truth == 2 && longer.counts[place].isHidden)
  }

  @Test("of one ward the ratio ties both sides, and of several each ward's own", .tags(.law))
  func ratios() {
    func tied(_ system: CountSystem) -> Set<Set<CountKey>> {
      Set(
        system.relations.filter { $0.range != 0...0 && $0.terms.count == 2 }.map { relation in
          Set(relation.terms.map { system.counts[$0.count].key })
        })
    }
    #expect(
      tied(system(of: [ward(-6...4, 7)])).contains([
        key(.before, "ward 0"), key(.after, "ward 0"),
      ]))
    let two = tied(system(of: [ward(-6...4, 7), ward(-6...4, 9)]))
    #expect(two.contains([key(.before, "ward 1"), key(.after, "ward 1")]))
    #expect(!two.contains([key(.before, "all"), key(.after, "all")]))
  }

  @Test("the middle month, and months in a row, are taken as known", .tags(.law))
  func known() throws {
    let many = Dictionary(
      uniqueKeysWithValues: zip(
        Array(-8...(-1)) + Array(1...8),
        [20, 22, 21, 25, 19, 23, 24, 20, 9, 12, 8, 13, 9, 14, 6, 7].map { ($0, 400.0) }))
    let system = system(of: [many.mapValues { (count: $0.0, over: $0.1) }])
    func range(_ month: Int) throws -> ClosedRange<Int> {
      let key = CountKey.eventsIn(event: "restraint", window: "units", from: month)
      return system.counts[try #require(system.place(of: key))].range
    }
    #expect(try range(-6) == 21...21 && range(-7) == 22...22, "in the middle")
    #expect(try range(1) == 9...9, "in a row")
    #expect(try range(-8) == 18...22, "as it is printed")
  }
}
