import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("A ratio of rates with its interval by formula")
struct PersonDeltaRatioTests {
  private let before = PersonEvents(events: [3, 0, 2, 5, 1, 0], time: [1, 1, 0.5, 1, 1, 0.75])
  private let after = PersonEvents(events: [1, 0, 1, 2, 2, 0], time: [1, 0.5, 1, 1, 1, 1])

  @Test("is the one that drawing people gives beside its own intervals", .tags(.law))
  func same() throws {
    let drawn = try PersonRateRatio(bootstrap: Bootstrap(seed: 1)).compare(
      before: before, after: after)
    let formula = try PersonDeltaRatio(confidence: 0.95).compare(before: before, after: after)
    #expect(formula.ratio == drawn.ratio)
    #expect(formula.logStandardError == drawn.logStandardError)
    #expect(formula.interval == drawn.interval)
  }

  @Test("needs two people, and events on both sides", .tags(.edge))
  func edges() {
    #expect(throws: StatisticsError.self) {
      try PersonDeltaRatio(confidence: 0.95).compare(
        before: PersonEvents(events: [1], time: [1]), after: PersonEvents(events: [1], time: [1]))
    }
    #expect(throws: StatisticsError.noEvents(in: "after", persons: 2)) {
      try PersonDeltaRatio(confidence: 0.95).compare(
        before: PersonEvents(events: [1, 0], time: [1, 1]),
        after: PersonEvents(events: [0, 0], time: [1, 1]))
    }
  }
}
