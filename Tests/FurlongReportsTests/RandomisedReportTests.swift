import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongReports

@Suite("A report of randomised arms")
struct RandomisedReportTests {
  private func answers(_ document: Document) throws -> [String: String] {
    for case .answers(let answers) in document.blocks {
      return Dictionary(
        answers.map { answer in
          (answer.question, ([answer.answer] + answer.points).joined().plainText)
        }
      ) { first, _ in first }
    }
    throw NoAnswers()
  }

  @Test("leads with the difference between the arms, and says for whom it can speak of cause")
  func page() throws {
    let page = try answers(Reports.randomised)
    #expect(
      page["What changed?"]?.contains(
        "At 2 months depression was 4.0 points lower in the computer programme arm than in the usual care arm, which is better (95% confidence interval 0.5 to 7.4; BDI-II; 48 of 52 people and 48 of 48 people)."
      ) == true, "\(page["What changed?"] ?? "")")
    #expect(
      page["What changed?"]?.contains(
        "By more than the form’s error, in the computer programme arm")
        == true)
    #expect(
      page["How sure?"]
        == "Fairly sure of the difference in depression between the arms, among those in it.")
    #expect(
      page["What can this not show?"]
        == "Whether it holds for those missing, or for other people: chance made the arms, so their difference can speak of cause for those in it alone. Later, more than one in five of an arm are missing."
    )
    #expect(
      page["What does this support?"]
        == "Less depression in the computer programme arm and the assignment as its cause, for those who answered. Not: the same for those missing or savings."
    )
  }

  @Test("does not speak of cause where many of an arm are missing")
  func many() throws {
    var findings = RandomisedExample.trial
    for place in findings.steps.indices {
      guard case .change(var found) = findings.steps[place].finding else { continue }
      found.outcomes[0].arms.removeFirst()
      findings.steps[place].finding = .change(found)
    }
    let page = try answers(Reports.compose(findings, ReportPlan()))
    #expect(page["How sure?"]?.hasPrefix("Not sure of the difference in depression") == true)
    #expect(page["What can this not show?"]?.hasPrefix("The cause, with any certainty") == true)
    #expect(page["What does this support?"]?.contains("Not: cause") == true)
  }

  @Test("says that it cannot tell where the interval holds no difference")
  func cannotTell() throws {
    let page = try answers(Reports.randomisedSeizures)
    #expect(
      page["What changed?"]
        == "Whether seizures changed more in one arm than in the other cannot be told: 0.90 times as frequent in the progabide arm as in the placebo arm, given how frequent they were before (95% confidence interval 0.62 to 1.40; 31 of 31 people and 28 of 28 people). With fewer than 50 people in an arm such an interval is too narrow."
    )
    #expect(page["How sure?"] == "We cannot tell whether the arms differ in seizures.")
    let text = Reports.randomisedSeizures.plainText
    #expect(text.contains("Did seizures fall?") && !text.contains("use of services fall"))
    #expect(text.contains("With fewer than 50 people in an arm such an interval is too narrow."))
    #expect(text.contains("level 3 of 5 of Nesta") && text.contains("level 5 of 5 of the Maryland"))
  }

  @Test("turned round says worse where it said better", .tags(.law))
  func turned() throws {
    var findings = RandomisedExample.trial
    for place in findings.steps.indices {
      guard case .change(var found) = findings.steps[place].finding,
        case .estimated(var estimate) = found.outcomes[0].arms[0][.difference],
        let interval = estimate.interval
      else { continue }
      estimate.value.negate()
      estimate.interval = Interval(low: -interval.high, high: -interval.low, level: 0.95)
      found.outcomes[0].arms[0].answers[.difference] = .estimated(estimate)
      findings.steps[place].finding = .change(found)
    }
    let page = try answers(Reports.compose(findings, ReportPlan()))
    #expect(
      page["What changed?"]?.contains(
        "depression was 4.0 points higher in the computer programme arm than in the usual care arm, which is worse"
      ) == true)
    #expect(page["What does this support?"]?.hasPrefix("More depression") == true)
  }

  @Test("is decided from the interval as it is printed", .tags(.edge))
  func printed() throws {
    var findings = RandomisedExample.trial
    for place in findings.steps.indices {
      guard case .change(var found) = findings.steps[place].finding,
        case .estimated(var estimate) = found.outcomes[0].arms[0][.difference]
      else { continue }
      estimate.interval = Interval(low: -7.9, high: -0.04, level: 0.95)
      found.outcomes[0].arms[0].answers[.difference] = .estimated(estimate)
      findings.steps[place].finding = .change(found)
    }
    let page = try answers(Reports.compose(findings, ReportPlan()))
    #expect(
      page["What changed?"]?.contains("Whether depression differed between the arms at 2 months")
        == true)
  }

  private struct NoAnswers: Error {}
}
