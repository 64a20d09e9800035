import Foundation
import FurlongDisclosure
import FurlongEvaluation
import FurlongTestSupport
import Testing

/// What must hold of every number of a whole release, wherever it stands.
@Suite("A whole release")
struct WholeReleaseTests {
  static let policies: [DisclosurePolicy] = [.nhsRound5(), .publicRelease()]

  func release(
    _ seed: UInt64, _ policy: DisclosurePolicy, withUnits: Bool = true
  ) -> ReleasedFindings {
    var college = InventedCollege(seed: seed)
    var findings = college.findings()
    if !withUnits { findings.steps.removeAll { $0.finding.question == .unitRates } }
    return DisclosureGate(policy: policy).release(findings)
  }

  @Test(
    "holds no count that is not rounded, and none that is few", .tags(.law), arguments: policies)
  func counts(_ policy: DisclosurePolicy) throws {
    let rules = try #require(policy.rounding)
    var seen = 0
    for seed in UInt64(1)...12 {
      // How many wards a number rests on is printed as it is.
      let json = try ReleasedJSON(release(seed, policy, withUnits: false))
      for object in json.values(of: "about").compactMap({ $0 as? [String: Any] }) {
        let number = try #require(object["_0"] as? Int)
        #expect(number.isMultiple(of: rules.base))
        #expect(number >= rules.threshold)
        seen += 1
      }
      for object in json.values(of: "exactly").compactMap({ $0 as? [String: Any] }) {
        #expect(object["_0"] as? Int == 0)
      }
    }
    #expect(seen > 500)
  }

  @Test(
    "holds no number finer than its print, and no df, p or error", .tags(.law), arguments: policies)
  func precision(_ policy: DisclosurePolicy) throws {
    var seen = 0
    for seed in UInt64(1)...12 {
      let json = try ReleasedJSON(release(seed, policy))
      for object in json.objects(with: "decimals") {
        let decimals = try #require(object["decimals"] as? Int)
        let interval = object["interval"] as? [String: Any]
        for number in [object["value"], interval?["low"], interval?["high"]].compactMap({ $0 }) {
          let value = try #require(number as? Double)
          #expect(Double(String(format: "%.\(decimals)f", value)) == value)
          seen += 1
        }
        #expect(object["standardError"] == nil)
        #expect(object["degreesOfFreedom"] == nil)
        #expect(object["pValue"] == nil)
      }
      // Whatever is an estimate was rounded: there is none without decimals.
      #expect(json.objects(with: "caveats").allSatisfy { $0["decimals"] != nil })
    }
    #expect(seen > 500)
  }

  @Test(
    "shows estimates of at least 10 people, and no share of few", .tags(.law), arguments: policies)
  func bases(_ policy: DisclosurePolicy) throws {
    let rules = try #require(policy.rounding)
    for seed in UInt64(1)...12 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let before = ResultsTable(found).rows
      let after = ResultsTable(DisclosureGate(policy: policy).release(found).findings).rows
      let kinds = Dictionary(Measure.all.map { ($0.word, $0.kind) }) { first, _ in first }
      for row in after where row.estimate != nil {
        let same = try #require(
          before.first {
            ($0.question, $0.outcome, $0.occasion, $0.group, $0.measure, $0.interval)
              == (row.question, row.outcome, row.occasion, row.group, row.measure, row.interval)
              && $0.label == row.label
          })
        let kind = try #require(kinds[row.measure])
        switch kind {
        // How many units there are is no secret, and nobody is in them.
        case .stated, .unitEstimate: break
        case .unitSum: #expect((same.estimate ?? 0) >= Double(rules.threshold))
        case .count where row.unit == EstimateUnit.people.rawValue:
          #expect((same.estimate ?? 0) >= Double(rules.threshold))
        case .statistic: Issue.record("\(row.measure) is a statistic")
        case .median, .medianTime: #expect((same.nUsed ?? 0) >= 2 * rules.leastPeople)
        case .shareByTime: #expect((row.nUsed ?? 0) >= rules.leastPeople)
        case .share:
          let count = try #require(same.count)
          let rest = Double(try #require(same.of)) - count
          #expect(min(count, rest) >= Double(rules.threshold))
          #expect((same.of ?? 0) >= rules.leastPeople)
        case .shareDifference:
          for arm in armRows(of: same, in: before) {
            let count = try #require(arm.count)
            let rest = Double(try #require(arm.of)) - count
            #expect(min(count, rest) >= Double(rules.threshold))
            #expect((arm.of ?? 0) >= rules.leastPeople)
          }
        case .count, .time, .mean, .rate, .ratio, .money, .shared, .published, .hours:
          #expect((same.nUsed ?? 0) >= rules.leastPeople)
        }
      }
    }
  }

  /// The rows of the two shares that a difference is made of.
  private func armRows(of row: ResultRow, in rows: [ResultRow]) -> [ResultRow] {
    // Of a difference from a share that the plan states there is one.
    if row.measure == CasemixMeasure.difference.declared.word {
      return rows.filter {
        ($0.outcome, $0.group, $0.measure)
          == (row.outcome, row.group, CasemixMeasure.share.declared.word)
      }
    }
    // A movement is of the same people before and after.
    if row.measure == LifeMeasure.netMovement.declared.word {
      let sides = [LifeMeasure.soughtBefore, .soughtAfter].map(\.declared.word)
      return rows.filter {
        ($0.question, $0.outcome, $0.occasion) == (row.question, row.outcome, row.occasion)
          && $0.group == row.group && sides.contains($0.measure)
      }
    }
    let found = rows.filter {
      ($0.question, $0.outcome, $0.occasion) == (row.question, row.outcome, row.occasion)
        && $0.measure == row.measure.replacingOccurrences(of: "difference_", with: "")
        && ["arm=b", "arm=a"].contains($0.group)
    }
    #expect(found.count == 2)
    return found
  }

  @Test("for everybody has nobody's words, no month and no day")
  func everybody() throws {
    for seed in UInt64(1)...6 {
      let json = try ReleasedJSON(release(seed, .publicRelease()))
      #expect(json.values(of: "quote").isEmpty)
      #expect(json.values(of: "series").isEmpty)
      #expect(json.values(of: "dataTo") as? [String] == ["2025-01-01"])
    }
    let open = try ReleasedJSON(release(3, .nhsRound5()))
    #expect(!open.values(of: "series").isEmpty)
    #expect(open.values(of: "dataTo") as? [String] == ["2025-08-31"])
  }

  @Test("moves each printed count by one step at most where one person comes", .tags(.law))
  func onePersonMore() throws {
    for seed in UInt64(1)...10 {
      var college = InventedCollege(seed: seed)
      var larger = college
      larger.people.append(college.people[0])
      larger.registered += 1
      let gate = DisclosureGate(policy: .nhsRound5())
      let before = ResultsTable(gate.release(college.findings()).findings).rows
      let after = ResultsTable(gate.release(larger.findings()).findings).rows
      for (one, other) in zip(before, after) where one.unit == EstimateUnit.people.rawValue {
        #expect(one.measure == other.measure)
        guard let first = one.estimate, let second = other.estimate else { continue }
        #expect(abs(first - second) <= 5)
      }
    }
  }
}
