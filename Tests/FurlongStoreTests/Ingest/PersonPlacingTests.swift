import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Whose a row is")
struct PersonPlacingTests {
  /// Ingests a register and gives how many people there are and which rows were set aside.
  func people(_ rows: [ImportRow]) throws -> (people: Int, setAside: [Int]) {
    let study = try StudyInHand()
    try study.keep([batch("people.csv", .people, rows)], hasRegister: true)
    let problems = try study.file.problems().filter { $0.severity == .setAside }
    return (try study.select(plan()).size, problems.compactMap(\.row).sorted())
  }

  @Test("a register ties the identifiers of a row to one person")
  func tied() throws {
    let study = try StudyInHand()
    let spell = EventRecord.onDay(event: "admission", day: day("2024-05-01"))
    try study.keep(
      [
        batch("people.csv", .people, [registered(2, [student(1), nhs(1)], on: "2024-01-01")]),
        batch(
          "spells.csv", .events, [row(2, [nhs(1)]) { $0.events = [spell] }],
          coverage: coverage(["admission"])),
      ], hasRegister: true)
    let cohort = try study.select(
      plan(dataTo: "2025-08-31", events: ["admission"], windows: [aYear]))
    #expect(cohort.size == 1)
    #expect(cohort.serviceUse.first?.eventsAfter == [1])
  }

  @Test("a row that the register does not know belongs to nobody, and says no value")
  func nobody() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("people.csv", .people, [registered(2, [student(1)], on: "2024-01-01")]),
        batch("f.csv", .scores, [form(7, student(9), .day(day("2024-01-01")), .total(1))]),
      ], hasRegister: true)
    let problem = try #require(try study.file.problems().first)
    #expect(problem.code == "I040")
    #expect(problem.row == 7)
    #expect(problem.severity == .setAside)
    #expect(!problem.message.contains(student(9).hash))
    #expect(try study.select(plan()).size == 1)
  }

  @Test(
    "a record's number is the person's whom another row of the same export names, and in no other export",
    arguments: [false, true])
  func recordNumbers(registerComesLast: Bool) throws {
    func local(_ number: Int) -> KeyedHash { hash(.localID, number) }
    func form(_ number: Int, _ who: [KeyedHash], _ day: String) -> ImportRow {
      row(number, who) {
        $0.forms = [
          FormRecord(
            scale: "swemwbs", moment: .day(FurlongStoreTests.day(day)),
            answers: .total(Double(number)))
        ]
      }
    }
    let register = batch(
      "people.csv", .people,
      [
        registered(2, [student(1)], on: "2024-01-01"),
        registered(3, [student(2)], on: "2024-01-01"),
      ])
    let redcap = batch(
      "redcap.csv", .scores,
      [
        form(2, [local(1)], "2024-05-01"), form(3, [local(1), student(1)], "2024-01-01"),
        form(4, [local(2), student(2)], "2024-01-01"), form(5, [local(2)], "2024-05-01"),
        form(6, [local(3), student(1)], "2024-02-01"),
        form(7, [local(3), student(2)], "2024-02-01"),
        form(8, [local(3)], "2024-05-01"), form(9, [local(4)], "2024-05-01"),
      ])
    let other = batch("other.csv", .scores, [form(2, [local(1)], "2024-06-01")])
    let study = try StudyInHand()
    try study.keep(
      registerComesLast ? [redcap, other, register] : [register, redcap, other], hasRegister: true)
    let problems = try study.file.problems().filter { $0.severity == .setAside }
    // Record 3 names two people, record 4 nobody; the other export has its own numbers.
    #expect(problems.filter { $0.code == "I057" }.compactMap(\.row) == [8])
    #expect(
      problems.filter { $0.code == "I040" }.map { "\($0.file) \($0.row ?? 0)" }.sorted() == [
        "other.csv 2", "redcap.csv 9",
      ])
    #expect(try study.select(plan()).size == 2)
  }

  @Test("without a register every export makes people")
  func noRegister() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("a.csv", .scores, [form(2, student(1), .occasion("pre"), .total(1))]),
        batch("b.csv", .scores, [form(2, student(2), .occasion("pre"), .total(1))]),
      ], hasRegister: false)
    #expect(try study.select(plan(dataTo: nil, dayZero: .none)).size == 2)
  }

  @Test(
    "a student with a new id and the same NHS number is one person, in any order of rows",
    .tags(.law))
  func renamed() throws {
    let rows = [
      registered(2, [student(1)], on: "2024-01-01"),
      registered(3, [nhs(1)], on: "2024-01-02"),
      registered(4, [student(1), nhs(1)], on: "2024-01-03"),
      registered(5, [student(2), nhs(1)], on: "2024-01-04"),
    ]
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
      let found = try people(order.map { rows[$0] })
      #expect(found.people == 1)
      #expect(found.setAside.isEmpty)
    }
  }

  @Test("a row whose identifiers point at two people is set aside and merges nobody", .tags(.law))
  func torn() throws {
    let rows = [
      registered(2, [student(1), nhs(1)], on: "2024-01-01"),
      registered(3, [student(2), nhs(2)], on: "2024-01-01"),
      registered(4, [student(1), nhs(2)], on: "2024-01-01"),
    ]
    for order in [[0, 1, 2], [2, 0, 1], [2, 1, 0]] {
      let found = try people(order.map { rows[$0] })
      #expect(found.people == 2)
      #expect(found.setAside == [4])
    }
  }

  @Test("a row of another export with identifiers of two people is set aside")
  func tornElsewhere() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "people.csv", .people,
          [
            registered(2, [student(1), nhs(1)], on: "2024-01-01"),
            registered(3, [student(2), nhs(2)], on: "2024-01-01"),
          ]),
        batch("f.csv", .scores, [row(2, [student(1), nhs(2)]), row(3, [student(1), nhs(77)])]),
      ], hasRegister: true)
    #expect(try study.file.problems().map(\.place) == ["f.csv:2"])
    #expect(try study.file.problems().map(\.code) == ["I057"])
  }

  @Test("two NHS numbers of one student are kept with a warning")
  func twoNumbers() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "people.csv", .people,
          [
            registered(2, [student(1), nhs(1)], on: "2024-01-01"),
            registered(3, [student(1), nhs(2)], on: "2024-06-01"),
          ])
      ], hasRegister: true)
    #expect(try study.file.problems().map(\.code) == ["I058", "I058"])
    #expect(try study.select(plan()).size == 1)
  }

  @Test(
    "two ids with one NHS number are one person; where their registrations do not fit, with a warning",
    arguments: [
      ("2024-06-01", "2000-01-01", 0), ("2024-06-01", "2010-01-01", 2),
      ("2024-01-01", "2000-01-01", 2),
    ])
  func sharedNumber(on: String, knownFrom: String, warnings: Int) throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "people.csv", .people,
          [
            registered(2, [student(1), nhs(1)], on: "2024-01-01"),
            registered(3, [student(2), nhs(1)], on: on, knownFrom: knownFrom),
          ])
      ], hasRegister: true)
    #expect(
      try study.file.problems().map(\.code) == [String](repeating: "I062", count: warnings))
    #expect(try study.select(plan()).size == 1)
  }

  @Test(
    "a changed register places the rows of the other exports anew, whichever came first",
    .tags(.law))
  func changedRegister() throws {
    let study = try StudyInHand()
    let forms = batch(
      "f.csv", .scores,
      [
        form(2, student(1), .day(day("2024-01-01")), .total(1)),
        form(3, student(2), .day(day("2024-01-01")), .total(2)),
      ])
    try study.keep([forms], hasRegister: true)
    #expect(try study.file.batches().map(\.rowsSetAside) == [2])
    try study.keep(
      [batch("people.csv", .people, [registered(2, [student(1)], on: "2024-01-01")])],
      hasRegister: true)
    #expect(try study.file.batches().map(\.rowsSetAside) == [1, 0])
    try study.keep(
      [batch("people.csv", .people, [registered(2, [student(2)], on: "2024-01-01")], digest: "n")],
      hasRegister: true)
    #expect(try study.file.problems().map(\.place) == ["f.csv:2"])
    try study.file.remove(file: "people.csv")
    try study.file.settle()
    #expect(try study.file.batches().map(\.rowsSetAside) == [2])
  }
}
