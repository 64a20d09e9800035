import Foundation
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@testable import FurlongStore

@Suite("People as somebody decided")
struct DecidedPeopleTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func file(_ name: String, _ decisions: PeopleDecisions) throws -> StudyFile {
    try StudyFile.open(
      at: folder.url.path + "/" + name, studyID: "test", decisions: decisions)
  }

  private let register = batch(
    "people.csv", .people,
    [
      registered(2, [student(1), nhs(1)], on: "2024-01-01"),
      registered(3, [student(2)], on: "2024-01-02"),
      registered(4, [student(3), nhs(3)], on: "2024-01-03"),
    ])
  private let forms = batch(
    "f.csv", .scores,
    [
      form(2, student(1), .day(day("2024-01-01")), .total(1)),
      form(3, student(9), .day(day("2024-02-01")), .total(2)),
      form(4, student(2), .day(day("2024-03-01")), .total(3)),
    ])

  private func ingest(_ file: StudyFile, _ batches: [ImportBatch]) throws {
    for batch in batches { _ = try file.ingest(batch, hasRegister: true) }
    try file.settle()
  }

  private func nobodys(_ file: StudyFile) throws -> [Int] {
    try file.problems().filter { $0.code == "I040" }.compactMap(\.row)
  }

  @Test("an id that is nobody's becomes the person's with whom it was merged, whichever came first")
  func merged() throws {
    let decisions = PeopleDecisions(merged: [[student(9), student(2)]])
    for (name, batches) in [("a", [register, forms]), ("b", [forms, register])] {
      let file = try file(name, decisions)
      try ingest(file, batches)
      #expect(try nobodys(file).isEmpty)
      let people = try file.people(of: [student(9), student(2), student(1)])
      #expect(people[student(9)] == people[student(2)] && people[student(1)] != people[student(2)])
      #expect(try file.select(plan(), requiredAnswers: [:]).size == 3)
    }
    let without = try file("c", PeopleDecisions())
    try ingest(without, [register, forms])
    #expect(try nobodys(without) == [3])
  }

  @Test("two people of the register who are one are one, and no rows are torn by it")
  func ofRegister() throws {
    // Without the decision the row with both ids would point at two people.
    let torn = batch(
      "people.csv", .people,
      [
        registered(2, [student(1), nhs(1)], on: "2024-01-01"),
        registered(3, [student(2), nhs(2)], on: "2024-01-02"),
        registered(4, [student(1), nhs(2)], on: "2024-01-03"),
      ])
    let without = try file("a", PeopleDecisions())
    try ingest(without, [torn])
    #expect(try without.problems().contains { $0.code == "I057" })
    let with = try file("b", PeopleDecisions(merged: [[student(2), student(1)]]))
    try ingest(with, [torn])
    #expect(try !with.problems().contains { $0.code == "I057" })
    #expect(try with.select(plan(), requiredAnswers: [:]).size == 1)
  }

  @Test("of ids merged by hand nobody asks whether the NHS number is right")
  func notAsked() throws {
    let twice = batch(
      "people.csv", .people,
      [
        registered(2, [student(1)], on: "2024-01-01"),
        registered(3, [student(2)], on: "2024-01-01"),
      ])
    let file = try file("a", PeopleDecisions(merged: [[student(1), student(2)]]))
    try ingest(file, [twice])
    #expect(try !file.problems().contains { $0.code == "I062" })
  }

  @Test(
    "what hangs together by several decisions is one person, in whatever order they were made",
    .tags(.law))
  func chained() throws {
    let late = batch(
      "f.csv", .scores,
      [
        form(2, student(8), .day(day("2024-01-01")), .total(1)),
        form(3, student(9), .day(day("2024-02-01")), .total(2)),
      ])
    // No export holds student 50, over which two of them hang together.
    let pairs = [
      [student(8), student(9)], [student(9), student(50)], [student(50), student(2)],
    ]
    for (name, order) in [
      ("a", [0, 1, 2]), ("b", [2, 1, 0]), ("c", [1, 0, 2]), ("d", [0, 2, 1]),
    ] {
      let file = try file(name, PeopleDecisions(merged: order.map { pairs[$0] }))
      try ingest(file, [register, late])
      #expect(try nobodys(file).isEmpty, "\(order)")
      let people = try file.people(of: [student(8), student(9), student(2)])
      #expect(Set(people.values).count == 1 && people.count == 3)
    }
  }

  @Test("merging ids that are nobody's makes nobody", .tags(.edge))
  func unknown() throws {
    let file = try file("a", PeopleDecisions(merged: [[student(9), student(77)], []]))
    try ingest(file, [register, forms])
    #expect(try nobodys(file) == [3])
    #expect(try file.unknown(among: [student(9), student(77), nhs(1)]) == [student(77)])
  }

  @Test(
    "a file that was emptied and filled again holds what a new one holds, row by row",
    .tags(.law))
  func afresh() throws {
    let old = try file("a", PeopleDecisions())
    try ingest(old, [register, forms])
    let decisions = PeopleDecisions(merged: [[student(9), student(2)], [student(1), student(3)]])
    let again = try file("a", decisions)
    try again.change {
      try again.removeAll()
      try ingest(again, [register, forms])
    }
    let fresh = try file("b", decisions)
    try fresh.change { try ingest(fresh, [register, forms]) }
    #expect(try content(again) == content(fresh))
    #expect(try content(old) == content(again), "the same file")
  }

  /// Every row of every table but the seal, in order.
  private func content(_ file: StudyFile) throws -> [String] {
    try DatabaseQueue(path: file.path).read { database in
      let tables = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'seal' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
      }
    }
  }
}
