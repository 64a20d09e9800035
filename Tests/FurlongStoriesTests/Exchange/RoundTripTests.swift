import FurlongArchives
import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Coded stories given to other tools and taken back")
struct RoundTripTests {
  static let writer = QDAWriter(at: "2026-11-29T16:00:00Z", version: "0")

  static func there(_ stories: CodedStories) throws -> QDAProject {
    let bytes = try writer.qdpx(stories.project(name: "A study"), name: "a.qdpx")
    return try QDAReader().read(bytes, name: "a.qdpx")
  }

  @Test("Nothing is lost and nothing added", .tags(.law), arguments: 0..<60)
  func identity(seed: Int) throws {
    var invented = try InventedStories(seed: UInt64(seed))
    let stories = invented.draw()
    let back = try Self.there(stories).codedStories(codebook: "other")
    #expect(back.codebook == stories.codebook)
    #expect(back.stories == stories.stories)
    #expect(back.codings.keys.sorted() == stories.codings.keys.sorted())
    for (coder, codings) in stories.codings {
      #expect(Set(back.codings[coder] ?? []).symmetricDifference(codings) == [])
      #expect(back.codings[coder] == codings)
    }
    #expect(back.losses.isEmpty)
  }

  @Test("The same stories give the same bytes, whatever the order of codings", .tags(.law))
  func sameBytes() throws {
    var invented = try InventedStories(seed: 7)
    var stories = invented.draw()
    let first = try Self.writer.qdpx(stories.project(name: "A"), name: "a.qdpx")
    stories.codings = stories.codings.mapValues { $0.reversed() }
    #expect(try Self.writer.qdpx(stories.project(name: "A"), name: "a.qdpx") == first)
  }

  @Test("A project as other tools read it", .tags(.golden))
  func golden() throws {
    var codebook = try #require(try Codebook.shipped("chime-d"))
    codebook.codes.removeLast(4)
    codebook.codes[1].parent = "connectedness"
    codebook.codes[1].was = ["optimism"]
    codebook.codes[1].isRetired = true
    let text = StoryText("We still meet for tea 😀.\r\nI can imagine \"next summer\".")
    func anchor(_ start: Int, _ end: Int) throws -> TextAnchor {
      try #require(TextSpan(from: start, to: end).flatMap { TextAnchor($0, in: text) })
    }
    let at = "2026-11-29T14:05:30Z"
    let stories = CodedStories(
      codebook: codebook, stories: [.init(id: "S1", text: text)],
      codings: [
        "Ann": [
          Coding(story: "S1", mark: .read, memo: "twice", at: at),
          Coding(story: "S1", mark: .code("connectedness", try anchor(0, 24)), at: at),
          Coding(story: "S1", mark: .code("hope", try anchor(0, 24)), at: at),
          Coding(story: "S1", mark: .code("hope", try anchor(25, 53)), memo: "of <all>", at: at),
        ],
        "Ben": [Coding(story: "S1", mark: .whole("hope"), memo: "why", at: at, by: "Ann")],
      ])
    let archive = try ZipArchive(Self.writer.qdpx(stories.project(name: "Tea & hope"), name: "a"))
    #expect(archive.names.count == 2 && archive.names.first == "project.qde")
    var qde: [UInt8] = []
    let entry = try archive.entry("project.qde")
    while case let bytes = try entry.next(), !bytes.isEmpty { qde += bytes }
    try expectGolden(String(decoding: qde, as: UTF8.self), "project.qde")
    let qdc = try Self.writer.qdc(stories.project(name: "Tea & hope"), name: "a")
    try expectGolden(String(decoding: qdc, as: UTF8.self), "codebook.qdc")
  }

  @Test("A codebook alone comes back as it was", .tags(.law), arguments: Codebook.shippedIDs)
  func codebook(id: String) throws {
    let codebook = try #require(try Codebook.shipped(id))
    let project = CodedStories(codebook: codebook, stories: [], codings: [:]).project(name: "A")
    let bytes = try Self.writer.qdc(project, name: "a.qdc")
    #expect(try QDAReader().read(bytes, name: "a.qdc").codebook(id: "other").codebook == codebook)
  }

  @Test("A codebook without codes is no file of this format", .tags(.edge))
  func noCodes() throws {
    var empty = try #require(try Codebook.shipped("chime-d"))
    empty.codes = []
    let project = CodedStories(codebook: empty, stories: [], codings: [:]).project(name: "A")
    #expect(throws: QDAError(file: "a.qdc", .nothingToWrite)) {
      try Self.writer.qdc(project, name: "a.qdc")
    }
  }

  @Test("What cannot be given is counted")
  func losses() throws {
    let codebook = try #require(try Codebook.shipped("chime-d"))
    let text = StoryText("We met for tea.")
    let span = try #require(TextSpan(from: 0, to: 2))
    let anchor = try #require(TextAnchor(span, in: text))
    let lost = TextAnchor(span: span, quote: "They", before: "", after: "")
    let codings = [
      Coding(story: "S1", mark: .code("hope", anchor), at: "yesterday"),
      Coding(story: "S1", mark: .code("hope", lost)), Coding(story: "S1", mark: .whole("faith")),
      Coding(story: "S2", mark: .read),
    ]
    let project = CodedStories(
      codebook: codebook, stories: [.init(id: "S1", text: text)], codings: ["Ann": codings]
    ).project(name: "A")
    #expect(
      project.losses
        == [.otherStories, .otherCodes, .orphans, .dates].map { QDALoss($0, 1) })
    #expect(project.sources[0].codings.map(\.at) == [""])
  }

  @Test(
    "A coding under an earlier name of a code is one of the code; one that moved is at its place")
  func earlierNames() throws {
    var codebook = try #require(try Codebook.shipped("chime-d"))
    codebook.codes[1].was = ["optimism"]
    let before = StoryText("I hope so.")
    let anchor = try #require(
      TextSpan(from: 2, to: 6).flatMap { TextAnchor($0, in: before) })
    let now = StoryText("Oh! I hope so.")
    let back = try Self.there(
      CodedStories(
        codebook: codebook, stories: [.init(id: "S1", text: now)],
        codings: ["Ann": [Coding(story: "S1", mark: .code("optimism", anchor))]])
    ).codedStories(codebook: "other")
    let coding = try #require(back.codings["Ann"]?.first)
    #expect(coding.code == "hope" && coding.anchor?.quote == "hope")
    #expect(coding.anchor?.span == TextSpan(from: 6, to: 10))
  }
}
