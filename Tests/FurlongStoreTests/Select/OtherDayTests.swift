import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Service use from another day than the plan's day 0")
struct OtherDayTests {
  /// Ten people of whom the last came to no session, with admissions and stays of different lengths around both days.
  ///
  /// The trust may have known the fourth only since ten days after registering.
  private func study(knownLate: Bool = false) throws -> StudyInHand {
    let study = try StudyInHand()
    let people = 1...10
    func cameOn(_ person: Int) -> CalendarDay {
      day("2023-0\(person % 9 + 1)-10").adding(days: 40 * (person % 3))
    }
    try study.keep(
      [
        batch(
          "p.csv", .people,
          people.map {
            registered(
              $0 + 1, [student($0), nhs($0)], on: "2023-0\($0 % 9 + 1)-10",
              knownFrom: $0 == 4 && knownLate ? "2023-05-20" : "2015-01-01")
          }),
        batch(
          "a.csv", .attendance,
          people.dropLast().map { person in
            row(person + 1, [student(person)]) {
              let on = cameOn(person)
              $0.places = [
                AttendanceRecord(course: "Sleep", day: on, status: .attended),
                AttendanceRecord(course: "Sleep", day: on.adding(days: 7), status: .attended),
                AttendanceRecord(course: "Sleep", day: on.adding(days: -3), status: .missed),
              ]
            }
          }),
        batch(
          "e.csv", .events,
          people.flatMap { person in
            (0..<person % 4 + 1).map { number in
              row(person * 10 + number, [nhs(person)]) {
                let from = cameOn(person).adding(days: 3 * person - 25 - 80 * number * (number - 2))
                let until = from.adding(days: 25 - 4 * number)
                $0.events = [
                  .start(event: "admission", from: from, until: until),
                  .nights(event: "night", from: from, until: until),
                ]
              }
            }
          }, coverage: coverage(["admission", "night"])),
      ], hasRegister: true)
    return study
  }

  private func plan(_ dayZero: CohortPlan.DayZero, everyWay: Bool = true) -> CohortPlan {
    var plan = FurlongStoreTests.plan(
      dayZero: dayZero, events: ["admission", "night"], windows: [aYear])
    plan.countsEveryWay = everyWay
    return plan
  }

  /// Each person's events and days, whatever their order.
  private func people(_ column: ServiceUseColumns, where isOne: (Int) -> Bool = { _ in true })
    -> [[Int]]
  {
    column.counted.indices.filter { column.counted[$0] && isOne($0) }.map {
      [
        column.eventsBefore[$0], column.eventsAfter[$0], column.daysBefore[$0],
        column.daysAfter[$0], column.runningOnDayZero[$0],
      ]
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test("is what a plan from that day counts, of the same people", .tags(.law))
  func asItsOwnPlan() throws {
    let study = try study()
    let fromRegistration = try study.select(plan(.firstRegistration)).serviceUse
    let fromSession = try study.select(plan(.firstSessionAttended)).serviceUse
    func find(
      _ columns: [ServiceUseColumns], _ event: String, _ rule: ServiceUseRule
    ) throws -> ServiceUseColumns {
      try #require(columns.first { $0.event == event && $0.rule == rule })
    }
    var seen: Set<[[Int]]> = []
    for event in ["admission", "night"] {
      for rule in ServiceUseRule.all(from: .plans) {
        var (later, earlier) = (rule, rule)
        later.index = .firstSession
        earlier.index = .registration
        let other = try find(fromRegistration, event, later)
        let own = try find(fromSession, event, rule)
        #expect(other.notPossible == own.notPossible, "\(rule.words)")
        #expect(people(other) == people(own), "\(event), \(rule.words)")
        // Of those who registered nine came, and the tenth is in no number of a plan that counts from the first session.
        let registered = try find(fromRegistration, event, rule)
        let came = try find(fromSession, event, earlier)
        let never = people(registered).count - people(came).count
        #expect(own.notPossible != nil || never <= 1, "\(rule.words)")
        #expect(people(came).allSatisfy(people(registered).contains))
        seen.insert(people(other))
      }
    }
    #expect(seen.count > 12, "the ways differ")
  }

  @Test("counts nobody whom the plan's own way does not count")
  func nested() throws {
    // One whom the trust has known only since after registering, and before the first session.
    let use = try study(knownLate: true).select(plan(.firstRegistration)).serviceUse
    let whole = try #require(use.first { $0.rule == .wholeWindow })
    let other = try #require(use.first { $0.rule == ServiceUseRule(index: .firstSession) })
    #expect(whole.counted.count { $0 } == 9)
    #expect(other.counted.count { $0 } == 8)
    #expect(zip(whole.counted, other.counted).allSatisfy { $0 || !$1 })
  }

  @Test("is asked for in every way alone, and is none where there is no such day", .tags(.edge))
  func none() throws {
    let usual = try study().select(plan(.firstRegistration, everyWay: false)).serviceUse
    #expect(Set(usual.map(\.rule)) == Set(ServiceUseRule.usual))
    let nobody = try StudyInHand()
    try nobody.keep(
      [
        batch("p.csv", .people, [registered(2, [nhs(1)], on: "2024-03-15")]),
        batch(
          "e.csv", .events,
          [row(2, [nhs(1)]) { $0.events = [.onDay(event: "admission", day: day("2024-03-10"))] }],
          coverage: coverage(["admission", "night"])),
      ], hasRegister: true)
    let use = try nobody.select(plan(.firstRegistration)).serviceUse
    #expect(use.count == 2 * 48)
    #expect(
      use.filter { $0.rule.index != .plans }.allSatisfy {
        $0.notPossible == .noOtherDay && !$0.counted.contains(true)
      })
    var dateless = plan(.firstRegistration)
    dateless.dayZero = .none
    #expect(dateless.otherIndex == nil)
  }

  @Test("each way has words of its own", .tags(.law))
  func words() {
    #expect(Set(ServiceUseRule.all.map(\.words)).count == ServiceUseRule.all.count)
    for rule in ServiceUseRule.all {
      #expect(ServiceUseRule(rawValue: rule.rawValue) == rule)
    }
    #expect(
      ServiceUseRule(monthsLeftOut: 3, index: .firstSession).words
        == "leaving out 3 months before day 0; day 0 the first session attended")
  }
}
