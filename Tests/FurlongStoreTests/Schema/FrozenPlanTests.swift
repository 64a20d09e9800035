import FurlongStore
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@Suite("What the study file remembers of a plan")
struct FrozenPlanTests {
  @Test("that it was frozen, over closing and opening; a file of the first form takes it")
  func remembered() throws {
    let study = try StudyInHand()
    #expect(try study.file.frozenPlan() == nil)
    try DatabaseQueue(path: study.path).write {
      try $0.execute(sql: "ALTER TABLE study DROP COLUMN frozen_plan")
      try $0.execute(sql: "PRAGMA user_version = 1")
    }
    let lifted = try StudyFile.open(at: study.path, studyID: "test")
    #expect(try lifted.frozenPlan() == nil)
    try lifted.rememberFrozenPlan("ab12")
    #expect(try StudyFile.open(at: study.path, studyID: "test").frozenPlan() == "ab12")
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
