import FurlongTables
import FurlongTestSupport
import Testing

@Suite("UTF-16 is read as what it is", .tags(.edge))
struct UTF16Tests {
  private func bytes(_ units: [UInt16], big: Bool) -> [UInt8] {
    units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return big ? [high, low] : [low, high]
    }
  }

  private func read(
    _ units: [UInt16], big: Bool = false, encoding: CSVFormat.Encoding = .utf8
  ) throws(TableError) -> SourceTable {
    try CSVReader(format: CSVFormat(encoding: encoding, delimiter: .tab))
      .read(bytes(units, big: big), name: "t.txt")
  }

  private let text = "name\tscore\r\nZoë\t1\r\n\"a\tb\"\t日本 \u{1F600}\r\n"

  @Test(arguments: [true, false], [true, false])
  func bothOrdersWithAndWithoutAMark(big: Bool, mark: Bool) throws {
    let table = try read((mark ? [0xFEFF] : []) + Array(text.utf16), big: big)
    #expect(table.header == ["name", "score"])
    #expect(cells(table) == [["Zoë", "1"], ["a\tb", "日本 \u{1F600}"]])
    #expect(table.notes == [TableNote(kind: .readAsUTF16, examples: table.notes[0].examples)])
    #expect(table.sourceRow(1) == 3 && table.faults.isEmpty)
  }

  @Test func aMappingMaySayIt() throws {
    #expect(try read(Array(text.utf16), encoding: .utf16).notes.isEmpty)
    // Without a mark and with few Western letters only the mapping's word tells.
    let eastern = "名前\t点数\n" + String(repeating: "山田太郎山田太郎\t五点\n", count: 20)
    let table = try read(Array(eastern.utf16), encoding: .utf16)
    #expect(table.header == ["名前", "点数"] && table.rowCount == 20)
  }

  @Test func aFileDeclaredUTF16ThatIsNotIsReadAsWhatItIs() throws {
    let format = CSVFormat(encoding: .utf16)
    let utf8 = try CSVReader(format: format).read(Array("a,b\n1,é\n".utf8), name: "t.csv")
    #expect(utf8.notes.map(\.kind) == [.readAsUTF8])
    let western = Array("a,b\n1,".utf8) + [0xE9, 0x0A]
    let table = try CSVReader(format: format).read(western, name: "t.csv")
    #expect(table.notes.map(\.kind) == [.readAsWindows1252])
  }

  @Test func halvesOfPairsAndHalfASignAreFaultsOfTheirRows() throws {
    let units = Array("a\tb\n1\tx".utf16) + [0xD83D] + Array("\n2\ty\n3\t".utf16) + [0xDE00, 0x0A]
    let table = try read(units)
    #expect(cells(table) == [["2", "y"]])
    #expect(table.faults.map(\.sourceRow) == [2, 4])
    let cut = bytes(Array("a\tb\n1\tx\n2\ty".utf16), big: false) + [0x41]
    let last = try CSVReader(format: CSVFormat(delimiter: .tab)).read(cut, name: "t.txt")
    #expect(last.faults.map(\.sourceRow) == [3] && last.rowCount == 1)
  }

  @Test func aNULInUTF8IsStillAFault() throws {
    let table = try CSVReader().read(Array("a,b\n1,x\0y\n2,z\n".utf8), name: "t.csv")
    #expect(table.faults.map(\.kind) == [.nul] && table.notes.isEmpty)
  }
}
