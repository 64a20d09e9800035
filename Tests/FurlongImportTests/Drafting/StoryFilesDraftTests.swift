import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A list of consents to stories in files, drafted")
struct StoryFilesDraftTests: DraftsMappings {
  private struct Absent: Error {}

  private let names = ["Ash", "Bea", "Cal", "Dee", "Eli", "Fay", "Gus", "Hal"]

  private func list(_ headings: String, _ answers: (Int) -> String) throws -> MapDraft {
    try draft(
      ["Ref,Name,File,Date given,\(headings)"]
        + names.enumerated().map { place, name in
          "RC-10\(place),\(name) Invented,\(name) story FINAL.\(place % 2 == 0 ? "docx" : "txt"),1\(place)/03/2024,\(answers(place))"
        })
  }

  @Test("names the column of files, and each use by its heading; who may not be quoted is not")
  func uses() throws {
    let draft = try list("OK in report?,OK to quote?,OK on website?,Comments") { place in
      "\(place % 3 == 0 ? "No" : "Yes"),\(["Yes", "Anon only", "No"][place % 3]),\(place % 2 == 0 ? "Yes" : "No"),"
    }
    #expect(draft.kind == .stories && draft.decisions == 1, "\(draft.text)")
    #expect(
      draft.facts.storyFiles.count == 8 && draft.facts.storyFiles.contains("Bea story FINAL.txt"))
    #expect(!names.contains { draft.text.contains($0) })
    let text = draft.text.replacing("DECIDE", with: "[analysis, funder report]")
    guard case .stories(let columns) = try ExportMap.read(text, file: "m").content else {
      throw Absent()
    }
    #expect(columns.namesFiles && columns.text == "File" && columns.id == nil)
    #expect(columns.consentGivenOn == "Date given" && columns.date == nil)
    #expect(columns.consent.map(\.column) == ["OK in report?", "OK to quote?", "OK on website?"])
    #expect(
      columns.consent.map(\.cells) == [
        .words(["Yes": .allows(AgreedPurposes([.analysis, .funderReport])), "No": .allows([])]),
        .words(["Yes": .allows([]), "Anon only": .allows([]), "No": .noQuoting]),
        .words(["Yes": .allows(AgreedPurposes([.web])), "No": .allows([])]),
      ])
  }

  @Test("Who changed her mind is read, in words or as a day, and is no story's day")
  func withdrawn() throws {
    let words = try list("OK in report?,Changed mind?") { place in
      "Yes,\(place == 3 ? "YES - withdrew 12/6" : "")"
    }
    #expect(words.text.contains("  withdrawn: \"Changed mind?\""), "\(words.text)")
    #expect(!words.text.contains("withdrew 12/6"))
    let day = try list("OK in report?,Withdrawn") { "Yes,\($0 == 3 ? "12/06/2024" : "")" }
    #expect(day.text.contains("  withdrawn_on: Withdrawn\n"), "\(day.text)")
    #expect(!day.text.contains("date: Withdrawn"))
  }

  @Test("A list of files that says nothing of consent is no list of stories", .tags(.edge))
  func noConsent() throws {
    #expect(try list("Pages") { "\($0 + 1)" }.kind != .stories)
  }
}
