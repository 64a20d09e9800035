import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Ids that stand only in the first row of a block")
struct FilledDownTests: DraftsMappings {
  private func lines(_ text: String) throws -> TableWalk {
    TableWalk(try CSVReader().read(Array(text.utf8), name: "test.csv"))
  }

  private func map(_ person: String) throws -> ExportMap {
    try ExportMap.read(
      """
      furlong_map: 1
      reads: exports/test.csv
      holds: attendance
      rows: one a student and session
      format: { dates: day month year }
      person: \(person)
      session: { course: Course, date: Date }
      status: { column: Came, values: { Yes: attended, No: missed } }
      ignore: [NHS]
      """, file: "maps/test.map.yaml")
  }

  private func ids(_ table: TableWalk) throws -> [String] {
    var ids: [String] = []
    try table.each { piece in
      for row in 0..<piece.rowCount { ids.append(piece.text(row: row, column: 0)) }
    }
    return ids
  }

  private let heading = "ID,NHS,Course,Date,Came\n"

  @Test("are filled into the rows below where the mapping says so, and counted")
  func filled() throws {
    let table = try lines(
      heading
        + "RC1,,A,1/1/2024,Yes\n,,A,2/1/2024,Yes\n,,A,3/1/2024,No\nRC2,,A,1/1/2024,Yes\n,,B,2/1/2024,No\n"
    )
    let map = try map("[{ column: ID, kind: student_id, fill_down: yes }]")
    let filling = try #require(FilledDown(map, header: table.header))
    #expect(try ids(filling.applied(to: table)) == ["RC1", "RC1", "RC1", "RC2", "RC2"])
    #expect(try ids(filling.applied(to: table)).count == 5, "a second walk begins anew")
    #expect(try filling.count(in: table) == 3)
    #expect(
      FilledDown(try self.map("[{ column: ID, kind: student_id }]"), header: table.header) == nil)
  }

  @Test(
    "go no further than a blank line, a row that cannot be read or a line of totals; headings again end nothing",
    .tags(.edge))
  func ends() throws {
    let map = try map("[{ column: ID, kind: student_id, fill_down: yes }]")
    func found(_ rows: String) throws -> [String] {
      let table = try lines(heading + rows)
      return try ids(try #require(FilledDown(map, header: table.header)).applied(to: table))
    }
    #expect(try found(",,A,1/1/2024,Yes\nRC1,,A,2/1/2024,Yes\n") == ["", "RC1"])
    #expect(
      try found("RC1,,A,1/1/2024,Yes\n,,,,\n,,A,2/1/2024,Yes\n").last == "", "a blank line")
    #expect(
      try found("RC1,,A,1/1/2024,Yes\nRC2,,A,1/1/2024,Yes,9,9\n,,A,2/1/2024,Yes\n").last == "",
      "the row that cannot be read may be the first of another's block")
    #expect(
      try found("RC1,,A,1/1/2024,Yes\n,,Total,3,\n,,A,2/1/2024,Yes\n").last == "")
    #expect(
      try found("RC1,,A,1/1/2024,Yes\nID,NHS,Course,Date,Came\n,,A,2/1/2024,Yes\n").last == "RC1")
  }

  @Test(
    "A row with another identifier of its own is another's block: nothing of the person above is lent to it",
    .tags(.edge))
  func twoColumns() throws {
    let map = try ExportMap.read(
      """
      furlong_map: 1
      reads: exports/test.csv
      holds: attendance
      rows: one a student and session
      format: { dates: day month year }
      person: [{ column: ID, kind: student_id, fill_down: yes }, { column: NHS, kind: nhs_number, may_be_blank: yes, fill_down: yes }]
      session: { course: Course, date: Date }
      status: { column: Came, values: { Yes: attended, No: missed } }
      """, file: "maps/test.map.yaml")
    let table = try lines(
      heading
        + "RC1,9990000018,A,1/1/2024,Yes\n,,A,2/1/2024,Yes\nRC2,,A,1/1/2024,Yes\n,,A,2/1/2024,Yes\n"
    )
    var numbers: [String] = []
    try #require(FilledDown(map, header: table.header)).applied(to: table).each { piece in
      for row in 0..<piece.rowCount { numbers.append(piece.text(row: row, column: 1)) }
    }
    #expect(numbers == ["9990000018", "9990000018", "", ""])
  }

  @Test("are proposed by a draft, with how many rows it concerns, for a person to decide")
  func drafted() throws {
    let rows = (1...10).flatMap { person in
      (1...4).map { "\($0 == 1 ? "RC10\(10 + person)" : ""),\($0)/\(person)/2024,Sleep,Yes" }
    }
    let draft = try draft(["Student ID,Date,Course,Attended"] + rows)
    #expect(draft.text.contains("fill_down: DECIDE"), "\(draft.text)")
    #expect(draft.text.contains("30 of 40 rows have no id") && draft.decisions == 1)
    let whole = try self.draft(
      ["Student ID,Date,Course,Attended"]
        + (1...40).map { "RC10\(10 + $0 / 4),\(1 + $0 % 28)/5/2024,Sleep,Yes" })
    #expect(!whole.text.contains("fill_down"))
  }
}
