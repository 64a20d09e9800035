import FurlongTestSupport
import Testing

@testable import FurlongArchives

@Suite("What is held while markup is read")
struct MarkupLimitTests {
  /// Counts what it hears, and is full after each element that ends.
  private final class Count: MarkupListener {
    var elements = 0
    let isFull: Bool
    var isDone: Bool { false }

    init(isFull: Bool = false) { self.isFull = isFull }

    func start(_ name: String, _ attributes: MarkupAttributes) {}
    func end(_ name: String) { elements += 1 }
    func text(_ text: String) {}
  }

  @Test("Names that all differ are remembered by the reader, and not without end", .tags(.edge))
  func names() throws {
    func elements(of line: (Int) -> String) throws(ArchiveError) -> Int {
      let lines = (0..<20_000).map(line).joined()
      let count = Count()
      var reader = MarkupReader()
      reader.mostHeld = 500_000
      try reader.read(Array("<a>\(lines)</a>".utf8), name: "a.xml", count)
      return count.elements
    }
    let tooMuch = ArchiveError.holdsTooMuch(entry: "a.xml", most: 500_000)
    #expect(try elements { _ in "<b c='1'/>" } == 20_001)
    #expect(throws: tooMuch) { try elements { "<b\($0)/>" } }
    #expect(throws: tooMuch) { try elements { "<b c\($0)='1'/>" } }
    #expect(throws: tooMuch) {
      try elements { $0 == 0 ? "<!--" + String(repeating: "-x", count: 400_000) : "" }
    }
  }

  @Test("A listener that is full is told the rest of a piece when it asks for more", .tags(.law))
  func pauses() throws {
    let text = "<a>" + String(repeating: "<b>1<c/></b>", count: 1_000) + "</a>"
    let archive = try ZipArchive(StoredZip.bytes([("a.xml", text)]))
    let count = Count(isFull: true)
    let reading = try MarkupReading("a.xml", of: archive, count)
    var steps = 0
    while try reading.next() {
      steps += 1
      #expect(count.elements == steps || count.elements == 2_001)
    }
    #expect(count.elements == 2_001 && steps >= 2_000)
    #expect(try !reading.next())
    let alone = Count(isFull: true)
    try MarkupReader().read(Array(text.utf8), name: "a.xml", alone)
    #expect(alone.elements == 2_001)
  }

  @Test("What breaks off behind a pause is told", .tags(.edge))
  func brokenOff() throws {
    let archive = try ZipArchive(StoredZip.bytes([("a.xml", "<a><b/>\n<c></a>")]))
    let reading = try MarkupReading("a.xml", of: archive, Count(isFull: true))
    #expect(try reading.next())
    #expect(throws: ArchiveError.notMarkup(entry: "a.xml", line: 2)) { try reading.next() }
  }
}
