import FurlongTestSupport
import Testing

@testable import FurlongTables

@Suite("A CSV file that is read piece by piece is the file read at once")
struct PieceTests {
  /// Bytes that come so many at a time.
  private struct Drops: ByteSource {
    var bytes: [UInt8]
    var size: Int

    func start() -> (any ByteStream)? { Stream(bytes: bytes, size: size) }

    private final class Stream: ByteStream {
      private var rest: ArraySlice<UInt8>
      private let size: Int

      init(bytes: [UInt8], size: Int) {
        rest = bytes[...]
        self.size = size
      }

      func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        let part = rest.prefix(min(size, buffer.count))
        _ = buffer.update(fromContentsOf: part)
        rest = rest.dropFirst(part.count)
        return part.count
      }
    }
  }

  private static let files: [[UInt8]] = {
    let rows = (1...40).map { "S\($0),\"a \"\"b\"\"\r\n,\($0)\", x\u{A0} ,20/05/2025\r\n" }.joined()
    let heading = "ID,Text,\"Other\",Day\r\n"
    let latin = Array((heading + rows).utf8).map { $0 == 0x78 ? 0xE9 : $0 == 0xC2 ? 0x20 : $0 }
    return [
      Array((heading + rows).utf8), Array(("\u{FEFF}" + heading + rows + "1,2\n,,,\nTotal,9").utf8),
      Array((heading + rows + "S99,a,b,c,d\r\r\n\nS1,\"x\"y,,").utf8),
      latin.map { $0 == 0xA0 ? 0x20 : $0 },
      Array((heading + String(repeating: rows, count: 5)).utf8) + [
        0x53, 0, 0x2C, 0x2C, 0x2C, 0x0A,
      ],
      ("\u{FEFF}" + heading + rows + "😀,é,ü,").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      Array("A,B,,\n1,2,3,4\n1,2,3,\n5,6,,\n".utf8), Array("sep=;\nA;B\n1;2\n".utf8),
      Array("A,B\n1,\"2\n3\n4,5\n".utf8), Array("A\n".utf8), Array("A\r".utf8), [],
    ]
  }()

  @Test(
    "whatever the size of pieces and of what comes from the disk", .tags(.law),
    arguments: files.indices)
  func law(index: Int) throws {
    let bytes = Self.files[index]
    var whole = ToldTable()
    var failed: TableError?
    var header: [String] = []
    do throws(TableError) {
      let table = try CSVReader().read(bytes, name: "f.csv")
      header = table.header
      whole.add(table)
    } catch { failed = error }
    for (rows, size) in [(1, 1), (2, 3), (3, 7), (7, 64), (4_096, 1), (.max, 5)] {
      var told = ToldTable()
      do {
        let walk = try CSVReader().walk(Drops(bytes: bytes, size: size), name: "f.csv", rows: rows)
        for _ in 0..<2 {
          told = ToldTable()
          try walk.each { told.add($0) }
        }
        #expect(failed == nil && walk.header == header)
        #expect(told == whole, "pieces of \(rows), \(size) bytes at a time")
      } catch { #expect(error as? TableError == failed, "\(rows) \(size)") }
    }
  }

  @Test(
    "records longer than the window are whole, and a quote that never closes is told with its lines",
    .tags(.edge))
  func long() throws {
    let long = String(repeating: "y\r\n", count: 150_000)
    let table = try CSVReader().read(Array("A,B\n1,\"\(long)\"\n2,3\n".utf8), name: "f.csv")
    #expect(table.rowCount == 2 && table.text(row: 0, column: 1).utf8.count == 449_998)
    let open = Array("A,B\n1,\"\(long)\(long)\(long)\n2,3\n".utf8)
    #expect(
      throws: TableError(
        file: "f.csv", reason: .unterminatedQuote(openedAt: 2, lastRow: 2 + 450_000 + 1))
    ) { try CSVReader().read(open, name: "f.csv") }
    let late = Array("A,B\n1,\"\(long)\(long)\(long)\"\n2,3\n".utf8)
    #expect(throws: TableError(file: "f.csv", reason: .fieldTooLarge(row: 2))) {
      try CSVReader().read(late, name: "f.csv")
    }
  }

  @Test("a file that cannot be read to its end is refused", .tags(.edge))
  func broken() {
    struct Broken: ByteSource {
      func start() -> (any ByteStream)? { nil }
    }
    #expect(throws: TableError(file: "f.csv", reason: .unreadable)) {
      try CSVReader().walk(Broken(), name: "f.csv")
    }
  }
}
