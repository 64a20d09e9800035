import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("A ratio of rates over persons")
struct PersonRateRatioTests {
  private let before = PersonEvents(
    events: [4, 0, 7, 2, 11, 1, 3, 0, 5], time: [1, 1, 0.5, 1, 1, 0.8, 1, 1, 0.9])
  private let after = PersonEvents(
    events: [2, 1, 3, 0, 9, 0, 3, 0, 2], time: [1, 0.7, 1, 1, 1, 1, 0.2, 1, 1])
  private let method = PersonRateRatio(bootstrap: Bootstrap(draws: 999, seed: 42))

  @Test("is after over before, and its inverse the other way", .tags(.law))
  func swap() throws {
    let there = try method.compare(before: before, after: after)
    let back = try method.compare(before: after, after: before)
    #expect(there.ratio < 1)
    expectClose(there.ratio, there.rateAfter / there.rateBefore, relative: 1e-15)
    expectClose(there.ratio * back.ratio, 1, relative: 1e-14)
    expectClose(there.logStandardError, back.logStandardError, relative: 1e-13)
    expectClose(there.interval.low * back.interval.high, 1, relative: 1e-13)
  }

  @Test("does not depend on the order of persons, to the last bit", .tags(.law))
  func permutation() throws {
    let order = [8, 3, 0, 5, 1, 7, 2, 6, 4]
    func reordered(_ period: PersonEvents) -> PersonEvents {
      PersonEvents(events: order.map { period.events[$0] }, time: order.map { period.time[$0] })
    }
    let plain = try method.compare(before: before, after: after)
    let other = try method.compare(before: reordered(before), after: reordered(after))
    #expect(plain == other)
    let rate = PersonRate(bootstrap: method.bootstrap)
    #expect(try rate.rate(of: before) == rate.rate(of: reordered(before)))
  }

  @Test("does not depend on the unit of time", .tags(.law))
  func units() throws {
    func inDays(_ period: PersonEvents) -> PersonEvents {
      PersonEvents(events: period.events, time: period.time.map { $0 * 256 })
    }
    let years = try method.compare(before: before, after: after)
    let days = try method.compare(before: inDays(before), after: inDays(after))
    #expect(days.ratio == years.ratio)
    #expect(days.bootstrap == years.bootstrap)
    expectClose(days.rateBefore * 256, years.rateBefore, relative: 1e-14)
  }

  @Test("is more certain over more persons of the same kind", .tags(.law))
  func repetition() throws {
    func fourfold(_ period: PersonEvents) -> PersonEvents {
      PersonEvents(
        events: (0..<4).flatMap { _ in period.events }, time: (0..<4).flatMap { _ in period.time })
    }
    let few = try method.compare(before: before, after: after)
    let many = try method.compare(before: fourfold(before), after: fourfold(after))
    expectClose(many.ratio, few.ratio, relative: 1e-14)
    let expected = few.logStandardError / 2 * (8.0 / 9 * 36 / 35).squareRoot()
    expectClose(many.logStandardError, expected, relative: 1e-13)
    let narrow = try #require(many.bootstrap.percentile)
    let wide = try #require(few.bootstrap.percentile)
    #expect(narrow.high - narrow.low < wide.high - wide.low)
  }

  @Test("is 1 without any spread where nothing changed", .tags(.edge))
  func unchanged() throws {
    let same = try method.compare(before: before, after: before)
    #expect(same.ratio == 1)
    #expect(same.logStandardError == 0)
    #expect(same.interval.low == 1 && same.interval.high == 1)
    #expect(same.bootstrap.diagnostic == .noVariation)
    #expect(same.bootstrap.bca == nil)
  }

  @Test("without any spread but that of rounding says that nothing varies", .tags(.edge))
  func doubled() throws {
    let doubled = PersonEvents(
      events: before.events.map { $0 * 2 }, time: before.time.map { $0 * 0.3 })
    let ratio = try method.compare(before: before, after: doubled)
    expectClose(ratio.ratio, 2 / 0.3, relative: 1e-14)
    #expect(ratio.bootstrap.diagnostic == .noVariation)
  }

  @Test("is an error where a period has no events, persons or time", .tags(.edge))
  func errors() {
    let none = PersonEvents(events: [0, 0, 0], time: [1, 1, 1])
    let some = PersonEvents(events: [0, 2, 0], time: [1, 1, 1])
    #expect(throws: StatisticsError.noEvents(in: "before", persons: 3)) {
      try method.compare(before: none, after: some)
    }
    #expect(throws: StatisticsError.noEvents(in: "after", persons: 3)) {
      try method.compare(before: some, after: none)
    }
    #expect(throws: StatisticsError.unequalLengths(3, 1)) {
      try method.compare(before: some, after: PersonEvents(events: [1], time: [1]))
    }
    #expect(throws: StatisticsError.unequalLengths(3, 2)) {
      try method.compare(before: some, after: PersonEvents(events: [1, 2, 3], time: [1, 1]))
    }
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try method.compare(
        before: PersonEvents(events: [1], time: [1]), after: PersonEvents(events: [1], time: [1]))
    }
    for wrong in [
      PersonEvents(events: [1, -1, 2], time: [1, 1, 1]),
      PersonEvents(events: [1, 1, 2], time: [1, -1, 1]),
      PersonEvents(events: [1, 1, 2], time: [0, 0, 0]),
      PersonEvents(events: [1, .nan, 2], time: [1, 1, 1]),
      PersonEvents(events: [], time: []),
    ] {
      #expect(throws: StatisticsError.self) { try method.compare(before: wrong, after: some) }
    }
  }

  @Test("says so where one person holds all events", .tags(.edge))
  func oneHolder() throws {
    let period = PersonEvents(events: [0, 6, 0, 0], time: [1, 1, 1, 1])
    let later = PersonEvents(events: [1, 3, 0, 0], time: [1, 1, 1, 1])
    let ratio = try method.compare(before: period, after: later)
    #expect(ratio.bootstrap.bca == nil)
    #expect(ratio.bootstrap.percentile == nil)
    guard case .undefinedDraws(let count) = ratio.bootstrap.diagnostic else {
      Issue.record("the diagnostic is \(String(describing: ratio.bootstrap.diagnostic))")
      return
    }
    // (3/4)⁴ of the draws leave that person out.
    #expect(abs(Double(count) / 999 - 0.316) < 0.05)
  }
}

@Suite("A rate over persons")
struct PersonRateTests {
  @Test("is all events over all time, with intervals around it", .tags(.law))
  func rate() throws {
    let period = PersonEvents(events: [4, 0, 7, 2, 11, 1], time: [1, 2, 0.5, 1, 1, 0.5])
    let answer = try PersonRate(bootstrap: Bootstrap(draws: 1999, seed: 1)).rate(of: period)
    #expect(answer.events == 25)
    #expect(answer.time == 6)
    expectClose(answer.rate.estimate, 25.0 / 6, relative: 1e-15)
    let interval = try #require(answer.rate.bca)
    #expect(interval.contains(answer.rate.estimate))
  }

  @Test("is 0 where nothing happened, and says that nothing varies", .tags(.edge))
  func nothing() throws {
    let period = PersonEvents(events: [0, 0, 0], time: [1, 2, 1])
    let answer = try PersonRate(bootstrap: Bootstrap(draws: 199, seed: 1)).rate(of: period)
    #expect(answer.rate.estimate == 0)
    #expect(answer.rate.diagnostic == .noVariation)
    #expect(answer.rate.bca == nil)
  }
}
