import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of those followed from a landmark")
struct LandmarkRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  private func system(of findings: Findings<Unreleased>) -> CountSystem {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
    return system
  }

  @Test("of those followed from a landmark and everyone the rest is hidden", .tags(.law))
  func followed() throws {
    var rests = [0, 0, 0]
    for seed in stride(from: UInt64(3), through: 60, by: 3) {
      var college = InventedCollege(seed: seed)
      let system = system(of: college.findings())
      func key(_ kind: Int, _ window: String) -> CountKey {
        let all = GroupName.everyone.id
        return switch kind {
        case 0:
          .people(.counted(event: "admission", window: window, group: all, rule: .wholeWindow))
        case 1: .people(.withAny(.before, event: "admission", window: window, group: all))
        default: .events(.before, event: "admission", window: window, group: all)
        }
      }
      for kind in 0..<3 {
        let (whole, part) = (key(kind, "12-months"), key(kind, "12-months-from-90-days"))
        guard let place = system.place(of: .difference(whole, part)) else { continue }
        rests[kind] += 1
        let places = try [whole, part].map { try #require(system.place(of: $0)) }
        let rest = system.counts[places[0]].truth - system.counts[places[1]].truth
        #expect(system.counts[place].isHidden == (1..<5).contains(rest))
      }
    }
    #expect(rests.allSatisfy { $0 > 3 }, "\(rests)")
  }

  @Test("the time of those followed from a landmark tells how many they are at least", .tags(.edge))
  func timeFollowed() throws {
    var college = InventedCollege(seed: 3, size: 160)
    var findings = college.findings()
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding, found.landmark != nil
      else { continue }
      let row = found.outcomes[0].rows[0]
      found.outcomes[0].rows[0].answers = Answers { measure in
        guard measure == .timeAfter, case .estimated(var time) = row[measure] else {
          return row[measure]
        }
        time.value = 0.24 * Double(row.people.count)
        return .estimated(time)
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    let system = system(of: findings)
    let followed = CountKey.people(
      .counted(
        event: "admission", window: "12-months-from-90-days", group: GroupName.everyone.id,
        rule: .wholeWindow))
    let count = system.counts[try #require(system.place(of: followed))]
    // The window of this college has three months.
    #expect(
      count.terms.contains {
        system.relations[$0.relation].terms.count == 1
          && abs($0.factor - 3 / 12.0 * 366 / 365.25) < 1e-12
          && abs(system.relations[$0.relation].range.lowerBound - 0.24 * Double(count.truth)) < 1e-9
      })
  }

  @Test("the time before day 0 of those gone by a landmark tells how many they are at least")
  func timeOfThoseGone() throws {
    var college = InventedCollege(seed: 3, size: 160)
    var findings = college.findings()
    // The window of this college has three months: a quarter of a year each.
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding else { continue }
      let row = found.outcomes[0].rows[0]
      found.outcomes[0].rows[0].answers = Answers { measure in
        guard case .estimated(var answer) = row[measure] else { return row[measure] }
        switch measure {
        case .timeBefore: answer.value /= 4
        case .rateBefore: answer.value *= 4
        default: break
        }
        return .estimated(answer)
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    let system = system(of: findings)
    func counted(_ window: String) throws -> Int {
      try #require(
        system.place(
          of: .people(
            .counted(
              event: "admission", window: window, group: GroupName.everyone.id,
              rule: .wholeWindow))))
    }
    let (whole, part) = (try counted("12-months"), try counted("12-months-from-90-days"))
    let gone = system.counts[whole].truth - system.counts[part].truth
    try #require(gone > 0)
    let most = 3 / 12.0 * 366 / 365.25
    #expect(
      system.relations.contains {
        $0.terms.map(\.count) == [whole, part] && abs($0.terms[0].factor - most) < 1e-12
          && $0.terms[1].factor == -$0.terms[0].factor
          && abs($0.range.lowerBound - Double(gone) / 4) < 1e-9
      })
    // The time is printed though its events are held back, and tells less.
    #expect(
      system.relations.contains {
        $0.terms.map(\.count) == [whole, part] && Set($0.needs) == [whole, part]
          && $0.range.lowerBound < Double(gone) / 4
      })
  }
}
