import FurlongImport
import FurlongTestSupport
import Testing

@Suite("The status of forms, drafted")
struct FormStatusDraftTests: DraftsMappings {
  private func statuses(_ statuses: [String], heading: String = "Status") throws -> MapDraft {
    try draft(
      ["Student ID,Date completed,\(heading),PHQ-9 total"]
        + statuses.enumerated().map {
          "RC\(1000 + $0),0\(1 + $0 % 9)/09/2023,\($1),\(3 + $0 % 9)"
        })
  }

  private let complete = [String](repeating: "Complete", count: 14)

  @Test("Drafts, tests and cancelled forms are left out by a line, with how many there are")
  func leftOut() throws {
    let draft = try statuses(complete + ["Draft", "Test", "Abandoned", "draft - not sent"])
    let line = try #require(
      draft.text.split(separator: "\n").first { $0.contains("column: Status") })
    #expect(
      line.hasPrefix(
        "  - { column: Status, is: [Abandoned, Draft, Test, \"draft - not sent\"] }"), "\(line)")
    #expect(line.hasSuffix("no forms to count: 4 rows"))
    #expect(
      draft.checks.contains {
        $0.hasPrefix("4 rows of 'Status' were taken for forms that are drafts")
      })
    #expect(try map(draft).leaveOut.map(\.column) == ["Status"])
  }

  @Test(
    "What may only not be finished is read and told; a status of which all are done says nothing")
  func unfinished() throws {
    let draft = try statuses(complete + ["In progress", "Incomplete"])
    #expect(!draft.text.contains("leave_out"))
    #expect(
      draft.checks.contains {
        $0.hasPrefix("2 rows say under 'Status' that the form may not be finished")
          && $0.contains("'Incomplete', 'In progress'")
          || $0.contains("'In progress', 'Incomplete'")
      })
    let done = try statuses(complete + complete)
    #expect(!done.text.contains("leave_out") && !done.checks.contains { $0.contains("'Status'") })
  }

  @Test("Such a word in a column that is no status says nothing of the form", .tags(.edge))
  func otherColumn() throws {
    let draft = try statuses(complete + ["Test", "Draft"], heading: "Course area")
    #expect(!draft.text.contains("leave_out"))
  }
}
