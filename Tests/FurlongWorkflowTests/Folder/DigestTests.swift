import FurlongTables
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("Digests of sorted lines")
struct DigestTests {
  @Test("are what `LC_ALL=C sort FILE | sha256sum` gives", .tags(.reference))
  func sorted() {
    #expect(
      Digest.ofSortedLines(BytesInMemory(Array("b\na\n\nab\n".utf8)))
        == Digest.of(Array("\na\nab\nb\n".utf8)))
    #expect(
      Digest.ofSortedLines(BytesInMemory(Array("b\na".utf8))) == Digest.of(Array("a\nb\n".utf8)))
    #expect(Digest.ofSortedLines(BytesInMemory([])) == Digest.of([UInt8]()))
  }

  @Test("are those of the lines sorted by their bytes, whatever the bytes", .tags(.law))
  func naive() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        [10, 10, 0, 97, 98, 255].randomElement(using: &random) ?? 10
      }.map(UInt8.init)
      var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      lines.sort { $0.lexicographicallyPrecedes($1) }
      #expect(
        Digest.ofSortedLines(BytesInMemory(bytes)) == Digest.of(lines.flatMap { Array($0) + [10] }),
        "\(bytes)")
    }
  }
}
