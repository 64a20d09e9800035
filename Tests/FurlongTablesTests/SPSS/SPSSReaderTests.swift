import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

/// A file beside these tests.
private func reference(_ name: String) throws -> [UInt8] {
  let folder = projectFolder().appending(path: "Tests/FurlongTablesTests/SPSS/Reference")
  return Array(try Data(contentsOf: folder.appending(path: name)))
}

@Suite("An SPSS file becomes headings, cells and labels")
struct SPSSReaderTests {
  @Test(arguments: ["invented.sav", "invented.zsav"])
  func cellsAreValues(_ name: String) throws {
    let table = try SPSSReader().read(try reference(name), name: name)
    let long = String((0..<700).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
    #expect(table.header == ["ID", "Day", "Score", "Reply", "Text"])
    #expect(
      cells(table) == [
        ["P1", "2024-05-31", "0.5", "yes", "=1+1"], ["P2", "2024-06-01", "99", "n/a", long],
        ["P3", "", "0", "no", "Zoë, \"Z\""], ["P4", "2024-06-03", "12.25", "n/a", ""],
      ])
    #expect((0..<4).map(table.sourceRow) == [2, 3, 4, 5] && table.notes.isEmpty)
    let score = table.labels[2]
    #expect(score.column == "Score" && score.label == "How are things?")
    #expect(score.meanings == ["0.5": "half", "99": "no answer"])
    #expect(score.isMissing(90) && score.isMissing(99) && !score.isMissing(89.5))
    #expect(table.labels[3].isMissing("n/a") && !table.labels[3].isMissing("no"))
  }

  @Test func valuesThatTheAuthorCallsMissingAreBlankedOnRequest() throws {
    let table = try SPSSReader(blanksMissing: true)
      .read(try reference("invented.sav"), name: "a.sav")
    #expect(cells(table).map { $0[2] } == ["0.5", "", "0", "12.25"])
    #expect(cells(table).map { $0[3] } == ["yes", "", "no", ""])
    #expect(table.notes == [TableNote(kind: .missingValuesBlanked, examples: [], count: 3)])
    let saved = try JSONEncoder().encode(table)
    #expect(try JSONDecoder().decode(SourceTable.self, from: saved) == table)
  }

  @Test(.tags(.edge)) func otherFilesAreRefused() throws {
    func reason(_ bytes: [UInt8]) -> TableError.Reason? {
      #expect(throws: TableError.self) { try SPSSReader().read(bytes, name: "a.sav") }?.reason
    }
    #expect(reason([]) == .brokenSPSS)
    #expect(reason(Array("ID,B\n1,2\n".utf8)) == .brokenSPSS)
    #expect(reason(Array("$FL2@(#) SPSS DATA FILE".utf8)) == .brokenSPSS)
    #expect(SPSSReader.recognises(Array("$FL3".utf8)) && !SPSSReader.recognises([0x24]))
    for (bytes, expected) in [
      (try reference("invented.sav"), TableError.Reason.spss),
      (Array("ASCII SPSS PORT FILE                    ".utf8), .portableSPSS),
    ] {
      let error = #expect(throws: TableError.self) { try CSVReader().read(bytes, name: "a.csv") }
      #expect(error?.reason == expected && error?.fix.isEmpty == false)
    }
  }

  @Test(.tags(.law), arguments: ["invented.sav", "invented.zsav", "sample_missing.sav"])
  func damagedFilesGiveATableOrAnError(_ name: String) throws {
    let whole = try reference(name)
    var random = SplitMix(state: 7)
    var errors = 0
    for round in 0..<600 {
      var bytes = whole
      if round % 3 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count - 4))) }
      for _ in 0..<(round % 3 == 0 ? 0 : 1 + Int(random.next() % 8)) {
        let place = 4 + Int(random.next() % UInt64(bytes.count - 4))
        bytes[place] = UInt8(truncatingIfNeeded: random.next())
      }
      do throws(TableError) {
        let table = try SPSSReader(blanksMissing: true).read(bytes, name: name)
        #expect(cells(table).allSatisfy { $0.count == table.header.count })
      } catch {
        errors += 1
        #expect(!error.description.isEmpty)
      }
    }
    #expect(errors > 50)
  }
}

@Suite("SPSS files read as pyreadstat reads them", .tags(.reference))
struct SPSSReferenceTests {
  @Test func everyRecord() throws {
    let saved = Data(try reference("pyreadstat.json"))
    let records = try JSONDecoder().decode(GivenRecords<GivenSPSS>.self, from: saved).records
    #expect(records.count == 4)
    for record in records {
      try record.expected.expectSame(try reference(record.dataset), record.dataset)
    }
  }
}
