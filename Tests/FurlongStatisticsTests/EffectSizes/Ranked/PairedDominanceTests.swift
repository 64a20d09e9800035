import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Dominance in the same people agrees with Cliff's formulas in R")
struct PairedDominanceReferenceTests {
  @Test(
    "Cliff's d_w and d_b", .tags(.reference), .agreement("ordinal-effect-sizes"),
    arguments: try ReferenceRecords.named("ranked_sizes.json", "dominance_paired"))
  func cliff(record: ReferenceRecord) throws {
    let e = record.expected
    let found = try CliffDelta().change(
      from: record.data["before"].numbers, to: record.data["after"].numbers)
    expectClose(found.within, e["d_w"], relative: 1e-14)
    expectClose(
      [found.withinInterval.low, found.withinInterval.high], e["d_w_limits"], relative: 1e-13)
    expectClose(found.between, e["d_b"], relative: 1e-14)
    expectClose(found.betweenStandardError, e["s"], relative: 1e-13, strict: true)
    expectClose(
      [found.betweenInterval.low, found.betweenInterval.high], e["d_b_limits"], relative: 1e-12)
  }
}

@Suite("Dominance in the same people")
struct PairedDominanceTests {
  /// Whole scores, so that ties occur.
  private func people(_ seed: UInt64) -> (before: [Double], after: [Double]) {
    var stream = RandomStream(seed: seed, stream: 83)
    let before = (0..<(4 + stream.integer(below: 30))).map { _ in
      stream.normal(mean: 10, sd: 3).rounded()
    }
    return (before, before.map { ($0 + stream.normal(mean: 1, sd: 2)).rounded() })
  }

  @Test("changes sign when the occasions swap", .tags(.law), arguments: Array<UInt64>(1...8))
  func swap(seed: UInt64) throws {
    let (before, after) = people(seed)
    let one = try CliffDelta().change(from: before, to: after)
    let other = try CliffDelta().change(from: after, to: before)
    expectClose(other.within, -one.within, relative: 1e-13)
    expectClose(other.between, -one.between, relative: 1e-13)
    expectClose(other.betweenInterval.low, -one.betweenInterval.high, relative: 1e-12)
    expectClose(other.withinInterval.low, -one.withinInterval.high, relative: 1e-12)
  }

  @Test(
    "does not depend on units or on the order of persons", .tags(.law),
    arguments: Array<UInt64>(1...8))
  func order(seed: UInt64) throws {
    let (before, after) = people(seed)
    let one = try CliffDelta().change(from: before, to: after)
    #expect(try CliffDelta().change(from: before.reversed(), to: after.reversed()) == one)
    #expect(
      try CliffDelta().change(from: before.map { $0 * 8 - 3 }, to: after.map { $0 * 8 - 3 }) == one)
    #expect(one.between >= one.betweenInterval.low && one.between <= one.betweenInterval.high)
    #expect(one.betweenInterval.low >= -1 && one.betweenInterval.high <= 1)
  }

  @Test("everyone above everyone is 1, with an open side", .tags(.edge))
  func apart() throws {
    let found = try CliffDelta().change(from: [1, 2, 3, 4], to: [5, 6, 7, 8])
    #expect(found.within == 1 && found.between == 1)
    #expect(found.betweenInterval.high == 1 && found.betweenInterval.low < 0.5)
    let same = try CliffDelta().change(from: [2, 2, 2, 2], to: [2, 2, 2, 2])
    #expect(same.within == 0 && same.between == 0 && same.betweenInterval.low < 0)
  }

  @Test("needs four complete pairs", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 3, needed: 4)) {
      try CliffDelta().change(from: [1, 2, 3], to: [1, 2, 3])
    }
    #expect(throws: StatisticsError.unequalLengths(4, 1)) {
      try CliffDelta().change(from: [1, 2, 3, 4], to: [1])
    }
    #expect(throws: StatisticsError.notFinite(in: "values after", count: 1)) {
      try CliffDelta().change(from: [1, 2, 3, 4], to: [1, 2, .nan, 4])
    }
    #expect(throws: StatisticsError.self) {
      try CliffDelta(confidence: 1).change(from: [1, 2, 3, 4], to: [1, 2, 5, 4])
    }
  }
}
