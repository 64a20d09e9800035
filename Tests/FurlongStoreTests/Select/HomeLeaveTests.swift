import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Nights at home on leave from a stay")
struct HomeLeaveTests {
  private typealias Span = (from: String, until: String?)

  /// One person, registered on 15 March 2024, in hospital from 1 March to 1 May, and again from 1 to 11 June.
  private func study(
    _ leave: [Span], ownFile: Bool = false, covers from: String = "2020-01-01"
  ) throws -> StudyInHand {
    let study = try StudyInHand()
    let stays: [Span] = [("2024-03-01", "2024-05-01"), ("2024-06-01", "2024-06-11")]
    let nights = stays.enumerated().map { place, span in
      row(place + 2, [nhs(1)]) {
        $0.events = [.nights(event: "night", from: day(span.from), until: span.until.map(day))]
      }
    }
    let away = leave.enumerated().map { place, span in
      row(place + 20, [nhs(1)]) {
        $0.events = [.leave(event: "night", from: day(span.from), until: span.until.map(day))]
      }
    }
    var batches = [
      batch("p.csv", .people, [registered(2, [student(1), nhs(1)], on: "2024-03-15")])
    ]
    if ownFile {
      batches += [
        batch("e.csv", .events, nights, coverage: coverage(["night"])),
        batch("l.csv", .events, away, coverage: coverage([], from: from, leaveFrom: ["night"])),
      ]
    } else {
      batches.append(
        batch(
          "e.csv", .events, nights + away, coverage: coverage(["night"], leaveFrom: ["night"])))
    }
    try study.keep(batches, hasRegister: true)
    return study
  }

  private func columns(
    _ study: StudyInHand, _ homeLeave: HomeLeave?, everyWay: Bool = false
  ) throws -> [ServiceUseColumns] {
    var plan = plan(events: ["night"], windows: [aYear])
    plan.events[0].homeLeave = homeLeave
    plan.countsEveryWay = everyWay
    return try study.select(plan).serviceUse
  }

  private func nights(
    _ study: StudyInHand, _ homeLeave: HomeLeave, _ rule: ServiceUseRule = .wholeWindow,
    everyWay: Bool = false
  ) throws -> [Int] {
    let column = try #require(
      columns(study, homeLeave, everyWay: everyWay).first { $0.rule == rule })
    return [column.eventsBefore[0], column.eventsAfter[0]]
  }

  // 1 to 15 March are 14 nights before day 0, 15 March to 1 May 47 after it, and 10 in June.
  @Test(
    "are nights of it, or are not, on the side of day 0 where they fall", arguments: [false, true])
  func eitherWay(ownFile: Bool) throws {
    // Two nights before day 0, one on each side of it, four after it, of which one stands in two rows.
    let study = try study(
      [
        ("2024-03-02", "2024-03-04"), ("2024-03-14", "2024-03-16"), ("2024-04-01", "2024-04-04"),
        ("2024-04-03", "2024-04-05"),
      ], ownFile: ownFile)
    #expect(try nights(study, .counted) == [14, 57])
    #expect(try nights(study, .leftOut) == [14 - 3, 57 - 5])
  }

  @Test(
    "outside a stay are no nights in hospital anyway, and open leave ends with it", .tags(.edge))
  func outside() throws {
    let study = try study([("2024-05-01", "2024-05-20"), ("2024-06-09", nil)])
    #expect(try nights(study, .leftOut) == [14, 57 - 2])
  }

  @Test("leave no more out than the days that their own export covers", .tags(.edge))
  func ownDays() throws {
    let column = try #require(
      columns(study([], ownFile: true, covers: "2024-03-10"), .leftOut).first)
    #expect(column.daysBefore[0] == 5 && column.eventsBefore[0] == 5)
    #expect(column.eventsAfter[0] == 57)
  }

  @Test("go with the stay where that runs on day 0, in every way of counting")
  func running() throws {
    let study = try study([("2024-03-02", "2024-03-04"), ("2024-04-01", "2024-04-05")])
    func told(_ rule: ServiceUseRule, _ plans: HomeLeave = .counted) throws -> [Int] {
      try nights(study, plans, rule, everyWay: true)
    }
    for running in ServiceUseRule.Running.allCases {
      // What the plan says and the other way are the same two, whichever the plan's is.
      let own = ServiceUseRule(running: running)
      let other = ServiceUseRule(running: running, homeLeave: .leftOut)
      let back = ServiceUseRule(running: running, homeLeave: .counted)
      #expect(try told(own) == told(back, .leftOut), "\(running)")
      #expect(try told(other) == told(own, .leftOut), "\(running)")
    }
    #expect(try told(ServiceUseRule(running: .before, homeLeave: .leftOut)) == [12 + 47 - 4, 10])
    #expect(try told(ServiceUseRule(running: .neither, homeLeave: .leftOut)) == [0, 10])
  }

  @Test("are counted both ways where the plan names one, and in no other way where it does not")
  func ways() throws {
    let study = try study([("2024-03-02", "2024-03-04")])
    let both = try columns(study, .leftOut, everyWay: true)
    #expect(Set(both.map(\.rule.homeLeave)) == [nil, .counted])
    #expect(both.allSatisfy { $0.homeLeave == ($0.rule.homeLeave ?? .leftOut) })
    let none = try columns(study, nil, everyWay: true)
    #expect(none.allSatisfy { $0.rule.homeLeave == nil && $0.homeLeave == nil })
    #expect(both.filter { $0.rule.homeLeave != nil }.count == 24)
    // A plan may say it of an event of which no export has any.
    let unread = try StudyInHand()
    try unread.keep(
      [
        batch("p.csv", .people, [registered(2, [nhs(1)], on: "2024-03-15")]),
        batch("e.csv", .events, [row(2, [nhs(1)])], coverage: coverage(["night"])),
      ], hasRegister: true)
    #expect(try columns(unread, .leftOut, everyWay: true).allSatisfy { $0.homeLeave == nil })
  }

  @Test("of a plan's months around day 0 are out of the months too", .tags(.law))
  func months() throws {
    let study = try study([("2024-03-02", "2024-03-04"), ("2024-04-01", "2024-04-05")])
    for leave in HomeLeave.allCases {
      var plan = plan(events: ["night"], windows: [aYear])
      plan.events[0].homeLeave = leave
      let cohort = try study.select(plan)
      let column = try #require(cohort.serviceUse.first { $0.rule == .wholeWindow })
      let bins = try #require(cohort.timelines.first).bins
      #expect(bins.filter { $0.to <= 0 }.map(\.events).reduce(0, +) == column.eventsBefore[0])
      #expect(bins.filter { $0.from >= 0 }.map(\.events).reduce(0, +) == column.eventsAfter[0])
    }
  }

  @Test("have words that are read back")
  func words() {
    for rule in ServiceUseRule.all { #expect(ServiceUseRule(rawValue: rule.rawValue) == rule) }
    #expect(Set(ServiceUseRule.all.map(\.rawValue)).count == ServiceUseRule.all.count)
  }
}
