import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Coefficients of a scale's items agree with R's psych and with pingouin")
struct ConsistencyReferenceTests {
  private func limits(_ interval: ConfidenceInterval) -> [Double] { [interval.low, interval.high] }

  @Test(
    "α and what is behind it, scales of bfi", .tags(.reference), .agreement("reliability"),
    arguments: try ReferenceRecords.all("alpha.json", "alpha_bfi"))
  func scales(record: ReferenceRecord) throws {
    let e = record.expected
    let names = record.data["items"].words
    let scores = try ScoreMatrix(record)
    let found = try CronbachAlpha().consistency(of: scores)
    #expect(Double(found.persons) == e["n"].number && Double(found.items.count) == e["k"].number)
    expectClose(found.alpha, e["alpha_raw"], relative: 1e-12, strict: true)
    expectClose(found.alpha, e["alpha_raw_psych"], relative: 1e-12, strict: true)
    expectClose(
      try #require(found.standardisedAlpha), e["alpha_std"], relative: 1e-12, strict: true)
    expectClose(limits(found.interval), e["feldt_ci"], relative: 1e-12, strict: true)
    expectClose(found.standardError, e["duhachek_ase"], relative: 1e-11, strict: true)
    expectClose(
      try #require(found.meanCorrelation), e["mean_interitem_r"], relative: 1e-12, strict: true)
    for (name, item) in zip(names, found.items) {
      expectClose(item.mean, e["item_means"][name], relative: 1e-13, strict: true)
      expectClose(item.sd, e["item_sds"][name], relative: 1e-12, strict: true)
      expectClose(
        try #require(item.restCorrelation), e["item_rest_r"][name], relative: 1e-11, strict: true)
      expectClose(
        try #require(item.alphaIfDropped), e["alpha_if_dropped"][name], relative: 1e-12,
        strict: true)
    }
    let bounds = try GuttmanBounds().bounds(of: scores)
    expectClose(bounds.lambda2, e["lambda2"], relative: 1e-12, strict: true)
    expectClose(
      try #require(bounds.standardisedLambda6), e["lambda6_smc"], relative: 1e-12, strict: true)
  }

  @Test(
    "error of measurement and detectable change, scales of bfi", .tags(.reference),
    .agreement("measurement-error"),
    arguments: try ReferenceRecords.all("alpha.json", "alpha_bfi"))
  func errors(record: ReferenceRecord) throws {
    let e = record.expected
    let found = try CronbachAlpha().consistency(of: ScoreMatrix(record))
    expectClose(found.meanTotal, e["total_mean"], relative: 1e-13, strict: true)
    expectClose(found.sdTotal, e["total_sd"], relative: 1e-12, strict: true)
    let error = try ErrorOfMeasurement(sd: found.sdTotal, reliability: found.alpha)
    expectClose(error.points, e["sem"], relative: 1e-12, strict: true)
    expectClose(try error.minimalDetectableChange(), e["mdc95"], relative: 1e-12, strict: true)
  }

  @Test(
    "α with items that go against the rest", .tags(.reference), .agreement("reliability"),
    arguments: try ReferenceRecords.named(
      "alpha.json", "alpha_six_unreversed", "alpha_six_keyed", "alpha_negative"))
  func small(record: ReferenceRecord) throws {
    let e = record.expected
    let scores = try ScoreMatrix(record)
    let found = try CronbachAlpha().consistency(of: scores)
    expectClose(found.alpha, e["alpha"], relative: 1e-12, strict: true)
    expectClose(
      try #require(found.standardisedAlpha), e["alpha_std"], relative: 1e-12, strict: true)
    expectClose(found.standardError, e["ase"], relative: 1e-11, strict: true)
    expectClose(try #require(found.meanCorrelation), e["average_r"], relative: 1e-12, strict: true)
    expectClose(limits(found.interval), e["feldt"], relative: 1e-11, strict: true)
    expectClose(
      found.items.compactMap(\.alphaIfDropped), e["dropped"], relative: 1e-12, strict: true)
    expectClose(
      found.items.compactMap(\.restCorrelation), e["item_rest"], relative: 1e-11, strict: true)
    expectClose(found.items.map(\.mean), e["item_mean"], relative: 1e-13, strict: true)
    expectClose(found.items.map(\.sd), e["item_sd"], relative: 1e-12, strict: true)
    let bounds = try GuttmanBounds().bounds(of: scores)
    expectClose(bounds.lambda2, e["lambda2"], relative: 1e-11, strict: true)
    expectClose(try #require(bounds.lambda6), e["lambda6"], relative: 1e-11, strict: true)
    let standardised = try #require(bounds.standardisedLambda6)
    expectClose(standardised, e["lambda6_std"], relative: 1e-11, strict: true)
    expectClose(standardised, e["g6"], relative: 1e-11, strict: true)
    let against = found.items.indices.filter { found.items[$0].restCorrelation ?? 0 < 0 }
    #expect(
      against.isEmpty
        ? found.diagnostics.isEmpty
        : found.diagnostics.contains(.itemsAgainstTheRest(against)))
    #expect(found.diagnostics.contains(.negative) == (found.alpha < 0))
  }

  @Test(
    "α of pingouin", .tags(.reference), .agreement("reliability"),
    arguments: try ReferenceRecords.all("alpha.json", "pingouin"))
  func pingouin(record: ReferenceRecord) throws {
    let scores = try ScoreMatrix(record)
    expectClose(
      try CronbachAlpha().consistency(of: scores).alpha, record.expected["alpha"],
      relative: 1e-12, strict: true)
  }

  /// pingouin rounds the limits to three decimals.
  @Test(
    "Feldt's limits, which pingouin rounds", .tags(.reference),
    arguments: try ReferenceRecords.all("alpha.json", "pingouin"))
  func rounded(record: ReferenceRecord) throws {
    let scores = try ScoreMatrix(record)
    for (name, level) in [("ci", 0.95), ("ci90", 0.9)] where !record.expected[name].isMissing {
      let interval = try CronbachAlpha(confidence: level).consistency(of: scores).interval
      for (ours, theirs) in zip(limits(interval), record.expected[name].numbers) {
        #expect(abs(ours - theirs) <= 0.0005 + 1e-9)
      }
    }
  }

  @Test(
    "given halves", .tags(.reference), .agreement("reliability"),
    arguments: try ReferenceRecords.all("split_half.json", "halves"))
  func halves(record: ReferenceRecord) throws {
    let e = record.expected
    let scores = try ScoreMatrix(record)
    let first = record.data["first"].numbers.map { Int($0) }
    let found = try SplitHalf(halves: .first(first)).reliability(of: scores)
    expectClose(try #require(found.correlation), e["r"], relative: 1e-12, strict: true)
    expectClose(
      try #require(found.spearmanBrown), e["spearman_brown"], relative: 1e-12, strict: true)
    expectClose(found.flanaganRulon, e["rulon"], relative: 1e-12, strict: true)
    expectClose(found.flanaganRulon, e["flanagan"], relative: 1e-12, strict: true)
    if record.id == "halves_odd_even" {
      #expect(try SplitHalf().reliability(of: scores) == found)
    }
  }

  @Test(
    "all splits", .tags(.reference), .agreement("reliability"),
    arguments: try ReferenceRecords.named(
      "split_half.json", "split_six", "split_six_unreversed", "split_bfi_ten", "split_five"))
  func splits(record: ReferenceRecord) throws {
    let e = record.expected
    let found = try SplitHalf().allSplits(of: ScoreMatrix(record))
    if !e["n"].isMissing { #expect(Double(found.persons) == e["n"].number) }
    #expect(Double(found.splits) == e["count"].number)
    expectClose(found.highest, e["max"], relative: 1e-12, strict: true)
    expectClose(found.lowest, e["min"], relative: 1e-12, strict: true)
    expectClose(found.mean, e["mean"], relative: 1e-12, strict: true)
  }

  /// The peer, psych 2.2.9, looks at 5 of the 10 ways to halve five items.
  @Test("split_five_psych: of five items there are ten splits", .tags(.reference))
  func fiveItems() throws {
    let peer = try #require(
      try ReferenceRecords.named("split_half.json", "split_five_psych").first)
    let found = try SplitHalf().allSplits(of: ScoreMatrix(peer))
    #expect(peer.expected["count"].number == 5 && found.splits == 10)
    #expect(abs(found.mean - peer.expected["mean"].number) > 0.001)
  }
}
