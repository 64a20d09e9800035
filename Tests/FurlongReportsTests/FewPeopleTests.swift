import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import Testing

@Suite("Use that hangs on few people, in the report")
struct FewPeopleTests {
  /// The invented college where the run-up takes nothing from the headline, and where five people have some of the events.
  private func text(withoutFive limits: ClosedRange<Double>) -> String {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding else { continue }
      for outcome in found.outcomes.indices {
        let row = found.outcomes[outcome].rows[0]
        found.outcomes[outcome].rows[0].answers = Answers {
          $0 == .ratioWithoutLastThreeMonths ? row[.ratio] : row[$0]
        }
        found.outcomes[outcome].robustness = robustness(found.outcomes[outcome], limits)
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    return Reports.compose(findings, ReportPlan()).plainText
  }

  private func robustness(
    _ outcome: ServiceUseFinding<Unreleased>.Outcome, _ limits: ClosedRange<Double>
  ) -> ServiceUseFinding<Unreleased>.Robustness {
    let (event, window) = (outcome.event.id, outcome.window.id)
    let row = outcome.rows[0]
    let five = Estimate.Contributors(to: [12, 11, 11, 10, 10])
    func people(_ count: Int, _ direction: RobustUseMeasure.Direction) -> PeopleCount {
      PeopleCount(count, .usedService(direction, event: event, window: window))
    }
    let middle = limits.lowerBound / 2 + limits.upperBound / 2
    return .init(
      watched: PeopleCount(
        240, .equalTime(event: event, window: window, group: GroupName.everyone.id)),
      less: people(71, .less), same: people(138, .same), more: people(31, .more),
      answers: Answers { measure in
        switch measure {
        case .ratioWithoutFive:
          .estimated(
            Estimate(
              middle, used: row.people, eligible: row.eligible,
              interval: Interval(low: limits.lowerBound, high: limits.upperBound, level: 0.95),
              contributors: [five]))
        case .shareOfFive:
          .estimated(
            Estimate(0.224, used: row.people, eligible: row.eligible, contributors: [five]))
        case .trimmedDifference, .signTest:
          .notEstimable(.noVariation, used: row.people, eligible: row.eligible)
        }
      })
  }

  @Test("says how many used it less and more, and what the five with the most have")
  func said() {
    let said = text(withoutFive: 0.55...0.85)
    for sentence in [
      "Of 240 students watched as long after as before, 71 had fewer admissions after, 31 had more and 138 as many.",
      "The five with the most admissions have 22% of all of them; without them there were nearly a third fewer after (0.70 times, 0.55 to 0.85).",
      "Fairly sure admissions fell.",
    ] {
      #expect(said.contains(sentence), "\(sentence)")
    }
    #expect(!said.contains("Without these five"))
    // Of the other events nothing is to be said.
    #expect(!said.contains("had fewer days in hospital after"))
  }

  @Test("where a fall is that of five people, page one and the section say so")
  func hangs() {
    let said = text(withoutFive: 0.7...1.2)
    for sentence in [
      "Not sure admissions fell: without the five people with the most we could not tell.",
      "fell, but without the five people with the most we could not tell",
      "Without these five we could not tell.",
      "had fewer days in hospital after",
      // In the sentence that says the fall, and in its weight.
      "; without the five people with the most we could not tell.",
    ] {
      #expect(said.contains(sentence), "\(sentence)")
    }
  }

  @Test(
    "of events that are counted in two windows each sentence says which, and lists name each once")
  func twoWindows() {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding else { continue }
      found.outcomes += found.outcomes.map { outcome in
        var other = outcome
        other.window = TimeName(id: "6-months", label: "6 months")
        return other
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    let said = Reports.compose(findings, ReportPlan()).plainText
    #expect(said.contains("Per person-year, 12 months before and after; 6 months before and after"))
    #expect(
      said.contains("6 months: Days in hospital were more than a quarter fewer after (0.71 times"))
    #expect(said.contains("Admissions (12 months), days in hospital (12 months)"))
    #expect(said.contains("are counted for admissions, days in hospital, detentions and"))
    for twice in ["admissions, admissions", "detentions and detentions"] {
      #expect(!said.contains(twice), "\(twice)")
    }
  }
}
