import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Service use around day 0")
struct ServiceUseTests {
  /// One person's columns, a rule each, for events of one kind.
  func select(
    _ events: [EventRecord], on: String = "2024-03-15", knownFrom: String? = "2000-01-01",
    left: String? = nil, dataTo: String = "2025-08-31",
    covers: (String, String) = ("2020-01-01", "2025-08-31"),
    window: ServiceWindow = aYear, meaning: NoRowsMeaning = .noneHappened, everyWay: Bool = false
  ) throws -> (rules: [ServiceUseRule: ServiceUseColumns], timeline: EventTimeline) {
    let study = try StudyInHand()
    let rows =
      events.enumerated().map { number, event in
        row(number + 2, [nhs(1)]) { $0.events = [event] }
      } + [row(900, [nhs(2)]) { $0.events = [.onDay(event: "x", day: day("2024-03-15"))] }]
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1), nhs(1)], on: on, knownFrom: knownFrom, left: left),
            // Someone else, outside the plan's period, so that the column of the trust is known to be there.
            registered(3, [nhs(2)], on: "2019-01-01"),
          ]),
        batch(
          "e.csv", .events, rows, coverage: coverage(["x"], from: covers.0, to: covers.1, meaning)),
      ], hasRegister: true)
    var plan = plan(
      registered: DayRange(from: day("2020-01-01"), to: day("2025-12-31")), dataTo: dataTo,
      events: ["x"], windows: [window])
    plan.countsEveryWay = everyWay
    let cohort = try study.select(plan)
    let rules = Dictionary(uniqueKeysWithValues: cohort.serviceUse.map { ($0.rule, $0) })
    return (rules, try #require(cohort.timelines.first))
  }

  func headline(_ selected: (rules: [ServiceUseRule: ServiceUseColumns], timeline: EventTimeline))
    throws -> ServiceUseColumns
  {
    try #require(selected.rules[.wholeWindow])
  }

  @Test(
    "counts an event on day 0 after, the day before it before, and none on the windows' far side",
    arguments: [
      ("2023-03-14", 0, 0), ("2023-03-15", 1, 0), ("2024-03-14", 1, 0), ("2024-03-15", 0, 1),
      ("2025-03-14", 0, 1),
      ("2025-03-15", 0, 0),
    ])
  func edges(on: String, before: Int, after: Int) throws {
    let column = try headline(select([.onDay(event: "x", day: day(on))]))
    #expect(column.eventsBefore == [before])
    #expect(column.eventsAfter == [after])
    #expect(column.daysBefore == [366], "the year before holds 29 February 2024")
    #expect(column.daysAfter == [365])
  }

  @Test("splits nights at day 0 and says that a spell ran on it")
  func acrossDayZero() throws {
    let column = try headline(
      select([.nights(event: "x", from: day("2024-03-10"), until: day("2024-03-20"))]))
    #expect(column.eventsBefore == [5])
    #expect(column.eventsAfter == [5])
    #expect(column.runningOnDayZero == [1])
  }

  @Test("counts days with the first and the last, and a day of two spells once")
  func days() throws {
    let one = try headline(
      select([.days(event: "x", from: day("2024-03-10"), until: day("2024-03-20"))]))
    #expect(one.eventsBefore == [5])
    #expect(one.eventsAfter == [6])
    #expect(one.runningOnDayZero == [1])
    let moved = try headline(
      select([
        .days(event: "x", from: day("2024-03-10"), until: day("2024-03-15")),
        .days(event: "x", from: day("2024-03-15"), until: day("2024-03-20")),
        .days(event: "x", from: day("2024-05-01"), until: day("2024-05-01")),
      ]))
    #expect(moved.eventsBefore == [5])
    #expect(moved.eventsAfter == [7])
  }

  @Test("counts nights of a spell that runs on day 0 as they fall, all before, or not at all")
  func running() throws {
    let rules = try select(
      [
        .nights(event: "x", from: day("2024-03-10"), until: day("2024-03-20")),
        .nights(event: "x", from: day("2024-05-01"), until: day("2024-05-03")),
        .nights(event: "x", from: day("2023-12-01"), until: day("2023-12-05")),
      ], everyWay: true
    ).rules
    func counted(_ months: Int, _ running: ServiceUseRule.Running) throws -> [Int] {
      let column = try #require(rules[ServiceUseRule(monthsLeftOut: months, running: running)])
      return [column.eventsBefore[0], column.eventsAfter[0]]
    }
    let all = ServiceUseRule.all.filter { $0.index != .registration && $0.homeLeave == nil }
    #expect(Set(rules.keys) == Set(all))
    #expect(try counted(0, .asItFalls) == [9, 7])
    #expect(try counted(0, .before) == [14, 2])
    #expect(try counted(0, .neither) == [4, 2])
    // The spell's nights before day 0, and those moved there, lie in the month that is left out.
    #expect(try counted(1, .asItFalls) == [4, 7])
    #expect(try counted(1, .before) == [4, 2])
    #expect(try counted(1, .neither) == [4, 2])
    #expect(try counted(6, .asItFalls) == [0, 7])
  }

  @Test(
    "says of events on a day that spells make no difference, and of admissions that none lies after"
  )
  func noSpells() throws {
    let contacts = try select([.onDay(event: "x", day: day("2024-01-01"))], everyWay: true).rules
    #expect(
      try #require(contacts[ServiceUseRule(running: .neither)]).notPossible == .noSpells)
    let study = try StudyInHand()
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [nhs(1)], on: "2024-03-15")]),
        batch(
          "e.csv", .events,
          [
            row(2, [nhs(1)]) {
              $0.events = [
                .start(event: "x", from: day("2024-03-10"), until: day("2024-03-20")),
                .nights(event: "y", from: day("2024-03-10"), until: day("2024-03-20")),
              ]
            }
          ], coverage: coverage(["x", "y"])),
      ], hasRegister: true)
    var plan = plan(events: ["x"], windows: [aYear])
    plan.countsEveryWay = true
    let use = try study.select(plan).serviceUse
    let admissions = Dictionary(uniqueKeysWithValues: use.map { ($0.rule, $0) })
    #expect(try #require(admissions[ServiceUseRule(running: .before)]).notPossible == .noSpells)
    #expect(try #require(admissions[ServiceUseRule(running: .neither)]).eventsBefore == [0])
    #expect(try #require(admissions[.wholeWindow]).eventsBefore == [1])
  }

  @Test("windows are whole without the months that are left out")
  func wholeWithoutRunUp() throws {
    let rules = try select([], knownFrom: "2023-03-15", everyWay: true).rules
    for months in [0, 1, 3, 6] {
      let rule = ServiceUseRule(monthsLeftOut: months, wholeWindows: true)
      #expect(try #require(rules[rule]).counted == [true], "\(months)")
    }
    let late = try select([], knownFrom: "2023-03-16", everyWay: true).rules
    #expect(
      try #require(late[ServiceUseRule(monthsLeftOut: 6, wholeWindows: true)]).counted == [false])
  }

  @Test(
    "does not call a spell running that ends or begins on day 0",
    arguments: [
      ("2024-03-10", "2024-03-15"), ("2024-03-15", "2024-03-20"),
    ])
  func notRunning(from: String, until: String) throws {
    let column = try headline(select([.nights(event: "x", from: day(from), until: day(until))]))
    #expect(column.runningOnDayZero == [0])
    #expect(column.eventsBefore[0] + column.eventsAfter[0] == 5)
  }

  @Test("a spell without a night is nobody's night in any month", .tags(.edge))
  func noNight() throws {
    let selected = try select([
      .nights(event: "x", from: day("2024-04-20"), until: day("2024-04-20"))
    ])
    #expect(try headline(selected).eventsAfter == [0])
    #expect(selected.timeline.bins.allSatisfy { $0.events == 0 && $0.peopleWithAny == 0 })
    #expect(selected.timeline.bins.allSatisfy { $0.people == 1 })
  }

  @Test("splits nights at the windows' far edges")
  func farEdges() throws {
    let column = try headline(
      select([
        .nights(event: "x", from: day("2023-03-01"), until: day("2023-03-20")),
        .nights(event: "x", from: day("2025-03-10"), until: day("2025-04-10")),
      ]))
    #expect(column.eventsBefore == [5])
    #expect(column.eventsAfter == [5])
  }

  @Test("lets an open spell run to the end of the data")
  func open() throws {
    let column = try headline(
      select([.nights(event: "x", from: day("2024-08-21"), until: nil)], dataTo: "2024-08-31"))
    #expect(column.eventsAfter == [11])
    #expect(column.daysAfter == [170])
  }

  @Test("counts no day before the person was known, after they left, or outside the export")
  func atRisk() throws {
    let known = try headline(
      select([.onDay(event: "x", day: day("2023-12-31"))], knownFrom: "2024-01-01"))
    #expect(known.daysBefore == [74])
    #expect(known.eventsBefore == [0])
    let left = try headline(
      select([.onDay(event: "x", day: day("2024-04-01"))], left: "2024-03-31"))
    #expect(left.daysAfter == [17], "the day of leaving is included")
    #expect(left.eventsAfter == [0])
    let covered = try headline(select([], covers: ("2024-03-01", "2024-03-31")))
    #expect(covered.daysBefore == [14])
    #expect(covered.daysAfter == [17])
    let onLastDay = try headline(
      select([.onDay(event: "x", day: day("2024-03-31"))], covers: ("2024-03-01", "2024-03-31")))
    #expect(onLastDay.eventsAfter == [1])
  }

  @Test("says whether the days at risk lie side by side on days that are known")
  func unbroken() throws {
    #expect(try headline(select([])).isUnbroken)
    func exports(_ spans: [(String, String)]) throws -> Bool {
      let study = try StudyInHand()
      try study.keep(
        [batch("p.csv", .people, [registered(2, [student(1), nhs(1)], on: "2024-03-15")])]
          + spans.enumerated().map { place, span in
            batch(
              "e\(place).csv", .events,
              [row(2, [nhs(1)]) { $0.events = [.onDay(event: "x", day: day(span.0))] }],
              coverage: coverage(["x"], from: span.0, to: span.1, .noneHappened))
          }, hasRegister: true)
      let cohort = try study.select(
        plan(
          registered: DayRange(from: day("2020-01-01"), to: day("2025-12-31")),
          dataTo: "2025-08-31", events: ["x"], windows: [aYear]))
      return try #require(cohort.serviceUse.first { $0.rule == .wholeWindow }).isUnbroken
    }
    #expect(try exports([("2020-01-01", "2024-01-31"), ("2024-02-01", "2025-08-31")]))
    #expect(try !exports([("2020-01-01", "2023-12-31"), ("2024-02-01", "2025-08-31")]))
  }

  @Test("does not count who was never known, or has no time on one side", .tags(.edge))
  func notCounted() throws {
    let never = try headline(select([], knownFrom: nil))
    #expect(never.counted == [false])
    #expect(never.notKnown == 1)
    let late = try headline(
      select([.onDay(event: "x", day: day("2024-03-20"))], knownFrom: "2024-03-15"))
    #expect(late.counted == [false])
    #expect(late.eventsAfter == [0], "who is not counted has no numbers")
    #expect(late.notKnown == 0)
  }

  @Test("keeps what happened in a whole window after day 0, whatever is known of the time before")
  func wholeAfter() throws {
    let events: [EventRecord] = [.onDay(event: "x", day: day("2024-03-20"))]
    let late = try headline(select(events, knownFrom: "2024-03-15"))
    #expect(late.counted == [false] && late.eventsOfWholeAfter == [1])
    let later = try select(events, knownFrom: "2024-03-16")
    #expect(try headline(later).eventsOfWholeAfter == [nil], "a day of it is not known")
    #expect(later.rules[.bothWindowsWhole]?.eventsOfWholeAfter == [], "the headline alone tells")
    #expect(try headline(select(events, left: "2024-12-31")).eventsOfWholeAfter == [nil])
    #expect(try headline(select(events, knownFrom: nil)).eventsOfWholeAfter == [nil])
    #expect(try headline(select([])).eventsOfWholeAfter == [0])
  }

  @Test("where no rows mean not known, counts only who has a row")
  func notKnown() throws {
    #expect(try headline(select([], meaning: .notKnown)).notKnown == 1)
    let found = try headline(
      select([.onDay(event: "x", day: day("2024-03-20"))], meaning: .notKnown))
    #expect(found.counted == [true])
    #expect(found.notKnown == 0)
  }

  @Test("leaves the last months out of the side before only, by calendar months")
  func leavingOut() throws {
    let selected = try select(
      [.onDay(event: "x", day: day("2024-02-29")), .onDay(event: "x", day: day("2024-04-01"))],
      on: "2024-03-31")
    let month = try #require(selected.rules[.withoutLastMonth])
    // A month before 31 March 2024 is 29 February.
    #expect(month.daysBefore == [366 - 31])
    #expect(month.daysAfter == [365])
    #expect(month.eventsBefore == [0])
    #expect(month.eventsAfter == [1])
    let quarter = try #require(selected.rules[.withoutLastThreeMonths])
    #expect(quarter.daysBefore == [366 - 91])
    #expect(try headline(selected).eventsBefore == [1])
  }

  @Test("can ask for both windows whole")
  func whole() throws {
    #expect(try #require(select([]).rules[.bothWindowsWhole]).counted == [true])
    let short = try select([], dataTo: "2025-03-13")
    #expect(try #require(short.rules[.bothWindowsWhole]).counted == [false])
    #expect(try headline(short).counted == [true])
    #expect(
      try #require(select([], dataTo: "2025-03-14").rules[.bothWindowsWhole]).counted == [true])
  }

  @Test("cannot leave out more than there is", .tags(.edge))
  func tooShort() throws {
    let weeks = ServiceWindow(
      id: "8w", label: "8 weeks", before: TimeLength(8, .weeks), after: TimeLength(8, .weeks))
    let selected = try select([], window: weeks)
    #expect(try #require(selected.rules[.withoutLastThreeMonths]).notPossible == .nothingLeft)
    #expect(try #require(selected.rules[.withoutLastMonth]).notPossible == nil)
  }

  @Test("does not count whom the export cannot name")
  func notLinkable() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2024-03-15"),
            registered(3, [student(2), nhs(2)], on: "2024-03-15"),
          ]),
        batch("e.csv", .events, [row(2, [nhs(2)])], coverage: coverage(["x"])),
      ], hasRegister: true)
    let column = try #require(
      try study.select(plan(events: ["x"], windows: [aYear])).serviceUse.first)
    #expect(column.notLinkable == 1)
    #expect(column.counted.count { $0 } == 1)
  }

  @Test("has a timeline by calendar months that adds up to the headline", .tags(.law))
  func timeline() throws {
    let selected = try select([
      .nights(event: "x", from: day("2024-02-01"), until: day("2024-04-20")),
      .nights(event: "x", from: day("2024-12-01"), until: day("2025-12-01")),
    ])
    let column = try headline(selected)
    let bins = selected.timeline.bins
    #expect(bins.map(\.from) == Array(-12..<12))
    #expect(bins.filter { $0.from < 0 }.map(\.events).reduce(0, +) == column.eventsBefore[0])
    #expect(bins.filter { $0.from >= 0 }.map(\.events).reduce(0, +) == column.eventsAfter[0])
    #expect(bins.map(\.days).reduce(0, +) == 731)
    let monthBefore = try #require(bins.first { $0.from == -1 })
    #expect(
      monthBefore
        == .init(from: -1, to: 0, events: 29, peopleWithAny: 1, ofTwo: 29, people: 1, days: 29))
  }

  @Test("takes counts per period as days from day 0")
  func counted() throws {
    let study = try StudyInHand()
    func person(_ number: Int, _ counts: [(Int, Int, Int)]) -> ImportRow {
      row(number, [hash(.localID, number)]) {
        $0.events = counts.map { .counted(event: "x", from: $0.0, to: $0.1, count: $0.2) }
      }
    }
    try study.keep(
      [
        batch(
          "e.csv", .events,
          [
            person(
              2, [(-56, 0, 11), (0, 14, 5), (14, 28, 3), (28, 42, 3), (42, 56, 3), (56, 70, 9)]),
            person(3, [(-56, 0, 4), (0, 14, 1), (28, 42, 0), (-7, 7, 100)]),
            person(4, [(-56, 0, 4)]),
          ], coverage: EventCoverage(events: ["x"], days: nil, noRowsMeans: .noneHappened))
      ],
      hasRegister: false)
    let weeks = ServiceWindow(
      id: "8w", label: "8 weeks", before: TimeLength(8, .weeks), after: TimeLength(8, .weeks))
    let cohort = try study.select(
      plan(dataTo: nil, dayZero: .none, events: ["x"], windows: [weeks]))
    let rules = Dictionary(uniqueKeysWithValues: cohort.serviceUse.map { ($0.rule, $0) })
    let whole = try #require(rules[.wholeWindow])
    #expect(whole.counted.count { $0 } == 2)
    #expect(whole.eventsBefore.sorted() == [0, 4, 11])
    #expect(whole.eventsAfter.sorted() == [0, 1, 14])
    #expect(whole.daysAfter.sorted() == [0, 28, 56])
    #expect(try #require(rules[.bothWindowsWhole]).eventsAfter.sorted() == [0, 0, 14])
    #expect(
      try #require(rules[.withoutLastMonth]).notPossible == .noDates)
    let timeline = try #require(cohort.timelines.first)
    #expect(timeline.unit == .periods)
    #expect(timeline.bins.map(\.from) == [-56, 0, 14, 28, 42])
    #expect(timeline.bins.map(\.events) == [15, 6, 3, 3, 3])
    #expect(timeline.bins.map(\.people) == [2, 2, 1, 2, 1])
    #expect(timeline.bins.map(\.peopleWithAny) == [2, 2, 1, 1, 1])
  }
}
