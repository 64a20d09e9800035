import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("A coder at work")
struct CodingSessionTests {
  @Test("Sees the stories that may be read, in the order of the export")
  func open() throws {
    let session = try StoryStudy().session("RO")
    #expect(session.stories == ["S1", "S2", "S3", "S6"])
    let page = try session.story("S2")
    #expect(page.number == 2 && page.of == 4 && page.previous == "S1" && page.next == "S3")
    #expect(page.sentences.map(\.words) == ["The bus takes two hours.", "I went once 👩‍👧."])
  }

  @Test("May not read what nobody agreed to, nor what was withdrawn", arguments: ["S4", "S5"])
  func closed(story: String) throws {
    let session = try StoryStudy().session("RO")
    #expect {
      _ = try session.story(story)
    } throws: {
      ($0 as? WorkflowError)?.kind == .refused
    }
  }

  @Test("Gives codes to stretches; each act is in the file at once")
  func give() throws {
    let study = try StoryStudy()
    let session = try study.session("RO")
    let page = try session.story("S1")
    _ = try session.give("d", to: page.sentences[0].span, of: "S1", memo: "=alone")
    let shown = try session.give(
      "connectedness", to: page.sentences[1].span.joined(with: page.sentences[2].span), of: "S1",
      quote: "Nobody asked why. A man passed me biscuits, and we laughed.")
    #expect(shown.codings.map(\.code) == ["difficulties", "connectedness"])
    #expect(shown.codings.map(\.sentences) == [1...1, 2...3])
    #expect(
      try study.text("codings/RO.csv") == """
        story,start,end,code,quote,before,after,memo,at
        S1,0,18,difficulties,I sat by the door.,,\\sNobody asked why. A man,\\=alone,2026-11-29T10:00:00Z
        S1,19,78,connectedness,"Nobody asked why. A man passed me biscuits, and we laughed.",I sat by the door.\\s,,,2026-11-29T10:00:01Z

        """)
  }

  @Test(
    "What is given twice stands once, white space at the ends is left out, words are held against the story's"
  )
  func same() throws {
    let study = try StoryStudy()
    let session = try study.session("RO")
    let wide = TextSpan(from: 18, to: 37)
    _ = try session.give("hope", to: wide, of: "S1")
    let page = try session.give(
      "h", to: TextSpan(from: 19, to: 36), of: "S1", memo: "m")
    #expect(page.codings.map(\.quote) == ["Nobody asked why."] && page.codings.map(\.memo) == ["m"])
    #expect(throws: WorkflowError.self) {
      _ = try session.give("hope", to: wide, of: "S1", quote: "Other words")
    }
    #expect(throws: WorkflowError.self) {
      _ = try session.give("hope", to: TextSpan(from: 70, to: 900), of: "S1")
    }
    #expect(throws: WorkflowError.self) { _ = try session.give("zeal", to: wide, of: "S1") }
  }

  @Test("Every act can be taken back, down to no file at all")
  func undo() throws {
    let study = try StoryStudy()
    let session = try study.session("RO")
    let span = try session.story("S1").sentences[0].span
    let given = try session.give("hope", to: span, of: "S1")
    let coding = try #require(given.codings.first?.id)
    #expect(try session.note("why", on: coding, of: "S1").codings.first?.memo == "why")
    #expect(try session.read(of: "S1").isRead)
    #expect(try session.take(coding, of: "S1").codings.isEmpty)
    for expected in ["a code taken away", "read to its end", "a note written"] {
      #expect(try session.undo()?.what == expected)
    }
    #expect(try session.story("S1") == given)
    #expect(try session.undo()?.story == "S1")
    #expect(try session.undo() == nil)
    #expect(try study.text("codings/RO.csv").split(separator: "\n").count == 1)
    #expect(try study.session("RO").story("S1").codings.isEmpty)
  }

  @Test("The next story is the first that was not read to its end")
  func next() throws {
    let study = try StoryStudy()
    let session = try study.session("RO")
    _ = try session.read(of: "S1")
    _ = try session.give("hope", to: nil, of: "S2")
    #expect(session.firstUnread == "S2")
    #expect(try study.session("RO").firstUnread == "S2")
    for story in session.stories { _ = try session.read(of: story) }
    #expect(session.firstUnread == nil)
  }

  @Test("What another program wrote meanwhile is not written over")
  func meanwhile() throws {
    let study = try StoryStudy()
    let (first, second) = (try study.session("RO"), try study.session("RO"))
    _ = try first.read(of: "S1")
    #expect(throws: WorkflowError.self) { _ = try second.read(of: "S2") }
    #expect(try study.text("codings/RO.csv").contains("S1") == true)
  }

  @Test("A corrected text keeps the codings that can be found, and says which cannot")
  func corrected() throws {
    let study = try StoryStudy()
    let session = try study.session("RO")
    let page = try session.story("S1")
    for sentence in page.sentences { _ = try session.give("hope", to: sentence.span, of: "S1") }
    try study.folder.change(
      "exports/stories.csv", "I sat by the door.", to: "I stood near the door.")
    let after = try study.session("RO").story("S1").codings
    #expect(after.map(\.isLost).filter { $0 }.count == 2)
    #expect(
      after.last?.quote == "A man passed me biscuits, and we laughed."
        && after.last?.isLost == false)
    #expect(try StoryDesk(study.workflow).summaries().first?.coders.first?.lost == 2)
  }

  @Test(
    "Names that would be no plain file are refused", arguments: ["", "../x", "a/b", " a", ".x"])
  func names(name: String) throws {
    #expect(throws: WorkflowError.self) { _ = try StoryStudy().session(name) }
  }

  @Test("A file of codings that cannot be read whole stops, and stays as it is")
  func broken() throws {
    let study = try StoryStudy()
    try study.folder.write("story,start,end,code,quote\nS1,0,3,hope,ab\n", to: "codings/RO.csv")
    #expect {
      _ = try study.session("RO")
    } throws: {
      "\($0)".contains("codings/RO.csv:2")
    }
  }
}
