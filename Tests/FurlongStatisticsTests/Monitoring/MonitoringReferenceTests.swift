import FurlongStatistics
import FurlongTestSupport
import Testing

/// Places that a record gives as a list, empty lists too.
private func places(_ value: ReferenceValue) -> [Int] { value.numbers.map { Int($0) } }

@Suite("Control charts agree with R and with NHSRplotthedots")
struct ControlChartReferenceTests {
  @Test(
    "individuals and moving ranges", .tags(.reference), .agreement("control-charts"),
    arguments: try ReferenceRecords.all("spc.json", "xmr_"))
  func individuals(record: ReferenceRecord) throws {
    let e = record.expected
    let x = record.data["x"].numbers
    var rules = ProcessRules.makingDataCount
    rules.shift = 3
    let chart = IndividualsChart(leavesOutWideRanges: false, rules: rules)
    let reading = try chart.read(x)
    let phase = reading.phases[0]
    expectClose(Double(phase.count), e["n"])
    expectClose(phase.centre, e["center"], relative: 1e-14, strict: true)
    expectClose(phase.meanRange, e["mr_bar"], relative: 1e-14, strict: true)
    expectClose(phase.medianRange, e["median_mr"])
    expectClose(phase.high, e["ucl_2.66"], relative: 1e-14, strict: true)
    expectClose(phase.low, e["lcl_2.66"], relative: 1e-14, strict: true)
    expectClose(phase.highestRange, e["mr_ucl_3.267"], relative: 1e-14, strict: true)
    let other = MovingRangeFactors(limits: 2.66, range: 3.268)
    let wide = try IndividualsChart(leavesOutWideRanges: false, factors: other).read(x).phases[0]
    expectClose(wide.highestRange, e["mr_ucl_3.268"], relative: 1e-14, strict: true)
    #expect(wide.wideRanges.map { $0 + 1 } == places(e["mr_beyond"]))
    let shifts = reading.signals.filter { $0.kind == .shift }.map(\.points.count)
    #expect(shifts.max() == Int(e["longest_run_one_side"].number))
  }

  @Test(
    "individuals with unrounded factors", .tags(.reference), .agreement("control-charts"),
    arguments: try ReferenceRecords.all("spc.json", "xmr_"))
  func exactFactors(record: ReferenceRecord) throws {
    let e = record.expected
    let reading = try IndividualsChart(leavesOutWideRanges: false, factors: .exact).read(
      record.data["x"].numbers)
    let phase = reading.phases[0]
    // The record's d2 has 15 digits.
    expectClose(phase.sigma, e["sigma_hat"], relative: 1e-13, strict: true)
    expectClose(phase.high, e["ucl"], relative: 1e-13, strict: true)
    expectClose(phase.low, e["lcl"], relative: 1e-13, strict: true)
    expectClose(
      try ControlChartConstants(size: 2).meanRange(), e["d2_exact"], relative: 1e-14, strict: true)
    let beyond = reading.signals.filter { $0.kind == .beyondLimit }.flatMap(\.points)
    #expect(beyond.map { $0 + 1 } == places(e["points_beyond"]))
  }

  @Test(
    "shares", .tags(.reference), .agreement("control-charts"),
    arguments: try ReferenceRecords.named("spc.json", "p_chart"))
  func shares(record: ReferenceRecord) throws {
    let e = record.expected
    let reading = try ProportionChart().read(
      places(record.data["x"]), of: places(record.data["n"]))
    expectClose(reading.centre, e["center"], relative: 1e-15, strict: true)
    expectClose(reading.points.map(\.high), e["ucl"], relative: 1e-14, strict: true)
    expectClose(reading.points.map(\.low), e["lcl"], relative: 1e-14, strict: true)
    let beyond = reading.signals.filter { $0.kind == .beyondLimit }.flatMap(\.points)
    #expect(beyond.map { $0 + 1 } == places(e["out"]))
  }

  @Test(
    "rates of events", .tags(.reference), .agreement("control-charts"),
    arguments: try ReferenceRecords.named("spc.json", "u_chart"))
  func rates(record: ReferenceRecord) throws {
    let e = record.expected
    let reading = try EventRateChart().read(
      places(record.data["x"]), in: record.data["n"].numbers)
    expectClose(reading.centre, e["center"], relative: 1e-15, strict: true)
    expectClose(reading.points.map(\.high), e["ucl"], relative: 1e-14, strict: true)
    expectClose(reading.points.map(\.low), e["lcl"], relative: 1e-14)
  }

  @Test(
    "constants of small samples", .tags(.reference), .agreement("control-charts"),
    arguments: try ReferenceRecords.named("spc.json", "xbar_s_constants"))
  func constants(record: ReferenceRecord) throws {
    let e = record.expected
    let all = try e["n"].numbers.map { try ControlChartConstants(size: Int($0)) }
    expectClose(try all.map { try $0.meanDeviation() }, e["c4"], relative: 1e-13, strict: true)
    expectClose(try all.map { try $0.meanRange() }, e["d2"], relative: 1e-13, strict: true)
  }

  @Test(
    "the rules of Making Data Count", .tags(.reference), .agreement("control-charts"),
    arguments: try ReferenceRecords.all("plot_the_dots.json"))
  func rules(record: ReferenceRecord) throws {
    let e = record.expected
    let chart = IndividualsChart(
      baseline: record.data["baseline"].isMissing ? nil : Int(record.data["baseline"].number),
      leavesOutWideRanges: record.data["screen"].number == 1)
    let reading = try chart.read(record.data["x"].numbers)
    let phase = reading.phases[0]
    expectClose(phase.centre, e["mean"], relative: 1e-14, strict: true)
    expectClose(phase.meanRange, e["amr"], relative: 1e-14, strict: true)
    expectClose(phase.low, e["lpl"], relative: 1e-14, strict: true)
    expectClose(phase.high, e["upl"], relative: 1e-14, strict: true)
    func flagged(_ kind: ProcessSignal.Kind) -> [Int] {
      Set(reading.signals.filter { $0.kind == kind }.flatMap(\.points)).sorted()
    }
    #expect(flagged(.beyondLimit) == places(e["outside"]))
    #expect(flagged(.shift) == places(e["one_side"]))
    #expect(flagged(.trend) == places(e["trend"]))
    #expect(flagged(.nearLimit) == places(e["two_in_three"]))
  }
}

@Suite("Run charts agree with qicharts2 and with enumeration")
struct RunChartReferenceTests {
  @Test(
    "Anhøj's rules", .tags(.reference), .agreement("run-charts"),
    arguments: try ReferenceRecords.all("run_charts.json", "runs_analysis_"))
  func anhoej(record: ReferenceRecord) throws {
    let e = record.expected
    let reading = try RunChart().read(record.data["x"].numbers)
    expectClose(reading.median, e["median"], relative: 1e-15, strict: true)
    expectClose(Double(reading.useful), e["n_useful"])
    expectClose(Double(reading.longestRun), e["longest_run"])
    expectClose(Double(reading.anhoej.longestRun), e["longest_run_max"])
    expectClose(Double(reading.crossings), e["crossings"])
    expectClose(Double(reading.anhoej.fewestCrossings), e["crossings_min"])
    #expect(reading.signals.isEmpty == (e["signal"].number == 0))
  }

  @Test(
    "the number of runs of every order", .tags(.reference), .agreement("run-charts"),
    arguments: try ReferenceRecords.all("run_charts.json", "runs_enumerated_"))
  func enumerated(record: ReferenceRecord) throws {
    let above = Int(record.data["above"].number)
    let below = Int(record.data["below"].number)
    let orders = record.expected["orders"].numbers
    let all = orders.reduce(0, +)
    for runs in 2...(2 * min(above, below) + (above == below ? 0 : 1)) {
      let reading = try RunChart().read(
        series(above: above, below: below, runs: runs, onMedian: 0))
      #expect(reading.runs == runs)
      expectClose(
        reading.fewRuns, orders[..<runs].reduce(0, +) / all, relative: 1e-14, strict: true)
      expectClose(
        reading.manyRuns, orders[(runs - 1)...].reduce(0, +) / all, relative: 1e-14, strict: true)
    }
  }

  @Test(
    "the exact probability of long series", .tags(.reference), .agreement("run-charts"),
    arguments: try ReferenceRecords.all("run_charts.json", "runs_formula_"))
  func formula(record: ReferenceRecord) throws {
    let reading = try RunChart().read(
      series(
        above: Int(record.data["above"].number), below: Int(record.data["below"].number),
        runs: Int(record.data["runs"].number), onMedian: 0))
    expectClose(reading.fewRuns, record.expected["few"], relative: 1e-11, strict: true)
    expectClose(reading.manyRuns, record.expected["many"], relative: 1e-11, strict: true)
  }

  /// A series with so many points above and below its median in so many runs.
  ///
  /// Enough points on 0 in front keep the median there whatever the other counts are; they are not useful.
  private func series(above: Int, below: Int, runs: Int, onMedian: Int) -> [Double] {
    var left = [above, below]
    var remaining = runs
    // Begin on the side that has more, so that an odd number of runs comes out.
    var side = above >= below ? 0 : 1
    var values: [Double] = []
    while remaining > 0 {
      let runsOfSide = (remaining + 1) / 2
      let take = runsOfSide == 1 ? left[side] : 1
      values += [Double](repeating: side == 0 ? 1 : -1, count: take)
      left[side] -= take
      side = 1 - side
      remaining -= 1
    }
    return [Double](repeating: 0, count: above + below + 1) + values
  }
}
