import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// The two measurements of a record, the one named first and the other.
private func measurements(_ record: ReferenceRecord) throws -> ([Double], [Double]) {
  if !record.data["x"].isMissing { return (record.data["x"].numbers, record.data["y"].numbers) }
  let pairs = try PublishedData.depression("bdi.2m")
  return (pairs.after, pairs.before)
}

@Suite("Limits of agreement agree with an integral of the noncentral t")
struct LimitsOfAgreementReferenceTests {
  @Test(
    "limits and both intervals", .tags(.reference), .agreement("limits-of-agreement"),
    arguments: try ReferenceRecords.all("limits.json"))
  func limits(record: ReferenceRecord) throws {
    let e = record.expected
    let (x, y) = try measurements(record)
    let found = try LimitsOfAgreement(
      confidence: record.data["level"].number, multiplier: record.data["z"].number
    ).compare(x, to: y)
    #expect(Double(found.count) == e["n"].number)
    expectClose(found.meanDifference, e["bias"], relative: 1e-12, strict: true)
    expectClose(found.sdDifference, e["sd"], relative: 1e-12, strict: true)
    expectClose(found.lower.value, e["lower"], relative: 1e-12, strict: true)
    expectClose(found.upper.value, e["upper"], relative: 1e-12, strict: true)
    let (lower, upper) = (found.lower.interval, found.upper.interval)
    expectClose([lower.low, lower.high], e["lower_exact"], relative: 1e-11, strict: true)
    expectClose([upper.low, upper.high], e["upper_exact"], relative: 1e-11, strict: true)
    expectClose(found.withinPersonSD, e["within_sd"], relative: 1e-12, strict: true)
    expectClose(found.smallestDetectableChange, e["sdc"], relative: 1e-12, strict: true)
    expectClose(found.upper.approximateStandardError, e["se_approx"], relative: 1e-12, strict: true)
    let approximate = found.upper.approximateInterval
    expectClose(
      [approximate.low, approximate.high], e["upper_approx"], relative: 1e-11, strict: true)
    expectClose(try #require(found.trend), e["trend"], relative: 1e-12)
  }
}

@Suite("Limits of agreement")
struct LimitsOfAgreementTests {
  private func drawn(_ count: Int, seed: UInt64) throws -> ([Double], [Double]) {
    let scores = try ScoreMatrix.drawn(count, loadings: [2, 2], seed: seed)
    return (scores.columns[0], scores.columns[1])
  }

  @Test("change sides with the measurements", .tags(.law), arguments: 1...5)
  func swap(seed: UInt64) throws {
    let (x, y) = try drawn(14, seed: seed)
    let there = try LimitsOfAgreement().compare(x, to: y)
    let back = try LimitsOfAgreement().compare(y, to: x)
    expectClose(back.meanDifference, -there.meanDifference, relative: 1e-14)
    expectClose(back.upper.value, -there.lower.value, relative: 1e-14)
    expectClose(back.upper.interval.low, -there.lower.interval.high, relative: 1e-12)
    expectClose(back.upper.interval.high, -there.lower.interval.low, relative: 1e-12)
    expectClose(back.withinPersonSD, there.withinPersonSD, relative: 1e-14)
    expectClose(try #require(back.trend), -(there.trend ?? 2), relative: 1e-12)
  }

  @Test("move with a constant and stretch with the units", .tags(.law), arguments: 1...5)
  func affine(seed: UInt64) throws {
    let (x, y) = try drawn(14, seed: seed)
    let found = try LimitsOfAgreement().compare(x, to: y)
    let moved = try LimitsOfAgreement().compare(x.map { $0 + 5 }, to: y)
    expectClose(moved.lower.interval.low, found.lower.interval.low + 5, relative: 1e-12)
    expectClose(moved.sdDifference, found.sdDifference, relative: 1e-12)
    let scaled = try LimitsOfAgreement().compare(x.map { $0 * 4 }, to: y.map { $0 * 4 })
    expectClose(scaled.upper.interval.high, 4 * found.upper.interval.high, relative: 1e-12)
    let reversed = try LimitsOfAgreement().compare(x.reversed(), to: y.reversed())
    expectClose(reversed.upper.interval.high, found.upper.interval.high, relative: 1e-12)
  }

  @Test("are less sure on the far side, and surer with more persons", .tags(.law), arguments: 1...5)
  func uncertainty(seed: UInt64) throws {
    let (x, y) = try drawn(12, seed: seed)
    let upper = try LimitsOfAgreement().compare(x, to: y).upper
    #expect(upper.interval.high - upper.value > upper.value - upper.interval.low)
    let twice = try LimitsOfAgreement().compare(x + x, to: y + y).upper
    #expect(
      twice.interval.high - twice.interval.low < upper.interval.high - upper.interval.low)
    let wider = try LimitsOfAgreement(multiplier: 2.58).compare(x, to: y).upper
    #expect(wider.value > upper.value)
  }

  @Test("meet the approximation in many persons", .tags(.law))
  func many() throws {
    let (x, y) = try drawn(20_000, seed: 7)
    let upper = try LimitsOfAgreement().compare(x, to: y).upper
    // 1.96 squared over 2 is 1.92, and one for the mean: √2.92 where the paper rounds to √3.
    let width = upper.interval.high - upper.interval.low
    let approximate = upper.approximateInterval.high - upper.approximateInterval.low
    expectClose(width / approximate, (2.9208 / 3).squareRoot(), relative: 0.002)
  }

  @Test("say when the difference grows with the values", .tags(.edge))
  func trend() throws {
    let low = [1.0, 2, 3, 4, 5, 6, 7, 8]
    let found = try LimitsOfAgreement().compare(low.map { 1.5 * $0 }, to: low)
    expectClose(try #require(found.trend), 1, relative: 1e-14)
    // A mirror: every pair has the same mean.
    #expect(try LimitsOfAgreement().compare([1, 2, 3], to: [3, 2, 1]).trend == nil)
  }

  @Test("need two differences that differ", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.unequalLengths(1, 2)) {
      try LimitsOfAgreement().compare([1, 2], to: [1])
    }
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 1, needed: 2)) {
      try LimitsOfAgreement().compare([1], to: [2])
    }
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 3)) {
      try LimitsOfAgreement().compare([0.1, 0.2, 0.3], to: [0.2, 0.3, 0.4])
    }
    #expect(throws: StatisticsError.self) {
      try LimitsOfAgreement(multiplier: 0).compare([1, 2, 3], to: [3, 2, 2])
    }
    #expect(throws: StatisticsError.self) {
      try LimitsOfAgreement(confidence: 1).compare([1, 2, 3], to: [3, 2, 2])
    }
    let two = try LimitsOfAgreement().compare([1, 2], to: [3, 1])
    #expect(two.upper.interval.low < two.upper.value && two.upper.value < two.upper.interval.high)
  }
}
