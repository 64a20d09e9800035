import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("An identifier that cannot be right beside one that can")
struct WrongIdentifierTests {
  private func batch(_ rows: [String], fictional: Bool = true) throws -> ImportBatch {
    try TestExport(
      map: """
        furlong_map: 1
        reads: exports/test.csv
        holds: people
        rows: one a registration
        format: { dates: day month year }
        person:
          - { column: ID, kind: student_id, may_be_blank: yes }
          - { column: NHS No, kind: nhs_number, may_be_blank: yes }
        registered_on: Date
        """, plan: TestExport.plan(fictional: fictional)
    ).batch((["ID,NHS No,Date"] + rows).joined(separator: "\n"))
  }

  @Test(
    "The row is kept by the other, the wrong one links nothing, and its place is told without its value"
  )
  func kept() throws {
    let batch = try batch([
      "SC1,999 000 0019,01/09/2023", "SC2,9.99E+09,01/09/2023", "SC3,9990000018,01/09/2023",
    ])
    #expect(batch.rows.map(\.sourceRow) == [2, 3, 4] && batch.addsUp)
    #expect(
      batch.rows.map { $0.identifiers.map(\.kind) } == [
        [.studentID], [.studentID], [.studentID, .nhsNumber],
      ])
    #expect(
      batch.said == [
        "warning I083 exports/test.csv:2:NHS No The NHS number fails its check digit. It is not used: the row is found "
          + "by its other identifier.",
        "warning I032 exports/test.csv:3:NHS No The NHS number is written as a spreadsheet writes long numbers (with "
          + "E+), so its last digits are lost. It is not used: the row is found by its other identifier.",
      ])
  }

  @Test(
    "A row that has no other identifier is set aside, and one with a number for tests in a study of real people"
  )
  func setAside() throws {
    let alone = try batch([",9990000019,01/09/2023", "SC2,,01/09/2023"])
    #expect(alone.rows.map(\.sourceRow) == [3] && alone.addsUp)
    #expect(
      alone.said == [
        "set-aside I040 exports/test.csv:2:NHS No The NHS number fails its check digit."
      ])
    let test = try batch(
      ["SC1,9990000018,01/09/2023", "SC2,9434765919,01/09/2023"], fictional: false)
    #expect(test.rows.map(\.sourceRow) == [3] && test.problems.map(\.code) == ["I040"])
  }
}
