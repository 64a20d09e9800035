import Foundation
import FurlongStore
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@Suite("A study file that was damaged")
struct SealTests {
  private let asked = plan(
    occasions: [baselineWindow], scales: ["swemwbs"], events: ["contact", "bed-day"],
    windows: [aYear])

  /// A college of 60 with everything in it that a number is made of.
  private func college() throws -> StudyInHand {
    let study = try StudyInHand()
    let first = day("2024-01-10")
    func rows(_ fill: (inout ImportRow, Int) -> Void) -> [ImportRow] {
      (0..<60).map { number in row(number + 2, [student(number)]) { fill(&$0, number) } }
    }
    let people = (0..<60).map { number in
      registered(
        number + 2, [student(number)], on: first.adding(days: number).description,
        about: ["gender": ["woman", "man"][number % 2]])
    }
    let forms = rows { row, number in
      row.forms = [
        FormRecord(
          scale: "swemwbs", moment: .day(first.adding(days: number)),
          answers: .items([number % 5, 2, 3]))
      ]
    }
    let contacts = rows { row, number in
      row.events = (0..<5).map {
        .onDay(event: "contact", day: first.adding(days: number * 3 - $0))
      }
    }
    let spells = rows { row, number in
      let from = first.adding(days: number * 2)
      row.events = [.nights(event: "bed-day", from: from, until: from.adding(days: number % 7))]
    }
    try study.keep(
      [
        batch("p.csv", .people, people), batch("f.csv", .scores, forms),
        batch("c.csv", .events, contacts, coverage: coverage(["contact"])),
        batch("s.csv", .events, spells, coverage: coverage(["bed-day"])),
      ], hasRegister: true)
    return study
  }

  @Test("says so, or gives the right numbers, whichever byte was changed", .tags(.edge, .law))
  func flips() throws {
    let study = try college()
    let right = try study.select(asked)
    let whole = try Data(contentsOf: URL(fileURLWithPath: study.path))
    let bad = study.folder.url.path + "/bad.furlong"
    var numbers = SeededNumbers(seed: 20_261_129)
    var told = 0
    for _ in 0..<200 {
      var bytes = whole
      bytes[Int(numbers.next() % UInt64(bytes.count))] ^= UInt8(1 + numbers.next() % 255)
      try bytes.write(to: URL(fileURLWithPath: bad))
      do throws(StoreError) {
        let file = try StudyFile.open(at: bad, studyID: "test")
        let found = try file.select(asked, requiredAnswers: ["swemwbs": 1])
        #expect(found == right)
      } catch {
        told += 1
        #expect(error.description.contains("; "), "what to do: \(error)")
      }
    }
    // Only the page of the sum itself, and the counters of the header, can be changed without being noticed.
    let pages = whole.count / 4096
    #expect(told > 200 - 2 * 200 / pages - 5, "\(told) of 200, \(pages) pages")
  }

  @Test("is told by a check too, and is not sealed anew by an import", .tags(.edge))
  func notSealedAnew() throws {
    let study = try college()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: study.path))
    // A day of a form: nothing that SQLite itself could notice.
    let place = try #require(bytes.firstRange(of: Data("[3,2,3]".utf8)))
    bytes[place.lowerBound + 1] = UInt8(ascii: "4")
    let bad = try study.folder.write(bytes, to: "bad.furlong").path
    #expect(throws: StoreError.damaged(path: bad)) {
      try StudyFile.open(at: bad, studyID: "test")
    }
    // Damaged while it is open.
    try bytes.write(to: URL(fileURLWithPath: study.path))
    #expect(throws: StoreError.damaged(path: study.path)) { try study.file.check() }
  }

  @Test(
    "is emptied where a change was broken off before it was sealed, and must be filled again",
    .tags(.edge))
  func brokenOff() throws {
    let study = try college()
    try DatabaseQueue(path: study.path).write { try $0.execute(sql: "DELETE FROM seal") }
    let opened = try StudyFile.open(at: study.path, studyID: "test")
    #expect(try opened.batches().isEmpty)
    #expect(throws: StoreError.notSettled) {
      try opened.select(asked, requiredAnswers: ["swemwbs": 1])
    }
    try opened.check()
  }

  /// SplitMix64: the same numbers on every machine.
  private struct SeededNumbers {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var number = state
      number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
      number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
      return number ^ (number >> 31)
    }
  }
}
