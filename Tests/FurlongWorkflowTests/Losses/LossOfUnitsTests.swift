import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Wards of the plan of which nothing can be counted")
struct LossOfUnitsTests {
  /// The problems of an import and the text of a plan check, of a plan whose wards began on some days.
  private func told(_ began: String) throws -> (import: [Problem], check: String) {
    let (study, keys) = (try TestFolder(), try TestFolder())
    try study.write(
      """
      furlong: 1
      study:
        id: two-wards
        title: Two wards
        about: Made up.
        fictional: yes
        people: { one: patient, many: patients }
        data_to: 2024-12-31
        design: before-after
        seed: 12
      day_0: { what: first registration }
      units:
        one: ward
        many: wards
        what: the programme
        began: \(began)
        counts:
          - { id: incident, one: incident, many: incidents, role: primary, over: bed days, per: 1000 }
      steps:
        - { id: wards, ask: unit_rates }
      disclosure: internal
      report: { for: commissioner }

      """, to: "study.yaml")
    try study.write(
      """
      furlong_map: 1
      reads: exports/wards.csv
      holds: units
      rows: one a unit and period
      format: { dates: day month year }
      unit: Ward
      period: Month
      counts:
        - { count: incident, number: Incidents, over: Bed days }

      """, to: "maps/wards.map.yaml")
    try study.write(
      "Ward,Month,Incidents,Bed days\nBirch,01/04/2024,8,400\nBirch,01/08/2024,6,410\nHolly,01/04/2024,8,400\nHolly,01/08/2024,6,410\n",
      to: "exports/wards.csv")
    let workflow = try Workflow.ofTest(study.url, keys: keys.url, on: "2025-02-05")
    return (try workflow.importExports().problems, try workflow.checkPlan().text)
  }

  @Test(
    "One that is spelt otherwise than the exports spell it is told by an import and a plan check")
  func misspelt() throws {
    let told = try told("{ Brich: 2024-07-01, Holly: 2024-07-01 }")
    let problem = try #require(told.import.first { $0.message.contains("'Brich'") })
    #expect(problem.severity == .warning && problem.fix.contains("Did you mean 'Birch'?"))
    #expect(told.check.contains("names the ward 'Brich', of which no export has a month"))
    #expect(!told.import.contains { $0.message.contains("'Holly'") })
  }

  @Test("So is one on which it began after the data end")
  func late() throws {
    let told = try told("{ Birch: 2042-07-01, holly: 2024-07-01 }")
    #expect(
      told.import.contains { $0.message.contains("it began on 2042-07-01, after 2024-12-31") })
    #expect(told.check.contains("no month after it is counted"))
    #expect(!told.check.contains("holly', of which"), "capitals make no other ward")
  }
}
