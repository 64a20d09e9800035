import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

/// An estimate that is not there says that those counted beside it are fewer than it needs.
@Suite("What the absence of an estimate tells")
struct FewEstimatesTests {
  private func system(of findings: Findings<Unreleased>) -> CountSystem {
    var system = CountSystem(rounding: Rounding(rules: .nhsRound5))
    system.enter(findings, rule: RoundingRule(.nhsRound5, isForEverybody: false))
    return system
  }

  @Test(
    "8 people printed as 10, of whom about 10 stayed the same: nobody else may be few", .tags(.edge)
  )
  func unchanged() throws {
    let used = CountKey.people(.paired(scale: "s", occasion: "o", group: "all"))
    func judged(_ measure: MeaningMeasure) -> CountKey {
      .people(.judged(measure, scale: "s", occasion: "o", group: "all"))
    }
    var system = CountSystem(rounding: Rounding(rules: .nhsRound5))
    let all = system.enter(used, 8)
    let parts = [
      system.enter(judged(.improved), 0), system.enter(judged(.unchanged), 8),
      system.enter(judged(.deteriorated), 0),
    ]
    system.relate(all, isSumOf: parts)
    var blind = CountAudit(system)
    blind.run()
    #expect(blind.heldBack.isEmpty)
    system.tellFew(all)
    var audit = CountAudit(system)
    audit.run()
    #expect(!audit.heldBack.isEmpty && audit.open.isEmpty)
  }

  @Test("that a group is none of few is known also where its own count is held back")
  func heldBack() {
    var system = CountSystem(rounding: Rounding(rules: .nhsRound5))
    let group = system.enter(.people(.watched(event: "detention", group: "age=35 to 44")), 10)
    system.tellFew(group)
    system.holdBack(group)
    // The counts by month beside it say "fewer than 5" where those of few people say "few people".
    #expect(
      system.relations.indices.contains {
        system.holds($0) && system.relations[$0].range.lowerBound == 10
      })
  }

  @Test(
    "a group in which nobody is counted had no events, and that is hidden as they are", .tags(.law))
  func nobody() {
    var rows = 0
    for seed in UInt64(1)...60 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      let system = system(of: findings)
      let use = findings.steps.compactMap { step in
        if case .serviceUse(let use) = step.finding { use } else { nil }
      }
      for outcome in use.flatMap(\.outcomes) {
        for row in outcome.rows where row.people.count == 0 && !row.people.isGiven {
          let key = CountKey.events(
            .before, event: outcome.event.id, window: outcome.window.id, group: row.group.id)
          rows += 1
          #expect(system.place(of: key).map { system.counts[$0].isHidden } == true, "\(key)")
        }
      }
    }
    #expect(rows > 0)
  }

  @Test("is known of every count that estimates stand beside", .tags(.law))
  func everywhere() throws {
    var kinds: Set<String> = []
    for seed in UInt64(1)...40 {
      var college = InventedCollege(seed: seed)
      let system = system(of: college.findings())
      for count in system.counts where (5..<10).contains(count.truth) {
        guard case .people(let set) = count.key else { continue }
        let kind: String
        switch set {
        // Parts of life have shares and no means; two arms together are the sum of both.
        case .paired("work", _, _), .returned("work", _), .missing("work", _): continue
        case .paired(_, _, let group):
          if group.contains(" vs ") { continue } else { kind = "change" }
        case .counted: kind = "use"
        case .returned, .missing: kind = "missing"
        default: continue
        }
        kinds.insert(kind)
        #expect(
          count.terms.contains {
            system.relations[$0.relation].terms.count == 1
              && system.relations[$0.relation].range == 0...9
          }, "\(set)")
      }
    }
    #expect(kinds == ["change", "use", "missing"])
  }

  @Test("one that is there says that those counted beside it are no fewer", .tags(.law))
  func enough() {
    var kinds: Set<String> = []
    for seed in UInt64(1)...60 {
      var college = InventedCollege(seed: seed)
      let system = system(of: college.findings())
      for count in system.counts where (10...12).contains(count.truth) && count.range == 8...12 {
        guard case .people(let set) = count.key else { continue }
        switch set {
        case .paired("work", _, let group) where group != GroupName.everyone.id:
          kinds.insert("lives")
        // Two arms together are the sum of both.
        case .counted(_, _, let group, _) where !group.contains(" vs "): kinds.insert("use")
        default: continue
        }
        #expect(
          count.terms.contains {
            system.relations[$0.relation].terms.count == 1
              && system.relations[$0.relation].range.lowerBound == 10
          }, "\(set)")
      }
    }
    #expect(kinds == ["lives", "use"])
  }
}
