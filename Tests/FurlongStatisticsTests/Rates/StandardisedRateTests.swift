import FurlongStatistics
import FurlongTestSupport
import Testing

private func limits(_ interval: ConfidenceInterval) -> [Double] { [interval.low, interval.high] }

private func strata(_ data: ReferenceValue) -> [RateStratum] {
  zip(data["x"].numbers, data["t"].numbers).map { RateStratum(events: Int($0), time: $1) }
}

@Suite("Standardised rates agree with the formulas in R", .agreement("standardised-rates"))
struct StandardisedRateReferenceTests {
  @Test(
    "direct", .tags(.reference),
    arguments: try ReferenceRecords.named("standardised.json", "dobson_direct"))
  func direct(record: ReferenceRecord) throws {
    for (limit, name) in [(StandardisedRate.CountLimits.byar, "byar"), (.exact, "exact")] {
      let rate = try StandardisedRate(limits: limit).direct(
        strata(record.data), standard: record.data["w"].numbers)
      expectClose(rate.estimate, record.expected["rate"], relative: 1e-13, strict: true)
      expectClose(limits(rate.interval), record.expected[name], relative: 1e-12, strict: true)
    }
  }

  @Test(
    "indirect", .tags(.reference),
    arguments: try ReferenceRecords.named("standardised.json", "smr_indirect"))
  func indirect(record: ReferenceRecord) throws {
    for (limit, name) in [(StandardisedRate.CountLimits.byar, "byar"), (.exact, "exact")] {
      let ratio = try StandardisedRate(limits: limit).indirect(
        strata(record.data), rates: record.data["r"].numbers)
      expectClose(ratio.estimate, record.expected["ratio"], relative: 1e-13)
      expectClose(limits(ratio.interval), record.expected[name], relative: 1e-12)
    }
  }

  @Test(
    "a count by mid-p", .tags(.reference),
    arguments: try ReferenceRecords.named("standardised.json", "poisson_midp"))
  func midP(record: ReferenceRecord) throws {
    let intervals = try record.data["x"].numbers.map {
      try PoissonRate(tails: .midP).rate(Int($0), in: 1).interval
    }
    expectClose(intervals.map(\.low), record.expected["low"], relative: 1e-11)
    expectClose(intervals.map(\.high), record.expected["high"], relative: 1e-11)
  }

  @Test(
    "Byar's limits of one count", .tags(.reference),
    arguments: try ReferenceRecords.all("byar.json"))
  func byar(record: ReferenceRecord) throws {
    let count = try StandardisedRate(limits: .byar).count(Int(record.data["x1"].number))
    let t = record.data["t1"].number
    expectClose(
      [count.low / t, count.high / t], record.expected["rate1_ci_byar"], relative: 1e-12,
      strict: true)
  }
}

@Suite("Standardised rates")
struct StandardisedRateTests {
  private let strata = [
    RateStratum(events: 4, time: 100), RateStratum(events: 9, time: 150),
    RateStratum(events: 2, time: 25),
  ]

  @Test("of strata weighted by their own time are the crude rate", .tags(.law))
  func crude() throws {
    let rate = try StandardisedRate().direct(strata, standard: [100, 150, 25])
    expectClose(rate.estimate, 15.0 / 275, relative: 1e-14)
    let exact = try PoissonRate().rate(15, in: 275).interval
    expectClose(rate.interval.low, exact.low, relative: 1e-13)
    expectClose(rate.interval.high, exact.high, relative: 1e-13)
  }

  @Test("do not depend on the order of strata or the unit of the standard", .tags(.law))
  func order() throws {
    let one = try StandardisedRate().direct(strata, standard: [5, 3, 2])
    let other = try StandardisedRate().direct(
      strata.reversed(), standard: [2000, 3000, 5000])
    expectClose(one.estimate, other.estimate, relative: 1e-14)
    expectClose(one.interval.high, other.interval.high, relative: 1e-13)
  }

  @Test("with the strata's own rates the ratio is 1", .tags(.law))
  func own() throws {
    let rates = strata.map { Double($0.events) / $0.time }
    expectClose(try StandardisedRate().indirect(strata, rates: rates).estimate, 1)
  }

  @Test("mid-p lies inside the exact interval, which a swap turns over", .tags(.law))
  func midP() throws {
    for (x, y) in [(3, 9), (12, 5), (40, 41)] {
      let exact = try PoissonRate().ratio(x, in: 10, to: y, in: 14)
      let midP = try PoissonRate(tails: .midP).ratio(x, in: 10, to: y, in: 14)
      let swapped = try PoissonRate(tails: .midP).ratio(y, in: 14, to: x, in: 10)
      #expect(midP.ratio.interval.low > exact.ratio.interval.low)
      #expect(midP.ratio.interval.high < exact.ratio.interval.high)
      #expect(midP.p < exact.p)
      expectClose(swapped.ratio.interval.low, 1 / midP.ratio.interval.high, relative: 1e-10)
      expectClose(swapped.p, midP.p, relative: 1e-10)
    }
  }

  @Test("no event, and what cannot be standardised", .tags(.edge))
  func errors() throws {
    let none = [RateStratum(events: 0, time: 10)]
    #expect(throws: StatisticsError.noEvents(in: "in any stratum", persons: 0)) {
      try StandardisedRate().direct(none, standard: [1])
    }
    let ratio = try StandardisedRate(limits: .byar).indirect(none, rates: [0.1])
    #expect(ratio.estimate == 0 && ratio.interval.low == 0 && ratio.interval.high > 0)
    #expect(throws: StatisticsError.unequalLengths(3, 2)) {
      try StandardisedRate().direct(strata, standard: [1, 2])
    }
    #expect(throws: StatisticsError.self) {
      try StandardisedRate().direct(strata, standard: [0, 0, 0])
    }
    #expect(throws: StatisticsError.self) {
      try StandardisedRate().indirect([RateStratum(events: 1, time: 0)], rates: [1])
    }
  }
}

@Suite("Tango's interval of a paired change")
struct TangoIntervalTests {
  @Test("turns over when the occasions swap, and holds the change", .tags(.law))
  func swap() throws {
    for (gained, lost) in [(12, 2), (0, 1), (5, 5), (1, 0), (86, 150)] {
      let tango = PairedProportionChange(interval: .tango)
      let one = try tango.change(both: 20, gained: gained, lost: lost, neither: 7)
      let other = try tango.change(both: 20, gained: lost, lost: gained, neither: 7)
      #expect(one.interval.contains(one.change))
      expectClose(one.interval.low, -other.interval.high, relative: 1e-12)
      expectClose(one.interval.high, -other.interval.low, relative: 1e-12)
    }
  }

  @Test("everyone, and no one, changed", .tags(.edge))
  func ends() throws {
    let tango = PairedProportionChange(interval: .tango)
    let all = try tango.change(both: 0, gained: 9, lost: 0, neither: 0)
    #expect(all.change == 1 && all.interval.high == 1 && all.interval.low < 1)
    let none = try tango.change(both: 5, gained: 0, lost: 0, neither: 6)
    #expect(none.interval.low < 0 && none.interval.high > 0)
    expectClose(none.interval.low, -none.interval.high, relative: 1e-12)
  }
}
