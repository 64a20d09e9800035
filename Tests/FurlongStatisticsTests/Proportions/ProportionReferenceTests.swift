import FurlongStatistics
import FurlongTestSupport
import Testing

private func limits(_ interval: ConfidenceInterval) -> [Double] { [interval.low, interval.high] }

@Suite("Proportions and rates agree with R", .agreement("proportions"))
struct ProportionReferenceTests {
  @Test(
    "one proportion", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "single"))
  func single(record: ReferenceRecord) throws {
    let (x, n) = (Int(record.data["x"].number), Int(record.data["n"].number))
    let level = record.data["cl"].number
    let exact = try ClopperPearson(confidence: level).proportion(x, of: n)
    expectClose(exact.estimate, record.expected["p"])
    expectClose(limits(exact.interval), record.expected["clopper_pearson"], relative: 1e-11)
    let wilson = try WilsonInterval(confidence: level).proportion(x, of: n)
    expectClose(limits(wilson.interval), record.expected["wilson"], relative: 1e-11)
  }

  @Test(
    "two groups", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "indep"))
  func independent(record: ReferenceRecord) throws {
    let (data, e) = (record.data, record.expected)
    let comparison = try ProportionDifference().compare(
      Int(data["x1"].number), of: Int(data["n1"].number), to: Int(data["x2"].number),
      of: Int(data["n2"].number))
    expectClose(comparison.difference, e["diff"], relative: 1e-14)
    expectClose(limits(comparison.interval), e["newcombe10"], relative: 1e-12)
    let ratio = try #require(comparison.ratio)
    expectClose(ratio.estimate, e["rr"], relative: 1e-13)
    expectClose(limits(ratio.interval), e["rr_ci_log"], relative: 1e-12)
    let odds = try #require(comparison.oddsRatio)
    expectClose(odds.estimate, e["or"], relative: 1e-13)
    expectClose(limits(odds.interval), e["or_ci_woolf"], relative: 1e-12)
    expectClose(try #require(comparison.numberNeeded), e["nnt"], relative: 1e-12)
  }

  @Test(
    "the same persons twice", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "paired"))
  func paired(record: ReferenceRecord) throws {
    let data = record.data
    let change = try PairedProportionChange().change(
      both: Int(data["a"].number), gained: Int(data["b"].number), lost: Int(data["c0"].number),
      neither: Int(data["d0"].number))
    expectClose(change.change, record.expected["diff"], relative: 1e-14)
    expectClose(
      limits(change.interval), record.expected["newcombe_method10_phi_cc"], relative: 1e-12)
  }

  @Test(
    "rates of independent events", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "rateratio"))
  func rates(record: ReferenceRecord) throws {
    let (data, e) = (record.data, record.expected)
    let (x, t) = (Int(data["x1"].number), data["t1"].number)
    let rate = try PoissonRate().rate(x, in: t)
    expectClose(rate.estimate, e["rate1"], relative: 1e-14)
    expectClose(limits(rate.interval), e["rate1_ci_exact"], relative: 1e-12)
    let ratio = try PoissonRate().ratio(
      x, in: t, to: Int(data["x2"].number), in: data["t2"].number)
    expectClose(ratio.ratio.estimate, e["rate_ratio"], relative: 1e-13)
    expectClose(limits(ratio.ratio.interval), e["ci_exact"], relative: 1e-10)
    expectClose(ratio.p, e["p_central"], relative: 1e-10)
  }

  /// R's `poisson.test` gives p = 0.033 beside an interval that contains 1.
  @Test("rateratio_2: p and interval agree with each other", .tags(.reference))
  func minimumLikelihood() throws {
    let record = try #require(try ReferenceRecords.all("proportions.json", "rateratio_2").first)
    let ratio = try PoissonRate().ratio(2, in: 17877, to: 9, in: 16660)
    #expect(ratio.ratio.interval.contains(1) && ratio.p > 0.05)
    #expect(record.expected["p_minlike"].number < 0.05)
    #expect(record.expected["ci_exact"].numbers[1] > 1)
  }

  @Test(
    "no event", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "poisson_rate_zero"))
  func none(record: ReferenceRecord) throws {
    let rate = try PoissonRate().rate(0, in: 25)
    expectClose(limits(rate.interval), record.expected["ci"], relative: 1e-12)
    let oneSided = try PoissonRate(confidence: 0.9).rate(0, in: 25).interval.high
    expectClose(oneSided, record.expected["upper_onesided"], relative: 1e-12)
  }
}

@Suite("Differences of proportions")
struct ProportionDifferenceTests {
  @Test("change sign when the groups, or the occasions, swap", .tags(.law))
  func swap() throws {
    let there = try ProportionDifference().compare(7, of: 20, to: 12, of: 25)
    let back = try ProportionDifference().compare(12, of: 25, to: 7, of: 20)
    expectClose(there.difference, -back.difference, relative: 1e-15)
    expectClose(there.interval.low, -back.interval.high, relative: 1e-14)
    expectClose(
      try #require(there.ratio).estimate, 1 / (try #require(back.ratio)).estimate,
      relative: 1e-14)
    let change = try PairedProportionChange().change(both: 9, gained: 6, lost: 2, neither: 11)
    let turned = try PairedProportionChange().change(both: 9, gained: 2, lost: 6, neither: 11)
    expectClose(change.interval.low, -turned.interval.high, relative: 1e-14)
    let rate = try PoissonRate().ratio(5, in: 10, to: 8, in: 12)
    let other = try PoissonRate().ratio(8, in: 12, to: 5, in: 10)
    expectClose(rate.ratio.interval.low, 1 / other.ratio.interval.high, relative: 1e-11)
    expectClose(rate.p, other.p, relative: 1e-12)
  }

  @Test("agreement of the occasions narrows the interval", .tags(.law))
  func correlation() throws {
    let close = try PairedProportionChange().change(both: 40, gained: 8, lost: 2, neither: 50)
    let loose = try ProportionDifference().compare(48, of: 100, to: 42, of: 100)
    #expect(
      close.interval.high - close.interval.low < loose.interval.high - loose.interval.low)
  }

  @Test("empty cells have a difference but no ratio", .tags(.edge))
  func emptyCells() throws {
    let none = try ProportionDifference().compare(0, of: 10, to: 0, of: 12)
    #expect(none.ratio == nil && none.oddsRatio == nil && none.numberNeeded == nil)
    #expect(none.interval.low < 0 && none.interval.high > 0)
    let all = try ProportionDifference().compare(10, of: 10, to: 0, of: 12)
    #expect(all.difference == 1 && all.interval.high == 1 && all.oddsRatio == nil)
  }

  @Test("what cannot be counted is an error", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.self) {
      try ProportionDifference().compare(3, of: 2, to: 1, of: 2)
    }
    #expect(throws: StatisticsError.self) {
      try PairedProportionChange().change(both: 0, gained: 0, lost: 0, neither: 0)
    }
    #expect(throws: StatisticsError.self) {
      try PairedProportionChange().change(both: 1, gained: -1, lost: 1, neither: 3)
    }
    #expect(throws: StatisticsError.self) { try PoissonRate().rate(3, in: 0) }
    #expect(throws: StatisticsError.noEvents(in: "in one of the times", persons: 4)) {
      try PoissonRate().ratio(0, in: 1, to: 4, in: 1)
    }
    #expect(throws: StatisticsError.self) { try ClopperPearson().proportion(1, of: 0) }
  }
}
