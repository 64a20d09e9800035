import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The difference of rates in the same persons")
struct PersonRateDifferenceTests {
  private let before = PersonEvents(events: [3, 0, 5, 1, 2, 0], time: [1, 1, 0.5, 1, 1, 0.75])
  private let after = PersonEvents(events: [1, 0, 4, 2, 0, 1], time: [1, 0.5, 1, 1, 1, 1])
  private let difference = PersonRateDifference(bootstrap: Bootstrap(draws: 999, seed: 7))

  @Test("is the rate after minus the rate before", .tags(.law))
  func value() throws {
    let found = try difference.compare(before: before, after: after)
    expectClose(found.estimate, 8.0 / 5.5 - 11.0 / 5.25, relative: 1e-14)
    let interval = try #require(found.percentile)
    #expect(interval.low < found.estimate && found.estimate < interval.high)
  }

  @Test("changes its sign when before and after are exchanged", .tags(.law))
  func swapped() throws {
    let forward = try difference.compare(before: before, after: after)
    let backward = try difference.compare(before: after, after: before)
    expectClose(backward.estimate, -forward.estimate, relative: 1e-14)
  }

  @Test("does not depend on the order of persons", .tags(.law))
  func order() throws {
    func turned(_ events: PersonEvents) -> PersonEvents {
      PersonEvents(events: events.events.reversed(), time: events.time.reversed())
    }
    #expect(
      try difference.compare(before: turned(before), after: turned(after))
        == difference.compare(before: before, after: after))
  }

  @Test("refuses samples that do not belong together", .tags(.edge))
  func unequal() {
    #expect(throws: StatisticsError.unequalLengths(6, 1)) {
      try difference.compare(before: before, after: PersonEvents(events: [1], time: [1]))
    }
  }
}
