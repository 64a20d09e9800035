import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import Testing

@Suite("The same events over another time, in the report")
struct OtherWindowTests {
  /// The invented college with a step that asks again over 18 months, each event with the numbers of the year.
  private static func findings(asking ids: Set<String>) throws -> Findings<Unreleased> {
    var findings = CollegeExample.findings
    let place = try #require(findings.steps.firstIndex { $0.finding.question == .serviceUse })
    guard case .serviceUse(var again) = findings.steps[place].finding else { return findings }
    again.outcomes = again.outcomes.filter { ids.contains($0.event.id) }
    for place in again.outcomes.indices {
      again.outcomes[place].window = TimeName(id: "18-months", label: "18 months")
      again.outcomes[place].timeline = []
    }
    findings.steps.insert(
      .init(id: "longer", planned: .yes, finding: .serviceUse(again)), at: place + 1)
    return findings
  }

  private func section(_ findings: Findings<Unreleased>) throws -> Section {
    let report = Reports.compose(findings, ReportPlan(), under: .nhsRound5())
    return try #require(
      report.blocks.lazy.compactMap { block -> Section? in
        if case .section(let section) = block, section.id == "service-use" { section } else { nil }
      }.first)
  }

  private func figures(_ section: Section) -> [String] {
    section.blocks.compactMap { if case .figure(let figure) = $0 { figure.id } else { nil } }
  }

  @Test("are said in a few words after the figures, with a table that opens")
  func isShort() throws {
    let section = try section(try Self.findings(asking: ["admission", "contact"]))
    #expect(!figures(section).contains { $0.contains("longer") })
    let said = section.blocks.compactMap { block -> String? in
      if case .paragraph(let prose) = block { prose.plainText } else { nil }
    }.filter { $0.hasPrefix("18 months before and after: ") }
    #expect(said.count == 1)
    #expect(said.first?.contains("Admissions") == true)
    #expect(said.first?.contains("ommunity contacts") == true)
    let tables = section.blocks.compactMap { block -> Table? in
      guard case .details(let details) = block, details.blocks.count == 1,
        case .table(let table)? = details.blocks.first
      else { return nil }
      return table
    }.filter { $0.caption.plainText.contains("18 months before and after") }
    #expect(tables.first?.rows.map(\.heading.plainText) == ["Admissions", "Community contacts"])
  }

  @Test("are told in full where an event is asked for the first time")
  func isInFull() throws {
    var findings = try Self.findings(asking: ["admission", "contact"])
    let place = try #require(findings.steps.firstIndex { $0.id == "longer" })
    guard case .serviceUse(var again) = findings.steps[place].finding else { return }
    again.outcomes[0].event = EventKind(
      id: "call", one: "crisis line call", many: "crisis line calls", role: .secondary)
    findings.steps[place].finding = .serviceUse(again)
    #expect(figures(try section(findings)).contains { $0.contains("longer") })
  }

  @Test("change nothing on page one")
  func pageOne() throws {
    func answers(_ findings: Findings<Unreleased>) -> [Block] {
      Array(Reports.compose(findings, ReportPlan(), under: .nhsRound5()).blocks.prefix(1))
    }
    #expect(
      answers(try Self.findings(asking: ["admission", "contact"]))
        == answers(CollegeExample.findings))
  }
}
