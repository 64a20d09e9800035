import Foundation
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import Testing

@Suite("The sections of a report")
struct SectionTests {
  @Test("stand in the order of the questions, numbered as they stand")
  func order() {
    #expect(
      sections(Reports.college).compactMap(\.label) == [
        "Question 1", "Question 2", "Question 3", "Question 4", "Question 5", "Question 6",
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

  @Test("a window of two lengths is said with both, and neither of the other side")
  func twoLengths() {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding else { continue }
      for outcome in found.outcomes.indices {
        found.outcomes[outcome].window.label = "24 months before and 12 months after"
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    let said = Reports.compose(findings, ReportPlan()).plainText
    #expect(said.contains("Before first registration (24 months before and 12 months after) there"))
    #expect(said.contains("24 months before and 12 months after first registration"))
    #expect(!said.contains("after before"))
    #expect(!said.contains("12 months after after"))
  }

  @Test("no month is called the highest where most are not shown")
  func noRunUp() throws {
    func title(_ change: (inout ServiceUseFinding<Unreleased>.Bin) -> Void) throws -> String {
      var findings = CollegeExample.findings
      for place in findings.steps.indices {
        guard case .serviceUse(var found) = findings.steps[place].finding else { continue }
        for outcome in found.outcomes.indices {
          for bin in found.outcomes[outcome].timeline.indices {
            change(&found.outcomes[outcome].timeline[bin])
          }
        }
        findings.steps[place].finding = .serviceUse(found)
      }
      let section = try section("service-use", Reports.compose(findings, ReportPlan()))
      guard case .figure(let figure)? = section.blocks.first else { return "" }
      return figure.title.plainText
    }
    let unknown = try title { bin in
      guard bin.from != -2, case .estimated(let rate) = bin[.rate] else { return }
      bin.answers = Answers { _ in
        .notEstimable(.noData, used: rate.used, eligible: rate.eligible)
      }
    }
    #expect(unknown == "Admissions around first registration", "one month alone is shown")
    #expect(try title { _ in }.contains("most frequent in the three months before"))
  }

  @Test("counts per period of unequal length are shown as rates")
  func periods() throws {
    let section = try section("service-use", Reports.seizures)
    guard case .figure(let figure)? = section.blocks.first else {
      Issue.record("the section does not open with a figure")
      return
    }
    #expect(figure.subtitle.plainText.contains("the periods differ in length"))
    #expect(figure.title.plainText == "Seizures around start of treatment")
  }

  @Test("a ratio that needs dates says that there are none")
  func noDates() {
    let text = Reports.seizures.plainText
    #expect(text.contains("No event is shown to have changed over all days"))
    #expect(text.contains("the exports have no dates"))
  }

  @Test("few people are never counted, and what would give them away is not shown")
  func hidden() {
    let college = Reports.college.plainText
    #expect(
      college.contains(
        "At about a year: about 10 of 50 (20%) improved by more than that; fewer than 5 worsened by that much; about 40 changed less."
      ))
    #expect(
      college.contains(
        "At about a year: the average change is not shown (small number), about 10 of 300 students."
      ))
    let trial = Reports.compose(TrialExample.findings, ReportPlan(), under: .publicRelease())
      .plainText
    #expect(
      trial.contains(
        "At 2 months: about 30 of 100 (30%) improved by more than that; fewer than 10 worsened by that much; about 60 changed less."
      ))
    #expect(
      trial.contains(
        "computer programme, the average change is not shown (it would give a small number away), some of the 50 people (how many is not shown)."
      ))
    #expect(trial.contains("computer programme, about 20 got better and fewer than 10 got worse"))
  }

  @Test("rounded counts are said to be about so many, once in a breath, and need not add up")
  func rounded() throws {
    let college = Reports.college
    let text = college.plainText
    #expect(
      text.contains(
        "About 210 of the 400 students due a form at about four months (53%) are in the figures"))
    #expect(
      text.contains(
        "This uses about 210 students who filled in the form both times, of the 400 who were due a form at about four months (53%)."
      ))
    #expect(
      text.contains(
        "About 60 students told about 60 stories; two coders read about 60 of them with the codebook CHIME-D."
      ))
    #expect(
      text.contains("were most frequent in the three months before first registration, so some"))
    #expect(
      text.contains(
        "Counts are rounded to the nearest 5, each by itself, so that they need not add up; shares are made of them, and of 100 people may be 4 percentage points off, of fewer more."
      ))
    for cell in college.figures.flatMap(\.table.rows).flatMap(\.cells) {
      #expect(!cell.plainText.contains("about"), "\(cell.plainText)")
      #expect(!cell.plainText.contains("fewer than"), "\(cell.plainText)")
    }
    for policy in [DisclosurePolicy.internalUse, .openData] {
      let exact = Reports.college(under: policy).plainText
      #expect(exact.contains("This uses the 209 students who filled in the form both times"))
      #expect(exact.contains("60 students told 60 stories; two coders read all 60 with"))
      #expect(!exact.contains("need not add up"))
    }
  }

  @Test("nothing that the gate hides is found in any form")
  func gate() throws {
    var findings = CollegeExample.findings
    for index in findings.steps.indices {
      guard case .reach(var found) = findings.steps[index].finding else { continue }
      for flow in found.flows.indices {
        found.flows[flow].stages[1].people.count = 608
        found.flows[flow].stages[1].lost?.count = 4
        found.flows[flow].stages[2].lost?.count = 128
      }
      findings.steps[index].finding = .reach(found)
    }
    let document = Reports.compose(findings, ReportPlan(), under: .nhsRound5())
    #expect(document.plainText.contains("[c] outside it"))
    #expect(
      document.plainText.contains(
        "About 610 people registered; 450 students included, 400 came."))
    let html = HTMLRenderer().text(of: document)
    let json = JSONRenderer().text(of: document)
    let markdown = MarkdownRenderer().text(of: document)
    for hidden in [612, 608, 4, 128] {
      #expect(!document.numbers.contains { $0.value == .released(Double(hidden)) })
      #expect(!html.contains(">\(hidden)<"), "a chart or table shows it")
      #expect(!html.contains(">\(hidden) others<") && !html.contains(">\(hidden) outside it<"))
      #expect(!json.contains("\"\(hidden)\"") && !json.contains(": \(hidden),"))
      #expect(!markdown.contains("| \(hidden) |"))
    }
  }

  @Test("three people missing are no finding of how those missing differ")
  func fewMissing() throws {
    let text = Reports.trial.plainText
    #expect(
      text.contains(
        "Those without a form of BDI-II at 2 months (3 people), or those with one, are too few for a comparison."
      ))
    #expect(!text.contains("Those without a form of BDI-II at 2 months (3 people) began"))
    #expect(Reports.college.plainText.contains("(about 190 students) began lower"))
  }

  @Test("a rate of few people leaves no empty bracket")
  func hiddenRate() {
    let text = Reports.college.plainText
    #expect(
      text.contains(
        "Whether detentions changed cannot be told: it would rest on few people, or give them away."
      ))
    #expect(!text.contains("a number not shown"))
  }

  @Test("no cut-off, no recovery; no reliability, no reliable change")
  func meaning() {
    let text = Reports.college.plainText
    #expect(
      text.contains(
        "A cut-off is a score that parts people in difficulty from others. We know of none that is agreed for SWEMWBS, so this report says who got better and who worse, not who is now well."
      ))
    #expect(
      text.contains("the plan names no published reliability of it"))
    #expect(text.contains("0.83 (implied by the published standard error of measurement"))
  }

  @Test("a published error of measurement is named, not the reliability that it implies")
  func publishedError() throws {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .meaning(var meaning) = findings.steps[place].finding else { continue }
      meaning.outcomes[0].reliability?.basis = .error(1.03, coefficient: 0.93)
      findings.steps[place].finding = .meaning(meaning)
    }
    let text = Reports.compose(findings, ReportPlan()).plainText
    #expect(text.contains("It rests on the published standard error of measurement, 1.03 points"))
    #expect(!text.contains("implied by the published standard error"))
  }

  @Test("agreement of coders is in words, and undefined where nothing varied")
  func agreement() {
    let open = Reports.college(under: .openData).plainText
    #expect(
      open.contains("Connectedness and Empowerment: the coders agreed well enough to rely on"))
    #expect(open.contains("Difficulties: the coders agreed too little to rely on"))
    #expect(open.contains("Identity: agreement cannot be judged: nothing varied."))
    let text = Reports.college.plainText
    #expect(
      text.contains("Connectedness and Empowerment: the coders agreed well enough to rely on"))
    #expect(text.contains("Difficulties: the coders agreed too little to rely on"))
    // That nothing varied would say that nobody, or everybody, told of it.
    #expect(text.contains("Identity and Meaning in life: agreement is not shown (small number)."))
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

  @Test("never more than one quote for a theme and one against it, each with its consent")
  func quotes() throws {
    let quotes = try section("experience", Reports.college).blocks.compactMap { block -> Quote? in
      if case .quote(let quote) = block { quote } else { nil }
    }
    #expect(quotes.count == 3)
    #expect(
      quotes.count { $0.attribution.contains("against “Connectedness”, as “Let down”") } == 1)
    #expect(
      quotes.allSatisfy {
        $0.attribution.contains("agreed to be quoted in a public report, reviewed")
      })
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
    for index in findings.steps.indices {
      guard case .certainty(var found) = findings.steps[index].finding else { continue }
      found.limits = [
        .lowFollowUp(
          scale: "swemwbs", occasion: CollegeExample.soon,
          share: CollegeExample.inFigures(CollegeExample.swemwbs, CollegeExample.soon, 209)),
        .notLinked(event: "admission", people: PeopleCount(1, .notLinked(event: "admission"))),
        .lowFollowUp(
          scale: "swemwbs", occasion: late,
          share: CollegeExample.inFigures(CollegeExample.swemwbs, late, 52)),
        .lowFollowUp(
          scale: "qpr15", occasion: late,
          share: CollegeExample.inFigures(CollegeExample.qpr, late, 50)),
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
