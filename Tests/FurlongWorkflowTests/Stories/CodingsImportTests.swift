import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Codings are an export")
struct CodingsImportTests {
  private let study: StoryStudy

  init() throws {
    study = try StoryStudy()
    let session = try study.session("RO")
    let (first, last) = (try session.story("S1"), try session.story("S6"))
    _ = try session.give(
      "c", to: first.sentences[1].span.joined(with: first.sentences[2].span), of: "S1")
    _ = try session.read(of: "S1")
    _ = try session.give("h", to: last.sentences[1].span, of: "S6")
    _ = try session.read(of: "S6")
  }

  private func value(_ theme: String, _ measure: String = "share") throws -> String {
    let lines = try study.workflow.evaluate(as: .csv).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let names = ["outcome", "measure", "estimate"].map { header.firstIndex(of: $0) ?? 0 }
    let line = lines.first { $0[names[0]] == theme && $0[names[1]].contains(measure) }
    return try #require(line, "\(theme) \(measure)")[names[2]]
  }

  private func report() throws -> String {
    let output = try TestFolder()
    let draft = ReleaseChoice(isDraft: true)
    _ = try study.workflow.report(as: [.md], to: OutputFolder(output.url), release: draft)
    return try output.text(of: "report.md")
  }

  @Test("The import reads them without a mapping, a row a coding")
  func rows() throws {
    let report = try study.workflow.importExports()
    let file = try #require(report.exports.first { $0.file == "codings/RO.csv" })
    #expect(file.rowsRead == 4 && file.rowsKept == 4 && file.rowsSetAside == 0)
    #expect(try study.workflow.importExports().exports.allSatisfy { $0.status == .alreadyImported })
  }

  @Test("A file that cannot be read is told by its own name", .tags(.edge))
  func unreadable() throws {
    try study.folder.write("story,start,end,code,quote\nS1,0,3,hope,ab\n", to: "codings/RO.csv")
    _ = try study.workflow.importExports()
    let problems = try study.workflow.problems()
    #expect(problems.contains { $0.message.hasPrefix("codings/RO.csv cannot be read") })
  }

  @Test("What is decided of people does not ask after them")
  func people() throws {
    _ = try study.workflow.importExports()
    #expect(try study.workflow.duplicates().pairs.isEmpty)
    let record = try study.workflow.mergePeople(
      ["exports/people.csv:2", "exports/people.csv:3"],
      maker: DecisionMaker(by: "KM", why: "A slip."))
    #expect(record.written)
  }

  @Test("The passage that was coded is quoted, not the story")
  func passage() throws {
    let text = try report()
    #expect(text.contains("Nobody asked why. A man passed me biscuits, and we laughed."))
    #expect(text.contains("I can imagine next summer."))
    #expect(!text.contains("I sat by the door") && !text.contains("I teach it now"))
  }

  @Test("What is never to be shown is not in the study file, and the passage is found beside it")
  func redacted() throws {
    let marks = """
      story,start,end,code,quote,before,after,memo,at
      S1,37,42,name,A man,,,[a friend],2026-11-01T10:00:00Z
      """
    try study.folder.write(marks, to: "redactions/KM.csv")
    let text = try report()
    #expect(text.contains("Nobody asked why. \\[a friend\\] passed me biscuits, and we laughed."))
    #expect(!text.contains("A man"))
    let bytes = try #require(
      try? [UInt8](Data(contentsOf: study.folder.url.appendingPathComponent("study.furlong"))))
    #expect(String(decoding: bytes, as: UTF8.self).contains("A man passed") == false)
  }

  @Test(
    "A look through in redactions/ makes a story quotable that the export does not call reviewed")
  func reviewed() throws {
    try study.folder.change(
      "exports/stories.csv", ",5,06/02/2025,,KM,10/02/2025", to: ",5,06/02/2025,,,")
    #expect(!(try report()).contains("next summer"))
    let looking = try CodingSession.redacting(study.workflow, by: "KM") { "2026-11-29T09:00:00Z" }
    #expect(try looking.read(of: "S6").isRead)
    #expect(try report().contains("next summer"))
    // Words that came later were not looked through.
    try study.folder.change(
      "exports/stories.csv", "I teach it now.", to: "Tamsin and I teach it now.")
    #expect(!(try report()).contains("next summer"))
    let again = try CodingSession.redacting(study.workflow, by: "KM") { "2026-11-29T09:30:00Z" }
    #expect(try !again.story("S6").isRead && again.read(of: "S6").isRead)
    #expect(try report().contains("next summer"))
  }

  @Test("Codes of a story that is not read to its end wait, and it is said")
  func unread() throws {
    let session = try study.session("KM")
    _ = try session.give("d", to: try session.story("S2").sentences[0].span, of: "S2")
    let report = try study.workflow.importExports()
    let file = try #require(report.exports.first { $0.file == "codings/KM.csv" })
    #expect(file.rowsRead == 1 && file.rowsKept == 0 && file.skips == [.notRead: 1])
    #expect(report.problems.contains { $0.code == "I077" && $0.file == "codings/KM.csv" })
  }

  @Test("A code that lost its place is not counted, and it is said where")
  func lost() throws {
    try study.folder.change(
      "exports/stories.csv", "I can imagine next summer.", to: "I imagine summer.")
    let report = try study.workflow.importExports()
    let file = try #require(report.exports.first { $0.file == "codings/RO.csv" })
    #expect(file.rowsKept == 3 && file.skips == [.lostPlace: 1])
    #expect(report.problems.contains { $0.code == "I076" && $0.row == 5 })
  }

  @Test("What was settled is counted in the place of what coders found")
  func settled() throws {
    #expect(try value("connectedness") == "1")
    let settling = try CodingSession.settling(study.workflow, by: "KM") { "2026-11-29T11:00:00Z" }
    _ = try settling.give("m", to: try settling.story("S1").sentences[2].span, of: "S1")
    _ = try settling.read(of: "S1")
    #expect(try value("connectedness") == "0")
    #expect(try report().contains("A man passed me biscuits, and we laughed."))
  }

  @Test("A code that was renamed in the codebook keeps its codings")
  func renamed() throws {
    let own = """
      furlong_codebook: 1
      id: chime-d
      name: Ours
      source: us
      codes:
        - { id: belonging, label: Belonging, description: d, was: [connectedness] }
        - id: ahead
          label: Looking ahead
          description: d
          codes: [{ id: hope, label: Hope, description: d }]
      """
    try study.folder.write(own, to: "codebooks/chime-d.yaml")
    #expect(try value("belonging") == "1")
    #expect(try value("ahead") == value("belonging"))
  }
}
