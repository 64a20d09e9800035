import FurlongImport
import FurlongTestSupport
import Testing

@Suite("Days of leaving, drafted")
struct LeavingDraftTests: DraftsMappings {
  private func draft(_ heading: String, _ cells: [String]) throws -> MapDraft {
    try draft(
      ["Student ID,Registered,\(heading)"]
        + cells.enumerated().map { "RC\(1000 + $0),0\(1 + $0 % 9)/09/2023,\($1)" })
  }

  @Test("Words beside days: those that say moved away or died are drafted, the others are told")
  func words() throws {
    let draft = try draft(
      "Left",
      [
        "moved area 12/03/2025", "completed", "RIP 01/05/2025", "moved area",
        "completed 02/02/2025",
        "03/04/2025", "04/04/2025", "", "",
      ])
    #expect(draft.text.contains("left_on: { column: Left, says: [\"moved area\", rip] }"))
    let check = try #require(draft.checks.first { $0.hasPrefix("'Left' holds words") })
    #expect(check.contains("'moved area', 'rip' and one day: 2,"))
    #expect(check.contains("without one sure day: 1,"))
    #expect(check.contains("something else: 2,"))
    guard case .people(let columns) = try map(draft).content else {
      Issue.record("no people")
      return
    }
    #expect(columns.leftOn?.says == ["moved area", "rip"])
  }

  @Test("Days beside a column of reasons count where it says so")
  func reason() throws {
    let draft = try draft(
      "Date left,Reason left",
      [
        "12/03/2025,Moved out of area", "13/03/2025,Completed", "14/03/2025,RIP",
        "15/03/2025,Got a job", ",", ",",
      ])
    #expect(
      draft.text.contains(
        "left_on: { column: \"Date left\", where: { column: \"Reason left\", is: [RIP, \"Moved out of area\"] } }"
      )
        || draft.text.contains(
          "left_on: { column: \"Date left\", where: { column: \"Reason left\", is: [\"Moved out of area\", RIP] } }"
        ), "\(draft.text)")
    #expect(!draft.text.contains("\"Got a job\""))
    _ = try map(draft)
  }

  @Test("A day of which nothing says why is no day of moving away or dying", .tags(.edge))
  func unknown() throws {
    let draft = try draft("Left", ["12/03/2025", "13/03/2025", ""])
    #expect(draft.text.contains("# left_on: Left"))
    let moved = try self.draft("Moved or died", ["12/03/2025", "13/03/2025", ""])
    #expect(moved.text.contains("\nleft_on: \"Moved or died\""))
    // To have moved on says nothing of where to.
    let on = try self.draft("Left", ["moved on 12/03/2025", "completed", "13/03/2025"])
    #expect(on.text.contains("# left_on: Left"))
  }

  @Test("To have moved to a place is to have moved away, to another group is not")
  func movedTo() throws {
    let draft = try draft(
      "Left",
      [
        "moved to Hexbridge 11/5/25", "moved to online group 12/5/25",
        "moved to another course 1/5/25",
        "completed", "", "",
      ])
    #expect(draft.text.contains("left_on: { column: Left, says: [\"moved to\"] }"), "\(draft.text)")
    #expect(draft.text.contains("short_years_from: 1930"), "years of two digits among the words")
    let check = try #require(draft.checks.first { $0.hasPrefix("'Left' holds words") })
    #expect(check.contains("one day: 1,") && check.contains("something else: 3,"), "\(check)")
  }
}
