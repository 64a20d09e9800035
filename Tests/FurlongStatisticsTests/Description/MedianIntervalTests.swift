import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The median's interval agrees with R")
struct MedianIntervalReferenceTests {
  @Test(
    "order statistics and the level they attain", .tags(.reference), .agreement("median-change"),
    arguments: try ReferenceRecords.all("median.json"))
  func order(record: ReferenceRecord) throws {
    let e = record.expected
    let found = try MedianInterval(confidence: record.data["level"].number).median(
      of: record.data["x"].numbers)
    expectClose(found.median, e["median"], relative: 1e-15)
    #expect(found.rank == Int(e["k"].number))
    #expect((found.interval == nil) == e["low"].isMissing)
    if let interval = found.interval {
      expectClose(interval.low, e["low"], relative: 1e-15)
      expectClose(interval.high, e["high"], relative: 1e-15)
      expectClose(interval.level, e["attained"], relative: 1e-14, strict: true)
    }
  }
}

@Suite("The median's interval")
struct MedianIntervalTests {
  // Hollander & Wolfe 1999, section 3.6, patients 1 to 9: 96.1% from −0.952 to 0.080.
  @Test("of the published example", .tags(.reference))
  func published() throws {
    let before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    let after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let found = try MedianInterval().median(of: zip(before, after).map { $1 - $0 })
    let interval = try #require(found.interval)
    expectClose(interval.low, -0.952, relative: 1e-12)
    expectClose(interval.high, 0.08, relative: 1e-12)
    expectClose(interval.level, 0.9609375)
  }

  @Test("attains at least the level and would not one value further in", .tags(.law))
  func level() throws {
    for n in 1...120 {
      let found = try MedianInterval().median(of: (0..<n).map(Double.init))
      let binomial = try BinomialDistribution(trials: n, success: 0.5)
      let further = try binomial.lowerTail(found.rank)
      #expect(1 - 2 * further < 0.95)
      guard let interval = found.interval else {
        #expect(n < 6)
        continue
      }
      #expect(n >= 6 && interval.level >= 0.95 && interval.contains(found.median))
    }
  }

  @Test("is what the sign test does not reject", .tags(.law), arguments: UInt64(1)...10)
  func signTest(seed: UInt64) throws {
    var random = RandomStream(seed: seed, stream: 0)
    let values = (0..<25).map { _ in random.normal() }
    let interval = try #require(try MedianInterval().median(of: values).interval)
    let inside = try SignTest().test(values.map { $0 - interval.low - 1e-9 })
    let outside = try SignTest().test(values.map { $0 - interval.low + 1e-9 })
    #expect(inside.p > 0.05 && outside.p <= 0.05)
  }

  @Test("follows shift and stretch, flips with the sign, ignores the order", .tags(.law))
  func laws() throws {
    let values: [Double] = [4, -2, 8, 0, 6, 6, -10, 2, 12, 14]
    let found = try #require(try MedianInterval().median(of: values).interval)
    let moved = try #require(
      try MedianInterval().median(of: values.map { 2 * $0 + 1 }).interval)
    #expect(moved.low == 2 * found.low + 1 && moved.high == 2 * found.high + 1)
    let flipped = try #require(try MedianInterval().median(of: values.map { -$0 }).interval)
    #expect(flipped.low == -found.high && flipped.high == -found.low)
    #expect(
      try MedianInterval().median(of: values.reversed()) == MedianInterval().median(of: values))
  }

  @Test("none of nothing, of the infinite, or at no level", .tags(.edge))
  func edges() throws {
    #expect(throws: StatisticsError.tooFew(of: "values", count: 0, needed: 1)) {
      try MedianInterval().median(of: [])
    }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try MedianInterval().median(of: [1, .nan])
    }
    #expect(throws: StatisticsError.self) {
      try MedianInterval(confidence: 1).median(of: [1, 2])
    }
    let one = try MedianInterval().median(of: [3])
    #expect(one.median == 3 && one.interval == nil && one.rank == 0)
    let same = try MedianInterval().median(of: [Double](repeating: 3, count: 20))
    #expect(same.interval?.low == 3 && same.interval?.high == 3)
  }
}
