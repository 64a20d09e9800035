import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// Gains beside ratings that go with them.
private func rated(_ seed: Int, _ count: Int = 40) -> (changes: [Double], ratings: [Int]) {
  var stream = RandomStream(seed: UInt64(seed), stream: 1)
  var changes: [Double] = []
  var ratings: [Int] = []
  for _ in 0..<count {
    let felt = stream.normal(mean: 0.8, sd: 1.2)
    ratings.append(Int(felt.rounded()))
    changes.append((2 * felt + stream.normal(sd: 3)).rounded())
  }
  return (changes, ratings)
}

private let estimates: [@Sendable (AnchoredChanges) throws -> SmallestImportantChange] = [
  { try AnchorMeanChange().estimate($0) },
  { try YoudenChange().estimate($0) },
  { try PredictiveChange().estimate($0) },
  { try PredictiveChange(adjustment: .share).estimate($0) },
  { try PredictiveChange(adjustment: .shareAndReliability(0.7)).estimate($0) },
]

@Suite("A smallest important change")
struct SmallestChangeTests {
  @Test("turns with the scale: negative where lower is better", .tags(.law), arguments: 1...8)
  func mirror(seed: Int) throws {
    let (changes, ratings) = rated(seed)
    let up = try AnchoredChanges(changes: changes, ratings: ratings, better: .higher)
    let down = try AnchoredChanges(
      changes: changes.map { -$0 }, ratings: ratings, better: .lower)
    #expect(up.correlation == down.correlation)
    for estimate in estimates {
      let one = try estimate(up)
      expectClose(one.change, -(try estimate(down)).change, relative: 1e-12, "\(one.method)")
    }
  }

  @Test(
    "keeps step with the unit, and but for the corrections with the zero", .tags(.law),
    arguments: 1...8)
  func units(seed: Int) throws {
    let (changes, ratings) = rated(seed)
    let plain = try AnchoredChanges(changes: changes, ratings: ratings, better: .higher)
    let moved = try AnchoredChanges(
      changes: changes.map { 4 * $0 - 3 }, ratings: ratings, better: .higher)
    for estimate in estimates {
      let one = try estimate(plain)
      expectClose(
        try estimate(moved).change, 4 * one.change - 3, relative: 1e-11, "\(one.method)")
    }
  }

  @Test("does not depend on the order of people, draws included", .tags(.law))
  func order() throws {
    let (changes, ratings) = rated(3)
    let bootstrap = Bootstrap(draws: 199, seed: 5)
    let one = try AnchoredChanges(changes: changes, ratings: ratings, better: .higher)
    let other = try AnchoredChanges(
      changes: changes.reversed(), ratings: ratings.reversed(), better: .higher)
    #expect(
      try YoudenChange(bootstrap: bootstrap).estimate(one).bootstrap
        == YoudenChange(bootstrap: bootstrap).estimate(other).bootstrap)
    let predictive = PredictiveChange(adjustment: .share, bootstrap: bootstrap)
    #expect(try predictive.estimate(one).bootstrap == predictive.estimate(other).bootstrap)
    let distribution = DistributionChange(bootstrap: bootstrap)
    #expect(
      try distribution.estimate(from: changes, better: .lower)
        == distribution.estimate(from: changes.reversed(), better: .lower))
  }

  @Test("has an interval that holds it when people are drawn", .tags(.law))
  func interval() throws {
    let (changes, ratings) = rated(11, 80)
    let anchored = try AnchoredChanges(changes: changes, ratings: ratings, better: .higher)
    let bootstrap = Bootstrap(draws: 999, seed: 1)
    let predictive = try PredictiveChange(bootstrap: bootstrap).estimate(anchored)
    let youden = try YoudenChange(bootstrap: bootstrap).estimate(anchored)
    let half = try DistributionChange(bootstrap: bootstrap).estimate(
      from: changes, better: .lower)
    for estimate in [predictive, youden, half] {
      let interval = try #require(estimate.interval)
      #expect(interval.contains(estimate.change), "\(estimate.method)")
      #expect(interval.high > interval.low)
      #expect(estimate.bootstrap?.estimate == estimate.change)
    }
    #expect(try YoudenChange().estimate(anchored).interval == nil)
    #expect(half.change < 0)
  }

  @Test("is the middle of two symmetrical groups, corrected or not", .tags(.law))
  func symmetrical() throws {
    let gains = [-3.0, -1, 0, 1, 2, 4]
    let anchored = try AnchoredChanges(
      changes: gains + gains.map { 6 - $0 }, ratings: gains.map { _ in 0 } + gains.map { _ in 1 },
      better: .higher)
    for adjustment in [ImprovedShareAdjustment.none, .share, .shareAndReliability(0.6)] {
      // Half are better, so that there is nothing to correct.
      let predictive = try PredictiveChange(adjustment: adjustment).estimate(anchored)
      expectClose(predictive.change, 3, relative: 1e-12)
    }
    expectClose(try YoudenChange().estimate(anchored).change, 3, relative: 1e-15)
  }

  @Test("carries a warning where ratings hardly go with scores", .tags(.edge))
  func caution() throws {
    let weak = try AnchoredChanges(
      changes: [4, -2, 3, 0, 5, -1, 2, 1], ratings: [0, 1, 1, 0, 1, 0, 0, 1], better: .higher)
    let estimate = try YoudenChange().estimate(weak)
    #expect(
      estimate.caution == .weakAnchor(correlation: weak.correlation, needed: 0.3))
    #expect(estimate.anchorCorrelation == weak.correlation)
    // Ratings that go against the scores are no better anchor than none.
    let against = try AnchoredChanges(
      changes: [1, 2, 3, 4, 5, 6], ratings: [2, 2, 1, 1, 0, 0], better: .higher)
    #expect(against.correlation < -0.9)
    #expect(against.caution != nil)
    let strict = try AnchoredChanges(
      changes: [1, 2, 3, 4, 5, 6], ratings: [0, 1, 0, 1, 1, 2], better: .higher,
      neededCorrelation: 0.99)
    #expect(strict.caution != nil)
    let sound = try AnchoredChanges(
      changes: [1, 2, 3, 4, 5, 6], ratings: [0, 1, 0, 1, 1, 2], better: .higher)
    #expect(sound.caution == nil)
  }

  @Test("does not exist where a gain parts the groups cleanly", .tags(.edge))
  func separated() throws {
    for other in [4.0, 3] {
      let anchored = try AnchoredChanges(
        changes: [1, 2, 3, other, 5, 6], ratings: [0, 0, 0, 1, 1, 1], better: .higher)
      #expect(throws: StatisticsError.self) { try PredictiveChange().estimate(anchored) }
      let youden = try YoudenChange().estimate(anchored)
      #expect(youden.discrimination?.specificity == (other == 4 ? 1 : 2.0 / 3))
    }
  }

  @Test("is refused where nobody or everybody is better, or nothing varies", .tags(.edge))
  func refusals() throws {
    let all = try AnchoredChanges(
      changes: [1, 2, 3, 5], ratings: [1, 2, 1, 3], better: .higher)
    #expect(
      throws: StatisticsError.tooFew(of: "people who are not better", count: 0, needed: 1)
    ) { try YoudenChange().estimate(all) }
    #expect(throws: StatisticsError.tooFew(of: "people who are better", count: 0, needed: 1)) {
      try PredictiveChange(improvedFrom: 9).estimate(all)
    }
    #expect(
      throws: StatisticsError.tooFew(of: "people who are a little better", count: 0, needed: 2)
    ) { try AnchorMeanChange(ratings: 7...8).estimate(all) }
    #expect(throws: StatisticsError.self) {
      try PredictiveChange(improvedFrom: 2, adjustment: .shareAndReliability(0)).estimate(all)
    }
    #expect(throws: StatisticsError.self) {
      try AnchoredChanges(changes: [2, 2, 2], ratings: [0, 1, 2], better: .higher)
    }
    #expect(throws: StatisticsError.self) {
      try AnchoredChanges(changes: [1, 2, 3], ratings: [1, 1, 1], better: .higher)
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try AnchoredChanges(changes: [1, 2], ratings: [1], better: .higher)
    }
    #expect(throws: StatisticsError.notFinite(in: "changes", count: 1)) {
      try AnchoredChanges(changes: [1, 2, .nan], ratings: [1, 0, 2], better: .higher)
    }
    #expect(throws: StatisticsError.self) {
      try DistributionChange().estimate(from: [4, 4, 4], better: .higher)
    }
    #expect(throws: StatisticsError.self) {
      try DistributionChange(unit: .errors(1, reliability: 1)).estimate(
        from: [4, 5], better: .higher)
    }
    #expect(throws: StatisticsError.self) {
      try DistributionChange(unit: .deviations(0)).estimate(from: [4, 5], better: .higher)
    }
  }
}

@Suite("Judging by what matters")
struct ChangeThatMattersTests {
  @Test("a change need only reach the points or the share", .tags(.edge))
  func reached() throws {
    let points = try PointChange(points: 7).judge(
      from: [10, 10, 10, 10], to: [3, 17, 4, 10], better: .lower)
    #expect(points.classes == [.improved, .deteriorated, .unchanged, .unchanged])
    let strict = try PointChange(points: 7, rule: .exceeds).judge(
      from: [10, 10], to: [3, 2.9], better: .lower)
    #expect(strict.classes == [.unchanged, .improved])
    let half = try PercentageChange().judge(
      from: [20, 20, 20], to: [10, 30, 11], better: .higher)
    #expect(half.classes == [.deteriorated, .improved, .unchanged])
    #expect(half.indices[0] == -0.5)
  }

  @Test("there is no share of a score of 0", .tags(.edge))
  func zero() {
    #expect(throws: StatisticsError.notFinite(in: "shares of a score before", count: 2)) {
      try PercentageChange().judge(from: [0, 5, -1], to: [1, 2, 3], better: .lower)
    }
    #expect(throws: StatisticsError.self) { try PercentageChange(share: 0) }
    #expect(throws: StatisticsError.self) { try PointChange(points: -1) }
  }
}
