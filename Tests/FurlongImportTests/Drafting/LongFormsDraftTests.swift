import FurlongImport
import FurlongTestSupport
import Testing

@Suite("Forms that take several rows, drafted")
struct LongFormsDraftTests: DraftsMappings {
  /// A row a score, of two scales, with a number of the visit beside it.
  private func rows(_ headings: String, _ cells: (Int, String) -> String) -> [String] {
    ["Local Patient ID,Contact Date,\(headings)"]
      + (0..<30).flatMap { row in
        ["PHQ-9", "GAD-7"].map { "A\(row / 3)4\(row / 3),2024-05-1\(row % 9),\(cells(row, $0))" }
      }
  }

  @Test("The score is what a heading calls so, and never the number of the visit")
  func value() throws {
    for (headings, holds) in [
      ("ContactSeq,Measure,Value", "Value"), ("Visit,Measure,Total score", "Total score"),
      ("Episode No,Measure,Points", "Points"),
    ] {
      let draft = try draft(rows(headings) { "\($0 % 3 + 1),\($1),\(($0 * 7) % 20)" })
      #expect(draft.decisions == 0, "\(draft.text)")
      let name = holds.contains(" ") ? "\"\(holds)\"" : holds
      #expect(draft.text.contains("\nscore: \(name)\n"), "\(draft.text)")
      #expect(draft.checks.contains("'\(holds)' was taken for what was scored."))
    }
  }

  @Test("Where two columns would do and none is called a score, a person must say", .tags(.edge))
  func rivals() throws {
    let draft = try draft(rows("Before,Measure,After") { "\($0 % 7),\($1),\(($0 * 7) % 20)" })
    #expect(draft.decisions == 1 && draft.text.contains("score: DECIDE"), "\(draft.text)")
    #expect(draft.text.contains("one of [Before, After]"))
  }
}
