import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import FurlongTestSupport
import Foundation
import Testing

@Suite("A report of a frozen plan")
struct FreezeTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

  private func text(_ data: DataIn) throws -> String {
    var findings = CollegeExample.findings
    let moment = PlanFreeze.Moment(on: try day("2026-03-01"), data: data)
    let later = PlanFreeze.Moment(
      on: try day("2026-05-05"),
      data: DataIn(people: 402, followUpForms: 1_204, serviceUse: 310, stories: 3))
    findings.provenance.freeze = PlanFreeze(
      frozen: moment, frozenDigest: "aa11", digest: "bb22",
      amendments: [
        .init(
          moment: later, why: "The trust gave no contacts.", changed: ["steps[hospital].events"])
      ], dropped: [.init(id: "costs", why: "No prices.")])
    for index in findings.steps.indices where findings.steps[index].planned == .yes {
      findings.steps[index].planned = .frozen(moment)
    }
    findings.steps[4].planned = .added(later, why: "Students asked for it.")
    return Reports.compose(
      findings, ReportPlan(), under: .nhsRound5()
    ).plainText
  }

  @Test("says the day, and that nothing was in")
  func before() throws {
    let text = try text(DataIn())
    let planned =
      "Where nothing else is said, what this report shows was planned: frozen on 1 March 2026, before any follow-up data were imported."
    #expect(text.components(separatedBy: planned).count == 2, "said once")
    #expect(!text.contains("Named in the plan"))
    #expect(text.contains("Frozen on 1 March 2026, before any follow-up data were imported"))
    #expect(!text.contains("Nothing records whether"))
    #expect(text.contains("who: as frozen"))
    #expect(text.contains("hospital: amended; stories: added after the freeze"))
  }

  @Test("says what was in, and never a handful; counts are rounded")
  func after() throws {
    let text = try text(DataIn(people: 90, followUpForms: 52, serviceUse: 2))
    #expect(
      text.contains(
        "was planned: frozen on 1 March 2026, after about 50 follow-up forms and records of the service use of fewer than 5 people after day 0 were in."
      ))
    #expect(
      text.contains(
        "Amended on 5 May 2026, after about 1,205 follow-up forms, records of the service use of about 310 people after day 0 and fewer than 5 stories were in: The trust gave no contacts (steps[hospital].events)."
      ))
    #expect(text.contains("Taken out since: step “costs”, No prices."))
    #expect(
      text.contains(
        "Not in the plan as it was frozen: added on 5 May 2026, after fewer than 5 stories were in: Students asked for it."
      ))
  }
}
