import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("The file of decisions")
struct DecisionBookTests {
  private let study: DecidedStudy

  init() throws {
    study = try DecidedStudy()
    _ = try study.workflow.importExports()
    _ = try study.workflow.mergePeople(
      ["exports/forms.csv:3", "exports/people.csv:3"], maker: DecidedStudy.maker)
  }

  @Test("is the same for the same decisions on the same day, and the user's alone")
  func sameBytes() throws {
    let bytes = study.decisions
    _ = try study.workflow.undoDecision()
    _ = try study.workflow.mergePeople(
      ["exports/forms.csv:3", "exports/people.csv:3"], maker: DecidedStudy.maker)
    #expect(study.decisions == bytes)
    let about = try FileManager.default.attributesOfItem(
      atPath: study.folder.url.appendingPathComponent("fixes/decisions.json").path)
    #expect(about[.posixPermissions] as? Int == 0o600)
  }

  @Test(
    "cut short, changed by hand or of a newer version, is refused and left as it is", .tags(.edge))
  func damaged() throws {
    let text = try #require(study.decisions)
    let hash = try #require(text.firstRange(of: "\"hash\" : \"")).upperBound
    var flipped = text
    flipped.replaceSubrange(hash...hash, with: text[hash] == "a" ? "b" : "a")
    for (bad, words) in [
      (String(text.prefix(text.count / 2)), "cannot be read"),
      ("[]", "cannot be read"),
      (flipped, "decision 1 in fixes/decisions.json, of 2026-11-29, was changed"),
      (text.replacing("J. Okafor", with: "K. Okafor"), "was changed after it was written"),
      (text.replacing("\"form\" : 1", with: "\"form\" : 2"), "written by a newer Furlong"),
    ] {
      try study.folder.write(bad, to: "fixes/decisions.json")
      for work in [
        { _ = try study.workflow.importExports() }, { _ = try study.workflow.undoDecision() },
        { _ = try study.workflow.evaluate(as: .csv) },
      ] {
        let error = refusal(work)
        #expect(error?.what.contains(words) == true, "\(error?.what ?? "read")")
        #expect(error?.refused == true)
        #expect(error?.place == "fixes/decisions.json")
      }
      #expect(study.decisions == bad)
    }
    try study.folder.write(text, to: "fixes/decisions.json")
    #expect(try study.places("I082").isEmpty)
  }

  @Test("of another key, is told with what brings it back")
  func otherKey() throws {
    let key = study.keys.url.appendingPathComponent("decided-study.key")
    let former = try Data(contentsOf: key)
    try FileManager.default.removeItem(at: key)
    let report = try study.workflow.importExports()
    #expect(report.lostKey)
    let told = report.problems.filter { $0.code == "I082" }
    #expect(told.map(\.file) == ["fixes/decisions.json"])
    #expect(told.first?.message.contains("1 of 1 decisions was made with another key") == true)
    #expect(told.first?.fix.contains("furlong key import") == true)
    #expect(report.byHand == nil)
    try former.write(to: key)
    #expect(try study.workflow.importExports().byHand?.merges == 1)
  }

  @Test("of an export that no mapping reads any more, is told")
  func withoutMapping() throws {
    let filled = try study.filledIn { $0.column == "S2" ? "5" : nil }
    defer { try? FileManager.default.removeItem(at: filled) }
    _ = try study.workflow.applyCorrections(filled, maker: DecidedStudy.maker)
    try study.change("maps/forms.map.yaml", "exports/forms.csv", to: "exports/answers.csv")
    try FileManager.default.moveItem(
      at: study.folder.url.appendingPathComponent("exports/forms.csv"),
      to: study.folder.url.appendingPathComponent("exports/answers.csv"))
    let told = try study.workflow.problems().filter { $0.code == "I082" }
    #expect(
      told.map(\.message) == [
        "Rows of exports/forms.csv were decided about, and no mapping reads it any more."
      ])
  }

  @Test("a link that leads out of the study folder is not followed", .tags(.edge))
  func link() throws {
    let elsewhere = try TestFolder()
    let file = study.folder.url.appendingPathComponent("fixes/decisions.json")
    let moved = elsewhere.url.appendingPathComponent("decisions.json")
    try FileManager.default.moveItem(at: file, to: moved)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: moved)
    let error = refusal { _ = try study.workflow.importExports() }
    #expect(error?.what.contains("leads out of the study folder") == true)
  }

  @Test("is looked at by doctor: read, with this key")
  func doctor() throws {
    func finding() throws -> Doctor.Finding? {
      Doctor(
        keys: KeyKeeper(folder: study.keys.url), tool: "test",
        today: try #require(CalendarDay(iso: "2026-11-29")), programs: Programs(path: "")
      ).look(at: try StudyFolder(study.folder.url)).first { $0.what == "fixes/decisions.json" }
    }
    #expect(try finding()?.ok == true)
    try FileManager.default.removeItem(
      at: study.keys.url.appendingPathComponent("decided-study.key"))
    #expect(try finding()?.ok == false)
    #expect(try finding()?.words.contains("1 of 1 decisions were made with another key") == true)
    try study.folder.write("{", to: "fixes/decisions.json")
    #expect(try finding()?.ok == false)
    try FileManager.default.removeItem(at: study.folder.url.appendingPathComponent("fixes"))
    #expect(try finding() == nil)
  }
}
