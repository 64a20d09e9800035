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
    "one proportion, in other ways", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "single"))
  func others(record: ReferenceRecord) throws {
    let (x, n) = (Int(record.data["x"].number), Int(record.data["n"].number))
    let names: [(ProportionIntervalMethod, String)] = [
      (.wilson, "wilson"), (.wilsonCorrected, "wilson_cc"), (.clopperPearson, "clopper_pearson"),
      (.jeffreys, "jeffreys"), (.agrestiCoull, "agresti_coull"),
    ]
    for (method, name) in names {
      let interval = ProportionInterval(method, confidence: record.data["cl"].number)
      expectClose(
        limits(try interval.proportion(x, of: n).interval), record.expected[name],
        relative: 1e-11, "\(method)")
    }
    let tosses = [Double](repeating: 1, count: x) + [Double](repeating: -1, count: n - x)
    expectClose(
      try SignTest().test(tosses).p, record.expected["binom_p_vs_half"], relative: 1e-10,
      strict: true)
  }

  /// PropCIs 0.3.0 searches on a grid: 1 of 250 has its lower limit at 0.0006, which is 0.0002.
  @Test(
    "one proportion, by mid-p", .tags(.reference),
    arguments: try ReferenceRecords.all("mid_p.json", "mid_p_").filter {
      !$0.id.hasPrefix("mid_p_ratio")
    })
  func midP(record: ReferenceRecord) throws {
    let interval = try ProportionInterval(.midP, confidence: record.data["cl"].number).proportion(
      Int(record.data["x"].number), of: Int(record.data["n"].number)
    ).interval
    let peer = record.expected["PropCIs_0.3.0"].numbers
    expectClose(limits(interval), record.expected["midp"], relative: 1e-12, strict: true)
    #expect(abs(interval.low - peer[0]) <= 6e-4 && abs(interval.high - peer[1]) <= 6e-4)
    if record.id == "mid_p_4" { #expect(peer[0] > 2.9 * interval.low) }
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
    "the same persons twice, by Tango's score", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "paired"))
  func tango(record: ReferenceRecord) throws {
    let data = record.data
    let change = try PairedProportionChange(interval: .tango).change(
      both: Int(data["a"].number), gained: Int(data["b"].number), lost: Int(data["c0"].number),
      neither: Int(data["d0"].number))
    expectClose(
      limits(change.interval), record.expected["tango_score_b_minus_c"], relative: 1e-4)
  }

  /// exactci 1.4.5's root finder stops at about 1e-4.
  @Test(
    "a ratio of rates by mid-p", .tags(.reference),
    arguments: try ReferenceRecords.all("mid_p.json", "mid_p_ratio"))
  func rateMidP(record: ReferenceRecord) throws {
    let data = record.data
    let ratio = try PoissonRate(tails: .midP).ratio(
      Int(data["x1"].number), in: data["t1"].number, to: Int(data["x2"].number),
      in: data["t2"].number
    ).ratio
    expectClose(limits(ratio.interval), record.expected["midp_ci"], relative: 1e-11)
    for (ours, peer) in zip(limits(ratio.interval), record.expected["exactci"].numbers) {
      #expect(abs(ours - peer) < 4e-4)
    }
  }

  @Test(
    "the p of a ratio of rates by mid-p", .tags(.reference),
    arguments: try ReferenceRecords.all("proportions.json", "rateratio"))
  func rateMidPTest(record: ReferenceRecord) throws {
    let data = record.data
    let ratio = try PoissonRate(tails: .midP).ratio(
      Int(data["x1"].number), in: data["t1"].number, to: Int(data["x2"].number),
      in: data["t2"].number)
    expectClose(ratio.p, record.expected["midp_p"], relative: 1e-10)
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
    #expect(throws: StatisticsError.noEvents(in: "in one of the times", persons: 0)) {
      try PoissonRate().ratio(0, in: 1, to: 4, in: 1)
    }
    #expect(throws: StatisticsError.self) { try ClopperPearson().proportion(1, of: 0) }
  }
}
