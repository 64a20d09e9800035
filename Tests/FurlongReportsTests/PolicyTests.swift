import Foundation
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What a report says under each policy")
struct PolicyTests {
  private func forms(of document: Document) -> [String] {
    [
      HTMLRenderer().text(of: document), MarkdownRenderer().text(of: document),
      JSONRenderer().text(of: document),
    ]
  }

  @Test("internal: every form says that it must not be shared, no other does")
  func marked() {
    let mark = "Contains personal data: do not share."
    let document = Reports.college(under: .internalUse)
    #expect(
      document.banner
        == "\(mark) Invented data. Nothing here is evidence about any real service or person.")
    for form in forms(of: document) { #expect(form.contains(mark)) }
    // The running head repeats it on every printed page.
    #expect(HTMLRenderer().text(of: document).components(separatedBy: mark).count > 2)
    let plain = Reports.compose(TrialExample.findings, ReportPlan(), under: .internalUse)
    #expect(plain.banner == mark)
    #expect(plain.plainText.contains("for the evaluator’s own desk"))
    for policy in [DisclosurePolicy.nhsRound5(), .publicRelease(), .openData] {
      for form in forms(of: Reports.college(under: policy)) { #expect(!form.contains(mark)) }
    }
  }

  @Test("public: nobody’s words, no month of attendance, years for dates, in any form")
  func everybody() throws {
    var findings = CollegeExample.findings
    // Words that people wrote into the plan are theirs, dates and all.
    findings.study.involvement = "Agreed with four student researchers."
    findings.steps[3].planned = .amended(why: "community contacts were added")
    guard case .certainty(var certainty) = findings.steps[5].finding else { return }
    certainty.limits.removeAll { if case .notPlanned = $0 { true } else { false } }
    findings.steps[5].finding = .certainty(certainty)
    let day = try #require(CalendarDay(iso: "2024-03-17"))
    let moment = PlanFreeze.Moment(on: day, data: DataIn(followUpForms: 52, serviceUse: 2))
    findings.steps[0].planned = .frozen(moment)
    findings.steps[4].planned = .added(moment, why: "Students asked for it.")
    findings.provenance.freeze = PlanFreeze(
      frozen: moment, frozenDigest: "aa11", digest: "bb22",
      amendments: [.init(moment: moment, why: "No contacts.", changed: [])], dropped: [])

    let dates = try Regex(
      #"\b\d{4}-\d{2}\b|\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"#
    )
    let quote = "somebody knew my name"
    let document = Reports.compose(findings, ReportPlan(), under: .publicRelease())
    for form in forms(of: document) {
      let date = form.firstMatch(of: dates).map { String(form[$0.range]) }
      #expect(date == nil)
      #expect(!form.contains(quote))
      #expect(!form.contains("each calendar month"))
      #expect(form.contains("Registered from 2022 to 2025. The data end in 2025."))
      #expect(form.contains("in 2024, after about 50 follow-up forms"))
    }
    #expect(!document.figures.contains { $0.id.hasPrefix("figure-attendance") })
    #expect(!document.numbers.contains { $0.fact.contains("monthly") })
    #expect(!document.plainText.contains("drawn by chance within"))
    #expect(document.plainText.contains("Nobody’s words are shown, and years stand for dates"))

    // The same findings have all of it under the other policies: the test would see it.
    for policy in [DisclosurePolicy.nhsRound5(), .internalUse, .openData] {
      for form in forms(of: Reports.compose(findings, ReportPlan(), under: policy)) {
        #expect(form.firstMatch(of: dates) != nil)
        #expect(form.contains(quote))
        #expect(form.contains("each calendar month"))
      }
    }
  }

  @Test("each policy is named with what it does")
  func named() {
    let words = [
      (
        DisclosurePolicy.nhsRound5(), "Policy “nhs-round5”. Counts of people and events below 5 are"
      ),
      (.publicRelease(), "Policy “public”. Counts of people and events below 10 are not shown"),
      (.internalUse, "Policy “internal”. Nothing is hidden"),
      (.openData, "Policy “open-data”. The data are public already; nothing is hidden."),
    ]
    for (policy, sentence) in words {
      #expect(Reports.college(under: policy).plainText.contains(sentence))
    }
  }

  @Test("what the audit holds back is counted, in words")
  func heldBack() {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .experience(var found) = findings.steps[place].finding else { continue }
      found.change = nil
      findings.steps[place].finding = .experience(found)
    }
    let college = DisclosureGate(policy: .nhsRound5()).release(findings)
    #expect(college.heldBack.count == 1)
    #expect(
      Reports.compose(findings, ReportPlan(), under: .nhsRound5()).plainText.contains(
        "One other number is held back, because with the rest it would give a small one away."))
    let trial = DisclosureGate(policy: .publicRelease()).release(TrialExample.findings)
    #expect(trial.heldBack.count > 1)
    #expect(
      Reports.compose(TrialExample.findings, ReportPlan(), under: .publicRelease()).plainText
        .contains(
          "\(trial.heldBack.count) other numbers are held back, because with the rest they would give small ones away."
        ))
    #expect(
      Reports.compose(SeizureExample.findings, ReportPlan(), under: .publicRelease()).plainText
        .contains("No other number had to be held back."))
  }

  @Test("a draft says so on every page; a replacement names the day that it withdraws")
  func releases() throws {
    let released = DisclosureGate(policy: .nhsRound5()).release(CollegeExample.findings)
    let draft = ReportComposer(plan: ReportPlan(), isDraft: true).compose(released)
    for form in forms(of: draft) { #expect(form.contains(ReportComposer.draftMark)) }
    #expect(draft.banner?.hasPrefix(ReportComposer.draftMark) == true)
    let day = try #require(CalendarDay(iso: "2025-09-01"))
    let replacement = ReportComposer(plan: ReportPlan(), replaces: [day]).compose(released)
    let words = "This report replaces that of 1 September 2025, which is withdrawn: use this one."
    for form in forms(of: replacement) {
      #expect(form.contains(words))
      #expect(!form.contains(ReportComposer.draftMark))
    }
    let other = try #require(CalendarDay(iso: "2025-10-01"))
    let both = ReportComposer(plan: ReportPlan(), replaces: [day, other]).compose(released)
    #expect(
      both.plainText.contains(
        "This report replaces those of 1 September 2025 and 1 October 2025, which are withdrawn: use this one."
      ))
  }
}
