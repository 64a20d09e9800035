import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import FurlongStudy
import Testing

@Suite("Page one")
struct PageOneTests {
  @Test("answers nine questions in the order in which a commissioner asks them")
  func order() throws {
    #expect(
      try answers(Reports.college).map(\.question) == [
        "What period?", "Who made it?", "Who came?", "Who is in these numbers?", "What changed?",
        "How sure?", "What can this not show?", "What decision is asked?", "Local commentary",
      ])
  }

  @Test("the period, the day on which the data end, and day 0")
  func period() throws {
    let answer = try answer("What period?", Reports.college)
    #expect(answer.contains("from 1 September 2022 to 31 July 2025"))
    #expect(answer.contains("The data end on 31 August 2025."))
    #expect(answer.contains("Time is counted from first registration."))
  }

  @Test("without dates it says so instead of a period")
  func noDates() throws {
    #expect(try answer("What period?", Reports.trial).contains("The exports have no dates"))
  }

  @Test("who made and paid for it and how people were involved, or that it is not known")
  func makers() throws {
    let college = try answer("Who made it?", Reports.college)
    #expect(college.contains("Prepared by Saltmarsh evaluation group."))
    #expect(college.contains("Who paid for it: not known."))
    #expect(college.contains("four student researchers on 12 September 2024"))
    #expect(try answer("Who made it?", Reports.trial).contains("Who prepared it: not known."))
  }

  @Test("a funder and a person's words stand there when the plan has them")
  func funded() throws {
    let plan = ReportPlan(fundedBy: "the health board.", commentary: " We were short of rooms. ")
    let document = Reports.compose(TrialExample.findings, plan)
    #expect(try answer("Who made it?", document).contains("Paid for by the health board."))
    #expect(try answer("Local commentary", document) == "We were short of rooms.")
    #expect(try answer("Local commentary", Reports.trial) == "No local commentary was added.")
  }

  @Test("who came, out of all who registered")
  func came() throws {
    let answer = try answer("Who came?", Reports.college)
    #expect(answer.contains("About 610 people registered; this report is about 450 of them."))
    #expect(answer.contains("type “service user” and data consent “yes”"))
    #expect(answer.contains("About 400 of 450 students (89%) came at least once."))
    let exact = try self.answer("Who came?", Reports.college(under: .openData))
    #expect(exact.contains("612 people registered; this report is about 452 of them."))
    #expect(exact.contains("398 of 452 students (88%) came at least once."))
  }

  @Test("x of n at the first and the last follow-up, and how those missing differ")
  func counted() throws {
    let answer = try answer("Who is in these numbers?", Reports.trial)
    #expect(answer.hasPrefix("97 of the 100 people due a form at 2 months (97%)"))
    #expect(answer.contains("At 8 months: 52 of 100 (52%)."))
    #expect(answer.contains("Those missing at 8 months (48 people) differ most in"))
  }

  @Test("the primary outcome first, in full at the first follow-up and in a clause at the last")
  func changed() throws {
    let answer = try answer("What changed?", Reports.college)
    #expect(answer.hasPrefix("Mental wellbeing (SWEMWBS), 1 of 6 outcomes"))
    #expect(
      answer.contains(
        "went up by 2.2 points on average at about four months, which is better on this scale (95% confidence interval 1.7 to 2.7), about 210 of 400 students."
      ))
    #expect(answer.contains("At about a year: 0.7 points (95% confidence interval −0.4 to 1.8)"))
    #expect(answer.contains("Admissions were 0.63 times as frequent"))
    #expect(answer.contains("some fall would be expected anyway"))
  }

  @Test("a fall on a scale where lower is better is said to be better")
  func lowerIsBetter() throws {
    #expect(
      try answer("What changed?", Reports.trial).contains(
        "went down by 6.2 points on average at 2 months, which is better on this scale"))
  }

  @Test("worse stands beside better, both strong, in one piece")
  func worseBesideBetter() throws {
    let answer = try #require(
      try answers(Reports.college).first { $0.question == "What changed?" })
    let strong = answer.answer.inlines.compactMap { inline -> String? in
      if case .strong(let prose) = inline { prose.plainText } else { nil }
    }
    #expect(
      strong.contains {
        $0.contains("about 55 of 210 (26%) got better")
          && $0.contains("about 10 of 210 (5%) got worse")
      })
  }

  @Test("arms are described apart and not compared")
  func arms() throws {
    let answer = try answer("What changed?", Reports.trial)
    #expect(answer.contains("By arm at 2 months: usual care, −4.3 points"))
    #expect(answer.contains("Each arm is described by itself, the arms are not compared."))
  }

  @Test("an interval that holds no change is not called a change")
  func cannotTell() throws {
    var findings = TrialExample.findings
    for index in findings.steps.indices {
      guard case .change(var found) = findings.steps[index].finding else { continue }
      guard case .estimated(var estimate) = found.outcomes[0].rows[0][.meanChange] else { continue }
      estimate.value = -0.4
      estimate.interval = Interval(low: -1.6, high: 0.8, level: 0.95)
      found.outcomes[0].rows[0].answers[.meanChange] = .estimated(estimate)
      findings.steps[index].finding = .change(found)
    }
    let document = Reports.compose(findings, ReportPlan())
    #expect(
      try answer("What changed?", document).contains(
        "we cannot tell from these data whether scores changed at 2 months"))
    #expect(
      try answer("How sure?", document).hasPrefix(
        "We cannot tell from these data whether scores changed."))
    #expect(
      document.plainText.contains("the data fit anything from a fall of 1.6 to a rise of 0.8"))
  }

  @Test("the gravest limit first, and where the others stand")
  func limits() throws {
    #expect(
      try answer("What can this not show?", Reports.college).contains(
        "All 13 limits stand under Question 8."))
  }

  @Test("a plan without scales speaks of service use")
  func serviceUseOnly() throws {
    #expect(
      try answer("Who is in these numbers?", Reports.seizures).hasPrefix(
        "59 of 59 people (100%) are counted for seizures."))
    let changed = try answer("What changed?", Reports.seizures)
    #expect(changed.contains("Seizures were 1.06 times as frequent"))
    #expect(changed.contains("We cannot tell from these data whether the rate changed."))
  }

  @Test("invented data are announced on every page and in the kicker")
  func invented() {
    #expect(Reports.college.banner?.hasPrefix("Invented data.") == true)
    #expect(Reports.college.kicker?.contains("invented data") == true)
    #expect(Reports.trial.banner == nil)
  }

  private func answers(_ document: Document) throws -> [FurlongDocuments.Answer] {
    for case .answers(let answers) in document.blocks { return answers }
    throw Missing()
  }

  private func answer(_ question: String, _ document: Document) throws -> String {
    try #require(try answers(document).first { $0.question == question }).answer.plainText
  }

  private struct Missing: Error {}
}
