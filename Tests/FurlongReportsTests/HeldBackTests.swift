import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

/// Whatever the gate holds back, the sentences around it must still read as sentences.
@Suite("A report of which much is held back", .tags(.edge))
struct HeldBackTests {
  /// What every count and every answer is replaced by.
  enum Replacement: String, CaseIterable, Sendable {
    case fewPeople, wouldTell, twoPeople, fewerThan, notEstimable

    fileprivate var withheld: Withheld? {
      switch self {
      case .fewPeople: .fewPeople
      case .wouldTell: .wouldTell
      case .twoPeople: .twoPeople
      case .fewerThan, .notEstimable: nil
      }
    }
  }

  /// Stumbles that a missing number leaves in a sentence.
  static let stumbles = [
    "the a number", "of a a ", "  ", " ,", " .", "()", "( ", "..", "not shown (small number) (",
    "in not shown", "of not shown", "to not shown", "is cannot", "of cannot", "to cannot",
    "were cannot", "is is", ": .", "the fewer than", "the those", "about fewer", "about a number",
    "about about", "a number not shown of", "fewer than 5 of fewer",
  ]

  @Test("no sentence stumbles", arguments: Replacement.allCases)
  func stumbles(replacement: Replacement) throws {
    for findings in [TrialExample.findings, CollegeExample.findings, SeizureExample.findings] {
      let document = composed(findings, replacement)
      for line in document.plainText.split(separator: "\n") {
        for stumble in Self.stumbles {
          #expect(!line.lowercased().contains(stumble), "“\(stumble)” in: \(line)")
        }
      }
      for figure in document.figures { #expect(figure.alternative.count <= 250) }
    }
  }

  @Test("what is held back has no number beside its words", arguments: Replacement.allCases)
  func withheld(replacement: Replacement) throws {
    let document = composed(CollegeExample.findings, replacement)
    let released = document.numbers.filter { number in
      if case .released = number.value { true } else { false }
    }
    let own = [
      "certainty.nesta", "certainty.maryland", "certainty.many_outcomes", "provenance.", "meaning.",
    ]
    for number in released {
      #expect(own.contains { number.fact.hasPrefix($0) }, "\(number.fact): \(number.text)")
    }
  }

  @Test("of a report of which nothing is shown no table is left, and what they held is named")
  func tables() {
    let open = Reports.college(under: .openData)
    #expect(!open.plainText.contains("Not shown, because every number"))
    for replacement in [Replacement.fewPeople, .wouldTell, .twoPeople, .fewerThan] {
      let report = composed(CollegeExample.findings, replacement)
      #expect(report.figures.isEmpty, "\(report.figures.map(\.id))")
      expectReadable(report.tables)
      let said = report.plainText
      let named = said.split(separator: "\n").filter { $0.hasPrefix("Not shown, because every") }
      for caption in ["Ratios under every choice", "Themes by person", "Students at each stage"] {
        #expect(named.contains { $0.contains(caption) }, "\(caption)")
      }
      // Once a section at most.
      #expect(named.count <= 12)
    }
  }

  @Test("no table holds nothing but [c], and no rows of it stand next to each other")
  func readable() {
    for report in Reports.all.map(\.document) { expectReadable(report.tables) }
    for policy in [DisclosurePolicy.nhsRound5(), .publicRelease()] {
      expectReadable(Reports.college(under: policy).tables)
      expectReadable(Reports.lives(under: policy).tables)
    }
  }

  private func expectReadable(_ tables: [Table]) {
    for table in tables {
      let findings = table.rows.flatMap { row in
        zip(table.columns, row.cells).filter { !$0.0.isContext }.flatMap(\.1.numbers)
      }
      #expect(
        findings.isEmpty || findings.contains { $0.text != "[c]" }, "\(table.caption.plainText)")
      let hidden = table.rows.map { row in row.cells.allSatisfy { $0.plainText == "[c]" } }
      #expect(
        !zip(hidden, hidden.dropFirst()).contains { $0 && $1 }, "\(table.caption.plainText)")
    }
  }

  @Test("a sentence whose only content is a hidden number is not written")
  func sentences() {
    for replacement in [Replacement.fewPeople, .wouldTell, .twoPeople] {
      let text = composed(CollegeExample.findings, replacement).plainText
      for empty in [
        "stories that is not shown", "nothing of the codebook was found", "each whose teller",
        "not shown (small number) improved", "ratio without them is not shown",
        "A number not shown more were cancelled", "other things were compared",
        "had a spell running on day 0", "a number not shown had fewer",
      ] {
        #expect(!text.contains(empty), "\(empty)")
      }
    }
  }

  @Test("what would give a small number away is said to")
  func wouldTell() {
    let unchanged = CountKey.people(
      .judged(.unchanged, scale: "bdi2", occasion: "2m", group: "all"))
    let rule = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [unchanged])
    let text = composed(FindingsRelease(rule: rule).release(TrialExample.findings)).plainText
    #expect(
      text.contains(
        "At 2 months: about 30 of 95 (32%) improved by more than that; fewer than 5 worsened by that much; how many changed less is not shown, because it would give a small number away."
      ))
    #expect(text.contains("At 5 months: about 20 of 60 (33%) improved by more than that;"))
    #expect(
      composed(CollegeExample.findings, .wouldTell).plainText.contains(
        "agreement is not shown (it would give a small number away)"))
    let baseline = CountKey.people(.withBaseline(scale: "bdi2"))
    let other = RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [baseline])
    #expect(
      composed(FindingsRelease(rule: other).release(TrialExample.findings)).plainText.contains(
        "cannot be judged: that error is not shown, because it would give a small number away."))
  }

  /// A report of findings of which a rule that no policy has shows nothing.
  private func composed(_ findings: Findings<Unreleased>, _ replacement: Replacement) -> Document {
    composed(FindingsRelease(rule: Nothing(replacement: replacement)).release(findings))
  }

  private func composed(_ released: Findings<Released>) -> Document {
    ReportComposer(plan: ReportPlan()).compose(
      ReleasedFindings(findings: released, policy: .openData, heldBack: []))
  }

  @Test("a limit tells no difference that the table of those missing holds back")
  func limitsOfMissing() throws {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .reach(let reach) = findings.steps[place].finding,
        let comparison = reach.missing.first
      else { continue }
      let limits = comparison.variables.map {
        CertaintyFinding<Unreleased>.Limit.missingDiffer(
          scale: comparison.scale.id, occasion: comparison.occasion, variable: $0.kind,
          difference: $0[.difference])
      }
      findings.steps.append(
        Findings.Step(
          id: "more-limits", planned: .yes,
          finding: .certainty(
            CertaintyFinding(limits: limits, strength: .init(nesta: 2, maryland: 1)))))
      break
    }
    let released = DisclosureGate(policy: .nhsRound5()).release(findings).findings
    var shown: [MissingVariable: Bool] = [:]
    for case .reach(let reach) in released.steps.map(\.finding) {
      for variable in reach.missing.first?.variables ?? [] {
        shown[variable.kind] = variable[.difference].estimate != nil
      }
    }
    #expect(shown.values.contains(false) && shown.values.contains(true))
    let limits = released.steps.last.flatMap { step -> [CertaintyFinding<Released>.Limit]? in
      if case .certainty(let found) = step.finding { found.limits } else { nil }
    }
    for case .missingDiffer(_, _, let variable, _) in try #require(limits) {
      #expect(shown[variable] == true)
    }
    #expect(limits?.count == shown.values.count { $0 })
  }
}

/// A rule that replaces every number.
private struct Nothing: NumberRule {
  var replacement: HeldBackTests.Replacement

  private var few: ReleasedCount { ReleasedCount(.fewerThan(5)) }

  func count(_ people: PeopleCount) -> ReleasedCount {
    replacement.withheld.map { ReleasedCount(.withheld($0)) } ?? few
  }

  func answer(
    _ answer: FoundAnswer, of measure: Measure, key: CountKey?, closed: Withheld?
  ) -> ReleasedAnswer {
    switch answer {
    case .notEstimable(let reason, let used, let eligible):
      ReleasedAnswer(.notEstimable(reason), used: count(used), eligible: count(eligible))
    case .estimated(let estimate):
      ReleasedAnswer(
        shown(measure), used: count(estimate.used), eligible: count(estimate.eligible),
        parts: estimate.parts.map { parts in
          let people = replacement.withheld.map { ReleasedCount(.withheld($0)) } ?? few
          return ReleasedAnswer.Parts(count: parts.countsHalves ? nil : people, of: people)
        })
    }
  }

  func made(
    _ answer: FoundAnswer, of measure: Measure, from others: [ReleasedAnswer],
    by make: (([Double]) -> Double)?
  ) -> ReleasedAnswer {
    self.answer(answer, of: measure, key: nil, closed: nil)
  }

  private func shown(_ measure: Measure) -> ReleasedAnswer.Shown {
    if let withheld = replacement.withheld { return .withheld(withheld) }
    if replacement == .notEstimable { return .notEstimable(.tooFew(needed: 2, found: 1)) }
    return measure.kind == .count ? .fewerThan(5) : .withheld(.fewPeople)
  }

  func holdsBack(_ key: CountKey) -> Bool { false }

  func isFewForEstimates(_ people: PeopleCount) -> Bool { false }

  func closedRows(_ rows: [(group: GroupName, people: PeopleCount)]) -> Set<Int> { [] }

  func showsQuote(of people: PeopleCount) -> Bool { true }

  var showsMonths: Bool { true }
}
