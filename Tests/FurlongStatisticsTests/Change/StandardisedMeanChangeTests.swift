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

@Suite(
  "Sizes of change agree with R and mpmath",
  .agreement("paired-effect-sizes", with: "R 4.2.2, effectsize 0.8.3, mpmath 1.4.1"))
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
    return try [sizes.dz(of: change), sizes.dav(of: change), sizes.gav(of: change)]
  }

  @Test("change sign when the occasions change places", .tags(.law))
  func swap() throws {
    for (there, back) in try zip(all(before, after), all(after, before)) {
      expectClose(there.estimate, -back.estimate, relative: 1e-14)
      expectClose(there.interval.low, -back.interval.high, relative: 1e-11)
      expectClose(there.interval.high, -back.interval.low, relative: 1e-11)
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
    #expect(try all(before, after).map(\.name.rawValue) == ["d_z", "d_av", "g_av"])
  }

  @Test("lie in their intervals, and the corrected one nearer to 0", .tags(.law))
  func order() throws {
    let answers = try all(before, after)
    for size in answers { #expect(size.interval.contains(size.estimate)) }
    #expect(abs(answers[2].estimate) < abs(answers[1].estimate))
  }

  @Test("do without the small-sample correction for two pairs only", .tags(.edge))
  func twoPairs() throws {
    let change = try PairedTTest().change(from: [1, 2], to: [4, 9])
    #expect(try sizes.dz(of: change).interval.low < 0)
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 2, needed: 3)) {
      try sizes.gav(of: change)
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
