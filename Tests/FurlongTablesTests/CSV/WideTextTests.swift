import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("UTF-16")
struct WideTextTests {
  private static let text = "Name\tTeam\nZoë\tNorth\n😀 Ash\tSouth, \"A\"\n"

  private static func bytes(_ text: String, little: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return little ? pair : pair.reversed()
    }
  }

  @Test(
    "is read with either byte first, with or without its mark, as the same text in UTF-8",
    arguments: [(true, true), (false, true), (true, false), (false, false)])
  func read(little: Bool, mark: Bool) throws {
    var format = CSVFormat(delimiter: .tab)
    let plain = try CSVReader(format: format).read(Data(Self.text.utf8), name: "a.txt")
    let wide = try CSVReader(format: format)
      .read(Data(Self.bytes(Self.text, little: little, mark: mark)), name: "a.txt")
    #expect(wide.notes.map(\.kind) == [.readAsUTF16])
    #expect(wide.header == plain.header && wide.rowCount == 2)
    for row in 0..<2 {
      for column in 0..<2 {
        #expect(wide.text(row: row, column: column) == plain.text(row: row, column: column))
      }
    }
    format.encoding = .utf16
    let said = try CSVReader(format: format)
      .read(Data(Self.bytes(Self.text, little: little, mark: mark)), name: "a.txt")
    #expect(said.notes.isEmpty)
  }

  @Test("with half a pair or a byte too many is a fault of its row", .tags(.edge))
  func broken() throws {
    let lone = Self.bytes("A,B\n1,", little: true, mark: true) + [0x00, 0xD8, 0x0A, 0x00, 0x31]
    let table = try CSVReader().read(Data(lone), name: "a.csv")
    #expect(table.rowCount == 0 && table.faults.map(\.sourceRow) == [2, 3])
  }
}
