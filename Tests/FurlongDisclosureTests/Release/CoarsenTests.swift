import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What stands beside the numbers")
struct CoarsenTests {
  let frozen = PlanFreeze.Moment(
    on: CalendarDay(number: 20_000), data: DataIn(followUpForms: 53, serviceUse: 6, stories: 3))

  func release(_ policy: DisclosurePolicy) -> Findings<Released> {
    var college = InventedCollege(seed: 3)
    var findings = college.findings()
    findings.provenance.inputs = [
      .init(
        file: "forms.csv", sortedLinesSHA256: "", rowsRead: 61, rowsKept: 58, rowsSetAside: 3,
        rowsSkipped: 0)
    ]
    findings.provenance.byHand = .init(cells: 7, rowsLeftOut: 2, merges: 1, splits: 0, sha256: "ab")
    findings.provenance.freeze = PlanFreeze(
      frozen: frozen, frozenDigest: "", digest: "",
      amendments: [.init(moment: frozen, why: "", changed: [])], dropped: [])
    findings.steps[0].planned = .frozen(frozen)
    findings.steps[1].planned = .added(frozen, why: "")
    return DisclosureGate(policy: policy).release(findings).findings
  }

  /// Every moment of a release.
  func moments(_ findings: Findings<Released>) throws -> [PlanFreeze.Moment] {
    let freeze = try #require(findings.provenance.freeze)
    return [freeze.frozen] + freeze.amendments.map(\.moment)
      + findings.steps.compactMap {
        switch $0.planned {
        case .frozen(let moment), .added(let moment, _): moment
        case .yes, .no, .amended: nil
        }
      }
  }

  @Test("what was in when the plan was frozen or changed is rounded as other counts are")
  func freeze() throws {
    let moments = try moments(release(.nhsRound5()))
    #expect(moments.count == 4)
    for moment in moments {
      #expect(moment.followUpForms == .about(55))
      #expect(moment.serviceUse == .about(5))
      #expect(moment.stories == .fewerThan(5))
      #expect(moment.on == frozen.on)
    }
    for moment in try self.moments(release(.publicRelease())) {
      #expect(moment.followUpForms == .about(50))
      #expect(moment.serviceUse == .fewerThan(10))
      #expect(moment.stories == .fewerThan(10))
      #expect(moment.on == frozen.on.firstOfYear)
    }
  }

  @Test("rows of exports are rounded, and few are none: with a row a person, a row is a person")
  func rows() {
    func rows(_ policy: DisclosurePolicy) -> [Int] {
      release(policy).provenance.inputs.flatMap {
        [$0.rowsRead, $0.rowsKept, $0.rowsSetAside, $0.rowsSkipped]
      }
    }
    #expect(rows(.nhsRound5()) == [60, 60, 0, 0])
    #expect(rows(.publicRelease()) == [60, 60, 0, 0])
    #expect(rows(.internalUse) == [61, 58, 3, 0])
  }

  @Test("how much was corrected by hand is told only where nothing is hidden")
  func byHand() {
    for policy in [DisclosurePolicy.nhsRound5(), .publicRelease()] {
      let work = release(policy).provenance.byHand
      #expect(work?.isCounted == false)
      #expect(work.map { [$0.cells, $0.rowsLeftOut, $0.merges, $0.splits] } == [1, 1, 1, 0])
    }
    let work = release(.internalUse).provenance.byHand
    #expect(work?.isCounted == true)
    #expect(work.map { [$0.cells, $0.rowsLeftOut, $0.merges, $0.splits] } == [7, 2, 1, 0])
  }
}
