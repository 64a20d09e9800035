import FurlongStatistics
import FurlongTestSupport
import Testing

private func summary(_ values: [Double]) throws -> GroupSummary {
  let description = try SampleDescription(of: values)
  return GroupSummary(
    count: description.count, mean: description.mean, sd: try #require(description.sd))
}

private func limits(_ interval: ConfidenceInterval) -> [Double] { [interval.low, interval.high] }

/// The two groups that a record is about.
private func groups(_ record: ReferenceRecord) throws -> (first: [Double], second: [Double]) {
  switch record.id {
  case "bg_sleep": return (record.data["x"].numbers, record.data["y"].numbers)
  case "bg_anorexia_change":
    let data = try PublishedData("anorexia", "anorexia.csv")
    let weights = zip(data.numbers("Prewt"), data.numbers("Postwt"))
    let rows = zip(data.text("Treat"), weights.map { ($1 ?? .nan) - ($0 ?? .nan) })
    return (rows.filter { $0.0 == "FT" }.map(\.1), rows.filter { $0.0 == "Cont" }.map(\.1))
  default:
    let data = try PublishedData("beat-the-blues", "BtheB.csv")
    let pairs = Array(zip(data.text("treatment"), data.numbers("bdi.2m")))
    return (
      pairs.compactMap { $0 == "BtheB" ? $1 : nil }, pairs.compactMap { $0 == "TAU" ? $1 : nil }
    )
  }
}

@Suite("Sizes of a difference of two groups agree with effectsize, metafor and papers")
struct GroupEffectReferenceTests {
  @Test(
    "estimates, variances and exact limits", .tags(.reference), .agreement("group-effect-sizes"),
    arguments: try ReferenceRecords.all("effect_sizes.json", "bg_"))
  func published(record: ReferenceRecord) throws {
    let e = record.expected
    let (x, y) = try groups(record)
    let (first, second) = (try summary(x), try summary(y))
    #expect(Double(first.count) == e["n1"].number && Double(second.count) == e["n2"].number)
    let effect = try StandardisedGroupDifference().compare(first, to: second)
    expectClose(effect.ds, e["d_pooled"]["estimate"], relative: 1e-12)
    expectClose(effect.gs, e["g"]["estimate"], relative: 1e-12)
    expectClose(effect.gs, e["smd_metafor"], relative: 1e-12)
    let error = effect.gsStandardError
    expectClose(error * error, e["smd_vi"], relative: 1e-11, strict: true)
    expectClose(limits(effect.dsInterval), e["nct_d_ci"], relative: 1e-8)
    try expectClose(
      HedgesCorrection().factor(df: Double(x.count + y.count - 2)), e["J_exact"], relative: 1e-12)
    let average = try AverageSpreadDifference().difference(first, comparedWith: second)
    expectClose(average.estimate, e["d_welch_avsd"]["estimate"], relative: 1e-12)
    let glass = try GlassDelta().delta(first, comparedWith: second)
    expectClose(glass.estimate, e["glass_delta_y"]["estimate"], relative: 1e-12)
    let dominance = try CliffDelta().compare(x, to: y)
    for name in ["cliffs_delta", "rank_biserial"] {
      expectClose(dominance.delta, e[name]["estimate"], relative: 1e-13)
    }
    expectClose(dominance.delta, e["cliffs_raw"], relative: 1e-13)
    expectClose(
      dominance.superiority.estimate, e["p_sup_nonparam"]["estimate"], relative: 1e-13)
    let ranks = try MannWhitney(exactLimit: 0).compare(x, to: y)
    expectClose(ranks.cliffDelta, e["cliffs_raw"], relative: 1e-13)
    expectClose(ranks.superiority, e["p_sup_nonparam"]["estimate"], relative: 1e-13)
  }

  @Test(
    "the limits of effectsize, which searches and finds four figures", .tags(.reference),
    arguments: try ReferenceRecords.all("effect_sizes.json", "bg_"))
  func effectsize(record: ReferenceRecord) throws {
    let e = record.expected
    let (x, y) = try groups(record)
    let (first, second) = (try summary(x), try summary(y))
    let effect = try StandardisedGroupDifference().compare(first, to: second)
    let sizes = [
      ("d_pooled", effect.dsInterval), ("g", effect.gsInterval),
      (
        "d_welch_avsd",
        try AverageSpreadDifference(interval: .noncentralT)
          .difference(first, comparedWith: second).interval
      ),
      (
        "glass_delta_y",
        try GlassDelta(interval: .noncentralT).delta(first, comparedWith: second).interval
      ),
    ]
    for (name, interval) in sizes {
      expectClose(interval.low, e[name]["ci_low"], relative: 2e-4, name)
      expectClose(interval.high, e[name]["ci_high"], relative: 2e-4, name)
    }
  }

  @Test(
    "from a paper's summary", .tags(.reference), .agreement("group-effect-sizes"),
    arguments: try ReferenceRecords.named("effect_sizes.json", "metafor_SMD_inline"))
  func summaries(record: ReferenceRecord) throws {
    let data = record.data
    func group(_ number: Int) -> GroupSummary {
      GroupSummary(
        count: Int(data["n\(number)"].number), mean: data["m\(number)"].number,
        sd: data["s\(number)"].number)
    }
    let effect = try StandardisedGroupDifference().compare(group(1), to: group(2))
    let error = effect.gsStandardError
    expectClose([effect.gs, error * error], record.expected["SMD"], relative: 1e-12)
    func weighed(_ size: EffectSize) throws -> [Double] {
      let error = try #require(size.standardError)
      return [size.estimate, error * error]
    }
    let average = try AverageSpreadDifference().corrected(group(1), comparedWith: group(2))
    try expectClose(weighed(average), record.expected["SMDH"], relative: 1e-11)
    let glass = try GlassDelta(interval: .sharedSpread).corrected(
      group(1), comparedWith: group(2))
    try expectClose(weighed(glass), record.expected["SMD1"], relative: 1e-12)
  }

  @Test(
    "Glass's Δ, each group with its own spread", .tags(.reference),
    .agreement("group-effect-sizes"),
    arguments: try ReferenceRecords.named("effect_sizes.json", "glass_own_spreads_BtheB_2m"))
  func glass(record: ReferenceRecord) throws {
    let (x, y) = try groups(record)
    let glass = try GlassDelta().delta(summary(x), comparedWith: summary(y))
    expectClose(glass.estimate, record.expected["delta"], relative: 1e-13)
    try expectClose(#require(glass.standardError), record.expected["se"], relative: 1e-12)
    expectClose(limits(glass.interval), record.expected["ci"], relative: 1e-12)
  }

  @Test(
    "Morris's five trainings, before and after, with a control group", .tags(.reference),
    arguments: try ReferenceRecords.named("effect_sizes.json", "morris_2008_table_5"))
  func morris(record: ReferenceRecord) throws {
    func change(_ arm: String, _ study: Int) throws -> PairedChange {
      let data = record.data[arm]
      func group(_ occasion: String) -> GroupSummary {
        GroupSummary(
          count: Int(data["n"].numbers[study]), mean: data["m_\(occasion)"].numbers[study],
          sd: data["sd_\(occasion)"].numbers[study])
      }
      return try PairedTTest().change(
        from: group("pre"), to: group("post"), correlation: data["r"].numbers[study])
    }
    let sizes = try (0..<5).map {
      try PrePostControl().dppc2(of: change("treated", $0), comparedWith: change("control", $0))
    }
    // The paper prints four decimals.
    for (size, printed) in zip(sizes, record.expected["printed"].numbers) {
      #expect(abs(size.estimate - printed) <= 0.5001e-4)
    }
    expectClose(sizes.map(\.estimate), record.expected["d"], relative: 1e-12)
    let variances = try sizes.map { try #require($0.standardError) }.map { $0 * $0 }
    expectClose(variances, record.expected["vi"], relative: 1e-11, strict: true)
  }
}

@Suite("Sizes of a difference of two groups")
struct GroupEffectTests {
  private let a = GroupSummary(count: 12, mean: 4, sd: 2)
  private let b = GroupSummary(count: 9, mean: 5.5, sd: 3)

  private func all(_ first: GroupSummary, _ second: GroupSummary) throws -> [EffectSize] {
    try AverageSpreadInterval.allCases.flatMap {
      let average = AverageSpreadDifference(interval: $0)
      return try [
        average.difference(first, comparedWith: second),
        average.corrected(first, comparedWith: second),
      ]
    }
  }

  private func glass(_ first: GroupSummary, _ second: GroupSummary) throws -> [EffectSize] {
    try GlassInterval.allCases.flatMap {
      let glass = GlassDelta(interval: $0)
      return try [
        glass.delta(first, comparedWith: second), glass.corrected(first, comparedWith: second),
      ]
    }
  }

  @Test("change sign when the groups swap, not with units", .tags(.law))
  func laws() throws {
    let there = try StandardisedGroupDifference().compare(a, to: b)
    let back = try StandardisedGroupDifference().compare(b, to: a)
    expectClose(there.ds, -back.ds, relative: 1e-15)
    expectClose(there.dsInterval.low, -back.dsInterval.high, relative: 1e-12)
    expectClose(there.gsStandardError, back.gsStandardError, relative: 1e-14)
    let (bigger, other) = (
      GroupSummary(count: 12, mean: 41, sd: 20), GroupSummary(count: 9, mean: 56, sd: 30)
    )
    let scaled = try StandardisedGroupDifference().compare(bigger, to: other)
    expectClose(scaled.ds, there.ds, relative: 1e-14)
    #expect(abs(there.gs) < abs(there.ds))
    for (there, back) in try zip(all(a, b), all(b, a)) {
      expectClose(there.estimate, -back.estimate, relative: 1e-14)
      expectClose(there.interval.low, -back.interval.high, relative: 1e-11)
    }
    for (plain, scaled) in try zip(
      all(a, b) + glass(a, b), all(bigger, other) + glass(bigger, other))
    {
      expectClose(plain.estimate, scaled.estimate, relative: 1e-13)
      expectClose(plain.interval.low, scaled.interval.low, relative: 1e-11)
      #expect(plain.interval.contains(plain.estimate))
    }
  }

  @Test("in the other's spread do not mind how the first is spread", .tags(.law))
  func glassDenominator() throws {
    let wider = GroupSummary(count: 12, mean: 4, sd: 8)
    let (plain, spread) = (try glass(a, b), try glass(wider, b))
    #expect(plain.map(\.estimate) == spread.map(\.estimate))
    #expect(spread[0].interval.high > plain[0].interval.high)
    #expect(try glass(b, a)[0].estimate == 0.75 && plain[0].estimate == -0.5)
  }

  @Test("before and after are 0 where both groups changed alike", .tags(.law))
  func prePostControl() throws {
    func change(_ n: Int, _ from: Double, _ to: Double) throws -> PairedChange {
      try PairedTTest().change(
        from: GroupSummary(count: n, mean: from, sd: 4),
        to: GroupSummary(count: n, mean: to, sd: 5),
        correlation: 0.6)
    }
    let method = PrePostControl()
    let alike = try method.dppc2(of: change(20, 10, 14), comparedWith: change(30, 2, 6))
    #expect(alike.estimate == 0 && alike.interval.contains(0))
    let (there, back) = (
      try method.dppc2(of: change(20, 10, 14), comparedWith: change(30, 2, 3)),
      try method.dppc2(of: change(30, 2, 3), comparedWith: change(20, 10, 14))
    )
    expectClose(there.estimate, -back.estimate, relative: 1e-14)
    expectClose(there.interval.low, -back.interval.high, relative: 1e-13)
    #expect(there.estimate > 0 && there.name == .dppc2)
    #expect(throws: StatisticsError.tooFew(of: "persons in both groups", count: 4, needed: 5)) {
      try method.dppc2(of: change(2, 10, 14), comparedWith: change(2, 2, 6))
    }
  }

  @Test("that divide by nothing are errors", .tags(.edge))
  func errors() throws {
    let still = GroupSummary(count: 9, mean: 5.5, sd: 0)
    #expect(throws: StatisticsError.self) { try GlassDelta().delta(a, comparedWith: still) }
    #expect(try GlassDelta().delta(still, comparedWith: a).estimate == 0.75)
    #expect(throws: StatisticsError.self) {
      try AverageSpreadDifference().difference(still, comparedWith: still)
    }
    #expect(throws: StatisticsError.self) {
      try GlassDelta().corrected(a, comparedWith: GroupSummary(count: 2, mean: 1, sd: 2))
    }
    #expect(throws: StatisticsError.self) {
      try GlassDelta(confidence: 1).delta(a, comparedWith: b)
    }
  }
}
