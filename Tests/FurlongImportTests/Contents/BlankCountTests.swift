import Foundation
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A blank where a count stands")
struct BlankCountTests {
  @Test("of a unit's month is no 0, and it is told where it stands")
  func units() throws {
    var export = TestExport(
      map: """
        furlong_map: 1
        reads: exports/wards.csv
        holds: units
        rows: one a unit and period
        format: { dates: day month year }
        unit: Ward
        period: Month
        missing: { n/a: not recorded }
        counts:
          - { count: restraint, number: Restraints, over: Bed days }
        """)
    export.plan.units = UnitsPlan(
      one: "ward", many: "wards", what: "it", began: [:], months: nil,
      counts: [.init(id: "restraint", one: "r", many: "r", role: .primary, over: "days", per: 100)])
    let rows = (1...12).map { "Oak,\($0)/2024,\($0 < 8 ? "" : $0 == 8 ? "n/a" : "2"),300" }
    let batch = try export.batch(
      (["Ward,Month,Restraints,Bed days"] + rows).joined(separator: "\n") + "\n")
    #expect(batch.rows.count == 12 && batch.rows.flatMap(\.units).count == 4)
    let told = batch.problems.filter { $0.code == "I088" }
    #expect(
      told.count == 1 && told.first?.severity == .warning && told.first?.column == "Restraints")
    #expect(
      told.first?.message
        == "7 counts are blank under 'Restraints' (rows 2, 3, 4, 5, 6 and 2 more): a blank is no 0, so nothing is counted there and the time is not known for it.",
      "\(batch.said)")
  }

  @Test(
    "of a person's period is told once a column; a word under 'missing' and what repeats are not")
  func periods() throws {
    let export = TestExport(
      map: """
        furlong_map: 1
        reads: exports/test.csv
        holds: events
        rows: one a person and period
        format: {}
        person: [{ column: ID, kind: local_id }]
        missing: { NA: not recorded }
        events:
          - { event: seizure, count: base, from: -8 weeks, to: 0 weeks, repeats: yes }
          - { event: seizure, count: y, period: p, periods: { "1": { from: 0 weeks, to: 2 weeks }, "2": { from: 14 days, to: 28 days } } }
        """)
    let batch = try export.batch("ID,base,p,y\n1,11,1,\n1,,2,3\n2,7,1,0\n2,7,2,NA\n")
    #expect(batch.rows.count == 4)
    #expect(batch.problems.map(\.code) == ["I088"], "\(batch.said)")
    #expect(batch.problems.first?.message.hasPrefix("1 count is blank under 'y' (row 2)") == true)
  }
}
