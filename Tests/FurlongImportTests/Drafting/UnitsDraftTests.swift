import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Wards, teams and courses counted by month, drafted")
struct UnitsDraftTests: DraftsMappings {
  private struct Absent: Error {}

  private func columns(_ draft: MapDraft) throws -> UnitColumns {
    guard case .units(let columns) = try map(draft).content else { throw Absent() }
    return columns
  }

  private func rows(_ months: [String], _ cells: (Int) -> String) -> [String] {
    ["Birch", "Cedar"].enumerated().flatMap { place, ward in
      months.enumerated().map { "\(ward),\($1),\(cells($0 + place))" }
    }
  }

  @Test("A row a ward and month: what is counted, over which days, and no rates")
  func wards() throws {
    let draft = try draft(
      ["Ward,Month,No. of incidents,Restraints,Occupied bed days,Incidents per 1000 OBD"]
        + rows(["Apr-24", "May-24", "Jun-24", "Jul-24"]) {
          "\($0 % 3),\($0),\(400 + $0).5,\($0 * 2).4"
        })
    #expect(draft.kind == .units && draft.decisions == 0, "\(draft.text)")
    let found = try columns(draft)
    #expect(found.unit == "Ward" && found.period == "Month")
    #expect(found.counts.map(\.count) == ["incidents", "restraints"])
    #expect(found.counts.map(\.number) == ["No. of incidents", "Restraints"])
    #expect(found.counts.allSatisfy { $0.over == "Occupied bed days" })
    #expect(draft.text.contains("ignore: [\"Incidents per 1000 OBD\"]"), "\(draft.text)")
    let units = try #require(draft.facts.units.first)
    #expect(units.word == "ward" && units.names == ["Birch", "Cedar"])
    #expect(units.lastDay == CalendarDay(year: 2024, month: 7, day: 31))
  }

  @Test("Months as a workbook keeps them; what it is over may be for a person to say", .tags(.edge))
  func days() throws {
    let draft = try draft(
      ["Team,Period,Sickness days"]
        + rows(["2024-04-01", "2024-05-01", "2024-06-01"]) { "\($0 * 3)" })
    #expect(draft.kind == .units && draft.decisions == 1, "\(draft.text)")
  }

  @Test(
    "No rows of units: weeks, two rows a ward and month, and rows that are somebody's",
    .tags(.edge))
  func others() throws {
    let weeks = ["2024-04-01", "2024-04-08", "2024-04-15", "2024-04-22"]
    let twice = ["2024-04-01", "2024-04-01", "2024-05-01"]
    for months in [weeks, twice] {
      let draft = try draft(
        ["Ward,Month,Incidents,Occupied bed days"] + rows(months) { "\($0),\(400 + $0)" })
      #expect(draft.kind != .units, "\(draft.text)")
    }
    let people = try draft(
      ["Student ID,Ward,Month,Contacts,Bed days"]
        + (1...9).map { "RC-10\($0),Birch \($0),2024-0\($0)-01,\($0),\($0 + 2)" })
    #expect(people.kind != .units, "\(people.text)")
  }

  @Test("Months of which a spreadsheet made some days, lines of totals and stars stop no draft")
  func mixedMonths() throws {
    let months = ["01/04/2022", "01/05/2022", "Jun-22", "Jul-22", "01/08/2022", "Sep-22"]
    let draft = try draft(
      ["Ward,Month,Incidents,Occupied bed days"]
        + ["Birch", "Holly"].flatMap { ward in
          months.enumerated().map {
            "\(ward),\($1),1\($0)\(ward == "Holly" && $0 == 4 ? "*" : ""),51\($0)"
          } + ["\(ward) total,,75,3075"]
        })
    #expect(draft.kind == .units, "\(draft.text)")
    #expect(draft.text.contains("number: Incidents, over: \"Occupied bed days\""))
    #expect(draft.checks.contains { $0.hasPrefix("1 cell holds a number with a star") })
    #expect(draft.facts.units.first?.names == ["Birch", "Holly"])
  }
}
