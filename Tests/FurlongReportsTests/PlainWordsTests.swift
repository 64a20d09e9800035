import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import Testing

/// Sentences over which an evaluator who had not made the plan stumbled.
@Suite("Plain words")
struct PlainWordsTests {
  private func college(
    under policy: DisclosurePolicy = .nhsRound5(),
    _ change: (inout Finding<Unreleased>) -> Void
  ) -> Document {
    var findings = CollegeExample.findings
    for place in findings.steps.indices { change(&findings.steps[place].finding) }
    return Reports.compose(findings, ReportPlan(), under: policy)
  }

  private func limits(_ limits: [CertaintyFinding<Unreleased>.Limit]) -> String {
    college { finding in
      guard case .certainty(var found) = finding else { return }
      found.limits = limits
      finding = .certainty(found)
    }.plainText
  }

  @Test("page one explains what it says: no run-up, no reliabilities, no step of a method")
  func pageOne() throws {
    for (name, document) in Reports.all {
      let text = document.plainText
      let end = text.ranges(of: "Question 1").first?.lowerBound ?? text.endIndex
      for word in ["run-up", "reliabilit", "bootstrap"] {
        #expect(!text[..<end].contains(word), "\(name): \(word)")
      }
    }
  }

  @Test("where many first scores stood at one end of a scale, which is said, with how many")
  func ends() {
    let first: Parts.Whose = (
      CollegeExample.withBaseline(CollegeExample.swemwbs), PeopleCount.population(452)
    )
    func part(_ people: Int) -> FoundAnswer { Parts.part(people, of: 431, first) }
    let worst = limits([
      .ceilingOrFloor(scale: CollegeExample.swemwbs.id, atBest: part(1), atWorst: part(73))
    ])
    #expect(
      worst.contains(
        "already stood at the worst possible score, so that these people could not be seen to get worse."
      ))
    #expect(!worst.contains("the best or the worst"))
    let best = limits([
      .ceilingOrFloor(scale: CollegeExample.swemwbs.id, atBest: part(73), atWorst: part(1))
    ])
    #expect(
      best.contains(
        "already stood at the best possible score, so that these people could not be seen to get better."
      ))
  }

  @Test("scales that share a form share a sentence on who is in the figures")
  func oneForm() {
    let late = CollegeExample.late
    let share = CollegeExample.inFigures(CollegeExample.swemwbs, late, 52)
    let said = limits([
      .lowFollowUp(scale: CollegeExample.swemwbs.id, occasion: late, share: share),
      .lowFollowUp(scale: CollegeExample.qpr.id, occasion: late, share: share),
    ])
    #expect(said.contains("Of those due a form of SWEMWBS and QPR-15, each about 50 of"))
    #expect(said.ranges(of: "Of those due a form of").count == 1)
  }

  @Test("in what those missing differed is told of the leading scale; of others that they did")
  func missing() {
    func differ(_ scale: String) -> CertaintyFinding<Unreleased>.Limit {
      .missingDiffer(
        scale: scale, occasion: CollegeExample.soon, variable: .firstScore,
        difference: Parts.number(
          -0.23,
          (
            PeopleCount(379, .dueWithBaseline(scale: scale, occasion: CollegeExample.soon.id)),
            CollegeExample.due(CollegeExample.soon)
          )))
    }
    let said = college(under: .openData) { finding in
      switch finding {
      case .reach(var found):
        // A limit is told only of what the tables of those missing show.
        guard var other = found.missing.first else { return }
        other.scale = CollegeExample.qpr
        found.missing.append(other)
        finding = .reach(found)
      case .certainty(var found):
        found.limits = [differ(CollegeExample.qpr.id), differ(CollegeExample.swemwbs.id)]
        finding = .certainty(found)
      default: return
      }
    }.plainText
    #expect(
      said.contains(
        "Those without a form of SWEMWBS differed beforehand from those with one, in standard deviations: at about four months in their first score (0.23 lower). So did those without a form of QPR-15: the tables of those missing show in what."
      ))
  }

  @Test("reasons of few people for leaving people out are one, and are said once")
  func fewReasons() {
    let said = college { finding in
      guard case .serviceUse(var found) = finding else { return }
      for outcome in found.outcomes.indices {
        let id = found.outcomes[outcome].event.id
        found.outcomes[outcome].notKnown = PeopleCount(2, .notKnown(event: id))
        found.outcomes[outcome].noTimeAtRisk = PeopleCount(
          3, .noTimeAtRisk(event: id, window: found.outcomes[outcome].window.id))
      }
      finding = .serviceUse(found)
    }.plainText
    #expect(
      said.contains(
        "and fewer than 5 each who are not known to the service or have no time at risk on one side or the other."
      ))
  }

  @Test("a digest that several sheets of a file share is printed once")
  func digests() {
    var findings = CollegeExample.findings
    let first = findings.provenance.inputs[0]
    for sheet in ["Creative writing", "Sleep well"] {
      var input = first
      input.file = "exports/register.xlsx (\(sheet))"
      input.sortedLinesSHA256 = String(repeating: "5", count: 64)
      findings.provenance.inputs.append(input)
    }
    let said = Reports.compose(findings, ReportPlan()).plainText
    #expect(said.ranges(of: String(repeating: "5", count: 64)).count == 1)
    #expect(
      said.contains("exports/register.xlsx (2 sheets)"))
  }

  @Test("figures say of how many due, or who could be counted, their people are")
  func marks() throws {
    let figures = Reports.college.figures
    func drawn(_ prefix: String) throws -> String {
      try #require(figures.first { $0.id.hasPrefix(prefix) }).drawing.wide
    }
    let change = try #require(figures.first { $0.id.hasPrefix("figure-change") })
    #expect(
      change.subtitle.plainText.contains(
        "SWEMWBS, higher is better: 210 of 400 due at about four months and 50 of 300 at about a year; bars are"
      ))
    #expect(try drawn("figure-meaning").contains("n = 210 of 400 due"))
    #expect(try drawn("figure-rates").contains("n = 275 of 450"))
  }
}
