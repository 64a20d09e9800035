import FurlongStatistics
import FurlongTestSupport
import Testing

private func limits(_ size: EffectSize) -> [Double] { [size.interval.low, size.interval.high] }

/// The two occasions that a record is about.
private func occasions(_ record: ReferenceRecord) throws -> (before: [Double], after: [Double]) {
  let name = record.id.drop { $0 != "_" }.dropFirst()
  switch name {
  case "sleep": return (record.data["before"].numbers, record.data["after"].numbers)
  case "BtheB_2m", "BtheB_8m": return try PublishedData.depression("bdi.\(name.suffix(2))")
  default:
    let data = try PublishedData("anorexia", "anorexia.csv")
    let rows = zip(data.text("Treat"), zip(data.numbers("Prewt"), data.numbers("Postwt")))
    let arm = rows.filter { name.hasSuffix($0.0) }.map(\.1)
    return (arm.compactMap(\.0), arm.compactMap(\.1))
  }
}

private func change(_ record: ReferenceRecord) throws -> PairedChange {
  let (before, after) = try occasions(record)
  return try PairedTTest().change(from: before, to: after)
}

@Suite("Sizes of change agree with effectsize, metafor and the papers' formulas")
struct PairedSizesReferenceTests {
  @Test(
    "estimates by every denominator", .tags(.reference), .agreement("paired-effect-sizes"),
    arguments: try ReferenceRecords.all("paired_sizes.json", "pp_"))
  func estimates(record: ReferenceRecord) throws {
    let e = record.expected
    let change = try change(record)
    let sizes = StandardisedMeanChange()
    #expect(change.count == Int(e["n"].number))
    try expectClose(#require(change.correlation), e["r"], relative: 1e-13, strict: true)
    try expectClose(sizes.dz(of: change).estimate, e["d_z"]["estimate"], relative: 1e-13)
    try expectClose(sizes.dz(of: change).estimate, e["srm"], relative: 1e-13)
    try expectClose(sizes.gz(of: change).estimate, e["g_z"]["estimate"], relative: 1e-12)
    try expectClose(sizes.dav(of: change).estimate, e["d_av_rms"], relative: 1e-13)
    try expectClose(sizes.db(of: change).estimate, e["d_pre_glass"], relative: 1e-13)
    try expectClose(sizes.drm(of: change).estimate, e["d_rm"], relative: 1e-12)
    try expectClose(
      HedgesCorrection().factor(df: change.df), e["J_exact"], relative: 1e-12, strict: true)
    // R's `pt` keeps fewer figures of a noncentral t than ours.
    let root = Double(change.count).squareRoot()
    try expectClose(
      limits(sizes.dz(of: change)), .list(e["nct_lambda_ci"].numbers.map { .number($0 / root) }),
      relative: 1e-9)
  }

  @Test(
    "variances of metafor's SMCC, SMCR and SMCRH", .tags(.reference),
    .agreement("paired-effect-sizes"),
    arguments: try ReferenceRecords.all("paired_sizes.json", "pp_"))
  func metafor(record: ReferenceRecord) throws {
    let change = try change(record)
    func expectSame(_ size: EffectSize, _ name: String) throws {
      let error = try #require(size.standardError)
      expectClose(size.estimate, record.expected[name]["yi"], relative: 1e-12, name)
      expectClose(error * error, record.expected[name]["vi"], relative: 1e-11, strict: true, name)
    }
    try expectSame(StandardisedMeanChange(changeInterval: .largeSample).gz(of: change), "SMCC")
    try expectSame(StandardisedMeanChange(baselineInterval: .becker).gb(of: change), "SMCR")
    try expectSame(StandardisedMeanChange(baselineInterval: .bonett).gb(of: change), "SMCRH")
  }

  @Test(
    "the limits of effectsize, which searches and finds four figures", .tags(.reference),
    arguments: try ReferenceRecords.all("paired_sizes.json", "pp_"))
  func effectsize(record: ReferenceRecord) throws {
    let change = try change(record)
    for (name, level) in [("d_z", 0.95), ("g_z", 0.95), ("d_z_90", 0.9)] {
      let sizes = StandardisedMeanChange(confidence: level)
      let size = try name == "g_z" ? sizes.gz(of: change) : sizes.dz(of: change)
      let e = record.expected[name]
      expectClose(size.interval.low, e["ci_low"], relative: 1e-4, name)
      expectClose(size.interval.high, e["ci_high"], relative: 1e-4, name)
    }
  }

  @Test(
    "intervals by the formulas of the papers", .tags(.reference),
    .agreement("paired-effect-sizes"),
    arguments: try ReferenceRecords.all("paired_sizes.json", "formula_"))
  func formulas(record: ReferenceRecord) throws {
    let e = record.expected
    let change = try change(record)
    let sizes = StandardisedMeanChange()
    let bonett = StandardisedMeanChange(averageInterval: .bonett)
    try expectClose(limits(sizes.dav(of: change)), e["dav_ak"], relative: 1e-9)
    try expectClose(limits(bonett.dav(of: change)), e["dav_bonett"], relative: 1e-12)
    try expectClose(
      #require(bonett.dav(of: change).standardError), e["dav_bonett_se"], relative: 1e-12)
    try expectClose(sizes.gav(of: change).estimate, e["gav"], relative: 1e-12)
    try expectClose(#require(sizes.drm(of: change).standardError), e["drm_se"], relative: 1e-12)
    try expectClose(limits(sizes.drm(of: change)), e["drm_ci"], relative: 1e-12)
    try expectClose(sizes.grm(of: change).estimate, e["grm"], relative: 1e-12)
    try expectClose(limits(sizes.grm(of: change)), e["grm_ci"], relative: 1e-12)
    try expectClose(limits(sizes.db(of: change)), e["db_bonett_ci"], relative: 1e-12)
    let becker = try StandardisedMeanChange(baselineInterval: .becker).db(of: change)
    expectClose(limits(becker), e["db_becker_ci"], relative: 1e-12)
    let morris = try StandardisedMeanChange(baselineInterval: .morris).gb(of: change)
    expectClose(morris.estimate, e["gb"], relative: 1e-12)
    expectClose(limits(morris), e["gb_morris_ci"], relative: 1e-12)
    let error = try #require(morris.standardError)
    expectClose(error * error, e["gb_morris_var"], relative: 1e-11, strict: true)
  }

  @Test(
    "Bonett's intervals from a summary", .tags(.reference),
    arguments: try ReferenceRecords.all("paired_sizes.json", "statpsych"))
  func summary(record: ReferenceRecord) throws {
    let data = record.data
    let n = Int(data["n"].number)
    let first = GroupSummary(count: n, mean: data["m1"].number, sd: data["sd1"].number)
    let second = GroupSummary(count: n, mean: data["m2"].number, sd: data["sd2"].number)
    let sizes = StandardisedMeanChange(averageInterval: .bonett)
    func all(_ size: EffectSize) throws -> [Double] {
      [size.estimate, try #require(size.standardError)] + limits(size)
    }
    let (r, test) = (data["r"].number, PairedTTest())
    // The documentation prints seven figures of measurement 1 minus measurement 2.
    let later = try test.change(from: second, to: first, correlation: r)
    try expectClose(all(sizes.dav(of: later)), record.expected["average"], relative: 1e-7)
    try expectClose(all(sizes.db(of: later)), record.expected["second"], relative: 1e-7)
    let turned = try sizes.db(of: test.change(from: first, to: second, correlation: r))
    let e = record.expected["first"].numbers
    expectClose(turned.estimate, -e[0], relative: 1e-7)
    expectClose(limits(turned), .list([.number(-e[3]), .number(-e[2])]), relative: 1e-7)
  }

  /// Becker's variance as if both spreads were one: a third too narrow for people whose weights spread out.
  @Test("pp_anorexia_CBT: a changed spread widens the interval of d_b", .tags(.reference))
  func changedSpread() throws {
    let record = try #require(
      try ReferenceRecords.named("paired_sizes.json", "pp_anorexia_CBT").first)
    let change = try change(record)
    let own = try #require(StandardisedMeanChange().db(of: change).standardError)
    let shared = try #require(
      StandardisedMeanChange(baselineInterval: .becker).db(of: change).standardError)
    #expect(change.sdAfter > 1.7 * change.sdBefore && own > 1.4 * shared)
  }
}
