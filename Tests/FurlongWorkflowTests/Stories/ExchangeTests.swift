import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Exchange with other tools")
struct ExchangeTests {
  private let study: StoryStudy
  private let out: TestFolder

  init() throws {
    study = try StoryStudy()
    out = try TestFolder()
    for coder in ["RO", "KM"] {
      let session = try study.session(coder)
      let page = try session.story("S2")
      _ = try session.give("d", to: page.sentences[0].span, of: "S2", memo: "far")
      _ = try session.give("h", to: page.sentences[1].span, of: "S2")
      for story in ["S1", "S2", "S3"] { _ = try session.read(of: story) }
    }
  }

  private func give(_ name: String, asTold: Bool = false) throws -> (URL, ExchangedStories) {
    let file = out.url.appendingPathComponent(name)
    return (
      file, try study.workflow.giveStories(to: file, at: "2026-11-29T12:00:00Z", asTold: asTold)
    )
  }

  @Test(
    "Given and taken again, each coder's file is the same but for stories that stay", .tags(.law))
  func identity() throws {
    let (file, given) = try give("a.qdpx", asTold: true)
    #expect(given.stories == 3 && given.codings == 4)
    #expect(given.lost.contains { $0.hasPrefix("3 stories whose teller did not agree to sharing") })
    let before = try ["RO", "KM"].map { try study.text("codings/\($0).csv") }
    try FileManager.default.removeItem(at: study.folder.url.appendingPathComponent("codings"))
    let taken = try study.workflow.takeStories(from: file)
    #expect(taken.codings == 4 && taken.files == ["codings/KM.csv", "codings/RO.csv"])
    let after = try ["RO", "KM"].map { try study.text("codings/\($0).csv") }
    // S3 may be counted and not given on.
    #expect(
      after
        == before.map {
          $0.split(separator: "\n").filter { !$0.hasPrefix("S3,") }.joined(separator: "\n") + "\n"
        })
  }

  @Test("A story that may be quoted anywhere is not given on where sharing was not agreed to")
  func sharing() throws {
    try study.folder.change(
      "maps/stories.map.yaml", "web, training, sharing]", to: "web, training]")
    let (_, given) = try give("a.qdpx", asTold: true)
    #expect(given.stories == 2)
    #expect(given.lost.contains { $0.hasPrefix("4 stories whose teller did not agree to sharing") })
  }

  @Test("What is hidden stays hidden, but for one's own team")
  func hidden() throws {
    try study.folder.write(
      "story,start,end,code,quote,at\nS2,4,7,place,bus,2026-11-01T10:00:00Z\n",
      to: "redactions/KM.csv")
    let hidden = String(decoding: try Data(contentsOf: try give("a.qdpx").0), as: UTF8.self)
    let told = String(
      decoding: try Data(contentsOf: try give("b.qdpx", asTold: true).0), as: UTF8.self)
    #expect(hidden.utf8.count != told.utf8.count)
    let taken = try study.workflow.takeStories(from: out.url.appendingPathComponent("a.qdpx"))
    #expect(taken.codings == 0)
    // Coders write names into notes too.
    #expect(try give("c.qdpx").1.lost.contains { $0.hasPrefix("2 notes of coders") })
    try study.folder.write("story,start\nS2,x\n", to: "redactions/KM.csv")
    #expect(throws: WorkflowError.self) { _ = try give("d.qdpx") }
    #expect(!FileManager.default.fileExists(atPath: out.url.appendingPathComponent("d.qdpx").path))
  }

  @Test("A codebook goes out and comes back as the study's own")
  func codebook() throws {
    let (file, _) = try give("ours.qdc")
    let taken = try study.workflow.takeStories(from: file)
    #expect(taken.files == ["codebooks/chime-d.yaml"])
    #expect(try study.workflow.codes().map(\.id).contains("hope"))
    #expect(try study.workflow.codes().first?.include != nil)
    #expect(throws: WorkflowError.self) { _ = try study.workflow.takeStories(from: file) }
  }

  @Test("Another file is refused with what to do")
  func refused() throws {
    let file = try out.write("no zip", to: "a.qdpx")
    #expect(throws: WorkflowError.self) { _ = try study.workflow.takeStories(from: file) }
    #expect(throws: WorkflowError.self) { _ = try give("a.txt") }
  }
}
