import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

private func series(_ count: Int, seed: UInt64) -> [Double] {
  var random = RandomStream(seed: seed, stream: 0)
  return (0..<count).map { _ in (50 + 5 * random.normal()).rounded() }
}

private func signals(_ values: [Double], _ rules: ProcessRules) throws -> [ProcessSignal] {
  let points = values.map {
    ProcessPoint(value: $0, centre: 0, low: -3, high: 3, nearLow: -2, nearHigh: 2)
  }
  return try rules.signals(in: points)
}

@Suite("Rules of Making Data Count")
struct ProcessRulesTests {
  let rules = ProcessRules.makingDataCount

  @Test("have a name with a version", .tags(.law))
  func name() {
    #expect(rules.name == "nhs-making-data-count/1")
  }

  @Test("a point on a limit is inside", .tags(.edge))
  func onTheLimit() throws {
    #expect(try signals([0.1, 3, -3, 0.1], rules).isEmpty)
    #expect(
      try signals([0.1, 3.01, -0.1, -3.01], rules) == [
        ProcessSignal(kind: .beyondLimit, direction: .up, points: [1]),
        ProcessSignal(kind: .beyondLimit, direction: .down, points: [3]),
      ])
  }

  @Test("7 on one side are a shift, 6 are none, and one on the centre breaks it", .tags(.edge))
  func shift() throws {
    let six: [Double] = [1, 0.5, 1, 0.5, 1, 0.5]
    #expect(try signals(six + [-1], rules).isEmpty)
    #expect(
      try signals(six + [1, 0.5, -1], rules) == [
        ProcessSignal(kind: .shift, direction: .up, points: Array(0..<8))
      ])
    #expect(try signals(six + [0] + six, rules).isEmpty)
  }

  @Test("7 rising are a trend whatever side they lie on", .tags(.edge))
  func trend() throws {
    let rising = [-1.5, -1, -0.5, 0.25, 0.5, 1, 1.5]
    #expect(
      try signals(rising, rules) == [
        ProcessSignal(kind: .trend, direction: .up, points: Array(0..<7))
      ])
    #expect(try signals(Array(rising.dropFirst()), rules).isEmpty)
    #expect(try signals(rising.reversed(), rules)[0].direction == .down)
  }

  @Test("an equal value ends a trend, or is passed over where the rules say so", .tags(.edge))
  func repeats() throws {
    let values = [-1.5, -1, -0.5, -0.5, 0.25, 0.5, 1, 1.5]
    #expect(try signals(values, rules).isEmpty)
    var skipping = rules
    skipping.repeats = .skip
    #expect(
      try signals(values, skipping) == [
        ProcessSignal(kind: .trend, direction: .up, points: [0, 1, 2, 4, 5, 6, 7])
      ])
  }

  @Test("two of three near a limit, all three on its side", .tags(.edge))
  func nearLimit() throws {
    #expect(
      try signals([-1, 2.5, 1, 2.5, -1], rules) == [
        ProcessSignal(kind: .nearLimit, direction: .up, points: [1, 3])
      ])
    #expect(try signals([2.5, -1, 2.5], rules).isEmpty)
    #expect(try signals([2.5, 1, 1, 2.5], rules).isEmpty)
  }

  @Test("windows that share points are one signal, others are not", .tags(.edge))
  func nearTwice() throws {
    #expect(
      try signals([2.5, 2.5, 1, 2.5, -1, 2.5, 2.6, 1], rules).map(\.points) == [
        [0, 1, 3], [5, 6],
      ])
  }

  @Test(
    "NHSRplotthedots does not count a point beyond the limit as near it; other rules may",
    .tags(.edge))
  func nearAndBeyond() throws {
    let values = [0.5, 3.5, 2.5, 1, -1]
    #expect(try signals(values, rules).map(\.kind) == [.beyondLimit])
    var wider = rules
    wider.nearHoldsBeyond = true
    #expect(try signals(values, wider).map(\.kind) == [.beyondLimit, .nearLimit])
  }

  @Test("mirrored values give mirrored signals", .tags(.law), arguments: UInt64(1)...20)
  func mirrored(seed: UInt64) throws {
    let values = series(60, seed: seed).map { ($0 - 50) / 3 }
    let up = try signals(values, rules)
    let down = try signals(values.map { -$0 }, rules)
    #expect(up.map(\.points) == down.map(\.points))
    #expect(zip(up, down).allSatisfy { $0.kind == $1.kind && $0.direction != $1.direction })
  }

  @Test("a rule of fewer than three points is refused", .tags(.edge))
  func shortRules() {
    var rules = ProcessRules.makingDataCount
    rules.shift = 2
    #expect(throws: StatisticsError.self) { try signals([1, 1], rules) }
  }
}

@Suite("Charts of individuals")
struct IndividualsChartTests {
  @Test("limits shift and stretch with the values", .tags(.law), arguments: UInt64(1)...10)
  func affine(seed: UInt64) throws {
    let values = series(40, seed: seed)
    let plain = try IndividualsChart().read(values)
    let moved = try IndividualsChart().read(values.map { 4 * $0 - 32 })
    expectClose(moved.phases[0].centre, 4 * plain.phases[0].centre - 32, relative: 1e-13)
    expectClose(moved.phases[0].low, 4 * plain.phases[0].low - 32, relative: 1e-13)
    expectClose(moved.phases[0].high, 4 * plain.phases[0].high - 32, relative: 1e-13)
    #expect(moved.signals == plain.signals)
  }

  @Test("with a baseline, later points never move the limits", .tags(.law))
  func fixedLimits() throws {
    let values = series(20, seed: 3)
    let chart = IndividualsChart(baseline: 15)
    let before = try chart.read(values)
    let after = try chart.read(values + [90, 95, 99, 12, 80])
    #expect(Array(after.points.prefix(20)) == before.points)
    #expect(after.phases[0].high == before.phases[0].high)
    #expect(after.phases[0].count == 25 && after.phases[0].baseline == 15)
  }

  // NHSRplotthedots issue 142: by policy nothing is rebased but by a person who says why.
  @Test("a shift is reported and never rebased", .tags(.law))
  func noAutomaticRebase() throws {
    let values = series(20, seed: 5) + series(20, seed: 6).map { $0 + 30 }
    let reading = try IndividualsChart(baseline: 20).read(values)
    #expect(reading.phases.count == 1)
    #expect(Set(reading.points.map(\.centre)).count == 1)
    #expect(reading.signals.contains { $0.kind == .shift && $0.direction == .up })
  }

  // NHSRplotthedots issue 93: a fixed baseline and a rebase could not be had together.
  @Test("phases with a baseline are the charts of their parts", .tags(.law))
  func phases() throws {
    let first = series(22, seed: 7)
    let second = series(25, seed: 8).map { $0 + 20 }
    let chart = IndividualsChart(baseline: 13)
    let whole = try chart.read(first + second, phases: [22])
    let parts = (try chart.read(first), try chart.read(second))
    #expect(whole.points == parts.0.points + parts.1.points)
    #expect(whole.phases.map(\.start) == [0, 22])
    #expect(whole.phases.map(\.baseline) == [13, 13])
    #expect(
      whole.signals.map(\.points) == parts.0.signals.map(\.points)
        + parts.1.signals.map { $0.points.map { $0 + 22 } })
  }

  @Test("no signal reaches across phases", .tags(.law))
  func acrossPhases() throws {
    let values: [Double] = [1, 3, 1, 3, 2, 4, 5, 6, 7, 8, 9, 8, 9, 7]
    #expect(
      try IndividualsChart(leavesOutWideRanges: false).read(values).signals.contains {
        $0.kind == .trend
      })
    let split = try IndividualsChart(leavesOutWideRanges: false).read(values, phases: [7])
    #expect(!split.signals.contains { $0.kind == .trend })
  }

  @Test("one wide step is left out of the limits and counted", .tags(.edge))
  func screened() throws {
    let values: [Double] = [10, 12, 11, 13, 12, 11, 60, 61, 59, 60, 62, 61, 60]
    let kept = try IndividualsChart(leavesOutWideRanges: false).read(values).phases[0]
    let screened = try IndividualsChart().read(values).phases[0]
    #expect(kept.rangesLeftOut == 0)
    #expect(screened.rangesLeftOut == 1)
    #expect(screened.high - screened.low < kept.high - kept.low)
    #expect(screened.wideRanges == [6])
  }

  @Test("too few, unequal and constant series are refused", .tags(.edge))
  func edges() {
    let chart = IndividualsChart()
    #expect(throws: StatisticsError.tooFew(of: "points", count: 0, needed: 2)) {
      try chart.read([])
    }
    #expect(throws: StatisticsError.tooFew(of: "points of a baseline", count: 1, needed: 2)) {
      try chart.read([4])
    }
    #expect(throws: StatisticsError.noVariation(in: "points of a baseline", count: 3)) {
      try chart.read([4, 4, 4])
    }
    // One step among equal values: without it nothing is left to make limits of.
    #expect(throws: StatisticsError.noVariation(in: "points of a baseline", count: 8)) {
      try chart.read([4, 4, 4, 4, 4, 4, 4, 9])
    }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try chart.read([4, .nan, 5])
    }
    for phases in [[0], [3], [-1], [2, 2], [2, 1]] {
      #expect(throws: StatisticsError.self) { try chart.read([1, 2, 3], phases: phases) }
    }
    #expect(throws: StatisticsError.self) { try ControlChartConstants(size: 1) }
  }

  @Test("unrounded factors are those of two normal values", .tags(.law))
  func factors() throws {
    let d2 = try ControlChartConstants(size: 2).meanRange()
    expectClose(MovingRangeFactors.exact.limits, 3 / d2, relative: 1e-14)
    expectClose(MovingRangeFactors.exact.range, 3.267, relative: 2e-4)
    expectClose(MovingRangeFactors.exact.limits, 2.66, relative: 6e-4)
  }
}

@Suite("Charts of shares and rates")
struct AttributeChartTests {
  @Test("limits come from the baseline alone and from each point's own size", .tags(.law))
  func baseline() throws {
    let counts = [5, 6, 4, 5, 7, 30]
    let totals = [50, 60, 40, 50, 70, 50]
    let reading = try ProportionChart(baseline: 5).read(counts, of: totals)
    #expect(reading.centre == 0.1)
    #expect(reading.baseline == 5)
    #expect(reading.points[1].high < reading.points[2].high)
    #expect(reading.points.allSatisfy { $0.low >= 0 && $0.high <= 1 })
    #expect(reading.signals.map(\.points) == [[5]])
  }

  @Test("shares of the others are the mirror", .tags(.law))
  func complement() throws {
    let counts = [12, 15, 8, 10, 4, 7, 16]
    let totals = [50, 60, 45, 50, 40, 50, 62]
    let some = try ProportionChart().read(counts, of: totals)
    let others = try ProportionChart().read(zip(totals, counts).map { $0 - $1 }, of: totals)
    expectClose(some.centre, 1 - others.centre, relative: 1e-14)
    for (point, mirrored) in zip(some.points, others.points) {
      expectClose(point.high, 1 - mirrored.low, relative: 1e-14)
    }
  }

  @Test("another unit of time changes the rates and no signal", .tags(.law))
  func units() throws {
    let events = [3, 5, 2, 8, 6, 1, 4, 40]
    let months = [10.5, 12, 9, 14, 11, 8, 10, 13]
    let monthly = try EventRateChart().read(events, in: months)
    let daily = try EventRateChart().read(events, in: months.map { $0 * 30 })
    expectClose(monthly.centre, 30 * daily.centre, relative: 1e-14)
    #expect(monthly.signals == daily.signals)
    #expect(monthly.signals.map(\.points).contains([7]))
  }

  @Test("impossible counts are refused", .tags(.edge))
  func edges() {
    let shares = ProportionChart()
    #expect(throws: StatisticsError.unequalLengths(1, 2)) { try shares.read([1], of: [2, 3]) }
    #expect(throws: StatisticsError.self) { try shares.read([1], of: [2]) }
    #expect(throws: StatisticsError.self) { try shares.read([1, 3], of: [2, 2]) }
    #expect(throws: StatisticsError.self) { try shares.read([1, 0], of: [2, 0]) }
    #expect(throws: StatisticsError.noVariation(in: "points of a baseline", count: 2)) {
      try shares.read([0, 0], of: [4, 5])
    }
    let rates = EventRateChart()
    #expect(throws: StatisticsError.self) { try rates.read([1, -1], in: [1, 1]) }
    #expect(throws: StatisticsError.self) { try rates.read([1, 1], in: [1, 0]) }
    #expect(throws: StatisticsError.noVariation(in: "points of a baseline", count: 2)) {
      try rates.read([0, 0], in: [1, 1])
    }
  }
}
