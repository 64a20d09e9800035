import FurlongImport
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Rows that may be one person's")
struct DuplicateSearchTests {
  private static let register = """
    furlong_map: 1
    reads: exports/p.csv
    holds: people
    rows: one a registration
    format: { dates: day month year }
    person:
      - { column: ID, kind: student_id }
      - { column: NHS, kind: nhs_number, may_be_blank: yes }
    registered_on: Registered
    born: { column: Born, keep: age band at day 0 }
    about:
      gender: { column: Gender, values: { F: woman, M: man } }
      place: { column: Place }
    """
  private static let list = """
    furlong_map: 1
    reads: exports/l.csv
    holds: caseload
    rows: one a person
    format: { dates: day month year }
    person:
      - { column: Trust ID, kind: local_id }
      - { column: ID, kind: student_id, may_be_blank: yes }
    """
  private static let forms = """
    furlong_map: 1
    reads: exports/f.csv
    holds: scores
    rows: one a form
    format: { dates: day month year }
    person:
      - { column: ID, kind: student_id }
    date: Day
    missing: { "": blank }
    scores:
      - { scale: gad7, total: Score }
    """

  /// The pairs, as `f.csv:2 p.csv:3 nearID`, where the register's rows alone are somebody's, and of how many identifiers
  /// it was asked whose they are.
  private func pairs(
    register: [[String]], list: [String] = [], forms: [String] = []
  ) throws -> (pairs: [String], undecided: Int, asked: Int) {
    let marks = try Pseudonymiser(key: TestExport.key, studyID: "s")
    var search = DuplicateSearch(dataTo: day("2025-08-31"))
    var people: [KeyedHash: PersonID] = [:]
    for (file, text, header, rows) in [
      ("p.csv", Self.register, ["ID", "NHS", "Registered", "Born", "Gender", "Place"], register),
      ("l.csv", Self.list, ["Trust ID", "ID"], list.enumerated().map { ["T\($0)", $1] }),
      ("f.csv", Self.forms, ["ID", "Day", "Score"], forms.map { [$0, "01/10/2024", "3"] }),
    ] {
      let table = SourceTable(
        name: file, header: header, rows: rows, sourceRows: rows.indices.map { $0 + 2 },
        faults: [], skipped: 0, notes: [])
      let identifiers = RowIdentifiers(
        map: try ExportMap.read(text, file: file), pseudonymiser: marks, fictional: true,
        people: PeopleDecisions())
      if file == "p.csv" {
        for row in rows.indices {
          for hash in identifiers.hashes(of: row, in: table) {
            people[hash] = PersonID(Int64(row))
          }
        }
      }
      try search.add(TableWalk(table), file: file, identifiers: identifiers, strangers: [:])
    }
    var asked = 0
    let found = search.pairs {
      asked = $0.count
      return people
    }
    return (
      found.pairs.map {
        "\($0.one.file):\($0.one.row) \($0.other.file):\($0.other.row) \($0.reason)"
      }, found.undecided, asked
    )
  }

  @Test("of a register alone it is asked whose the rows are that are in a pair, and no others")
  func asked() throws {
    let register = [
      person("RC0012", born: "01/02/1980"), person("RC0021", born: "01/02/1980"),
      person("RC0450", born: "03/02/1980"),
    ]
    #expect(try pairs(register: register).asked == 2)
    #expect(try pairs(register: register, forms: ["RC0459"]).asked == 4)
  }

  private func person(
    _ id: String, born: String = "", registered: String = "01/09/2024", nhs: String = "",
    gender: String = "", place: String = ""
  ) -> [String] { [id, nhs, registered, born, gender, place] }

  @Test("the same day of birth and ids one slip apart, on whatever day they registered")
  func nearIDs() throws {
    let found = try pairs(register: [
      person("RC0012", born: "01/02/1980"),
      person("RC0021", born: "01/02/1980", registered: "04/05/2025"),
      person("RC0013", born: "02/02/1980"),
    ])
    #expect(found.pairs == ["p.csv:3 p.csv:2 nearIDsAndBirth"])
  }

  @Test("the same days of birth and registration, unless something differs")
  func sameBirth() throws {
    let one = person("RC0012", born: "01/02/1980", gender: "F")
    #expect(
      try pairs(register: [one, person("RC7777", born: "01/02/1980")]).pairs
        == ["p.csv:3 p.csv:2 sameBirthAndRegistration"])
    for other in [
      person("RC7777", born: "01/02/1980", registered: "02/09/2024"),
      person("RC7777", born: "01/02/1980", gender: "M"), person("RC7777"),
      person("RC7777", born: "02/02/1980"),
    ] {
      #expect(try pairs(register: [one, other]).pairs.isEmpty, "\(other)")
    }
    #expect(
      try pairs(register: [
        person("RC0012", born: "01/02/1980", nhs: "9990000018"),
        person("RC7777", born: "01/02/1980", nhs: "9990000026"),
      ]).pairs.isEmpty)
  }

  @Test(
    "the same day of birth on other days of registration, where two known things agree and none differs"
  )
  func enrolledAgain() throws {
    let one = person("RC0012", born: "01/02/1980", gender: "F", place: "Hall")
    func again(
      born: String = "01/02/1980", gender: String = "F", place: String = "Hall"
    ) throws -> [String] {
      try pairs(register: [
        one,
        person("RC7777", born: born, registered: "02/09/2025", gender: gender, place: place),
      ]).pairs
    }
    #expect(try again() == ["p.csv:3 p.csv:2 sameBirthAndKnown"])
    #expect(try again(gender: "M").isEmpty)
    #expect(try again(place: "Shed").isEmpty)
    #expect(try again(place: "").isEmpty, "one thing alone is known of both")
    #expect(try again(born: "02/02/1980").isEmpty)
  }

  @Test("a day of birth that many have is a placeholder's", .tags(.edge))
  func placeholder() throws {
    let many = (0..<30).map { person("RC\(1_000 + 37 * $0)", born: "01/01/1900") }
    #expect(try pairs(register: many).pairs.isEmpty)
    #expect(try pairs(register: many.map { person($0[0]) }).pairs.isEmpty)
  }

  @Test("an id with letters for digits is that of one person, who may have rows there")
  func lookalike() throws {
    let register = [person("RC0012"), person("RC7700")]
    #expect(
      try pairs(register: register, forms: ["RC0012", "RCOO12", "RC77OO"]).pairs
        == ["f.csv:3 p.csv:2 lookalike", "f.csv:4 p.csv:3 lookalike"])
  }

  @Test("an id one slip from one person without rows in the export; near to several, it is counted")
  func slips() throws {
    let register = [person("RC0112"), person("RC0450"), person("RC0451"), person("RC7700")]
    let found = try pairs(
      register: register, forms: ["RC0113", "RC0459", "RC7700", "RC7701", "XY"])
    #expect(found.pairs == ["f.csv:2 p.csv:2 nearID"])
    #expect(found.undecided == 1)
  }

  @Test(
    "on a trust's list letters for digits are looked for, and no slips: it has many who are no students"
  )
  func onList() throws {
    let register = [person("RC0012"), person("RC7700")]
    #expect(
      try pairs(register: register, list: ["RCOO12", "RC7701", ""]).pairs
        == ["l.csv:2 p.csv:2 lookalike"])
  }

  @Test("nothing is proposed where there is nothing", .tags(.edge))
  func nothing() throws {
    #expect(try pairs(register: []).pairs.isEmpty)
    #expect(try pairs(register: [], forms: ["RC0012"]).pairs.isEmpty)
  }
}
