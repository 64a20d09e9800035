import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Noncentralities: Decodable {
  var t: [Double]
  var df: [Double]
  var low: [Double]
  var high: [Double]
}

private struct Records: Decodable {
  var d_z: Double
  var d_z_90: [Double]
  var d_av: Double
  var J: Double
  var lambda: [Double]
  var hedges_df: [Double]
  var hedges: [Double]
  var noncentrality: Noncentralities
}

@Suite("Sizes of change agree with R and mpmath")
struct StandardisedMeanChangeReferenceTests {
  private let records: Records

  init() throws {
    records = try reference("effect_sizes.json")
  }

  @Test("the noncentralities of an observed t", .tags(.reference))
  func noncentralities() throws {
    let r = records.noncentrality
    for index in r.t.indices {
      let limits = try NoncentralityInterval(confidence: 0.95).limits(
        t: r.t[index], df: r.df[index])
      expectClose(limits, [r.low[index], r.high[index]], relative: 1e-11, "δ of t \(r.t[index])")
    }
  }

  @Test("the exact small-sample factor", .tags(.reference))
  func hedges() throws {
    for (df, j) in zip(records.hedges_df, records.hedges) {
      try expectClose(HedgesCorrection().factor(df: df), j, relative: 1e-12, "J(\(df))")
    }
    try expectClose(HedgesCorrection().factor(df: 51), records.J, relative: 1e-12)
  }

  @Test("d_z and d_av of Beat the Blues after eight months", .tags(.reference))
  func sizes() throws {
    let data = try PublishedData.depression("bdi.8m")
    let change = try PairedTTest().change(from: data.before, to: data.after)
    let sizes = StandardisedMeanChange(confidence: 0.95)
    let dz = try sizes.dz(of: change)
    expectClose(dz.estimate, records.d_z, relative: 1e-12)
    let root = 52.0.squareRoot()
    expectClose(dz.interval, records.lambda.map { $0 / root }, relative: 1e-9, "d_z")
    try expectClose(sizes.dav(of: change).estimate, records.d_av, relative: 1e-12)
    // effectsize finds its limits by minimisation: four figures.
    let ninety = try StandardisedMeanChange(confidence: 0.9).dz(of: change).interval
    expectClose(ninety, records.d_z_90, relative: 1e-4, "d_z at 90%")
  }
}

@Suite("Sizes of change")
struct StandardisedMeanChangeTests {
  private let before = [12.0, 19, 24, 8, 30, 17]
  private let after = [10.0, 21, 15, 8, 22, 11]
  private let sizes = StandardisedMeanChange()

  private func all(_ before: [Double], _ after: [Double]) throws -> [EffectSize] {
    let change = try PairedTTest().change(from: before, to: after)
    return try symmetric(change) + [sizes.db(of: change), sizes.gb(of: change)]
  }

  /// The sizes whose denominator does not change when the occasions change places.
  private func symmetric(_ change: PairedChange) throws -> [EffectSize] {
    try [
      sizes.dz(of: change), sizes.gz(of: change), sizes.dav(of: change), sizes.gav(of: change),
      sizes.drm(of: change), sizes.grm(of: change),
      StandardisedMeanChange(changeInterval: .largeSample).gz(of: change),
      StandardisedMeanChange(averageInterval: .bonett).dav(of: change),
    ]
  }

  @Test("change sign when the occasions change places", .tags(.law))
  func swap() throws {
    let there = try symmetric(PairedTTest().change(from: before, to: after))
    let back = try symmetric(PairedTTest().change(from: after, to: before))
    for (there, back) in zip(there, back) {
      expectClose(there.estimate, -back.estimate, relative: 1e-14)
      expectClose(there.interval.low, -back.interval.high, relative: 1e-11)
      expectClose(there.interval.high, -back.interval.low, relative: 1e-11)
    }
  }

  @Test("of the earlier occasion's spread are other sizes when the occasions swap", .tags(.law))
  func baselineSwap() throws {
    let there = try sizes.db(of: PairedTTest().change(from: before, to: after))
    let back = try sizes.db(of: PairedTTest().change(from: after, to: before))
    #expect(there.estimate.sign != back.estimate.sign)
    #expect(abs(there.estimate + back.estimate) > 0.01)
  }

  @Test("do not depend on the order of the persons", .tags(.law))
  func order() throws {
    let turned = try all(before.reversed(), after.reversed())
    for (plain, other) in try zip(all(before, after), turned) {
      expectClose(other.estimate, plain.estimate, relative: 1e-13)
      expectClose(other.interval.high, plain.interval.high, relative: 1e-11)
    }
  }

  /// dabestr 2023.9 drew the occasions independently, so that its interval did not know of the pairs.
  @Test("have a narrower interval where the occasions agree more", .tags(.law))
  func correlation() throws {
    let first = GroupSummary(count: 40, mean: 20, sd: 8)
    let second = GroupSummary(count: 40, mean: 16, sd: 9)
    func widths(_ r: Double) throws -> [Double] {
      let change = try PairedTTest().change(from: first, to: second, correlation: r)
      let others = BaselineSizeInterval.allCases.map { way in
        StandardisedMeanChange(averageInterval: .bonett, baselineInterval: way)
      }
      let answers =
        try [sizes.dav(of: change), sizes.gav(of: change), sizes.drm(of: change)]
        + others.flatMap { try [$0.dav(of: change), $0.db(of: change), $0.gb(of: change)] }
      return answers.map { $0.interval.high - $0.interval.low }
    }
    var wider = try widths(-0.5)
    for r in [0, 0.3, 0.6, 0.9] {
      let narrower = try widths(r)
      for (w, n) in zip(wider, narrower) { #expect(n < w, "at r = \(r)") }
      wider = narrower
    }
  }

  @Test("of a summary are those of its values", .tags(.law))
  func summary() throws {
    let whole = try PairedTTest().change(from: before, to: after)
    let said = try PairedTTest().change(
      from: GroupSummary(count: 6, mean: whole.meanBefore, sd: whole.sdBefore),
      to: GroupSummary(count: 6, mean: whole.meanAfter, sd: whole.sdAfter),
      correlation: #require(whole.correlation))
    expectClose(said.t, whole.t, relative: 1e-12)
    expectClose(said.p, whole.p, relative: 1e-12)
    expectClose(said.sdChange, whole.sdChange, relative: 1e-12)
    #expect(throws: StatisticsError.self) {
      try PairedTTest().change(
        from: GroupSummary(count: 6, mean: 1, sd: 2), to: GroupSummary(count: 6, mean: 4, sd: 2),
        correlation: 1)
    }
    #expect(throws: StatisticsError.unequalLengths(6, 7)) {
      try PairedTTest().change(
        from: GroupSummary(count: 6, mean: 1, sd: 2), to: GroupSummary(count: 7, mean: 4, sd: 2),
        correlation: 0.5)
    }
  }

  @Test("do not depend on the units", .tags(.law))
  func units() throws {
    let scaled = try all(before.map { 10 * $0 + 3 }, after.map { 10 * $0 + 3 })
    for (plain, other) in try zip(all(before, after), scaled) {
      expectClose(other.estimate, plain.estimate)
      expectClose(other.interval.low, plain.interval.low)
    }
  }

  @Test("say which standard deviation they divide by", .tags(.law))
  func names() throws {
    let names = ["d_z", "g_z", "d_av", "g_av", "d_rm", "g_rm", "g_z", "d_av", "d_b", "g_b"]
    #expect(try all(before, after).map(\.name.rawValue) == names)
    let methods: [EffectIntervalMethod] = [
      .noncentralT, .noncentralT, .alginaKeselman, .alginaKeselman, .cooper, .cooper, .largeSample,
      .bonett, .bonett, .bonett,
    ]
    #expect(try all(before, after).map(\.method) == methods)
  }

  @Test("lie in their intervals, and the corrected one nearer to 0", .tags(.law))
  func inside() throws {
    let answers = try all(before, after)
    for size in answers { #expect(size.interval.contains(size.estimate)) }
    for place in [0, 2, 4, 8] {
      #expect(abs(answers[place + 1].estimate) < abs(answers[place].estimate))
    }
  }

  @Test("of one spread are the same by d_av, d_rm and d_b", .tags(.law))
  func oneSpread() throws {
    let change = try PairedTTest().change(
      from: GroupSummary(count: 30, mean: 10, sd: 4), to: GroupSummary(count: 30, mean: 12, sd: 4),
      correlation: 0.7)
    for size in try [sizes.dav(of: change), sizes.drm(of: change), sizes.db(of: change)] {
      expectClose(size.estimate, 0.5, relative: 1e-14)
    }
    try expectClose(
      sizes.dz(of: change).estimate, 0.5 / 0.6.squareRoot(), relative: 1e-14)
  }

  @Test("that divide by an occasion without spread are errors", .tags(.edge))
  func constantOccasion() throws {
    let change = try PairedTTest().change(from: [3, 3, 3], to: [4, 6, 3])
    #expect(throws: StatisticsError.noVariation(in: "values before", count: 3)) {
      try sizes.db(of: change)
    }
    #expect(throws: StatisticsError.noVariation(in: "values of one occasion", count: 3)) {
      try sizes.drm(of: change)
    }
    let bonett = StandardisedMeanChange(averageInterval: .bonett)
    #expect(try bonett.dav(of: change).estimate > 0)
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 3, needed: 4)) {
      try StandardisedMeanChange(baselineInterval: .morris).db(
        of: PairedTTest().change(from: [1, 2, 4], to: [4, 6, 3]))
    }
  }

  @Test("do without the small-sample correction for two pairs only", .tags(.edge))
  func twoPairs() throws {
    let change = try PairedTTest().change(from: [1, 2], to: [4, 9])
    #expect(try sizes.dz(of: change).interval.low < 0)
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 2, needed: 3)) {
      try sizes.gav(of: change)
    }
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 2, needed: 3)) {
      try sizes.gz(of: change)
    }
    #expect(throws: StatisticsError.self) { try HedgesCorrection().factor(df: 1) }
  }

  @Test("have limits for very large t and very many persons", .tags(.edge))
  func extremes() throws {
    for (t, df) in [(60.0, 9.0), (-300, 40), (0.001, 1), (45, 5_000), (2, 1e6)] {
      let limits = try NoncentralityInterval().limits(t: t, df: df)
      #expect(limits.low < t && t < limits.high)
    }
  }
}
