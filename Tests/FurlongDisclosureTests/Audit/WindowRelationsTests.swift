import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of a window within another")
struct WindowRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)
  private let shorter = "2-months"

  /// The college's own window of three months on both sides, and in a step of its own one that ends a month earlier.
  private func findings(seed: UInt64) -> Findings<Unreleased> {
    var college = InventedCollege(seed: seed)
    var findings = college.findings()
    let rows = college.useRows(
      college.named, in: shorter, counted: \.isCounted,
      eventsAfter: { $0.month < 2 ? $0.eventsAfter : 0 })
    for (place, step) in findings.steps.enumerated() {
      guard case .serviceUse(var found) = step.finding, found.landmark == nil else { continue }
      var outcome = found.outcomes[0]
      outcome.window.id = shorter
      outcome.rows = rows
      outcome.arms = nil
      outcome.robustness = nil
      outcome.ways = []
      outcome.noTimeAtRisk.people = .noTimeAtRisk(event: "admission", window: shorter)
      outcome.runningOnDayZero.people = .runningOnDayZero(event: "admission", window: shorter)
      outcome.timeline = outcome.timeline.dropLast().map { bin in
        var bin = bin
        bin.withAny.people = .withAnyIn(event: "admission", window: shorter, from: bin.from)
        return bin
      }
      found.outcomes = [outcome]
      findings.steps.insert(
        Findings.Step(id: "shorter", planned: .yes, finding: .serviceUse(found)), at: place + 1)
      break
    }
    return findings
  }

  private func system(_ findings: Findings<Unreleased>) -> CountSystem {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
    return system
  }

  private func events(_ side: PeopleSet.Side, _ window: String) -> CountKey {
    .events(side, event: "admission", window: window, group: GroupName.everyone.id)
  }

  @Test("what the longer adds is hidden where it is small", .tags(.law))
  func added() throws {
    var hidden = 0
    for seed in stride(from: UInt64(3), through: 60, by: 3) {
      let system = system(findings(seed: seed))
      let keys = (events(.after, "12-months"), events(.after, shorter))
      guard let whole = system.place(of: keys.0), let part = system.place(of: keys.1) else {
        continue
      }
      let rest = system.counts[whole].truth - system.counts[part].truth
      let place = try #require(system.place(of: .difference(keys.0, keys.1)), "seed \(seed)")
      #expect(system.counts[place].truth == rest)
      #expect(system.counts[place].isHidden == (1..<5).contains(rest), "seed \(seed)")
      if (1..<5).contains(rest) { hidden += 1 }
    }
    #expect(hidden > 1)
  }

  @Test("a month of the same people is the same in both", .tags(.law))
  func months() throws {
    var seen = 0
    for seed in stride(from: UInt64(3), through: 60, by: 3) {
      let system = system(findings(seed: seed))
      for month in -3..<2 {
        let places = ["12-months", shorter].compactMap {
          system.place(of: .eventsIn(event: "admission", window: $0, from: month))
        }
        guard places.count == 2 else { continue }
        seen += 1
        #expect(
          system.relations.contains {
            Set($0.terms.map(\.count)) == Set(places) && $0.range == 0...0
          }, "seed \(seed), month \(month)")
      }
    }
    #expect(seen > 20)
  }
}
