import Foundation
import FurlongStore
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@Suite("Several changes made as one")
struct ChangeTests {
  private struct Stop: Error {}

  private func forms(_ file: String, _ scores: [Double]) -> ImportBatch {
    batch(
      file, .scores,
      scores.enumerated().map { number, score in
        form(number + 2, student(number), .day(day("2024-01-01")), .total(score))
      })
  }

  @Test("are kept together, and duplicates are found at the end")
  func kept() throws {
    let study = try StudyInHand()
    try study.file.change {
      _ = try study.file.ingest(forms("a.csv", [1, 2]), hasRegister: false)
      _ = try study.file.ingest(forms("b.csv", [1, 3]), hasRegister: false)
      try study.file.settle()
      #expect(try study.file.problems().map(\.code) == ["I039", "I038", "I039"])
    }
    let again = try StudyFile.open(at: study.path, studyID: "test")
    #expect(try again.batches().map(\.rowsSetAside) == [1, 1])
    try again.check()
  }

  @Test("leave every byte as it was where they are only tried, or fail", .tags(.edge))
  func takenBack() throws {
    let study = try StudyInHand()
    try study.keep([forms("a.csv", [1, 2])], hasRegister: false)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: study.path))
    let seen = try study.file.change(keep: false) {
      _ = try study.file.ingest(
        forms("a.csv", [Double](repeating: 7, count: 3_000)), hasRegister: false)
      try study.file.settle()
      return try study.file.batches().map(\.rowsKept)
    }
    #expect(seen == [3_000])
    #expect(throws: Stop.self) {
      try study.file.change {
        try study.file.removeAll()
        throw Stop()
      }
    }
    #expect(throws: StoreError.rowTwice(file: "c.csv", row: 2)) {
      try study.file.change {
        _ = try study.file.ingest(
          batch("c.csv", .scores, [row(2, [student(1)]), row(2, [student(2)])]),
          hasRegister: false)
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: study.path)) == bytes)
    #expect(try study.file.batches().map(\.rowsKept) == [2])
  }

  @Test("that change nothing do not touch the file")
  func untouched() throws {
    let study = try StudyInHand()
    try study.keep([forms("a.csv", [1, 2])], hasRegister: false)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: study.path))
    try study.file.change { try study.file.settle() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: study.path)) == bytes)
  }

  @Test("in memory are of no file")
  func inMemory() throws {
    let file = try StudyFile.inMemory(studyID: "test")
    _ = try file.ingest(forms("a.csv", [1, 2]), hasRegister: false)
    try file.settle()
    #expect(try file.batches().map(\.rowsKept) == [2])
  }

  @Test("forget everything but a frozen plan, identifiers too")
  func forgotten() throws {
    let study = try StudyInHand()
    try study.keep([forms("a.csv", [1, 2])], hasRegister: false)
    try study.file.rememberFrozenPlan("ab12")
    try study.file.removeAll()
    #expect(try study.file.batches().isEmpty)
    #expect(try study.file.frozenPlan() == "ab12")
    let left = try DatabaseQueue(path: study.path).read {
      try Int.fetchOne($0, sql: "SELECT (SELECT COUNT(*) FROM identifier) + COUNT(*) FROM form")
    }
    #expect(left == 0)
  }

  @Test(
    "are waited for by another import, which then says who has the file", .tags(.edge, .slow),
    .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
  func twoAtOnce() throws {
    let study = try StudyInHand()
    let other = try StudyFile.open(at: study.path, studyID: "test")
    try study.file.change {
      let error = #expect(throws: StoreError.self) { try other.removeAll() }
      #expect(error == .busy(path: study.path))
      #expect(error?.description.contains("another import") == true)
    }
    try other.removeAll()
  }
}
