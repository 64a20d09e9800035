import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("People who are two ids, and two people under one id")
struct PeopleDecisionTests {
  private let study: DecidedStudy
  private let maker = DecidedStudy.maker

  init() throws { study = try DecidedStudy() }

  private func merge(_ rows: String..., on day: String = "2026-11-29") throws {
    _ = try study.workflow(on: day).mergePeople(rows, maker: maker)
  }

  private func split(_ rows: String...) throws {
    _ = try study.workflow.splitPeople(rows, maker: maker)
  }

  @Test("rows that may be one person's are proposed by their rows, and nobody is merged")
  func proposed() throws {
    _ = try study.workflow.importExports()
    let found = try study.workflow.duplicates()
    #expect(
      found.pairs.map(\.rows) == [
        ["exports/people.csv:5", "exports/people.csv:4"],
        ["exports/forms.csv:3", "exports/people.csv:3"],
      ])
    #expect(found.pairs[0].why.contains("same day of birth"))
    #expect(found.pairs[1].why.contains("letters in place of digits"))
    let words = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
    for identifier in DecidedStudy.identifiers { #expect(!words.contains(identifier)) }
    #expect(study.decisions == nil)
    #expect(try study.places("I040").contains("exports/forms.csv:3"))
  }

  @Test("An import tells of rows of the register that may be one person's, until somebody decides")
  func toldAtImport() throws {
    let told = try study.workflow.importExports()
    let problem = try #require(told.problems.first { $0.code == "I087" })
    #expect(problem.severity == .warning && problem.file == "exports/people.csv")
    #expect(problem.message.hasPrefix("1 row of the register may be of somebody who is in it"))
    #expect(problem.fix.contains("`furlong people duplicates`"))
    #expect(
      try draft().contains("Register: some of its rows may be of people who are in it already"))
    try merge("exports/people.csv:5", "exports/people.csv:4")
    #expect(try study.places("I087").isEmpty)
    #expect(try !draft().contains("Register: some of its rows"))
    _ = try study.workflow.undoDecision()
    #expect(try study.places("I087") == ["exports/people.csv"])
    // Two people who only look like one.
    let before = try study.registered()
    try split("exports/people.csv:4", "exports/people.csv:5")
    #expect(try study.places("I087").isEmpty)
    #expect(try study.registered() == before)
    #expect(try study.workflow.duplicates().pairs.count == 1)
    #expect(try study.workflow.importExports().byHand?.splits == 1)
  }

  private func draft() throws -> String {
    let output = try TestFolder()
    _ = try study.workflow.report(
      as: [.md], to: OutputFolder(output.url), release: ReleaseChoice(isDraft: true))
    return try output.text(of: "report.md")
  }

  @Test("what was merged is no longer proposed, and its rows count")
  func merged() throws {
    let before = try study.registered()
    try merge("exports/forms.csv:3", "exports/people.csv:3")
    #expect(try !study.places("I040").contains("exports/forms.csv:3"))
    #expect(try study.registered() == before)
    try merge("exports/people.csv:4", "exports/people.csv:5")
    #expect(try study.registered() == before - 1)
    #expect(try study.workflow.duplicates().pairs.isEmpty)
    #expect(try study.places("I062").isEmpty, "of what was decided nothing need be asked")
    #expect(try study.workflow.importExports().byHand?.merges == 2)
  }

  @Test(
    "a study file that was there when people decided says what one made afresh says", .tags(.law))
  func afresh() throws {
    _ = try study.workflow.importExports()
    try merge("exports/people.csv:4", "exports/people.csv:5")
    try split("exports/people.csv:6", "exports/people.csv:7")
    try merge("exports/forms.csv:3", "exports/people.csv:3")
    try split("exports/people.csv:8", "exports/people.csv:9", "exports/forms.csv:9")
    let before = try study.answers()
    try FileManager.default.removeItem(at: study.folder.url.appendingPathComponent("study.furlong"))
    #expect(try study.answers() == before)
  }

  @Test("undo takes back one decision after the other, and all is as it was", .tags(.law))
  func undone() throws {
    let untouched = try study.answers()
    try merge("exports/people.csv:4", "exports/people.csv:5")
    let one = try study.answers()
    try split("exports/people.csv:6", "exports/people.csv:7")
    #expect(try study.answers() != one)
    let record = try study.workflow.undoDecision()
    #expect(
      record.decision.words.hasPrefix("exports/people.csv:6 and exports/people.csv:7 are two"))
    #expect(record.decision.words.contains("2026-11-29 by J. Okafor: Checked on the paper form."))
    #expect(try study.answers() == one)
    _ = try study.workflow.undoDecision(dryRun: true)
    #expect(try study.answers() == one)
    _ = try study.workflow.undoDecision()
    #expect(try study.answers() == untouched)
    #expect(study.decisions == nil)
    #expect(
      refusal { _ = try study.workflow.undoDecision() }?.what.contains("nothing was decided")
        == true)
  }

  @Test("of a shared NHS number, the rows with an id of their own lose it to the first row")
  func apart() throws {
    #expect(try study.places("I040").filter { $0.contains("people") }.count == 4)
    try split("exports/people.csv:6", "exports/people.csv:7")
    #expect(try study.places("I040").filter { $0.contains("people") }.count == 2)
    #expect(try study.workflow.importExports().byHand?.splits == 1)
    // The contacts of that number are the first one's.
    #expect(try !study.places("I040").contains { $0.contains("contacts") })
    #expect(
      refusal { try split("exports/people.csv:6", "exports/people.csv:7") }?.what
        .contains("shares no identifier") == true)
  }

  @Test(
    "of an id given to two people, the rows that are named are the second's, the others the first's"
  )
  func sameID() throws {
    let before = try study.registered()
    let record = try study.workflow.splitPeople(
      ["exports/people.csv:8", "exports/people.csv:9", "exports/forms.csv:9"], maker: maker)
    #expect(
      record.notes == [
        "exports/forms.csv: 1 other row with this identifier stays with the first person."
      ])
    #expect(try study.registered() == before + 2)
    #expect(
      try study.places("I040").filter { $0.contains("people.csv:8") || $0.contains("people.csv:9") }
        .isEmpty)
    let alone = refusal { try split("exports/people.csv:8", "exports/forms.csv:9") }
    #expect(alone?.what.contains("shares no identifier") == true)
  }

  @Test("rows of a second person of whom none is in the register would be nobody's")
  func nobody() throws {
    _ = try study.workflow.importExports()
    let error = refusal { try split("exports/people.csv:2", "exports/forms.csv:6") }
    #expect(error?.what.contains("they would be nobody's") == true)
    #expect(error?.fix.contains("leave out") == true)
    #expect(study.decisions == nil)
  }

  @Test("what cannot be decided says why", .tags(.edge))
  func refused() throws {
    let none = refusal { try merge("exports/people.csv:2", "exports/people.csv:3") }
    #expect(none?.what.contains("no key yet") == true)
    _ = try study.workflow.importExports()
    for (rows, words) in [
      (["exports/people.csv:2", "exports/people.csv:2"], "one person already"),
      (["exports/people.csv:99", "exports/people.csv:2"], "no row 99"),
      (["exports/persons.csv:9", "exports/people.csv:2"], "no mapping reads"),
      (["exports/people.csv", "exports/people.csv:2"], "names no row"),
      (["exports/forms.csv:3"], "one and the same identifier"),
    ] {
      let error = refusal { _ = try study.workflow.mergePeople(rows, maker: maker) }
      #expect(error?.what.contains(words) == true, "\(rows): \(error?.what ?? "done")")
    }
    #expect(study.decisions == nil)
  }

  @Test("a reason that holds an identifier is refused, since it would be written down")
  func reason() throws {
    _ = try study.workflow.importExports()
    for (by, why) in [("J", "rc 1OO2 is RC-1002."), ("RC-1OO2", "Paper."), ("J", "999 000 0026")] {
      let error = refusal {
        _ = try study.workflow.mergePeople(
          ["exports/forms.csv:3", "exports/people.csv:3"], maker: DecisionMaker(by: by, why: why))
      }
      #expect(error?.refused == true, "\(why)")
    }
    #expect(study.decisions == nil)
  }

  @Test("an identifier that no export has any more is told")
  func gone() throws {
    _ = try study.workflow.importExports()
    try merge("exports/forms.csv:3", "exports/people.csv:3")
    try study.change("exports/forms.csv", "RC-1OO2", to: "RC-1002")
    let told = try study.workflow.problems().filter { $0.code == "I082" }
    #expect(told.map(\.file) == ["fixes/decisions.json"])
    #expect(told.first?.message.contains("An identifier of decision 1 (of 2026-11-29)") == true)
  }

  @Test(
    "rows of a second person that are not there any more are told, and stay whose their id says")
  func changedRow() throws {
    _ = try study.workflow.importExports()
    try split("exports/people.csv:8", "exports/people.csv:9", "exports/forms.csv:9")
    try study.change("exports/forms.csv", "28/01/2025,1,1", to: "28/01/2025,1,2")
    #expect(try study.places("I082") == ["exports/forms.csv:9"])
  }

  @Test("no identifier stands in any file of the study folder beside exports/")
  func noIdentifier() throws {
    _ = try study.workflow.importExports()
    try merge("exports/forms.csv:3", "exports/people.csv:3")
    try merge("exports/people.csv:4", "exports/people.csv:5")
    try split("exports/people.csv:6", "exports/people.csv:7")
    try split("exports/people.csv:8", "exports/people.csv:9", "exports/forms.csv:9")
    let filled = try study.filledIn { $0.column == "S2" ? "5" : nil }
    defer { try? FileManager.default.removeItem(at: filled) }
    _ = try study.workflow.applyCorrections(filled, maker: maker)
    _ = try study.workflow.duplicates()
    _ = try study.workflow.importExports()
    _ = try study.workflow.report(
      as: [.md], to: OutputFolder(study.folder.url.appendingPathComponent("reports")))
    let files = try #require(
      FileManager.default.enumerator(at: study.folder.url, includingPropertiesForKeys: nil))
    var looked: Set<String> = []
    for case let file as URL in files where !file.path.contains("/exports/") {
      guard let bytes = try? Data(contentsOf: file) else { continue }
      looked.insert(file.lastPathComponent)
      for identifier in DecidedStudy.identifiers {
        #expect(bytes.range(of: Data(identifier.utf8)) == nil, "\(identifier) in \(file.path)")
      }
    }
    #expect(looked.isSuperset(of: ["decisions.json", "study.furlong", "report.md"]))
  }
}
