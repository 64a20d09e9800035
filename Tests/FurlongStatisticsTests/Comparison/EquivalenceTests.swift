import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Equivalence")
struct EquivalenceTests {
  private let before = [12.0, 15, 11, 19, 14, 15, 13, 18, 22]
  private let after = [13.0, 14, 11, 20, 15, 15, 12, 19, 21.5]

  @Test("is shown exactly where the interval lies within the bounds", .tags(.law))
  func interval() throws {
    for margin in stride(from: 0.1, through: 2, by: 0.1) {
      for alpha in [0.01, 0.05, 0.2] {
        let equivalence = try EquivalenceTest(
          bounds: EquivalenceBounds(within: margin), alpha: alpha
        ).change(from: before, to: after)
        let inside =
          equivalence.interval.low >= -margin && equivalence.interval.high <= margin
        #expect((equivalence.answer == .equivalent) == inside)
        expectClose(equivalence.interval.level, 1 - 2 * alpha, relative: 1e-15)
      }
    }
  }

  @Test("turns with the occasions and the groups", .tags(.law))
  func swap() throws {
    let bounds = EquivalenceBounds(low: -1, high: 2)
    let turned = EquivalenceBounds(low: -2, high: 1)
    let there = try EquivalenceTest(bounds: bounds).change(from: before, to: after)
    let back = try EquivalenceTest(bounds: turned).change(from: after, to: before)
    expectClose(there.difference, -back.difference, relative: 1e-14)
    expectClose(there.tLow, -back.tHigh, relative: 1e-12)
    expectClose(there.pLow, back.pHigh, relative: 1e-12)
    expectClose(there.p, back.p, relative: 1e-12)
    let groups = try EquivalenceTest(bounds: bounds).compare(before, to: after)
    let other = try EquivalenceTest(bounds: turned).compare(after, to: before)
    expectClose(groups.p, other.p, relative: 1e-12)
    expectClose(groups.interval.low, -other.interval.high, relative: 1e-12)
  }

  @Test("does not depend on units where the bounds go along", .tags(.law))
  func units() throws {
    let plain = try EquivalenceTest(bounds: EquivalenceBounds(within: 1)).mean(of: [1, -1, 0.5, 0])
    let scaled = try EquivalenceTest(bounds: EquivalenceBounds(within: 8)).mean(of: [8, -8, 4, 0])
    expectClose(scaled.p, plain.p, relative: 1e-13)
    expectClose(scaled.interval.high, 8 * plain.interval.high, relative: 1e-13)
  }

  @Test("no difference found is not equivalence shown", .tags(.edge))
  func few() throws {
    let few = try EquivalenceTest(bounds: EquivalenceBounds(within: 1)).change(
      from: [10, 20, 30], to: [14, 17, 29])
    #expect(few.difference == 0 && few.answer == .notShown)
  }

  @Test("a difference at a bound is not equivalent: its p is one half", .tags(.edge))
  func bound() throws {
    let at = try EquivalenceTest(bounds: EquivalenceBounds(low: -5, high: 1)).mean(of: [0, 1, 2])
    expectClose(at.p, 0.5, relative: 1e-14)
    #expect(at.tHigh == 0 && at.answer == .notShown)
  }

  @Test("what cannot be tested is an error", .tags(.edge))
  func errors() throws {
    let good = EquivalenceBounds(within: 1)
    for (bounds, alpha) in [
      (EquivalenceBounds(low: 1, high: 1), 0.05), (EquivalenceBounds(low: 2, high: 1), 0.05),
      (EquivalenceBounds(low: -.infinity, high: 1), 0.05), (EquivalenceBounds(within: .nan), 0.05),
      (good, 0), (good, 0.5), (good, .nan),
    ] {
      #expect(throws: StatisticsError.self) {
        try EquivalenceTest(bounds: bounds, alpha: alpha).change(from: before, to: after)
      }
    }
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 3)) {
      try EquivalenceTest(bounds: good).change(from: [1, 2, 3], to: [2, 3, 4])
    }
    #expect(throws: StatisticsError.unequalLengths(1, 2)) {
      try EquivalenceTest(bounds: good).change(from: [1], to: [1, 2])
    }
    #expect(throws: StatisticsError.self) { try EquivalenceTest(bounds: good).mean(of: [1, .nan]) }
  }
}
