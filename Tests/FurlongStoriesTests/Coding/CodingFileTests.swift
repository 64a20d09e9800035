import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Files of codings")
struct CodingFileTests {
  private static let text = StoryText("=cmd, she \"said\".\n Then 👩‍👧 left\u{A0}us \\n. -1")

  private static func coding(
    _ start: Int, _ end: Int, _ code: String, memo: String = ""
  ) throws -> Coding {
    let anchor = TextSpan(from: start, to: end).flatMap { TextAnchor($0, in: text) }
    return Coding(
      story: "S1", mark: .code(code, try #require(anchor)), memo: memo, at: "2026-11-29T14:05:30Z")
  }

  @Test("Written and read again they are the same, whatever the words are", .tags(.law))
  func roundTrip() throws {
    var codings = [
      Coding(story: "=S2", mark: .read),
      Coding(story: "S1", mark: .whole("hope"), memo: " a\n\\s "),
    ]
    for start in 0..<Self.text.length {
      for length in 1...5 where start + length <= Self.text.length {
        codings.append(try Self.coding(start, start + length, "hope", memo: "'=1"))
      }
    }
    let written = CodingFile.text(codings)
    #expect(try CodingFile.read(Array(written.utf8), name: "a.csv") == codings.sorted())
    #expect(CodingFile.text(codings.reversed()) == written)
  }

  @Test("Codings of one place and moment have but one order", .tags(.law))
  func order() throws {
    let codings = try ["b", "a", "c"].flatMap { memo in
      [
        try Self.coding(0, 4, "hope", memo: memo),
        Coding(story: "S1", mark: .read, memo: memo, by: "x"),
        Coding(story: "S1", mark: .read, memo: memo, by: "y"),
      ]
    }
    let written = CodingFile.text(codings)
    for seed in 0..<10 {
      var random = SplitMix(state: UInt64(seed))
      #expect(CodingFile.text(codings.shuffled(using: &random)) == written)
    }
  }

  @Test("No cell begins as a formula does", .tags(.law))
  func formulas() throws {
    let written = CodingFile.text([
      try Self.coding(0, 4, "hope", memo: "@x"), Coding(story: "+1", mark: .whole("-a")),
    ])
    for line in written.split(separator: "\n").dropFirst() {
      #expect(!line.hasPrefix("+"))
      for start in [",=", ",@", ",-", ",+"] { #expect(!line.contains(start)) }
    }
  }

  @Test("A row a coding, in order of story, place and code")
  func form() throws {
    let written = CodingFile.text([
      try Self.coding(10, 16, "meaning"), Coding(story: "S1", mark: .read, at: "t"),
    ])
    let expected = [
      "story,start,end,code,quote,before,after,memo,at", "S1,,,read,,,,,t",
      #"S1,10,16,meaning,"""said""","\\=cmd, she\\s",.\\n Then 👩\\u{200d}👧 left\\u{a0}us \\\\n.\\s,,"#
        + "2026-11-29T14:05:30Z",
    ].map { $0.replacing(#"\\"#, with: #"\"#) }
    #expect(written.split(separator: "\n").map(String.init) == expected)
  }

  @Test(
    "A file that cannot be read whole is refused, with the row",
    arguments: [
      ("story,code\nS1,hope", nil, CodingFileError.Fault.headingMissing("start")),
      ("story,start,end,code,quote\nS1,3,2,hope,ab", 2, .badPlace),
      ("story,start,end,code,quote\nS1,,,read,\nS1,3,x,hope,ab", 3, .badPlace),
      ("story,start,end,code,quote\nS1,0,3,hope,ab", 2, .quoteLength),
      ("story,start,end,code,quote\n,0,2,hope,ab", 2, .blank("story")),
      ("story,start,end,code,quote\nS1,0,2,,ab", 2, .blank("code")),
    ])
  func refused(file: String, row: Int?, fault: CodingFileError.Fault) {
    #expect(throws: CodingFileError(file: "a.csv", row: row, fault: fault)) {
      try CodingFile.read(Array(file.utf8), name: "a.csv")
    }
  }
}
