import FurlongStore
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@Suite("What the study file remembers of a plan")
struct FrozenPlanTests {
  @Test("that it was frozen, over closing and opening")
  func remembered() throws {
    let study = try StudyInHand()
    #expect(try study.file.frozenPlan() == nil)
    try study.file.rememberFrozenPlan("ab12")
    #expect(try StudyFile.open(at: study.path, studyID: "test").frozenPlan() == "ab12")
  }

  @Test(
    "that it was frozen, where an older form is emptied; nothing is selected until an import",
    .tags(.edge))
  func olderForm() throws {
    let study = try StudyInHand()
    let rows = [form(2, student(1), .day(day("2024-01-01")), .total(1))]
    try study.keep([batch("f.csv", .scores, rows)], hasRegister: false)
    try study.file.rememberFrozenPlan("ab12")
    try DatabaseQueue(path: study.path).write { try $0.execute(sql: "PRAGMA user_version = 3") }
    let emptied = try StudyFile.open(at: study.path, studyID: "test")
    #expect(try emptied.frozenPlan() == "ab12")
    #expect(try emptied.batches().isEmpty)
    #expect(throws: StoreError.notSettled) { try emptied.select(plan(), requiredAnswers: [:]) }
    // The first form remembered nothing of plans.
    try DatabaseQueue(path: study.path).write {
      try $0.execute(sql: "ALTER TABLE study DROP COLUMN frozen_plan")
      try $0.execute(sql: "PRAGMA user_version = 1")
    }
    #expect(try StudyFile.open(at: study.path, studyID: "test").frozenPlan() == nil)
  }

  @Test("the last day of which a row speaks", .tags(.edge))
  func lastDay() throws {
    let study = try StudyInHand()
    #expect(try study.file.lastDay() == nil)
    let people = row(2, [student(1)]) {
      $0.registration = Registration(
        registeredOn: day("2024-09-01"), knownToTrustFrom: nil, leftOn: nil, ageBand: nil)
    }
    try study.keep([batch("people.csv", .people, [people])], hasRegister: true)
    #expect(try study.file.lastDay() == day("2024-09-01"))
  }
}
