import FurlongStore
import FurlongStudy
import FurlongTestSupport
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
}
