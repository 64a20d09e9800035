import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Stories in files")
struct StoryFilesTests {
  private let study: StoryStudy

  init() throws {
    study = try StoryStudy()
    try study.folder.change("maps/stories.map.yaml", "text: Text", to: "file: Text")
    try study.folder.change("maps/stories.map.yaml", "exports/stories.csv", to: "stories/index.csv")
    try study.folder.write(
      """
      Story,Student,Told,Text,Level,Given,Withdrawn,By,On
      S1,RC-1,01/02/2025,one.txt,4,01/02/2025,,KM,10/02/2025
      S2,RC-2,02/02/2025,two.md,4,02/02/2025,,KM,10/02/2025
      S3,RC-3,02/02/2025,three.txt,4,02/02/2025,,KM,10/02/2025
      S4,RC-4,02/02/2025,../study.yaml,4,02/02/2025,,KM,10/02/2025

      """, to: "stories/index.csv")
    try study.folder.write("I went.\r\nI stayed.\r\n", to: "stories/one.txt")
    try study.folder.write("I teach.", to: "stories/two.md")
    try FileManager.default.removeItem(
      at: study.folder.url.appendingPathComponent("exports/stories.csv"))
  }

  @Test("A row names the file; a file that is not there, or lies elsewhere, sets its row aside")
  func read() throws {
    let session = try study.session("RO")
    #expect(session.stories == ["S1", "S2"])
    #expect(try session.story("S1").sentences.map(\.words) == ["I went.", "I stayed."])
    let problems = try study.workflow.importExports().problems.filter { $0.code == "I080" }
    #expect(problems.map(\.row) == [4, 5])
    #expect(problems.allSatisfy { !$0.message.contains("study.yaml") })
  }

  @Test("A changed file is read again")
  func changed() throws {
    _ = try study.workflow.importExports()
    try study.folder.write("I went.\nI left.\n", to: "stories/one.txt")
    let again = try study.workflow.importExports().exports.first { $0.file == "stories/index.csv" }
    #expect(again?.status == .imported)
  }

  @Test("Without ids a story in a file is known by its words, to a withdrawal too", .tags(.edge))
  func withoutIDs() throws {
    try study.folder.change("maps/stories.map.yaml", "id: Story, ", to: "")
    let text = try study.text("stories/index.csv")
    let rows = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropFirst().joined(
        separator: ",")
    }
    try study.folder.write(rows.joined(separator: "\n") + "\n", to: "stories/index.csv")
    let stories = try study.session("RO").stories
    #expect(stories.count == 2 && stories.allSatisfy { $0.hasPrefix("w") }, "\(stories)")
    let one = try #require(
      try stories.first { try study.session("RO").story($0).sentences.first?.words == "I went." })
    let done = try study.workflow.withdrawStory(one, by: "KM")
    #expect(done.files.contains("stories/one.txt"))
    #expect(try study.session("RO").stories.count == 1)
  }

  @Test("A withdrawal removes the file")
  func withdrawn() throws {
    let done = try study.workflow.withdrawStory("S1", by: "KM")
    #expect(done.files.contains("stories/one.txt"))
    let file = study.folder.url.appendingPathComponent("stories/one.txt").path
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try study.session("RO").stories == ["S2"])
  }
}
