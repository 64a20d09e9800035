import FurlongDigests
import FurlongTables
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("Digests of sorted lines")
struct DigestTests {
  private static func sum(_ text: String) -> String? {
    Digest.ofSortedLines(BytesInMemory(Array(text.utf8)))
  }

  @Test("are what `LC_ALL=C sort FILE | sha256sum` gives", .tags(.reference))
  func sorted() {
    #expect(
      Self.sum("b\na\n\nab\n")
        == Digest.of(Array("\na\nab\nb\n".utf8)))
    #expect(Self.sum("b\na") == Digest.of(Array("a\nb\n".utf8)))
    #expect(Self.sum("") == Digest.of([UInt8]()))
  }

  @Test("are those of the lines sorted by their bytes, whatever the bytes", .tags(.law))
  func naive() {
    var random = SplitMix(state: 1)
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

  @Test("are the same however little of the file is held", .tags(.law))
  func parts() throws {
    var random = SplitMix(state: 2)
    for _ in 0..<20 {
      let bytes = (0..<3_000).map { _ in
        [10, 65, 65, 66, 0, 255].randomElement(using: &random) ?? 10
      }.map(UInt8.init)
      let whole = SortedLines.digest(of: BytesInMemory(bytes))
      for most in [1, 100, 2_000, 50_000] {
        #expect(SortedLines.digest(of: BytesInMemory(bytes), most: most) == whole, "\(most)")
      }
    }
  }

  @Test(
    "lines that repeat are summed as often as they stand, and one too long makes the file's own sum"
  )
  func repeatsAndLong() {
    let lines = String(repeating: "a,b\n", count: 5_000) + "a\na,b\n"
    #expect(
      SortedLines.digest(of: BytesInMemory(Array(lines.utf8)), most: 1_000)
        == SortedLines.digest(of: BytesInMemory(Array(lines.utf8))))
    #expect(
      Self.sum(lines) == Digest.of(Array(("a\n" + String(repeating: "a,b\n", count: 5_001)).utf8)))
    let long = Array("b\n".utf8) + [UInt8](repeating: 65, count: 1 << 20) + [10]
    let sum = SortedLines.digest(of: BytesInMemory(long), longest: 1 << 18)
    #expect(sum != SortedLines.digest(of: BytesInMemory(long)))
    #expect(sum == SHA256.digest(of: long))
  }
}
