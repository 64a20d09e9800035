import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Any bytes give a table or an error", .tags(.law))
struct CSVMutationTests {
  private let seed = Array(
    "id,name,score\r\nA1,\"Zoë, \"\"Z\"\"\",7\nA2,\"two\nlines\",-3.5\n\nA3,x,NA\rA4,\u{200B}y ,9,\n"
      .utf8)
  private let signs: [UInt8] = [
    0, 9, 10, 13, 32, 34, 44, 59, 65, 0x80, 0x81, 0xC3, 0xA9, 0xE2, 0x8B, 0xEF, 0xBB, 0xBF, 0xF0,
    0xFF,
  ]

  @Test(arguments: CSVFormat.Encoding.allCases)
  func noMutationCrashesOrLosesARow(_ encoding: CSVFormat.Encoding) throws {
    var random = SplitMix(state: 42)
    var tables = 0
    for round in 0..<4000 {
      var bytes = seed
      for _ in 0..<(1 + Int(random.next() % 6)) {
        let place = Int(random.next() % UInt64(bytes.count))
        let sign = signs[Int(random.next() % UInt64(signs.count))]
        switch random.next() % 4 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(sign, at: place)
        case 2: bytes.removeLast(min(bytes.count - 1, Int(random.next() % 8)))
        default: bytes[place] = sign
        }
      }
      let delimiter = CSVFormat.Delimiter.allCases[round % 4]
      let format = CSVFormat(encoding: encoding, delimiter: delimiter, headerRow: 1 + round % 2)
      do {
        let table = try CSVReader(format: format).read(bytes, name: "t.csv")
        tables += 1
        let rows = cells(table)
        #expect(rows.count == table.rowCount)
        #expect(
          rows.allSatisfy { $0.contains { !$0.isEmpty } }, "round \(round): a blank row was kept")
        #expect(!rows.joined().contains { $0.contains("\u{FFFD}") || $0.contains("\0") })
        let numbers = (0..<table.rowCount).map(table.sourceRow) + table.faults.map(\.sourceRow)
        #expect(Set(numbers).count == numbers.count)
        for note in table.notes {
          for example in note.examples {
            #expect(table.text(row: example.row, column: example.column).utf8.contains { $0 > 127 })
          }
        }
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
    #expect(tables > 1000)
  }
}
