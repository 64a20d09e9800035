import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Many ways of counting, released", .tags(.law))
struct WaysTests {
  private typealias Outcome<N: Numbers> = ServiceUseFinding<N>.Outcome

  private func uses(
    _ seed: UInt64, size: Int
  ) throws -> (found: Outcome<Unreleased>, released: Outcome<Released>) {
    var college = InventedCollege(seed: seed, size: size)
    let findings = college.findings()
    let released = DisclosureGate(policy: .nhsRound5()).release(findings).findings
    func use<N>(_ steps: [Findings<N>.Step]) throws -> Outcome<N> {
      let found = steps.lazy.compactMap { step in
        if case .serviceUse(let found) = step.finding { found } else { nil }
      }.first
      return try #require(found?.outcomes.first)
    }
    return (try use(findings.steps), try use(released.steps))
  }

  @Test(
    "differ in ten people's events, tell spells apart of ten, and stand in an order that tells nothing"
  )
  func apart() throws {
    var (shown, withSpells, held) = (0, 0, 0)
    // In the small ones a few people have no whole windows.
    for seed in stride(from: UInt64(3), through: 120, by: 3) {
      let (found, released) = try uses(seed, size: seed > 90 ? 30 : 600)
      #expect(released.ways.map(\.rule) == found.ways.map(\.rule), "no order of what was found")
      let people = Dictionary(
        uniqueKeysWithValues: found.ways.map { ($0.rule, $0.ratio.used.count) })
      let kept = released.ways.filter { $0.ratio.estimate != nil }.map(\.rule)
      held += released.ways.count - kept.count
      for rule in kept where !ServiceUseRule.usual.contains(rule) {
        shown += 1
        if rule.running != .asItFalls {
          withSpells += 1
          #expect(found.runningOnDayZero.count >= 10, "seed \(seed)")
        }
        for other in kept {
          let apart = abs((people[rule] ?? 0) - (people[other] ?? 0))
          #expect(apart == 0 || apart >= 10, "seed \(seed)")
        }
        let way = try #require(found.ways.first { $0.rule == rule })
        for (other, apart) in zip(found.ways, try #require(way.apart))
        where kept.contains(other.rule) {
          #expect(apart >= 10, "in so few people's events: seed \(seed)")
        }
      }
      #expect(released.ways.allSatisfy { $0.apart == nil }, "how far they differ is not released")
    }
    #expect(shown > 5 && withSpells > 5 && held > 5, "\(shown), \(withSpells), \(held)")
  }

  @Test(
    "of fewer than ten spells on day 0 none is told apart, however far two ways differ",
    .tags(.edge))
  func fewSpells() throws {
    var college = InventedCollege(seed: 5, size: 100)
    for place in college.people.indices {
      college.people[place].eventsBefore = 2
      college.people[place].eventsAfter = 1
    }
    let rule = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [])
    func isShown(running: Int) throws -> Bool {
      var found = college.serviceUse()
      let ratio = try #require(found.outcomes[0].rows.first)[.ratio]
      found.outcomes[0].runningOnDayZero.count = running
      found.outcomes[0].ways = [
        .init(rule: .wholeWindow, ratio: ratio, apart: []),
        .init(rule: ServiceUseRule(running: .neither), ratio: ratio, apart: [20]),
      ]
      let ways = FindingsRelease(rule: rule).release(found).outcomes[0].ways
      #expect(ways[0].ratio.estimate != nil)
      return ways[1].ratio.estimate != nil
    }
    #expect(try isShown(running: 10))
    #expect(try !isShown(running: 9))
  }

  @Test(
    "from another day spells are told apart of ten people who are in one on that day, and no months of day 0 matter",
    .tags(.edge))
  func otherDaysSpells() throws {
    var college = InventedCollege(seed: 5, size: 100)
    for place in college.people.indices {
      college.people[place].eventsBefore = 2
      college.people[place].eventsAfter = 1
    }
    let months = CountKey.withoutMonths(1, event: "admission", window: "12-months")
    let rule = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [months])
    func areShown(apart: Int) throws -> [Bool] {
      var found = college.serviceUse()
      let ratio = try #require(found.outcomes[0].rows.first)[.ratio]
      // Nobody is in a spell on day 0 itself.
      found.outcomes[0].runningOnDayZero.count = 0
      found.outcomes[0].ways = [
        .init(rule: .wholeWindow, ratio: ratio, apart: []),
        .init(rule: ServiceUseRule(index: .firstSession), ratio: ratio, apart: [20]),
        .init(
          rule: ServiceUseRule(running: .neither, index: .firstSession), ratio: ratio,
          apart: [20, apart]),
        .init(
          rule: ServiceUseRule(monthsLeftOut: 1, index: .firstSession), ratio: ratio,
          apart: [20, 20, 20]),
        .init(rule: .withoutLastMonth, ratio: ratio, apart: [20, 20, 20, 20]),
      ]
      return FindingsRelease(rule: rule).release(found).outcomes[0].ways
        .map { $0.ratio.estimate != nil }
    }
    #expect(try areShown(apart: 10) == [true, true, true, true, false])
    #expect(try areShown(apart: 9) == [true, true, false, true, false])
  }
}

extension FoundAnswer {
  /// The people beside it.
  fileprivate var used: PeopleCount {
    switch self {
    case .estimated(let estimate): estimate.used
    case .notEstimable(_, let used, _): used
    }
  }
}
