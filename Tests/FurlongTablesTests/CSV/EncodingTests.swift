import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Bytes become letters as the file's encoding says, and what was decided is said")
struct EncodingTests {
  private func read(_ lines: [[UInt8]], _ encoding: CSVFormat.Encoding = .utf8) throws
    -> SourceTable
  {
    let bytes = Array("id,text\n".utf8) + lines.flatMap { $0 + [0x0A] }
    return try CSVReader(format: CSVFormat(encoding: encoding)).read(bytes, name: "t.csv")
  }

  private func line(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// `1,Zoë` in Windows-1252.
  private let zoe: [UInt8] = Array("1,Zo".utf8) + [0xEB]
  /// `2,£12’` in Windows-1252.
  private let price: [UInt8] = Array("2,".utf8) + [0xA3] + Array("12".utf8) + [0x92]
  /// Bytes that neither encoding has.
  private let broken: [UInt8] = Array("3,x".utf8) + [0x81] + Array("y".utf8)

  @Test func utf8IsReadAsItIs() throws {
    let table = try read([line("1,Zoë"), line("2,日本"), line("3,\u{1F600}"), line("4,plain")])
    #expect(cells(table).map { $0[1] } == ["Zoë", "日本", "\u{1F600}", "plain"])
    #expect(table.notes.isEmpty && table.faults.isEmpty)
  }

  @Test func windows1252IsReadAndNoted() throws {
    let table = try read([zoe, line("9,plain"), price])
    #expect(cells(table).map { $0[1] } == ["Zoë", "plain", "£12’"])
    #expect(
      table.notes == [
        TableNote(
          kind: .readAsWindows1252, examples: [.init(row: 0, column: 1), .init(row: 2, column: 1)])
      ])
    #expect(try read([zoe, price], .windows1252).notes.isEmpty)
  }

  @Test func allOfWindows1252() throws {
    var bytes: [UInt8] = []
    for byte in UInt8(0x80)...0xFF where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
      bytes.append(byte)
    }
    let table = try read([line("1,<") + bytes + line(">")], .windows1252)
    let expected =
      "<€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
      + "ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ>"
    #expect(table.text(row: 0, column: 1) == expected)
  }

  @Test func aStrayRowOfAUTF8FileIsSetAside() throws {
    for stray in [zoe, broken] {
      let table = try read([line("1,Zoë"), stray, line("5,plain")])
      #expect(cells(table) == [["1", "Zoë"], ["5", "plain"]])
      #expect(table.notes.isEmpty)
      #expect(table.faults.map(\.sourceRow) == [3])
      #expect(table.faults.map(\.column) == ["text"])
    }
    let table = try read([line("1,Zoë"), broken])
    #expect(table.faults[0].kind == .invalidBytes(byte: 0x81, at: 4))
  }

  @Test func rowsThatNeitherEncodingHasAreSetAside() throws {
    let ascii = try read([line("1,plain"), broken])
    #expect(cells(ascii) == [["1", "plain"]])
    #expect(ascii.faults.map(\.kind) == [.invalidBytes(byte: 0x81, at: 4)])
    let western = try read([zoe, broken, price])
    #expect(cells(western).map { $0[1] } == ["Zoë", "£12’"])
    #expect(western.faults.map(\.sourceRow) == [3])
    #expect(western.notes.map(\.kind) == [.readAsWindows1252])
  }

  @Test func aChancePairDoesNotMakeAWesternFileUTF8() throws {
    let table = try read([zoe, price, line("4,Ã©".replacing("Ã©", with: "é"))])
    #expect(table.notes.map(\.kind) == [.readAsWindows1252])
    #expect(table.text(row: 2, column: 1) == "Ã©")
  }

  @Test func aFileDeclaredWesternThatIsUTF8IsReadAsUTF8AndNoted() throws {
    let table = try read([line("1,Zoë"), line("2,x")], .windows1252)
    #expect(table.text(row: 0, column: 1) == "Zoë")
    #expect(table.notes.map(\.kind) == [.readAsUTF8])
    #expect(try read([line("1,x")], .windows1252).notes.isEmpty)
  }

  @Test func examplesComeFromEveryColumn() throws {
    var bytes = Array("name,note\n".utf8)
    for _ in 0..<500 { bytes += [0xE9, 0x2C, 0xE8, 0x0A] }
    let table = try CSVReader().read(bytes, name: "t.csv")
    let examples = try #require(table.notes.first?.examples)
    #expect(examples.filter { $0.column == 0 }.count == 20)
    #expect(examples.filter { $0.column == 1 }.count == 20)
  }

  @Test func examplesPointAtKeptRows() throws {
    let table = try read([zoe + [0x2C, 0x78], zoe, Array("7".utf8), zoe])
    #expect(table.faults.map(\.sourceRow) == [2, 4])
    #expect(table.notes[0].examples == [.init(row: 0, column: 1), .init(row: 1, column: 1)])
  }

  @Test(
    .tags(.edge),
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0x80], [0xC3], [0xF0, 0x9F, 0x98],
    ])
  func illFormedUTF8IsNeverLetters(_ bytes: [UInt8]) throws {
    let table = try read([
      line("1,Zoë"), line("2,a") + bytes + line("b"), line("3,é"), line("4,") + bytes,
    ])
    #expect(cells(table).map { $0[1] } == ["Zoë", "é"])
    #expect(table.faults.map(\.sourceRow) == [3, 5])
  }

  @Test func faultyHeadingsStopTheReading() {
    let bytes = Array("id,t".utf8) + [0x81] + Array("\n1,2\n".utf8)
    let error = #expect(throws: TableError.self) { try CSVReader().read(bytes, name: "t.csv") }
    #expect(error?.reason == .faultyHeadings(row: 1, fault: .invalidBytes(byte: 0x81, at: 5)))
  }
}
