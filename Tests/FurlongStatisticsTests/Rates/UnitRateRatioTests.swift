import FurlongStatistics
import FurlongTestSupport
import Foundation
import Testing

private func units(_ record: ReferenceRecord) -> [UnitPeriods] {
  guard case .list(let list) = record.data["units"] else { return [] }
  return list.map { unit in
    let (events, time) = (unit["events"].numbers, unit["time"].numbers)
    return UnitPeriods(
      zip(zip(events, time), unit["after"].numbers).map {
        .init(events: $0.0, time: $0.1, isAfter: $1 == 1)
      })
  }
}

@Suite("A ratio of rates over units agrees with Python", .agreement("unit-rates"))
struct UnitRateRatioReferenceTests {
  @Test(
    "by a quasi-Poisson model with a level a unit", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "units.json", "one_ward", "three_wards", "less_than_chance", "month_without_beds"))
  func model(record: ReferenceRecord) throws {
    let found = try UnitRateRatio(confidence: record.data["level"].number).compare(units(record))
    let e = record.expected
    expectClose(found.ratio, e["ratio"], relative: 1e-12, strict: true)
    expectClose(found.logStandardError, e["se"], relative: 1e-12, strict: true)
    expectClose(found.dispersion, e["dispersion"], relative: 1e-12, strict: true)
    #expect(Double(found.degreesOfFreedom) == e["df"].number)
    expectClose([found.interval.low, found.interval.high], e["ci"], relative: 1e-12, strict: true)
  }
}

@Suite("A ratio of rates over units")
struct UnitRateRatioTests {
  private let method = UnitRateRatio()

  private func unit(_ before: [(Double, Double)], _ after: [(Double, Double)]) -> UnitPeriods {
    UnitPeriods(
      before.map { .init(events: $0.0, time: $0.1, isAfter: false) }
        + after.map { .init(events: $0.0, time: $0.1, isAfter: true) })
  }

  private var three: [UnitPeriods] {
    [
      unit([(9, 410), (12, 430), (7, 400)], [(4, 420), (6, 405)]),
      unit([(2, 600), (3, 610)], [(2, 590), (1, 620), (4, 600)]),
      unit([(20, 220), (14, 230), (18, 225), (25, 240)], [(15, 210)]),
    ]
  }

  @Test("of one unit is the ratio of its two rates", .tags(.law))
  func one() throws {
    let found = try method.compare([three[0]])
    expectClose(found.ratio, (10.0 / 825) / (28.0 / 1240), relative: 1e-14)
  }

  @Test(
    "does not depend on the order of units or of their periods, nor on what time is counted in",
    .tags(.law))
  func order() throws {
    let found = try method.compare(three)
    let turned = three.reversed().map { UnitPeriods($0.periods.reversed()) }
    #expect(try method.compare(turned) == found)
    let scaled = three.map {
      UnitPeriods(
        $0.periods.map { .init(events: $0.events, time: 4 * $0.time, isAfter: $0.isAfter) })
    }
    expectClose(try method.compare(scaled).ratio, found.ratio, relative: 1e-14)
    expectClose(try method.compare(scaled).interval.low, found.interval.low, relative: 1e-13)
  }

  @Test("is its inverse where before and after change places", .tags(.law))
  func turned() throws {
    let found = try method.compare(three)
    let other = try method.compare(
      three.map {
        UnitPeriods(
          $0.periods.map { .init(events: $0.events, time: $0.time, isAfter: !$0.isAfter) })
      })
    expectClose(other.ratio, 1 / found.ratio, relative: 1e-13)
    expectClose(other.interval.low, 1 / found.interval.high, relative: 1e-13)
    expectClose(other.dispersion, found.dispersion, relative: 1e-12)
  }

  @Test("where every unit has its rate times the same number, is that number", .tags(.law))
  func exact() throws {
    let levels: [(size: Double, rate: Double)] = [(2, 0.01), (7, 0.04), (1, 0.002)]
    let units = levels.map { level -> UnitPeriods in
      let before = (0..<6).map { (100 + 10 * Double($0)) * level.size }
      let after = (0..<4).map { (90 + 20 * Double($0)) * level.size }
      return unit(
        before.map { (level.rate * $0, $0) }, after.map { (0.7 * level.rate * $0, $0) })
    }
    let found = try method.compare(units)
    expectClose(found.ratio, 0.7, relative: 1e-13)
    #expect(found.dispersion < 1e-20)
  }

  @Test("units in which nothing happened, and periods without time, say nothing", .tags(.edge))
  func silent() throws {
    let found = try method.compare(three)
    let more = try method.compare(
      three + [unit([(0, 500), (0, 480)], [(0, 510)]), unit([], [])])
    #expect(more == found)
    var gap = three
    gap[0].periods.append(.init(events: 0, time: 0, isAfter: true))
    #expect(try method.compare(gap) == found)
  }

  @Test(
    "is refused where nothing happened on a side, and where no degree of freedom is left",
    .tags(.edge))
  func refused() throws {
    #expect(throws: StatisticsError.noEvents(in: "after", persons: 0)) {
      try method.compare([unit([(3, 100), (2, 100)], [(0, 100), (0, 100)])])
    }
    #expect(throws: StatisticsError.noEvents(in: "before", persons: 0)) {
      try method.compare([unit([(0, 100)], [(4, 100), (2, 100)])])
    }
    #expect(throws: StatisticsError.tooFew(of: "periods", count: 2, needed: 3)) {
      try method.compare([unit([(3, 100)], [(2, 100)])])
    }
    #expect(throws: StatisticsError.noEvents(in: "before", persons: 0)) { try method.compare([]) }
    #expect(throws: StatisticsError.self) {
      try method.compare([unit([(3, 0), (2, 10)], [(1, 10)])])
    }
    #expect(throws: StatisticsError.self) {
      try method.compare([unit([(-3, 10), (2, 10)], [(1, 10)])])
    }
  }

  @Test("a very large change is found all the same", .tags(.edge))
  func large() throws {
    let found = try method.compare([
      unit([(1, 1_000_000), (0, 1_000_000)], [(5_000, 1), (4_000, 1)]),
      unit([(900, 10), (800, 10)], [(9_000_000, 1)]),
    ])
    #expect(found.ratio > 1e5 && found.interval.low < found.ratio)
  }

  @Test(
    "holds the true ratio 93 to 97 times in 100, with months that vary more than chance",
    .tags(.slow))
  func coverage() throws {
    try held(samples: 4_000, least: 0.93)
  }

  @Test("holds the true ratio about as often as it says, in a short form")
  func shortCoverage() throws {
    try held(samples: 300, least: 0.90)
  }

  /// Events of three wards by month, whose means vary by a fifth from month to month beside chance.
  private func held(samples: Int, least: Double) throws {
    let wards: [(before: Int, months: Int, beds: Double, rate: Double)] = [
      (12, 22, 420, 0.012), (18, 30, 610, 0.005), (9, 18, 230, 0.03),
    ]
    var draws = SystemlessDraws(state: 7)
    var held = 0
    for _ in 0..<samples {
      var units: [UnitPeriods] = []
      for (before, months, beds, rate) in wards {
        units.append(
          UnitPeriods(
            (0..<months).map { month in
              let isAfter = month >= before
              let mean = beds * rate * (isAfter ? 0.6 : 1) * draws.gamma(shape: 25, scale: 0.04)
              return .init(events: Double(draws.poisson(mean)), time: beds, isAfter: isAfter)
            }))
      }
      let interval = try method.compare(units).interval
      if interval.low <= 0.6, interval.high >= 0.6 { held += 1 }
    }
    let share = Double(held) / Double(samples)
    #expect(share > least && share < 0.985, "\(share)")
  }
}

/// Draws that are the same on every machine.
private struct SystemlessDraws {
  var state: UInt64

  mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    return (Double(mixed >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// A sum of exponentials: `shape` is whole.
  mutating func gamma(shape: Int, scale: Double) -> Double {
    (0..<shape).reduce(0) { sum, _ in sum - scale * log(unit()) }
  }

  mutating func poisson(_ mean: Double) -> Int {
    var (count, left) = (-1, mean)
    repeat {
      left += log(unit())
      count += 1
    } while left > 0
    return count
  }
}
