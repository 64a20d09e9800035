import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import Testing

@Suite("What the exports do not give, in the report")
struct GapTests {
  private func text(_ gaps: [DataGap], isDrafted: Bool = false) -> String {
    var findings = CollegeExample.findings
    findings.provenance.gaps = gaps
    findings.provenance.isDrafted = isDrafted
    return Reports.compose(findings, ReportPlan(), under: .nhsRound5()).plainText
  }

  @Test("each is a line, under every policy's words; without any nothing is said")
  func lines() {
    let said = text([
      .neverScored("QPR-15"), .notRead("days in hospital"), .noForms("at a year"),
      .betweenOccasions, .noConsent, .setAside(.scores), .likelyDuplicates,
      .outsideWindows("ReQoL-10"), .notLinked, .inBothArms,
    ])
    #expect(
      said.ranges(of: "Half or more of the rows of an export of forms").count == 2)
    for line in [
      "What the plan asks for and the exports do not give:",
      "QPR-15: not one form that was read can be scored.",
      "days in hospital: no export was read that holds it.",
      "Forms at a year: none was found, though people have reached that time.",
      "A fifth of the forms or more were filled in at times for which the plan does not ask",
      "Register: some of its rows may be of people who are in it already under another id; whoever is counts twice.",
      "ReQoL-10: half or more of its forms were filled in at times for which the plan does not ask",
      "Use of services of people who did not agree that their records be linked, or left it blank:",
      "The arms: some people stand in both of them in the exports.",
      "Stories: none may be quoted, for want of a consent that holds, with its day.",
    ] {
      #expect(said.contains(line), "\(line)")
    }
    #expect(!text([]).contains("the exports do not give"))
  }

  @Test("a plan that a program drafted is not called planned")
  func drafted() {
    let said = text([], isDrafted: true)
    #expect(said.contains("A program drafted the plan out of what the exports hold"))
    #expect(!said.contains("nothing records when the plan was written"))
    #expect(!said.contains("Nothing records whether the plan was written before"))
  }
}
