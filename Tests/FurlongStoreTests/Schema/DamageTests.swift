import Foundation
import FurlongStore
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@Suite("Bad luck with the study file")
struct DamageTests {
  private func filled(people: Int) throws -> StudyInHand {
    let study = try StudyInHand()
    let rows = (0..<people).map { number in
      form(number + 2, student(number), .day(day("2024-01-01")), .items([1, 2, 3]))
    }
    try study.keep([batch("f.csv", .scores, rows, digest: "first")], hasRegister: false)
    return study
  }

  @Test("an ingest that fails midway leaves the former batch whole")
  func failsMidway() throws {
    let study = try filled(people: 50)
    let before = try study.file.batches()
    // The second row of number 3 breaks the rule that a batch has each row once, after 30 rows are in.
    var rows = (0..<30).map {
      form($0 + 2, student($0), .day(day("2024-02-01")), .items([4, 4, 4]))
    }
    rows.append(form(3, student(99), .day(day("2024-02-01")), .items([4, 4, 4])))
    #expect(throws: StoreError.self) {
      try study.file.ingest(batch("f.csv", .scores, rows, digest: "second"), hasRegister: false)
    }
    #expect(try study.file.batches() == before)
    let again = try StudyFile.open(at: study.path, studyID: "test")
    #expect(try again.batches() == before)
    try again.check()
    let count = try DatabaseQueue(path: study.path).read {
      try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM form WHERE day = ?", arguments: [19723])
    }
    #expect(count == 50, "the former rows stand")
  }

  @Test("a file cut short says that it is damaged and what to do", .tags(.edge))
  func cutShort() throws {
    let study = try filled(people: 400)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: study.path))
    let cut = try study.folder.write(bytes.prefix(bytes.count / 2), to: "cut.furlong").path
    let error = #expect(throws: StoreError.self) {
      let file = try StudyFile.open(at: cut, studyID: "test")
      try file.check()
    }
    #expect(error == .damaged(path: cut))
    #expect(error?.description.contains("move it away and run `furlong import`") == true)
  }

  @Test("bytes changed inside are found by a check", .tags(.edge))
  func changed() throws {
    let study = try filled(people: 400)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: study.path))
    for place in stride(from: 40_000, to: bytes.count, by: 97) { bytes[place] ^= 0x55 }
    let bad = try study.folder.write(bytes, to: "bad.furlong").path
    #expect(throws: StoreError.damaged(path: bad)) {
      try StudyFile.open(at: bad, studyID: "test").check()
    }
  }

  @Test("a foreign file keeps its permissions", .tags(.edge))
  func permissions() throws {
    let folder = try TestFolder()
    let text = try folder.write("not a database, but long enough to look at", to: "text.furlong")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: text.path)
    #expect(throws: StoreError.notAStudyFile(path: text.path)) {
      try StudyFile.open(at: text.path, studyID: "test")
    }
    let kept = try FileManager.default.attributesOfItem(atPath: text.path)[.posixPermissions]
    #expect(kept as? Int == 0o640)
  }

  @Test("a file that was being made when the power went is made anew", .tags(.edge))
  func brokenOff() throws {
    // What a kill leaves: pages of an unfinished first transaction, and the journal that undoes them.
    let folder = try TestFolder()
    let path = folder.url.path + "/study.furlong"
    let whole = try DatabaseQueue(path: path)
    try whole.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA cache_size = 1; BEGIN; CREATE TABLE study (a); CREATE TABLE filler (b)")
      for _ in 0..<2_000 {
        try database.execute(sql: "INSERT INTO filler VALUES (zeroblob(400))")
      }
      for ending in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: path + ending, toPath: path + ".kill" + ending)
      }
      try database.execute(sql: "ROLLBACK")
    }
    let size = try FileManager.default.attributesOfItem(atPath: path + ".kill")[.size] as? Int
    #expect((size ?? 0) > 0)
    let file = try StudyFile.open(at: path + ".kill", studyID: "test")
    #expect(try file.batches().isEmpty)
    try file.check()
  }

  @Test("a journal that is of no use any more does not stay beside the file", .tags(.edge))
  func staleJournal() throws {
    let study = try filled(people: 5)
    let journal = study.path + "-journal"
    try study.folder.write(Data(repeating: 0, count: 4_096), to: "study.furlong-journal")
    _ = try StudyFile.open(at: study.path, studyID: "test")
    #expect(!FileManager.default.fileExists(atPath: journal))
  }
}
