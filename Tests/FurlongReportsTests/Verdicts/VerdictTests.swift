import Foundation
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure
@testable import FurlongReports

@Suite("Verdicts")
struct VerdictTests {
  private func answer(_ value: Double, _ low: Double, _ high: Double) -> ReleasedAnswer {
    ReleasedAnswer(
      .number(
        ReleasedEstimate(
          value, interval: Interval(low: low, high: high, level: 0.95), decimals: 3, method: nil,
          caveats: [])),
      used: ReleasedCount(.exactly(50)), eligible: ReleasedCount(.exactly(60)))
  }

  @Test("are decided from the interval as it is printed", .tags(.edge))
  func printed() {
    let points = AnswerWording(.points(decimals: 1))
    func call(_ low: Double, _ high: Double) -> Call {
      Call(answer((low + high) / 2, low, high), printedAs: points, noChange: 0)
    }
    #expect(call(0.06, 1.2) == .up)
    #expect(call(0.04, 1.2) == .cannotTell, "printed as 0.0 to 1.2, which touches no change")
    #expect(call(-1.2, -0.06) == .down)
    #expect(call(-1.2, -0.04) == .cannotTell)
    #expect(call(-1, 1) == .cannotTell)
    let hidden = ReleasedAnswer(
      .withheld(.fewPeople), used: ReleasedCount(.fewerThan(5)),
      eligible: ReleasedCount(.fewerThan(5)))
    #expect(Call(hidden, printedAs: points, noChange: 0) == .notShown)
  }

  @Test("a half is rounded as it is read: 0.95 is 1.0", .tags(.edge))
  func halves() {
    let numbers = NumberWording()
    #expect(numbers.fixed(0.95, decimals: 1) == "1.0")
    #expect(numbers.fixed(-0.95, decimals: 1) == "−1.0")
    #expect(numbers.fixed(2.5, decimals: 0) == "3")
    #expect(numbers.fixed(0.949, decimals: 1) == "0.9")
    #expect(numbers.rounded(1.005, decimals: 2) == 1.01)
  }

  @Test("what those missing could do follows from the printed numbers")
  func missing() throws {
    let verdict = try study(CollegeExample.findings)
    let headline = try #require(verdict.change.first)
    #expect(headline.call == .up && headline.worth == .better)
    let missing = try #require(headline.missing)
    // Printed: 2.2 points, 210 of 400.
    #expect(missing.ifUnchanged == 1.2 && abs(2.2 * 210 / 400 - 1.155) < 1e-9)
    #expect(missing.toVanish == -2.4 && abs(2.2 * 210 / 190 - 2.4316) < 1e-4)
  }

  @Test("a ratio that does not outlive the run-up is not sure, and supports no fall")
  func runUp() throws {
    let verdict = try study(CollegeExample.findings)
    let admissions = try #require(verdict.services.first { $0.event == "admission" })
    #expect(admissions.call == .down)
    if admissions.withoutRunUp == .down {
      #expect(admissions.sureness == .fairlySure)
      #expect(verdict.supports.contains(.fell(event: "admission")))
    } else {
      #expect(admissions.sureness == .notSure)
      #expect(verdict.doesNotSupport.contains(.fell(event: "admission")))
    }
    var findings = CollegeExample.findings
    change(&findings) { $0.ratioWithoutLastThreeMonths = (0.9, 0.7, 1.2) }
    let weaker = try study(findings)
    let same = try #require(weaker.services.first { $0.event == "admission" })
    #expect(same.correction == .doesNot && same.sureness == .notSure)
    #expect(weaker.doesNotSupport.contains(.fell(event: "admission")))
    change(&findings) { $0.ratioWithoutLastThreeMonths = (0.7, 0.5, 0.9) }
    let firm = try study(findings)
    #expect(firm.services.first { $0.event == "admission" }?.sureness == .fairlySure)
    #expect(firm.supports.contains(.fell(event: "admission")))
  }

  @Test("harm is a verdict like any other")
  func worse() throws {
    var findings = CollegeExample.findings
    change(&findings) {
      $0.meanChange = (-2.2, -2.7, -1.7)
      $0.ratio = (1.6, 1.2, 2.1)
      $0.ratioWithoutLastThreeMonths = (1.5, 1.1, 2.0)
    }
    let verdict = try study(findings)
    #expect(verdict.change.first?.worth == .worse)
    #expect(verdict.supports == [.worse(scale: "swemwbs"), .rose(event: "admission")])
    let page = Reports.compose(findings, ReportPlan(), under: .nhsRound5()).plainText
    #expect(page.contains("Mental wellbeing fell by 2.2 points on average"))
    #expect(
      page.contains(
        "Admissions rose by about three fifths (1.20 to 2.10 times); without the three months before, by about half (1.10 to 2.00)"
      ))
    #expect(
      page.contains("Worse mental wellbeing among those with both forms and more admissions."))
  }

  @Test("a rise that does not outlive the run-up is no claim either")
  func unsureRise() throws {
    var findings = CollegeExample.findings
    change(&findings) {
      $0.ratio = (1.6, 1.2, 2.1)
      $0.ratioWithoutLastThreeMonths = (1.1, 0.8, 1.6)
    }
    let verdict = try study(findings)
    #expect(verdict.services.first { $0.event == "admission" }?.sureness == .notSure)
    #expect(!verdict.supports.contains(.rose(event: "admission")))
    #expect(verdict.doesNotSupport.contains(.rose(event: "admission")))
    #expect(verdict.leadingEvents == ["admission"])
    // A run-up that cannot be left out may be all of a fall, and can only hide a rise.
    func sureness(_ call: Call) -> Sureness {
      ServiceUseVerdict(
        event: "e", window: TimeName(id: "w", label: "w"), group: .everyone, call: call,
        withoutRunUp: .notShown, correction: .notKnown, limits: []
      ).sureness
    }
    #expect(sureness(.up) == .fairlySure && sureness(.down) == .notSure)
  }

  @Test("each number has the limits that touch it, and no others")
  func limits() throws {
    let verdict = try study(CollegeExample.findings)
    let year = try #require(verdict.change.first { $0.occasion.id == "a-year" })
    let soon = try #require(verdict.change.first { $0.occasion.id == "four-months" })
    #expect(year.limits.contains(.lowFollowUp) && !soon.limits.contains(.lowFollowUp))
    #expect(soon.limits.contains(.missingDiffer) && !year.limits.contains(.missingDiffer))
    #expect(soon.limits.contains(.ceilingOrFloor) && !soon.limits.contains(.filledIn))
    #expect(verdict.otherScales.first { $0.scale == "qpr15" }?.limits.contains(.filledIn) == true)
    let admissions = try #require(verdict.services.first { $0.event == "admission" })
    #expect(
      admissions.limits == [
        .inventedData, .noComparator, .regressionToTheMean, .manyOutcomes, .notPlanned,
        .oneTrustOnly, .notLinked,
      ])
    let contacts = try #require(verdict.services.first { $0.event != "admission" })
    #expect(!contacts.limits.contains(.notLinked))
    // What holds for the study as a whole stands on page one, the rest beside the numbers.
    let page = Reports.compose(CollegeExample.findings, ReportPlan(), under: .nhsRound5()).plainText
    #expect(page.contains("What else touches these numbers: "))
    #expect([LimitKind.noComparator, .inventedData].sentence == nil)
  }

  @Test("can be written and read back")
  func codable() throws {
    let verdict = try study(CollegeExample.findings)
    let bytes = try JSONEncoder().encode(verdict)
    #expect(try JSONDecoder().decode(StudyVerdict.self, from: bytes) == verdict)
  }

  @Test("the time of a follow-up has one preposition", .tags(.edge))
  func when() {
    #expect(TimeName(id: "t", label: "at term end").when == "at term end")
    #expect(TimeName(id: "t", label: "After a year").when == "after a year")
    #expect(TimeName(id: "t", label: "about a year").when == "at about a year")
  }

  private func study(_ findings: Findings<Unreleased>) throws -> StudyVerdict {
    let released = DisclosureGate(policy: .nhsRound5()).release(findings)
    return StudyVerdict(
      ReportMaterial(
        findings: released.findings, policy: released.policy, heldBack: [], plan: ReportPlan()))
  }

  private struct Changes {
    typealias Number = (value: Double, low: Double, high: Double)
    var meanChange: Number?
    var ratio: Number?
    var ratioWithoutLastThreeMonths: Number?
  }

  /// Changes the leading scale's first row and the admissions of everyone.
  private func change(_ findings: inout Findings<Unreleased>, _ make: (inout Changes) -> Void) {
    var changes = Changes()
    make(&changes)
    func set(_ answer: inout FoundAnswer, _ number: Changes.Number?) {
      guard let number, case .estimated(var estimate) = answer else { return }
      estimate.value = number.value
      estimate.interval = Interval(low: number.low, high: number.high, level: 0.95)
      answer = .estimated(estimate)
    }
    for step in findings.steps.indices {
      switch findings.steps[step].finding {
      case .change(var found):
        set(&found.outcomes[0].rows[0].answers[.meanChange], changes.meanChange)
        findings.steps[step].finding = .change(found)
      case .serviceUse(var found):
        for place in found.outcomes.indices where found.outcomes[place].event.id == "admission" {
          set(&found.outcomes[place].rows[0].answers[.ratio], changes.ratio)
          set(
            &found.outcomes[place].rows[0].answers[.ratioWithoutLastThreeMonths],
            changes.ratioWithoutLastThreeMonths)
        }
        findings.steps[step].finding = .serviceUse(found)
      case .reach, .meaning, .lifeOutcomes, .timeToEvent, .unitRates, .money, .feedback,
        .experience, .certainty:
        break
      }
    }
  }
}
