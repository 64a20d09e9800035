import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What was in when a plan was frozen")
struct FreezeGateTests {
  private func findings(_ data: DataIn) throws -> Findings {
    var findings = Findings(
      study: StudyDescription(
        id: "a-test", title: "A test", about: "", fictional: true,
        people: .init(one: "student", many: "students"), design: .beforeAfter, involvement: "",
        registered: nil, dataTo: nil, dayZero: "first registration", outcomes: 0),
      provenance: Provenance(tool: "test", planSHA256: "", seed: 1, inputs: []), steps: [])
    let moment = PlanFreeze.Moment(on: CalendarDay(number: 20_000), data: data)
    findings.provenance.freeze = PlanFreeze(
      frozen: moment, frozenDigest: "a", digest: "b",
      amendments: [.init(moment: moment, why: "w", changed: [])], dropped: [])
    findings.steps = [
      .init(
        id: "limits", planned: .frozen(moment),
        finding: .certainty(
          CertaintyFinding(
            limits: [.stepAdded(step: "late", why: "w"), .stepDropped(step: "gone", why: "w")],
            strength: .init(nesta: 2, maryland: 1, whyNotMore: ""))))
    ]
    return findings
  }

  @Test("is coarse for small groups, everywhere that it stands, and exact for open data")
  func coarse() throws {
    let found = try findings(DataIn(people: 40, followUpForms: 39, serviceUse: 7, stories: 3))
    #expect(DisclosureGate(policy: .openData).release(found).findings == found)
    let released = DisclosureGate(policy: .smallGroups()).release(found).findings
    let freeze = try #require(released.provenance.freeze)
    guard case .frozen(let step) = released.steps[0].planned else {
      Issue.record("not frozen")
      return
    }
    for moment in [freeze.frozen, freeze.amendments[0].moment, step] {
      #expect(moment.followUpForms == .atLeast(30))
      #expect(moment.serviceUse == .atLeast(5))
      #expect(moment.stories == .fewerThanFive)
    }
    #expect(released.steps[0].finding == found.steps[0].finding)
  }
}
