import Foundation
import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The gate")
struct GateTests {
  func json(_ value: some Encodable) throws -> String {
    try #require(String(data: JSONEncoder().encode(value), encoding: .utf8))
  }

  func change(_ findings: Findings) throws -> [ChangeFinding.Row] {
    for step in findings.steps {
      if case .change(let change) = step.finding { return change.outcomes[0].rows }
    }
    throw Missing()
  }

  func meaning(_ findings: Findings) throws -> [MeaningFinding.Row] {
    for step in findings.steps {
      if case .meaning(let found) = step.finding { return found.outcomes[0].rows }
    }
    throw Missing()
  }

  struct Missing: Error {}

  @Test("changes nothing of open data", .tags(.law))
  func openData() {
    for seed in UInt64(1)...20 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let released = DisclosureGate(policy: .openData).release(found)
      #expect(released.findings == found)
      #expect(released.countsHidden == 0)
    }
  }

  @Test("knows the plan's words")
  func words() {
    #expect(DisclosurePolicy(word: "open-data") == .openData)
    #expect(DisclosurePolicy(word: "small-groups") == .smallGroups(threshold: 5, estimates: 10))
    #expect(DisclosurePolicy(word: "nhs-round5") == nil)
    #expect(
      DisclosurePolicy.words.compactMap { DisclosurePolicy(word: $0)?.word }
        == DisclosurePolicy.words)
  }

  @Test("releases the same for the same findings", .tags(.law))
  func repeatable() throws {
    var college = InventedCollege(seed: 7)
    let found = college.findings()
    let gate = DisclosureGate(policy: .smallGroups())
    #expect(gate.release(found) == gate.release(found))
  }

  @Test("lets no number of a hidden estimate stand anywhere in what is written", .tags(.law))
  func neverWritten() throws {
    var hidden = 0
    for seed in UInt64(200)...230 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let released = DisclosureGate(policy: .smallGroups()).release(found)
      let written = try json(released)
      for (truth, seen) in zip(try change(found), try change(released.findings)) {
        for path in [\ChangeFinding.Row.meanBefore, \.meanChange, \.correlation, \.dZ] {
          guard let estimate = truth[keyPath: path].estimate else { continue }
          let isHidden = seen[keyPath: path] == .hidden
          hidden += isHidden ? 1 : 0
          #expect(written.contains("\(estimate.value)") == !isHidden)
        }
      }
    }
    #expect(hidden > 20)
  }

  @Test("leaves no small number of people inside an estimate", .tags(.law))
  func insideEstimates() throws {
    struct People: Decodable, Equatable {
      var used: Int
      var eligible: Int
    }
    for seed in UInt64(300)...330 {
      var college = InventedCollege(seed: seed)
      let released = DisclosureGate(policy: .smallGroups()).release(college.findings())
      for row in try change(released.findings) {
        guard let estimate = row.meanChange.estimate else { continue }
        #expect(estimate.used == 0 || estimate.used >= 10)
        #expect(estimate.eligible == 0 || estimate.eligible >= 10)
        if estimate.used > 0, estimate.eligible > 0 {
          #expect(!(1...4).contains(estimate.eligible - estimate.used), "seed \(seed)")
        }
        if estimate.used == 0 { #expect(estimate.degreesOfFreedom == nil) }
      }
    }
  }

  @Test("gives no mean of fewer than 10 people away by everyone's and the others'", .tags(.law))
  func meansOfGroups() throws {
    var hidden = 0
    for seed in UInt64(400)...460 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let truth = try change(found)
      let seen = try change(DisclosureGate(policy: .smallGroups()).release(found).findings)
      guard seen[0].meanChange != .hidden else { continue }
      let shown = seen.indices.dropFirst().filter { seen[$0].meanChange.estimate != nil }
      let rest = (truth[0].used.exact ?? 0) - shown.reduce(0) { $0 + (truth[$1].used.exact ?? 0) }
      #expect(rest == 0 || rest >= 10, "seed \(seed): a mean of \(rest) people follows")
      hidden += rest > 0 ? 1 : 0
    }
    #expect(hidden > 5)
  }

  @Test("never shows how many got better where it cannot show how many got worse", .tags(.law))
  func worse() throws {
    var few = 0
    for seed in UInt64(500)...560 {
      var college = InventedCollege(seed: seed)
      let released = DisclosureGate(policy: .smallGroups()).release(college.findings())
      for row in try meaning(released.findings) {
        if row.deteriorated.people == .hidden { #expect(row.improved.people.exact == nil) }
        if row.deteriorated.people == .fewerThan(5) { few += 1 }
        #expect((row.improved.proportion.estimate == nil) || row.improved.people.exact != nil)
      }
    }
    #expect(few > 10)
  }

  @Test("hides not changed beside a few who got worse, and prints better and worse")
  func notChangedFirst() throws {
    let rows = try release(improved: 30, unchanged: 20, deteriorated: 2, used: 52)
    #expect(rows[0].improved.people == .exactly(30))
    #expect(rows[0].unchanged.people == .hidden)
    #expect(rows[0].unchanged.proportion == .hidden)
    #expect(rows[0].deteriorated.people == .fewerThan(5))
    #expect(rows[0].deteriorated.proportion == .hidden)
    #expect(rows[0].improved.proportion.estimate?.value == 30.0 / 52.0)
    #expect(rows[0].used == .exactly(52))
  }

  @Test("hides a third where two hidden counts of one would be told by their sum", .tags(.edge))
  func singletons() throws {
    let rows = try release(improved: 50, unchanged: 1, deteriorated: 1, used: 52)
    #expect(rows[0].unchanged.people == .fewerThan(5))
    #expect(rows[0].deteriorated.people == .fewerThan(5))
    #expect(rows[0].improved.people == .hidden)
    #expect(rows[0].used == .exactly(52))
  }

  @Test("shows nobody as 0, where that gives nobody away", .tags(.edge))
  func zero() throws {
    let rows = try release(improved: 30, unchanged: 22, deteriorated: 0, used: 52)
    #expect(rows[0].deteriorated.people == .exactly(0))
    #expect(rows[0].unchanged.people == .exactly(22))
  }

  @Test("leaves out the quote of a theme that few told, and keeps the others")
  func quotes() throws {
    for seed in UInt64(600)...620 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let released = DisclosureGate(policy: .smallGroups()).release(found)
      for (truth, seen) in zip(found.steps, released.findings.steps) {
        guard case .experience(let truth) = truth.finding, case .experience(let seen) = seen.finding
        else { continue }
        for (truth, seen) in zip(truth.themes, seen.themes) {
          let isFew = (1...4).contains(truth.people.exact ?? 0)
          #expect(seen.quote == (isFew ? nil : truth.quote))
          if isFew { #expect(seen.people == .fewerThan(5)) }
        }
      }
    }
  }

  @Test("says what it did")
  func notes() {
    var college = InventedCollege(seed: 9)
    let released = DisclosureGate(policy: .smallGroups()).release(college.findings())
    #expect(released.countsHidden > 0)
    #expect(released.notes.first?.contains("from 1 to 4") == true)
    #expect(released.notes.contains { $0.contains("Releases at different times") })
  }

  @Test("lets a limit repeat the counts that other sections show, and no others", .tags(.law))
  func limits() throws {
    var repeated = 0
    var held = 0
    for seed in UInt64(700)...760 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let released = DisclosureGate(policy: .smallGroups()).release(found).findings
      let shown = Set(
        try change(released).filter { $0.group == .everyone }
          .compactMap { row in
            row.used.exact.flatMap { used in row.eligible.exact.map { [used, $0] } }
          })
      for (truth, seen) in zip(try limits(found), try limits(released)) {
        guard case .lowFollowUp(_, _, let share) = truth, case .lowFollowUp(_, _, let kept) = seen,
          let estimate = share.estimate
        else { continue }
        let counts = [
          Int((estimate.value * Double(estimate.used)).rounded()), estimate.used,
        ]
        if shown.contains(counts) {
          #expect(kept == share)
          repeated += 1
        } else if kept == .hidden {
          held += 1
        }
      }
    }
    #expect(repeated > 0 && held > 0, "\(repeated) repeated, \(held) held back")
  }

  private func limits(_ findings: Findings) throws -> [CertaintyFinding.Limit] {
    for case .certainty(let certainty) in findings.steps.map(\.finding) { return certainty.limits }
    return []
  }

  /// Releases a finding of meaning about one group.
  func release(
    improved: Int, unchanged: Int, deteriorated: Int, used: Int
  ) throws -> [MeaningFinding.Row] {
    var college = InventedCollege(seed: 1)
    var findings = college.findings()
    func part(_ count: Int) -> MeaningFinding.Share {
      .init(
        people: .exactly(count),
        proportion: .estimated(
          Estimate(
            Double(count) / Double(used), unit: .proportion, used: used, eligible: used,
            method: "wilson")))
    }
    let row = MeaningFinding.Row(
      occasion: InventedCollege.later, group: .everyone, used: .exactly(used),
      eligible: .exactly(used),
      improved: part(improved), unchanged: part(unchanged), deteriorated: part(deteriorated),
      crossed: part(0),
      recovered: part(0), harmed: part(0))
    findings.steps = [
      .init(
        id: "meaning", planned: .yes,
        finding: .meaning(
          MeaningFinding(
            outcomes: [
              .init(
                scale: InventedCollege.scale, reliability: nil,
                threshold: .notEstimable(.noReliability, used: 0, eligible: 0), cutOff: nil,
                rows: [row])
            ])))
    ]
    return try meaning(DisclosureGate(policy: .smallGroups()).release(findings).findings)
  }
}
