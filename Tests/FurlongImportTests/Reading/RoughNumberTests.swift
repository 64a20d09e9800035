import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Ranges and rough numbers among counts")
struct RoughNumberTests: DraftsMappings {
  private let map = """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one a form
    format: { dates: day month year }
    person: [{ column: ID, kind: student_id }]
    date: Date
    scores:
      - { scale: phq9, total: P }
      - { scale: gad7, total: G }
    """

  private func batch(_ cells: [String]) throws -> [String] {
    let rows = cells.enumerated().map { "RC\($0),02/09/2024,\"\($1)\",3" }
    let batch = try TestExport(map: map).batch((["ID,Date,P,G"] + rows).joined(separator: "\n"))
    #expect(batch.rows.count == cells.count, "each row is kept with its other score")
    return batch.problems.filter { $0.code == "I041" }.map(\.message)
  }

  @Test(
    "Each is told for what it is, with what was written, and made no number",
    arguments: [
      "6-7", "6 - 7", "2 or 3", "about 5", "approx. 10", "5+", "~5", ">5", "5ish", "5 (maybe)",
      "between 2 and 4", "a few", "6 to 7", "up to 3", "5?",
    ])
  func rough(_ cell: String) throws {
    let said = try batch([cell])
    #expect(
      said == [
        "'\(cell)' is a range or a rough number, and one number is meant. Only PHQ-9 is left out of this row; the rest of it is kept."
      ])
  }

  @Test(
    "Other texts are no numbers, and stay unseen; a date is what a spreadsheet made of a range",
    .tags(.edge))
  func others() throws {
    #expect(
      try batch(["Ann 6-7", "07700 900123", "about Ann"]).allSatisfy {
        $0.hasPrefix("The value is not a number.")
      })
    #expect(
      try batch(["06-Jul", "2024-07-06"]).allSatisfy { $0.contains("dates of ranges such as 6-7") })
  }

  @Test("All of a column are one kind of problem, with one thing to do")
  func grouped() throws {
    let rows = ["6-7", "5+"].enumerated().map { "RC\($0),02/09/2024,\($1),3" }
    let batch = try TestExport(map: map).batch((["ID,Date,P,G"] + rows).joined(separator: "\n"))
    let problems = batch.problems.filter { $0.code == "I041" }
    #expect(Set(problems.map(\.fix)).count == 1)
    #expect(
      problems[0].fix.contains("one rule for all of them") && problems[0].fix.contains("--apply"))
  }

  @Test("A column of counts with many of them is drafted, its range holds them, and they are told")
  func drafted() throws {
    let cells = ["0", "1", "2", "0", "3", "1", "about 9", "11-12", "1", "0"]
    let draft = try draft(
      ["Student ID,A&E visits (T0),A&E visits (6m)"]
        + cells.enumerated().map { "RC\(1000 + $0),\($1),1" }, name: "use.csv")
    #expect(draft.text.contains("total: \"A&E visits (T0)\""), "\(draft.text)")
    #expect(draft.facts.ownScales.first?.scores.upperBound == 12)
    #expect(
      draft.checks.contains {
        $0.hasPrefix("2 cells of 'A&E visits' hold a range or a rough number")
      })
  }
}
