import FurlongForms
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Ids that are parted by signs")
struct IdentifierPatternTests: DraftsMappings {
  @Test(
    "are the same with and without their signs, their letters and the zeros of a part",
    arguments: ["L23-014", "L23014", "L-23-014", "23-014", "L23-14", "L23/014"])
  func same(id: String) throws {
    let pattern = try #require(IdentifierPattern("L00-000"))
    #expect(pattern.written(IdentifierSpelling.plain(id)) == "L23-014")
    #expect(pattern.written(IdentifierSpelling.plain("l 23-014")) == "L23-014")
  }

  @Test(
    "stay as they are where they are made otherwise", .tags(.edge),
    arguments: ["M23-014", "L2301", "L23-0144", "L23-014-1", "L23O14", "", "L", "23", "L123-14"])
  func other(id: String) throws {
    let pattern = try #require(IdentifierPattern("L00-000"))
    #expect(pattern.written(id) == nil)
    #expect(IdentifierSpelling(pattern).inFull(id) == id)
  }

  @Test("A mapping says how they are written; what is no pattern is refused")
  func mapping() throws {
    func spelling(_ written: String) throws -> IdentifierSpelling? {
      try ExportMap.read(
        """
        furlong_map: 1
        reads: exports/forms.csv
        holds: scores
        rows: one a form
        format: { dates: day month year }
        person: [{ column: Ref, kind: student_id, \(written) }]
        date: Date
        scores: [{ scale: phq9, total: PHQ }]
        """, file: "m"
      ).person.first?.spelling
    }
    #expect(try spelling("written: L00-000")?.inMapping == "written: L00-000")
    #expect(try spelling("written: l00-000")?.inFull("L23014") == "L23-014")
    for wrong in ["written: L000", "written: L00-00A", "written: L00-000, digits: 4"] {
      #expect(throws: FormError.self, "\(wrong)") { try spelling(wrong) }
    }
  }

  private let register = (1...12).map { "L23-0\($0 + 10)" }

  @Test("The import proposes the line where ids would be in the register, and merges nobody")
  func proposed() throws {
    let people = try ExportMap.read(
      """
      furlong_map: 1
      reads: exports/people.csv
      holds: people
      rows: one a registration
      format: { dates: day month year }
      person: [{ column: Ref, kind: student_id }]
      registered_on: On
      """, file: "m")
    func table(_ ids: [String]) throws -> TableWalk {
      let text = "Ref,On\n" + ids.map { "\($0),01/02/2023\n" }.joined()
      return TableWalk(try CSVReader(format: CSVFormat()).read(Array(text.utf8), name: "a.csv"))
    }
    var near = NearIdentifiers(fictional: true)
    try near.add(try table(register), map: people)
    let found = try near.problems(
      try table(["L23011", "23-012", "L23-013", "X1"]), map: people, file: "a.csv", mapFile: "m")
    #expect(found.count == 1)
    #expect(
      found.first?.message.hasPrefix("Of 3 ids that are not in the register, 2 would be") == true)
    #expect(found.first?.fix.contains("'written: L00-000'") == true)
  }

  @Test("A draft proposes it too, with how many ids it is about")
  func drafted() throws {
    let people = try draft(
      ["Learner ref,Enrolled,Surname"] + register.map { "\($0),05/09/2022,Hall" })
    var others = OtherExports()
    others.spelling = people.facts.spelling
    #expect(others.spelling?.inMapping == "written: L00-000")
    let forms = try draft(
      ["Code,Date,PHQ-9 total"]
        + register.enumerated().map {
          "\($0 < 5 ? $1.replacing("-", with: "") : $1),14/03/2024,\($0)"
        }, beside: others)
    #expect(forms.checks.contains { $0.hasPrefix("5 ids in 'Code' would match the register's") })
    #expect(!forms.text.contains("written:"), "nothing is merged alone")
    #expect(try map(forms).person.map(\.kind) == [.studentID], "known by its cells")
  }
}
