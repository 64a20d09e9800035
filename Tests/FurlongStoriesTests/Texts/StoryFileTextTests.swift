import FurlongTestSupport
import Testing

@testable import FurlongStories

@Suite("Files of stories")
struct StoryFileTextTests {
  private static let start =
    "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"

  private func word(_ body: String, _ more: [(name: String, text: String)] = []) -> [UInt8] {
    StoredZip.bytes(
      [("word/document.xml", Self.start + body + "</w:body></w:document>")] + more)
  }

  @Test("A Word file gives its paragraphs, without what was struck out")
  func paragraphs() throws {
    let bytes = word(
      "<w:p><w:r><w:t>I went </w:t></w:r><w:r><w:t>back.</w:t></w:r></w:p>"
        + "<w:p><w:del><w:r><w:t>Not this.</w:t></w:r></w:del><w:r><w:t>One</w:t><w:br/><w:t>two &amp; 👩‍👧</w:t></w:r></w:p>"
    )
    #expect(try StoryFileText.read(bytes, name: "a.DOCX") == "I went back.\nOne\ntwo & 👩‍👧")
  }

  @Test(
    "Paragraphs, tabs and line ends without a letter count towards the most that is held",
    .tags(.edge))
  func endless() throws {
    for element in ["<w:p/>", "<w:br/>", "<w:tab/>", "<w:t>a</w:t>"] {
      let bytes = word(String(repeating: element, count: 1_001))
      #expect(throws: StoryFileError.self) { try StoryFileText.word(bytes, most: 1_000) }
      #expect(throws: Never.self) { try StoryFileText.word(bytes, most: 1_001) }
    }
    // What was struck out takes no room.
    let struck = word(
      "<w:del>\(String(repeating: "<w:br/>", count: 1_001))</w:del><w:p><w:t>a</w:t></w:p>")
    #expect(try StoryFileText.word(struck, most: 1_000) == "a")
  }

  @Test("Plain text is UTF-8, with LF")
  func plain() throws {
    #expect(try StoryFileText.read(Array("A\r\nB".utf8), name: "a.txt") == "A\nB")
    #expect(throws: StoryFileError.self) { try StoryFileText.read([0x41, 0xE9], name: "a.md") }
  }

  @Test("What is no text that can be read safely is refused")
  func refused() {
    let entity = "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document xmlns:w=\"w\"/>"
    let deep = String(repeating: "<w:p>", count: 400) + String(repeating: "</w:p>", count: 400)
    for bytes in [
      StoredZip.bytes([("word/document.xml", entity)]), StoredZip.bytes([("other.xml", "<a/>")]),
      word(deep), Array("PK no".utf8), [],
    ] {
      #expect(throws: StoryFileError.self) { try StoryFileText.read(bytes, name: "a.docx") }
    }
    #expect(throws: StoryFileError.self) { try StoryFileText.read([0x41], name: "a.pdf") }
    #expect(throws: StoryFileError.self) { try StoryFileText.read([0x41], name: "txt") }
  }
}
