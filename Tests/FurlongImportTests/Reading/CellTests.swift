import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Cells as people write them")
struct CellTests {
  private func forms(_ format: String, person: String = "column: ID, kind: student_id") -> String {
    """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one a form
    format: { dates: day month year\(format) }
    person: [{ \(person) }]
    date: Date
    missing: { "": blank, "N/A": not asked }
    scores: [{ scale: gad7, total: GAD }]
    """
  }

  @Test(
    "Years of two digits and days as numbers are read where the mapping says how",
    arguments: [
      ("03/09/24", ", short_years_from: 1930", "2024-09-03"),
      ("03/09/31", ", short_years_from: 1930", "1931-09-03"),
      ("03/09/29", ", short_years_from: 1930", "2029-09-03"),
      ("45432", ", day_numbers_from: 1900", "2024-05-20"),
      ("45432.75", ", day_numbers_from: 1900", "2024-05-20"),
      ("43970", ", day_numbers_from: 1904", "2024-05-20"),
      ("Tue 14 Jan 2025", "", "2025-01-14"), ("11-OCT-2024 10:36", "", "2024-10-11"),
      ("11-AUGUST-2024 10:36", "", "2024-08-11"), ("2024-10-11T10:36:00Z", "", "2024-10-11"),
    ])
  func dates(_ text: String, _ format: String, _ expected: String) throws {
    // Whether a day can be is the plan's to say.
    let batch = try TestExport(map: forms(format), plan: TestExport.plan(dataTo: nil))
      .batch("ID,Date,GAD\nRC1,\(text),5\n")
    #expect(batch.rows.flatMap(\.forms).map(\.moment) == [.day(day(expected))], "\(batch.said)")
  }

  @Test(
    "Without a word in the mapping both are refused, and the message names the line", .tags(.edge))
  func refused() throws {
    let batch = try TestExport(map: forms("")).batch(
      "ID,Date,GAD\nRC1,03/09/24,5\nRC1,45432,5\nRC1,03/09/2024,5\n")
    #expect(batch.rows.count == 1)
    #expect(batch.problems.map(\.code) == ["I026", "I024"])
    #expect(batch.problems[0].fix.contains("short_years_from: 1930"))
    #expect(batch.problems[1].fix.contains("day_numbers_from: 1900"))
  }

  @Test("Capitals and blanks do not matter in words for no value")
  func missing() throws {
    let batch = try TestExport(map: forms("")).batch(
      "ID,Date,GAD\nRC1,03/09/2024,n/a\nRC2,04/09/2024,5\n")
    #expect(batch.rows.count == 2 && batch.rows.flatMap(\.forms).count == 1, "\(batch.said)")
  }

  @Test("Ids that people typed are written in full where the mapping says how")
  func ids() throws {
    let map = forms("", person: "column: ID, kind: student_id, prefix: RC, digits: 4")
    let typed = ["RC0012", "rc12", "RC 0012", "0012", "12", "Rc-12"]
    let batch = try TestExport(map: map).batch(
      "ID,Date,GAD\n" + typed.map { "\($0),03/09/2024,5\n" }.joined())
    #expect(batch.rows.count == typed.count)
    #expect(Set(batch.rows.map(\.identifiers)).count == 1)
    let others = try TestExport(map: map).batch(
      "ID,Date,GAD\nRC0013,03/09/2024,5\nSC0012,03/09/2024,5\nRC12A,03/09/2024,5\n")
    #expect(
      Set((batch.rows + others.rows).map(\.identifiers)).count == 4, "none is taken for another")
  }

  @Test("Without it, capitals and blanks do not matter, and zeros do")
  func plainIDs() throws {
    let batch = try TestExport(map: forms("")).batch(
      "ID,Date,GAD\nRC0012,03/09/2024,5\nrc 0012,03/09/2024,5\nRC12,03/09/2024,5\n")
    #expect(batch.rows[0].identifiers == batch.rows[1].identifiers)
    #expect(batch.rows[0].identifiers != batch.rows[2].identifiers)
  }
}
