import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Stories and what their tellers agreed to, drafted")
struct StoriesDraftTests: DraftsMappings {
  private struct Absent: Error {}

  @Test("What people agreed to is for a person to decide, word by word")
  func stories() throws {
    let draft = try draft(
      ["Response ID,Student ID,Date,Your story,May we share your story?"]
        + (1...12).map {
          "R\($0),RC\($0),0\(1 + $0 % 9)/03/2024,I came back after \($0) years and stayed for good,\(["Yes", "No"][$0 % 2])"
        })
    #expect(draft.kind == .stories && draft.decisions == 1 && draft.facts.hasStories)
    #expect(!draft.text.contains("came back") && draft.text.contains("No: []\n"))
    _ = try ExportMap.read(draft.text.replacing("DECIDE", with: "[analysis]"), file: "m")
  }

  @Test("Levels of consent are drafted as the usual ladder has them, columns of several uses each")
  func levels() throws {
    let rows = (1...20).map {
      "R\($0),RC\($0),I came back after \($0) years and stayed for good,\([0, 1, 4][$0 % 3]),\(["Yes", "No"][$0 % 2])"
    }
    let draft = try draft(
      ["Response ID,Student ID,Your story,Consent level,May we share it on the web?"] + rows)
    let text = draft.text.replacing("DECIDE", with: "[web]")
    let map = try ExportMap.read(text, file: "m")
    guard case .stories(let columns) = map.content else { throw Absent() }
    #expect(columns.consent.count == 2 && draft.checks.contains { $0.contains("'no quoting'") })
    let (level, web) = (try #require(columns.consent.first), try #require(columns.consent.last))
    #expect(
      level.cells
        == .words([
          "0": .allows([]), "1": .allows(AgreedPurposes([.analysis])),
          "4": .allows(AgreedPurposes([.analysis, .internalReport, .funderReport, .publicReport])),
        ]))
    #expect(web.cells == .words(["Yes": .allows(AgreedPurposes([.web])), "No": .allows([])]))
  }

  @Test(
    "Consent in people's own sentences is listed, each to be decided; a story without an id is known by its words"
  )
  func sentences() throws {
    let consents = [
      "You can use it but not my name", "Only for the team, please do not publish", "No",
      "Happy for this to be used anywhere", "Yes but let me see it before it is printed",
    ]
    let draft = try draft(
      ["Student ID,Date received,Title,Story in own words,What the student said about using it"]
        + consents.enumerated().map {
          "RC\($0),0\($0 + 1)/03/2024,T \($0),I came back after \($0) years and stayed for good whatever the weather and whoever was there,\"\($1)\""
        })
    #expect(draft.kind == .stories && draft.decisions == 4 && !draft.text.contains("came back"))
    #expect(draft.text.contains("      No: []\n"))
    let text = draft.text.replacing("DECIDE", with: "[analysis]")
    guard case .stories(let columns) = try ExportMap.read(text, file: "m").content else {
      throw Absent()
    }
    #expect(columns.id == nil && columns.text == "Story in own words")
  }
}
