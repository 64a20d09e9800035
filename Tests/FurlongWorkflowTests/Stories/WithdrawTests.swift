import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("A story is withdrawn")
struct WithdrawTests {
  private static let words = ["zorvalith", "quembrate", "plonxivar", "drathmoule", "wibbergast"]

  private let study: StoryStudy

  /// A study that has coded, redacted, settled, imported and reported a story of words that stand nowhere else.
  init() throws {
    study = try StoryStudy()
    try study.folder.change(
      "exports/stories.csv", "I teach it now. I can imagine next summer.",
      to: "Zorvalith quembrate plonxivar. I drathmoule the wibbergast.")
    for coder in ["RO", "KM"] {
      let session = try study.session(coder)
      _ = try session.give(
        "h", to: try session.story("S6").sentences[0].span, of: "S6", memo: "wibbergast?")
      for story in ["S1", "S6"] { _ = try session.read(of: story) }
    }
    let settling = try CodingSession.settling(study.workflow, by: "KM") { "2026-11-29T11:00:00Z" }
    let coding = try #require(try StoryDesk(study.workflow).story("S6", coder: "RO").codings.first)
    _ = try settling.adopt(coding.id, of: "RO", story: "S6")
    let looking = try CodingSession.redacting(study.workflow, by: "KM") { "2026-11-29T11:00:00Z" }
    _ = try looking.give("n", to: TextSpan(from: 34, to: 44), of: "S6")
    let forms: [ReportForm] = [.html, .md, .json, .csv, .xlsx]
    _ = try study.workflow.report(
      as: forms, to: OutputFolder(study.folder.url.appendingPathComponent("reports")))
  }

  /// The files in which a word of the story stands.
  private func filesThatTell() throws -> Set<String> {
    let files = try #require(
      FileManager.default.enumerator(at: study.folder.url, includingPropertiesForKeys: nil))
    var telling: Set<String> = []
    for case let file as URL in files where !file.hasDirectoryPath {
      let told = String(decoding: try Data(contentsOf: file), as: UTF8.self).lowercased()
      if Self.words.contains(where: told.contains) { telling.insert(file.lastPathComponent) }
    }
    return telling
  }

  @Test("After it and the removal of the export's row, no byte of the folder holds a word of it")
  func gone() throws {
    #expect(
      try filesThatTell() == [
        "stories.csv", "RO.csv", "KM.csv", "settled.csv", "study.furlong", "report.html",
        "report.md",
        "report.json",
      ])
    let done = try study.workflow.withdrawStory("S6", by: "KM")
    #expect(done.stillThere == ["exports/stories.csv:7"])
    #expect(try filesThatTell() == ["stories.csv"])
    // What is packed cannot be looked into like this, so nothing of it is left.
    let reports = study.folder.url.appendingPathComponent("reports").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: reports).isEmpty)
    let told = try study.text("exports/stories.csv").split(separator: "\n").filter {
      !$0.hasPrefix("S6,")
    }
    try study.folder.write(told.joined(separator: "\n") + "\n", to: "exports/stories.csv")
    #expect(try study.workflow.withdrawStory("S6", by: "KM").stillThere.isEmpty)
    #expect(try filesThatTell().isEmpty)
    #expect(try study.text("fixes/withdrawn.csv") == "story,day,by\nS6,2026-11-29,KM\n")
  }

  @Test("It does not come back: not to coders, not to the study file, and the import names the row")
  func barred() throws {
    _ = try study.workflow.withdrawStory("S6", by: "KM")
    let report = try study.workflow.importExports()
    let told = report.problems.filter { $0.code == "I079" }
    #expect(told.map(\.place) == ["exports/stories.csv:7"])
    #expect(try study.session("RO").stories == ["S1", "S2", "S3"])
    #expect(try !filesThatTell().contains("study.furlong"))
  }

  @Test("A line of withdrawn stories that is broken stops everything that reads stories")
  func broken() throws {
    _ = try study.workflow.withdrawStory("S6", by: "KM")
    try study.folder.write("story,day\nS6,soon\n", to: "fixes/withdrawn.csv")
    #expect(throws: WorkflowError.self) { _ = try study.session("RO") }
    #expect(throws: WorkflowError.self) { _ = try study.workflow.importExports() }
  }

  @Test("A story that nothing knows is not withdrawn")
  func unknown() throws {
    #expect(throws: WorkflowError.self) { _ = try study.workflow.withdrawStory("S60", by: "KM") }
    #expect((try? study.text("fixes/withdrawn.csv")) == nil)
  }
}
