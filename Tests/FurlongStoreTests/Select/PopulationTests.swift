import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The population")
struct PopulationTests {
  let period = DayRange(from: day("2024-01-01"), to: day("2024-12-31"))

  @Test("loses people line by line, and keeps the first day 0 of who registers again")
  func steps() throws {
    let study = try StudyInHand()
    let user = ["type": "service user"]
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2024-02-01", about: user),
            registered(3, [student(1)], on: "2024-09-01", about: ["type": "carer"]),
            registered(4, [student(2)], on: "2023-12-31", about: user),
            registered(5, [student(2)], on: "2024-03-01", about: user),
            registered(6, [student(3)], on: "2024-03-01", about: ["type": "carer"]),
            registered(7, [student(4)], on: "2024-12-31", about: user),
          ])
      ], hasRegister: true)
    let criterion = CohortPlan.Criterion(column: "type", values: ["service user"])
    let cohort = try study.select(plan(registered: period, criteria: [criterion]))
    #expect(
      cohort.steps == [
        .init(condition: .registered, people: 4),
        .init(condition: .registeredInPeriod, people: 3),
        .init(condition: .criterion(criterion), people: 2, others: ["carer": 1]),
      ])
    #expect(cohort.dayZero == [day("2024-02-01"), day("2024-12-31")])
    #expect(cohort.about["type"] == ["service user", "service user"])
  }

  @Test("puts nobody by the alphabet in one of two arms of a trial that rows name")
  func bothArms() throws {
    let study = try StudyInHand()
    let arms = [["TAU", "RC"], ["RC", "RC"], ["tau", nil], ["TAU", nil]]
    try study.keep(
      [
        batch(
          "p.csv", .people,
          arms.enumerated().flatMap { person, arms in
            arms.enumerated().map { time, arm in
              registered(
                2 * person + time + 2, [student(person)], on: "2024-02-0\(person + 1)",
                about: arm.map { ["arm": $0] } ?? [:])
            }
          })
      ], hasRegister: true)
    var plan = plan(registered: period, criteria: [])
    #expect(try study.select(plan).about["arm"]?.contains(nil) == false)
    plan.arms = CohortPlan.Criterion(column: "arm", values: ["RC", "TAU"])
    let cohort = try study.select(plan)
    let byDay = Dictionary(uniqueKeysWithValues: zip(cohort.dayZero, cohort.about["arm"] ?? []))
    #expect(byDay[day("2024-02-01")] == .some(nil))
    #expect(byDay[day("2024-02-02")] == "RC" && byDay[day("2024-02-04")] == "TAU")
  }

  @Test(
    "a no at a later registration takes the yes of the first back, and a later yes makes no earlier no undone"
  )
  func refusedLater() throws {
    let study = try StudyInHand()
    let answers = [["yes", "yes"], ["yes", "No"], ["no", "yes"], ["yes", nil], [nil, "yes"]]
    try study.keep(
      [
        batch(
          "p.csv", .people,
          answers.enumerated().flatMap { person, answers in
            answers.enumerated().map { time, answer in
              registered(
                2 * person + time + 2, [student(person)],
                on: time == 0 ? "2024-02-01" : "2024-09-01",
                about: answer.map { ["consent": $0] } ?? [:])
            }
          })
      ], hasRegister: true)
    let criterion = CohortPlan.Criterion(column: "consent", values: ["yes"])
    let cohort = try study.select(plan(registered: period, criteria: [criterion]))
    #expect(
      cohort.steps.last
        == .init(
          condition: .criterion(criterion), people: 2,
          others: ["no": 2, Cohort.Step.notRecorded: 1]))
  }

  @Test("takes words that differ in capitals for one, as most people have it written")
  func capitals() throws {
    let study = try StudyInHand()
    let words = ["Female", "female", "Female", "FEMALE", "Élan", "élan", "élan", "Male"]
    try study.keep(
      [
        batch(
          "p.csv", .people,
          words.enumerated().map { place, word in
            registered(place + 2, [student(place)], on: "2024-02-01", about: ["gender": word])
          } + [
            registered(20, [student(0)], on: "2024-02-01", about: ["gender": "female"])
          ])
      ], hasRegister: true)
    let counts = Dictionary(
      grouping: try study.select(plan(registered: period)).about["gender"] ?? [], by: { $0 }
    ).mapValues(\.count)
    #expect(counts == ["Female": 4, "élan": 3, "Male": 1])
    #expect(try study.file.problems().isEmpty)
    let criterion = CohortPlan.Criterion(column: "gender", values: ["FEMALE"])
    let women = try study.select(plan(registered: period, criteria: [criterion]))
    #expect(women.steps.last?.people == 4)
    #expect(women.steps.last?.others == ["élan": 3, "Male": 1])
  }

  @Test("may count from the first session attended, and counts who never came")
  func firstSession() throws {
    let study = try StudyInHand()
    func place(_ number: Int, _ on: String, _ status: AttendanceStatus) -> ImportRow {
      row(number, [student(1)]) {
        $0.places = [AttendanceRecord(course: "Sleep", day: day(on), status: status)]
      }
    }
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2024-02-01"),
            registered(3, [student(2)], on: "2024-02-01"),
          ]),
        batch(
          "a.csv", .attendance,
          [
            place(2, "2024-03-01", .missed), place(3, "2024-03-08", .attended),
            place(4, "2024-03-15", .cancelledByCollege),
            place(5, "2025-09-01", .attended),
          ]),
      ], hasRegister: true)
    let cohort = try study.select(plan(dayZero: .firstSessionAttended))
    #expect(cohort.steps.last == .init(condition: .hasDayZero, people: 1))
    #expect(cohort.dayZero == [day("2024-03-08")])
    #expect(cohort.attendance?.attended == [1], "the one after the end of the data is left out")
    #expect(cohort.attendance?.missed == [0], "the one before day 0 is left out")
    #expect(cohort.attendance?.cancelledByCollege == [1])
  }

  @Test("A trust's list says since when it has known students, and makes nobody a student")
  func caseload() throws {
    let study = try StudyInHand()
    func listed(_ number: Int, _ who: Int, left: String?) -> ImportRow {
      row(number, [nhs(who)]) {
        $0.registration = Registration(
          registeredOn: nil, knownToTrustFrom: day("2020-01-01"), leftOn: left.map(day),
          ageBand: nil)
      }
    }
    func registered(_ number: Int, _ who: Int) -> ImportRow {
      row(number, [student(who), nhs(who)]) {
        $0.registration = Registration(
          registeredOn: day("2024-03-01"), knownToTrustFrom: nil, leftOn: nil, ageBand: nil)
      }
    }
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, 1), registered(3, 2)]),
        batch(
          "list.csv", .caseload,
          [listed(2, 1, left: "2024-09-01"), listed(3, 7, left: nil), listed(4, 8, left: nil)]),
      ], hasRegister: true)
    let kept = try #require(try study.file.batches().first { $0.kind == .caseload })
    #expect(kept.rowsKept == 1 && kept.rowsSkipped == 2 && kept.rowsSetAside == 0)
    #expect(try study.file.problems().isEmpty)
    let cohort = try study.select(
      plan(dayZero: .firstRegistration, events: ["admission"], windows: [aYear]))
    #expect(cohort.size == 2, "those on the list alone are no students")
  }

  @Test("A trust's list ties its own ids to those of students, in whatever order the exports come")
  func tying() throws {
    let own = hash(.localID, 40)
    let list = batch(
      "list.csv", .caseload,
      [
        row(2, [nhs(1), own]) {
          $0.registration = Registration(
            registeredOn: nil, knownToTrustFrom: nil, leftOn: nil, ageBand: nil)
        },
        row(3, [nhs(9), hash(.localID, 41)]),
      ])
    let register = batch(
      "p.csv", .people,
      [
        row(2, [student(1), nhs(1)]) {
          $0.registration = Registration(
            registeredOn: day("2024-03-01"), knownToTrustFrom: nil, leftOn: nil, ageBand: nil)
        }
      ])
    let forms = batch(
      "f.csv", .scores,
      [
        form(2, own, .day(day("2024-03-02")), .total(5)),
        form(3, hash(.localID, 41), .day(day("2024-03-02")), .total(7)),
      ])
    for order in [[register, list, forms], [register, forms, list]] {
      let study = try StudyInHand()
      try study.keep(order, hasRegister: true)
      let plan = plan(dataTo: "2025-08-31", occasions: [baselineWindow], scales: ["swemwbs"])
      let cohort = try study.select(plan)
      #expect(cohort.size == 1 && cohort.forms.first?.answers == [.total(5)])
      #expect(try study.file.problems().map(\.code) == ["I040"], "of one who is no student")
    }
  }

  @Test("A row may hold several places, each counted")
  func placesOfARow() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            row(2, [student(1)]) {
              $0.registration = Registration(
                registeredOn: day("2024-03-01"), knownToTrustFrom: nil, leftOn: nil, ageBand: nil)
            }
          ]),
        batch(
          "a.csv", .attendance,
          [
            row(2, [student(1)]) {
              $0.places = ["2024-03-08", "2024-03-15", "2024-03-22"].enumerated().map {
                AttendanceRecord(
                  course: "Sleep", day: day($1), status: $0 == 1 ? .missed : .attended)
              }
            }
          ]),
      ], hasRegister: true)
    let cohort = try study.select(plan(dayZero: .firstRegistration))
    #expect(cohort.attendance?.attended == [2] && cohort.attendance?.missed == [1])
  }

  @Test("has no attendance and no stories where no export gave them", .tags(.edge))
  func absent() throws {
    let study = try StudyInHand()
    try study.keep([], hasRegister: false)
    let cohort = try study.select(plan(dayZero: .none, events: ["admission"], windows: [aYear]))
    #expect(cohort.size == 0)
    #expect(cohort.attendance == nil)
    #expect(cohort.stories == nil)
    #expect(cohort.serviceUse.first?.notPossible == .noExport)
  }
}
