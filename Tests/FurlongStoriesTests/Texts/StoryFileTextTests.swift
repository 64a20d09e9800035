import FurlongStories
import FurlongTestSupport
import Testing

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
