import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Days that an extract covers, as drafted")
struct CoverageTests {
  private static func days(_ from: String, _ to: String) throws -> DayRange {
    DayRange(
      from: try #require(CalendarDay(iso: from)), to: try #require(CalendarDay(iso: to)))
  }

  private func draft(
    _ lines: [String], name: String, beside others: [ExtractDays] = []
  ) throws -> MapDraft {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let shape = try TableSniffer().shape(of: bytes, name: name)
    var beside = OtherExports()
    beside.extracts = others
    return MapDrafter(try ScaleCatalogue.shipped(), beside: beside).draft(
      try shape.read(bytes, name: name), shape: shape, path: "exports/\(name)")
  }

  private let stays = [
    "RiO ID,Admission Date,Discharge Date", "R1,02/05/2022,09/05/2022", "R2,11/10/2023,",
    "R3,01/02/2023,05/02/2023",
  ]

  @Test(
    "The period in a title row or in the file's name is taken",
    arguments: [
      ("Inpatient spells 01/04/2022 to 30/06/2025", "spells.csv"),
      ("Period: 1 April 2022 - 30 June 2025 (run on 03/07/2025)", "spells.csv"),
      ("Ward stays. Period 01/04/2022 to 30/06/2025. Run 04/07/2025 by J Zennor", "spells.csv"),
      ("Inpatient spells", "spells_20220401_20250630.csv"),
      ("Inpatient spells", "spells_2022-04-01_2025-06-30.csv"),
    ])
  func stated(title: String, name: String) throws {

    // As it stands, and as merged cells repeat it.
    for row in ["\"\(title)\"", "\"\(title)\",\"\(title)\",\"\(title)\""] {
      let draft = try draft([row, ""] + stays, name: name)
      #expect(draft.text.contains("covers: { from: 2022-04-01, to: 2025-06-30 }"))
    }
    let draft = try draft(["\"\(title)\"", ""] + stays, name: name)
    #expect(draft.checks.allSatisfy { !$0.contains("'covers'") })
  }

  @Test(
    "What states no period, or one that the rows contradict, is not taken",
    arguments: [
      "Inpatient spells, run on 03/07/2025", "Seen 01/01/2020 to 31/12/2020",
      "A: 01/04/2022 to 30/06/2025, B: 01/05/2022 to 30/06/2025",
    ])
  func notStated(title: String) throws {
    let draft = try draft(["\"\(title)\"", ""] + stays, name: "spells.csv")
    #expect(draft.text.contains("covers: { from: 2022-05-02, to: 2023-10-11 }"))
    #expect(draft.checks.contains { $0.contains("the first and the last day in the file") })
  }

  @Test("An extract of rare events is taken for as long as its neighbours, and says so")
  func together() throws {
    let contacts = ExtractDays(
      path: "exports/contacts.csv", days: try Self.days("2022-04-01", "2024-03-31"), count: 4000)
    let draft = try draft(stays, name: "spells.csv", beside: [contacts])
    #expect(draft.text.contains("covers: { from: 2022-04-01, to: 2024-03-31 }"))
    #expect(draft.text.contains("its own days run from 2022-05-02 to 2023-10-11"))
    #expect(
      draft.checks.contains {
        $0.contains("from 2022-04-01 to 2022-05-01 and from 2023-10-12 to 2024-03-31")
      })
    #expect(draft.facts.extracts.map(\.days) == [try Self.days("2022-05-02", "2023-10-11")])
  }

  @Test("Silence that is no chance ends what an extract covers")
  func apart() throws {
    let often = ExtractDays(
      path: "a", days: try Self.days("2023-01-01", "2023-12-31"), count: 364)
    let later = ExtractDays(
      path: "b", days: try Self.days("2022-06-01", "2024-01-03"), count: 364)
    // One a day: three days without any are no more than chance, seven months are.
    #expect(often.together(with: [later]) == (try Self.days("2023-01-01", "2024-01-03")))
    let latest = ExtractDays(path: "c", days: try Self.days("2023-01-01", "2024-01-04"), count: 9)
    #expect(often.together(with: [latest]) == often.days)
    #expect(often.together(with: [often]) == often.days)
  }

  @Test(
    "A stated period speaks for the extracts beside it; where no export says who is known, the draft does"
  )
  func statedForOthers() throws {
    let draft = try draft(
      ["Inpatient spells 01/04/2022 to 30/06/2025", ""] + stays, name: "spells.csv")
    #expect(draft.facts.extracts.map(\.days) == [try Self.days("2022-04-01", "2025-06-30")])
    #expect(draft.checks.contains { $0.hasPrefix("No export says who is known") })
  }
}
