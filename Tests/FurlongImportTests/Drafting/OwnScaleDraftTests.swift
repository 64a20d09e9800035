import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Drafted scales of the college's own, and parts of one that a title names")
struct OwnScaleDraftTests: DraftsMappings {
  private func lines(_ heading: String, _ cells: [(String, String)]) -> [String] {
    ["Student ID,\(heading) (T0),\(heading) (6m)"]
      + cells.enumerated().map { "RC00\(10 + $0),\($1.0),\($1.1)" }
  }

  @Test(
    "A scale is called as its heading is spelt",
    arguments: [
      ("A&E visits in the last three months", "A&E visits in the last three months"),
      ("CPN / care co-ordinator contacts", "CPN / care co-ordinator contacts"),
      ("Nights in hospital (mental health)", "Nights in hospital (mental health)"),
      ("mood_today", "Mood today"),
    ])
  func spelling(heading: String, name: String) throws {
    let draft = try draft(lines(heading, (0..<20).map { ("\($0 % 5)", "\($0 % 3)") }))
    #expect(draft.facts.ownScales.map(\.name) == [name], "\(draft.text)")
  }

  @Test("A length of time in short is that in full")
  func spans() throws {
    let draft = try draft(lines("Mood", (0..<20).map { ("\($0 % 5)", "\($0 % 3)") }))
    #expect(draft.facts.scales["mood"] == ["start", "6-months"], "\(draft.text)")
  }

  @Test("'none' among counts is 0; among other numbers a person must say")
  func noughts() throws {
    let counts = (0..<20).map { ("\($0 % 4 + 1)", $0 == 7 ? "none" : "\($0 % 3 + 1)") }
    let draft = try draft(lines("GP visits", counts))
    #expect(
      draft.text.contains("answers: { none: 0 }") && !draft.text.contains("missing:"),
      "\(draft.text)")
    #expect(draft.facts.ownScales.first?.scores.lowerBound == 0)
    #expect(draft.checks.contains { $0.contains("was taken for 0") })
    let parts = counts.map { ("\($0.0).5", $0.1) }
    #expect(try !self.draft(lines("GP visits", parts)).text.contains("answers:"))
  }

  @Test(
    "Goals below a title that names their instrument are the catalogue's; others are the college's")
  func titled() throws {
    func drafted(_ title: String) throws -> MapDraft {
      try draft(
        ["\(title),,,,,,", ",Goal 1,,Goal 2,,Goal 3,", "Student ID,Start,End,Start,End,Start,End"]
          + (10...39).map {
            "RC00\($0),\($0 % 4),\($0 % 7 + 3),\($0 % 5),\($0 % 8 + 2),\($0 % 3),\($0 % 9 + 1)"
          })
    }
    let found = try drafted("Goal Based Outcomes (0 to 10)")
    #expect(found.facts.ownScales.isEmpty, "\(found.text)")
    #expect(found.facts.scales.keys.sorted() == ["gbo.goal-1", "gbo.goal-2", "gbo.goal-3"])
    #expect(found.text.contains("scale: gbo.goal-2, occasion: start"))
    #expect(try drafted("My log").facts.ownScales.count == 3)
  }

  @Test("WASAS is WSAS")
  func wasas() throws {
    let rows = (10...39).map { "RC00\($0),\($0),\($0 - 9)" }
    let draft = try draft(["Student ID,WASAS_First,WASAS_Last"] + rows)
    #expect(draft.facts.scales.keys.sorted() == ["wsas"], "\(draft.text)")
  }

  @Test("A Total right after the items of a scale is held against them; one further on is not")
  func total() throws {
    let questions = (1...7).map { "SWEMWBS \($0)" }.joined(separator: ",")
    func drafted(_ between: String) throws -> String {
      try draft(
        ["Student ID,Date,\(questions)\(between),Total"]
          + (10...39).map { row in
            "RC00\(row),11/03/2024,3,3,4,3,2,3,\(row % 4 + 1)\(between.isEmpty ? "" : ",x"),\(19 + row % 4)"
          }
      ).text
    }
    #expect(try drafted("").contains("SWEMWBS 7\"], total: Total }"))
    #expect(try !drafted(",Typed by").contains("total: Total"))
  }
}
