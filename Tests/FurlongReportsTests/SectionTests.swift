import Foundation
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import Testing

@Suite("The sections of a report")
struct SectionTests {
  @Test("stand in the order of the eight questions, with their numbers")
  func order() {
    #expect(
      sections(Reports.college).compactMap(\.label) == [
        "Question 1", "Question 2", "Question 3", "Question 4", "Question 7", "Question 8",
        "How this was made",
      ])
    #expect(
      sections(Reports.seizures).map(\.id) == ["reach", "service-use", "certainty", "provenance"])
  }

  @Test("service use opens with events around day 0")
  func serviceUseOpens() throws {
    let section = try section("service-use", Reports.college)
    guard case .figure(let figure)? = section.blocks.first else {
      Issue.record("the section does not open with a figure")
      return
    }
    #expect(figure.id.hasPrefix("figure-timeline"))
    #expect(figure.title.plainText.hasSuffix("so some fall would be expected anyway"))
  }

  @Test("counts per period of unequal length are shown as rates")
  func periods() throws {
    let section = try section("service-use", Reports.seizures)
    guard case .figure(let figure)? = section.blocks.first else {
      Issue.record("the section does not open with a figure")
      return
    }
    #expect(figure.subtitle.plainText.contains("the periods differ in length"))
    #expect(figure.title.plainText.contains("233 per person-year"))
  }

  @Test("a ratio that needs dates says that there are none")
  func noDates() {
    let text = Reports.seizures.plainText
    #expect(text.contains("it cannot be worked out without the run-up"))
    #expect(text.contains("the exports have no dates"))
  }

  @Test("few people are never counted, and what would give them away is not shown")
  func hidden() {
    let text = Reports.college.plainText
    #expect(text.contains("fewer than 5 of 52 got worse"))
    #expect(
      text.contains(
        "how many changed less is not shown, because it would give a small number away"))
    #expect(text.contains("At about a year: not shown (small number), 8 of 300 students."))
  }

  @Test("nothing that the gate hides is found in any form")
  func gate() throws {
    var findings = CollegeExample.findings
    for index in findings.steps.indices {
      guard case .reach(var found) = findings.steps[index].finding else { continue }
      for flow in found.flows.indices {
        found.flows[flow].stages[1].people = .exactly(608)
        found.flows[flow].stages[1].lost = .exactly(4)
        found.flows[flow].stages[2].lost = .exactly(128)
      }
      findings.steps[index].finding = .reach(found)
    }
    let document = Reports.compose(findings, ReportPlan(), under: .smallGroups())
    #expect(document.plainText.contains("fewer than 5 outside it"))
    #expect(
      document.plainText.contains(
        "How many people registered is not shown; this report is about 452 of them."))
    let html = HTMLRenderer().render(document)
    for hidden in [612.0, 608] {
      #expect(!document.numbers.contains { $0.value == .released(hidden) })
      #expect(!html.contains(">\(Int(hidden))<"), "a chart or table shows it")
      #expect(!JSONRenderer().render(document).contains("\"\(Int(hidden))\""))
    }
  }

  @Test("a rate of few people leaves no empty bracket")
  func hiddenRate() {
    let text = Reports.college.plainText
    #expect(text.contains("in the 12 months after, a number not shown. 71 students had any before"))
  }

  @Test("no cut-off, no recovery; no reliability, no reliable change")
  func meaning() {
    let text = Reports.college.plainText
    #expect(
      text.contains("No cut-off has been published for SWEMWBS, so recovery cannot be judged."))
    #expect(
      text.contains("no reliability of the kind that the plan names has been published"))
    #expect(text.contains("0.83 (implied by the published standard error of measurement"))
  }

  @Test("agreement of coders is in words, and undefined where nothing varied")
  func agreement() {
    let text = Reports.college.plainText
    #expect(text.contains("Connectedness: the coders agreed well enough to rely on"))
    #expect(text.contains("Difficulties: the coders agreed too little to rely on"))
    #expect(text.contains("Identity: agreement cannot be judged: nothing varied."))
    #expect(text.contains("Meaning in life: agreement is not shown (small number)."))
    #expect(
      text.contains(
        "Empowerment: agreement is not shown, because with the other numbers it would give a small number away."
      ))
  }

  @Test("ratios on fewer than 50 people are said to be too sure, by their figure and on page one")
  func tooSure() {
    let text = Reports.seizures.plainText
    let sentence =
      "With fewer than 50 people the interval of a ratio is too narrow: tried out where the truth was known, 95% intervals held it 89 times in 100 with 10 people and 92 times in 100 with 20."
    #expect(text.components(separatedBy: sentence).count == 2, "under the figure of the arms alone")
    #expect(text.contains("Intervals of ratios on fewer than 50 people are too narrow"))
    #expect(!Reports.college.plainText.contains("too narrow"))
  }

  @Test("never more than one quote a theme, each with its consent")
  func quotes() throws {
    let quotes = try section("experience", Reports.college).blocks.compactMap { block -> Quote? in
      if case .quote(let quote) = block { quote } else { nil }
    }
    #expect(quotes.count == 2)
    #expect(quotes.allSatisfy { $0.attribution.contains("consent at level 4, reviewed") })
    #expect(Set(quotes.map(\.attribution)).count == quotes.count)
  }

  @Test("every kind of limit is a point of its own, and limits of one kind share it")
  func limits() throws {
    let section = try section("certainty", Reports.college)
    guard case .list(let points)? = section.blocks.first else {
      Issue.record("the limits are no list")
      return
    }
    #expect(points.count == 13)
    #expect(Set(points.map(\.plainText)).count == 13)
    #expect(points.allSatisfy { $0.plainText.hasSuffix(".") })
  }

  @Test("limits of one kind are one sentence, each with its counts")
  func limitsOfAKind() throws {
    var findings = CollegeExample.findings
    let late = CollegeExample.late
    func share(_ people: Double, _ due: Int) -> FurlongEvaluation.Answer {
      Parts.number(people / Double(due), .proportion, used: due, eligible: due)
    }
    for index in findings.steps.indices {
      guard case .certainty(var found) = findings.steps[index].finding else { continue }
      found.limits = [
        .lowFollowUp(scale: "swemwbs", occasion: CollegeExample.soon, share: share(209, 402)),
        .notLinked(event: "admission", people: .exactly(1)),
        .lowFollowUp(scale: "swemwbs", occasion: late, share: share(52, 300)),
        .lowFollowUp(scale: "qpr15", occasion: late, share: share(50, 300)),
      ]
      findings.steps[index].finding = .certainty(found)
    }
    let section = try section("certainty", Reports.compose(findings, ReportPlan()))
    guard case .list(let points)? = section.blocks.first else {
      Issue.record("the limits are no list")
      return
    }
    #expect(points.count == 2)
    #expect(
      points.first?.plainText
        == "Of those due a form of SWEMWBS, 209 of 402 (52%) at about four months and 52 of 300 (17%) at about a year are in the figures; of QPR-15, 50 of 300 (17%) at about a year. Those who are not may have fared differently."
    )
    #expect(
      points.last?.plainText.hasPrefix(
        "1 student could not be linked or was not known to the service, and is not in the figures of"
      ) == true)
  }

  @Test("no sentence claims that the plan came before the data")
  func plannedClaims() {
    let text = Reports.college.plainText
    #expect(!text.contains("Planned before"))
    #expect(text.contains("Nothing records whether the plan was written before the data were seen"))
  }

  @Test("provenance lists every export and the command that checks it")
  func provenance() throws {
    let text = Reports.college.plainText
    #expect(text.contains("LC_ALL=C sort FILE | sha256sum"))
    #expect(text.contains("pseudonymised: still personal data"))
    #expect(text.contains("hospital: amended; stories: not planned"))
    #expect(text.contains("exports/forms.csv"))
  }

  @Test("a plan that asks nothing still gives a document", .tags(.edge))
  func empty() {
    var findings = TrialExample.findings
    findings.steps = []
    let document = Reports.compose(findings, ReportPlan())
    #expect(sections(document).map(\.id) == ["provenance"])
    #expect(document.plainText.contains("The plan asks for no figures of change."))
  }

  @Test("one follow-up: no list of later ones, and the pair of means", .tags(.edge))
  func oneFollowUp() throws {
    var findings = TrialExample.findings
    for index in findings.steps.indices {
      if case .change(var found) = findings.steps[index].finding {
        found.outcomes[0].rows = [found.outcomes[0].rows[0]]
        findings.steps[index].finding = .change(found)
      }
    }
    let document = Reports.compose(findings, ReportPlan())
    #expect(!document.plainText.contains("Later follow-ups"))
    #expect(
      document.figures.contains {
        $0.source.plainText.contains("Hedges’ g_av (the mean change divided")
      })
  }

  private func sections(_ document: Document) -> [Section] {
    document.blocks.compactMap { block in
      if case .section(let section) = block { section } else { nil }
    }
  }

  private func section(_ id: String, _ document: Document) throws -> Section {
    try #require(sections(document).first { $0.id == id })
  }
}
