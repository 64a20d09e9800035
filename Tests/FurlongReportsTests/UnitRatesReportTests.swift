import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import Testing

@Suite("What changed on wards, in the report")
struct UnitRatesReportTests {
  private func text(
    under policy: DisclosurePolicy = .nhsRound5(),
    _ change: (inout UnitRatesFinding<Unreleased>.Outcome) -> Void = { _ in }
  ) -> String {
    var findings = UnitsExample.findings
    if case .unitRates(var units) = findings.steps[0].finding {
      change(&units.outcomes[0])
      findings.steps[0].finding = .unitRates(units)
    }
    return Reports.compose(findings, ReportPlan(), under: policy).plainText
  }

  @Test("page one says what changed, on how many, of nobody, and how sure one can be")
  func pageOne() {
    let said = text()
    for sentence in [
      "Restraints fell by more than two fifths (0.55 times, 95% confidence interval 0.39 to 0.78), on 3 wards with the safety programme. They are counts of wards, not of people, and nothing is compared with them.",
      "Sickness days: we cannot tell.", "Fairly sure restraints fell.",
      "Nobody: what changed is told of wards as a whole.", "Fewer restraints. Not: cause",
    ] {
      #expect(said.contains(sentence), "\(sentence)")
    }
    let hangs = text {
      $0.largest?.ratioWithout = .notEstimable(
        .nothingHappened, used: .units(2, of: ""), eligible: .units(2, of: ""))
    }
    #expect(hangs.contains("Not sure restraints fell: not without the ward with the most."))
    #expect(hangs.contains("Not: cause, fewer restraints, savings."))
  }

  @Test("the section gives counts, what they are over, rates, the wards, and who is left out")
  func section() {
    let said = text()
    for sentence in [
      "What changed on wards with the safety programme?",
      "In the 44 ward-months before the safety programme began there were about 155 restraints over about 21,955 bed days (7.1 per 1,000 bed days); in the 59 ward-months after, about 115 restraints over about 27,730 bed days (4.1).",
      "Birch has the most restraints; without it the ratio is 0.64 (0.43 to 0.95).",
      "Birch (began on 1 April 2024), Cedar (began on 15 July 2024) and Hazel (began on 1 April 2024).",
      "Left out: Oak, for which the plan has no day on which it began; Rowan, of which no export has anything.",
      "Restraints: 8 months in a row below the middle month before: month 1 after to month 8 after",
      "Months were read before they were rounded",
      "These are counts of one ward by calendar month: Oak (began on 1 January 2025).",
      "They do not show what caused a change.",
      "Wards on which it did not begin are not compared.",
    ] {
      #expect(said.contains(sentence), "\(sentence)")
    }
    #expect(!text(under: .internalUse).contains("Months were read before they were rounded"))
  }

  @Test("a report for everybody has years for days")
  func everybody() {
    let said = text(under: .publicRelease())
    #expect(said.contains("Birch (began in 2024)") && !said.contains("April"))
  }
}
