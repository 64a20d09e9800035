import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The first event from day 0 on")
struct FirstEventTests {
  /// One person's column, for events of one kind; day 0 is 15 March 2024.
  func select(
    _ events: [EventRecord], knownFrom: String? = "2000-01-01", left: String? = nil,
    covers: [(String, String)] = [("2020-01-01", "2025-08-31")],
    meaning: NoRowsMeaning = .noneHappened, transfers: Transfers = .joined
  ) throws -> FirstEvents {
    let study = try StudyInHand()
    var batches = [
      batch(
        "p.csv", .people,
        [
          registered(2, [student(1), nhs(1)], on: "2024-03-15", knownFrom: knownFrom, left: left),
          registered(3, [nhs(2)], on: "2019-01-01"),
        ])
    ]
    for (place, span) in covers.enumerated() {
      let rows =
        place > 0
        ? []
        : events.enumerated().map { number, event in
          row(number + 2, [nhs(1)]) { $0.events = [event] }
        }
      batches.append(
        batch(
          "e\(place).csv", .events,
          rows + [row(900, [nhs(2)]) { $0.events = [.onDay(event: "x", day: day(span.0))] }],
          coverage: coverage(["x"], from: span.0, to: span.1, meaning)))
    }
    try study.keep(batches, hasRegister: true)
    var plan = plan(
      registered: DayRange(from: day("2020-01-01"), to: day("2025-12-31")), events: ["x"])
    plan.timedEvents = ["x"]
    plan.events[0].transfers = transfers
    return try #require(study.select(plan).firstEvents.first)
  }

  private static let toTheEnd = day("2025-08-31").number - day("2024-03-15").number

  @Test("counts days from day 0, which is day 0, and nothing before it")
  func days() throws {
    #expect(try select([]).ends == [.lost(after: Self.toTheEnd)])
    #expect(try select([.onDay(event: "x", day: day("2024-03-14"))]).ends == [.lost(after: 534)])
    #expect(try select([.onDay(event: "x", day: day("2024-03-15"))]).ends == [.had(day: 0)])
    #expect(
      try select([
        .onDay(event: "x", day: day("2024-06-01")), .onDay(event: "x", day: day("2024-03-25")),
        .onDay(event: "x", day: day("2024-01-01")),
      ]).ends == [.had(day: 10)])
  }

  @Test("ends with leaving, with the first day that is not covered, and with the data")
  func lost() throws {
    let event = EventRecord.onDay(event: "x", day: day("2024-06-01"))
    #expect(try select([event], left: "2024-05-31").ends == [.lost(after: 77)])
    #expect(try select([event], left: "2024-06-01").ends == [.had(day: 78)])
    let gap = [("2020-01-01", "2024-04-30"), ("2024-05-02", "2025-08-31")]
    #expect(try select([event], covers: gap).ends == [.lost(after: 46)])
    let touching = [("2020-01-01", "2024-04-30"), ("2024-05-01", "2025-08-31")]
    #expect(try select([event], covers: touching).ends == [.had(day: 78)])
  }

  @Test("of a spell is its first day or night, and whoever has one on day 0 is left out")
  func spells() throws {
    for make in [EventRecord.start, EventRecord.nights, EventRecord.days] {
      let later = try select([make("x", day("2024-03-25"), day("2024-04-02"))])
      #expect(later.ends == [.had(day: 10)])
      let running = try select([make("x", day("2024-03-10"), nil)])
      #expect(running.ends == [nil] && running.running == 1)
      let before = try select([make("x", day("2024-02-10"), day("2024-03-10"))])
      #expect(before.ends == [.lost(after: Self.toTheEnd)] && before.running == 0)
    }
    let none = try select([.nights(event: "x", from: day("2024-03-25"), until: day("2024-03-25"))])
    #expect(none.ends == [.lost(after: Self.toTheEnd)], "a stay without a night")
  }

  @Test("is not that of a move to another ward on day 0, unless transfers are apart")
  func transfers() throws {
    let moved: [EventRecord] = [
      .start(event: "x", from: day("2024-03-01"), until: day("2024-03-15")),
      .start(event: "x", from: day("2024-03-15"), until: day("2024-03-20")),
    ]
    #expect(try select(moved).running == 1)
    #expect(try select(moved, transfers: .apart).ends == [.had(day: 0)])
  }

  @Test("cannot be told of those who cannot be linked, are not known, or are in no export on day 0")
  func leftOut() throws {
    let late = try select([], covers: [("2024-04-01", "2025-08-31")])
    #expect(late.ends == [nil] && late.notWatched == 1)
    let unknown = try select([], knownFrom: nil)
    #expect(unknown.ends == [nil] && unknown.notKnown == 1)
    let known = try select([], knownFrom: "2024-05-01")
    #expect(known.ends == [nil] && known.notWatched == 1)
    let silent = try select([], meaning: .notKnown)
    #expect(silent.ends == [nil] && silent.notKnown == 1)
  }

  @Test("is in no export, or in one without days")
  func notPossible() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [nhs(1)], on: "2024-03-15")]),
        batch(
          "c.csv", .events,
          [
            row(2, [nhs(1)]) {
              $0.events = [.counted(event: "y", from: 0, to: 14, count: 3)]
            }
          ], coverage: EventCoverage(events: ["y"], days: nil, noRowsMeans: .noneHappened)),
      ], hasRegister: true)
    var plan = plan(events: ["x", "y", "z"])
    plan.timedEvents = ["x", "y"]
    let first = try study.select(plan).firstEvents
    #expect(first.map(\.event) == ["x", "y"])
    #expect(first.map(\.notPossible) == [.noExport, .noDates])
    #expect(first.allSatisfy { $0.ends == [nil] })
  }
}
