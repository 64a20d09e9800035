import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import Testing

@Suite("What a report says by named sets of rules")
struct RulesTests {
  @Test("the rules, their points and where they stand come before the numbers")
  func rules() {
    let text = Reports.rules.plainText
    #expect(
      text.contains(
        "A change counts from 6 points on PHQ-9 and from 4 points on GAD-7 (NHS England’s code)."))
    #expect(text.contains("10 or more on PHQ-9 or 8 or more on GAD-7"))
    #expect(text.contains("24 or less on ReQoL-10"))
    #expect(text.contains("; from memory, not verified."))
    #expect(text.contains("Not judged by them: PHQ-9 and GAD-7."))
  }

  @Test("better and worse stand in one breath, and who recovered is of those in the range")
  func sentences() {
    let text = Reports.rules.plainText
    #expect(
      text.contains(
        "of about 65 students with both forms of both scales, about 30 of 65 (46%) improved and about 5 of 65 (8%) got worse"
      ))
    #expect(
      text.contains(
        "About 50 of 65 (77%) began in the clinical range; of these about 20 of 50 (40%) recovered, and about 15 of 50 (30%) reliably recovered."
      ))
  }

  @Test("what the exports do not say is said, and these are no service's published shares")
  func limits() {
    let text = Reports.rules.plainText
    #expect(text.contains("Neither can be checked here, so these shares are not that service’s"))
    #expect(text.contains("Here the second whole is all students whose follow-up is due"))
  }

  @Test("few people are in no number, and no sentence is left with a hole")
  func few() {
    let text = Reports.rules.plainText
    #expect(
      text.contains(
        "Fewer than 5 began in the clinical range, so who of them recovered is not shown."))
    #expect(!text.contains("the south team"))
    #expect(text.contains("of which the rules judge too few to show a number are left out."))
  }

  @Test("the plan's cut-off leads with how it is made, and the others stand beside it")
  func cutOffs() {
    let text = Reports.rules.plainText
    #expect(
      text.contains(
        "The cut-off is 24.9, by criterion c of Jacobson and Truax (as many standard deviations from the average first score here as from that of people without difficulty; A survey of adults, 2019). It takes the first scores here as those of people in difficulty."
      ))
    #expect(
      text.contains(
        "By the published cut-off, 24 (NHS England’s code): at the end of the course about 20 of 50 (40%) crossed it for the better."
      ))
    #expect(
      text.contains(
        "By criterion a of Jacobson and Truax, 33.2 (two standard deviations above the average of all first scores here): at the end of the course fewer than 5 crossed it for the better."
      ))
  }

  @Test("under a policy that hides nothing every number is as it was found")
  func open() {
    let text = Reports.compose(RulesExample.findings, ReportPlan()).plainText
    #expect(text.contains("of 64 students with both forms of both scales, 29 of 64 (45%) improved"))
    #expect(text.contains("the south team"))
  }
}
