import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("An export of wards by month")
struct UnitTests {
  private let map = """
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
      - { count: sickness,  number: Days lost,  over: Days due }
    drop: [Manager]
    """

  private func export(_ map: String? = nil, known: [String] = ["restraint", "sickness"])
    -> TestExport
  {
    var export = TestExport(map: map ?? self.map)
    export.plan.units = UnitsPlan(
      one: "ward", many: "wards", what: "it", began: [:], months: nil,
      counts: known.map {
        .init(id: $0, one: $0, many: $0, role: .primary, over: "days", per: 100)
      })
    return export
  }

  private let heading = "Ward,Month,Restraints,Bed days,Days lost,Days due,Manager\n"

  @Test("keeps each count of a unit in the month of the day, and names nobody")
  func rows() throws {
    let batch = try export().batch(
      heading + "Oak,15/05/2024,3,400.5,12,310,A. Name\nElm,01/06/2024,n/a,,0,280,B. Name\n")
    #expect(batch.addsUp && batch.rows.count == 2)
    #expect(batch.rows.allSatisfy { $0.identifiers.isEmpty })
    #expect(
      batch.rows[0].units == [
        UnitRecord(
          count: "restraint", unit: "Oak", month: day("2024-05-01"), number: 3, over: 400.5),
        UnitRecord(count: "sickness", unit: "Oak", month: day("2024-05-01"), number: 12, over: 310),
      ])
    #expect(batch.rows[1].units.map(\.count) == ["sickness"], "what was not recorded is no 0")
  }

  @Test("reads a month without its day, in figures and in words", .tags(.edge))
  func months() throws {
    let batch = try export().batch(
      heading
        + ["Apr-24", "May 2024", "2024-06", "07/2024", "August 2024"].map {
          "Oak,\($0),3,400,1,300,\n"
        }.joined() + "Oak,Sept,3,400,1,300,\n")
    #expect(
      batch.rows.compactMap(\.units.first?.month)
        == ["2024-04-01", "2024-05-01", "2024-06-01", "2024-07-01", "2024-08-01"].map(day))
    #expect(batch.addsUp && batch.said.count { $0.hasPrefix("set-aside") } == 1)
  }

  @Test("sets rows aside that cannot be, with the column and what to do", .tags(.edge))
  func refused() throws {
    let batch = try export().batch(
      heading
        + """
        ,01/05/2024,3,400,1,300,
        Oak,,3,400,1,300,
        Oak,01/05/2024,3.5,400,1,300,
        Oak,01/06/2024,-3,400,1,300,
        Oak,01/07/2024,3,0,1,300,
        Oak,01/08/2024,3,,1,300,
        Oak,01/09/2024,3,400,1,300,
        """)
    #expect(batch.addsUp && batch.rows.count == 1)
    let said = batch.said.filter { $0.hasPrefix("set-aside") }
    for (line, words) in zip(
      said,
      [
        "no value and one is needed", "no value and one is needed", "not a whole number",
        "is below 0", "what it is counted over is 0", "no value and one is needed",
      ])
    { #expect(line.contains(words), "\(line)") }
    #expect(said.count == 6)
  }

  @Test("warns of a count that the plan does not have")
  func unknown() throws {
    let said = try export(known: ["restraint"]).batch(
      heading + "Oak,15/05/2024,3,400.5,12,310,A. Name\n"
    ).said
    #expect(said.contains { $0.contains("'sickness'") && $0.contains("count of units") }, "\(said)")
  }

  @Test("a mapping without counts, or with one twice, or with people, is refused", .tags(.edge))
  func mistakes() throws {
    func message(_ old: String, _ new: String) -> String {
      do throws(FormError) {
        _ = try ExportMap.read(map.replacing(old, with: new), file: "m.yaml")
        return "no error"
      } catch {
        return error.description
      }
    }
    #expect(message("count: sickness, ", "count: restraint, ").contains("stands twice"))
    #expect(message("unit: Ward\n", "").contains("unit"))
    #expect(
      message("rows: one a unit and period", "rows: one a person").contains(
        "write 'one a unit and period'"))
    #expect(
      message("unit: Ward", "person: [{ column: ID, kind: student_id }]\nunit: Ward").contains(
        "unknown key 'person'"))
    #expect(message("format: { dates: day month year }", "format: {}").contains("dates"))
  }
}
