import FurlongStore
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@Suite("States of a part of life in the study file")
struct StateSelectionTests {
  private let work = LifeOutcome(
    id: "work", label: "work", states: ["working", "not working"], sought: ["working"],
    soughtLabel: "in work")

  private func state(_ row: Int, _ who: KeyedHash, on: String, _ state: String) -> ImportRow {
    FurlongStoreTests.row(row, [who]) {
      $0.forms = [FormRecord(scale: "work", moment: .day(day(on)), answers: .state(state))]
    }
  }

  @Test("are picked like forms: the nearest in the window, words as they were")
  func picked() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [student(1)], on: "2024-06-01")]),
        batch(
          "f.csv", .scores,
          [
            state(2, student(1), on: "2024-06-20", "not working"),
            state(3, student(1), on: "2024-06-03", "working"),
          ]),
      ], hasRegister: true)
    var plan = plan(occasions: [baselineWindow])
    plan.lifeOutcomes = [work]
    let column = try #require(try study.select(plan).forms.first)
    #expect(column.scale == "work")
    #expect(column.answers == [.state("working")])
    #expect(column.severalForms == 1)
  }

  @Test("that disagree on one day are set aside")
  func dispute() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [student(1)], on: "2024-06-01")]),
        batch(
          "f.csv", .scores,
          [
            state(2, student(1), on: "2024-06-03", "not working"),
            state(3, student(1), on: "2024-06-03", "working"),
          ]),
      ], hasRegister: true)
    #expect(try study.file.problems().map(\.code) == ["I039", "I039"])
  }

  @Test("come into a study file of an older form, whose forms are kept", .tags(.edge))
  func lifted() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [student(1)], on: "2024-06-01")]),
        batch("f.csv", .scores, [form(2, student(1), .day(day("2024-06-03")), .items([1, 2]))]),
      ], hasRegister: true)
    // The file as the form before had it.
    try DatabaseQueue(path: study.path).write { database in
      try database.execute(
        sql: """
          CREATE TABLE old AS SELECT id, entry, scale, day, occasion, answers, answered, copy
            FROM form;
          DROP TABLE form;
          CREATE TABLE form (
            id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
            scale TEXT NOT NULL, day INTEGER, occasion TEXT, answers TEXT NOT NULL,
            answered INTEGER, copy INTEGER NOT NULL DEFAULT 0) STRICT;
          INSERT INTO form SELECT * FROM old;
          DROP TABLE old;
          PRAGMA user_version = 2;
          """)
    }
    let lifted = try StudyFile.open(at: study.path, studyID: "test")
    let plan = plan(occasions: [baselineWindow], scales: ["swemwbs"])
    let column = try #require(
      try lifted.select(plan, requiredAnswers: ["swemwbs": 2]).forms.first)
    #expect(column.answers == [.items([1, 2])])
  }
}
