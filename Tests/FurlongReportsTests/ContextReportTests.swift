import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What others publish, in the report")
struct ContextReportTests {
  /// The invented college with a national series beside its admissions.
  private static func findings(people: Int? = nil) -> Findings<Unreleased> {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .serviceUse(var use) = findings.steps[place].finding else { continue }
      let row = use.outcomes[0].rows[0]
      var used = row.people
      if let people { used.count = people }
      use.outcomes[0].context = [
        .init(
          id: "national", what: "admissions for each 1,000 people, nation",
          source: "a table of 2025",
          answers: Answers { measure in
            let value =
              switch measure {
              case .before: 4.126
              case .after: 3.804
              case .ratio: 3.804 / 4.126
              }
            return .estimated(Estimate(value, used: used, eligible: row.eligible))
          })
      ]
      findings.steps[place].finding = .serviceUse(use)
    }
    return findings
  }

  private func text(_ findings: Findings<Unreleased>, _ policy: DisclosurePolicy) -> String {
    MarkdownRenderer().text(of: Reports.compose(findings, ReportPlan(), under: policy))
  }

  @Test("stands beside the own rate, with its source and what it does not say")
  func beside() {
    let text = text(Self.findings(), .nhsRound5())
    #expect(text.contains("| Admissions for each 1,000 people, nation | 4.1 | 3.8 | 0.92 |"))
    #expect(text.contains("a table of 2025"))
    #expect(text.contains("is no comparison group"))
    #expect(text.contains("nothing is subtracted"))
    #expect(!self.text(CollegeExample.findings, .nhsRound5()).contains("is no comparison group"))
  }

  @Test("as it was found where nothing is hidden")
  func open() {
    #expect(text(Self.findings(), .openData).contains("| 4.13 | 3.80 | 0.92 |"))
  }

  @Test("is not shown over the days of few people", .tags(.edge))
  func few() {
    let text = text(Self.findings(people: 9), .nhsRound5())
    #expect(
      text.contains("| Admissions for each 1,000 people, nation | \\[c\\] |")
        || text.contains("| Admissions for each 1,000 people, nation | [c] |"))
  }

  @Test("stands beside what is counted of wards, however few these are")
  func units() throws {
    var findings = UnitsExample.findings
    guard case .unitRates(var units) = findings.steps[0].finding else { throw NoUnits() }
    let used = PeopleCount.units(3, of: units.outcomes[0].count.id)
    units.outcomes[0].context = [
      .init(
        id: "national", what: "restraints for each 1,000 bed days, nation",
        source: "a table of 2025",
        answers: Answers { measure in
          switch measure {
          case .before: .estimated(Estimate(14.26, used: used, eligible: used))
          case .after: .estimated(Estimate(13.12, used: used, eligible: used))
          case .ratio: .notEstimable(.seriesTooShort, used: used, eligible: used)
          }
        })
    ]
    findings.steps[0].finding = .unitRates(units)
    let text = text(findings, .nhsRound5())
    #expect(
      text.contains("| Restraints for each 1,000 bed days, nation | 14 | 13 | \\[x\\] |"))
    #expect(text.contains("| Restraints here, per 1,000 bed days |"))
    #expect(text.contains("over the very months that are counted on these wards"))
    #expect(text.contains("its wards are others and are counted in another way"))
  }

  private struct NoUnits: Error {}
}
