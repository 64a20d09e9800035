import FurlongStatistics
import FurlongTestSupport
import Testing

private func limits(_ estimate: LocationEstimate) throws -> [Double] {
  let interval = try #require(estimate.interval)
  return [interval.low, interval.high]
}

private func arms() throws -> (first: [Double], second: [Double]) {
  let data = try PublishedData("beat-the-blues", "BtheB.csv")
  let pairs = Array(zip(data.text("treatment"), data.numbers("bdi.2m")))
  return (
    pairs.compactMap { $0 == "BtheB" ? $1 : nil }, pairs.compactMap { $0 == "TAU" ? $1 : nil }
  )
}

private func changes(_ record: ReferenceRecord) throws -> [Double] {
  if !record.data["d"].isMissing { return record.data["d"].numbers }
  let (before, after) =
    record.data["before"].isMissing
    ? try PublishedData.depression("bdi.2m")
    : (record.data["before"].numbers, record.data["after"].numbers)
  return zip(before, after).map { $1 - $0 }
}

@Suite("Hodges and Lehmann's estimates agree with R and with enumeration")
struct HodgesLehmannReferenceTests {
  @Test(
    "without ties, R's", .tags(.reference), .agreement("hodges-lehmann"),
    arguments: try ReferenceRecords.all("hodges_lehmann.json", "signedrank_exact_noties"))
  func withoutTies(record: ReferenceRecord) throws {
    let e = record.expected
    // One side at 95% is one of both sides at 90%.
    let sided = record.data["alt"].isMissing || !record.id.hasSuffix("two.sided")
    let centre = try HodgesLehmann(confidence: sided ? 0.9 : 0.95).centre(
      of: record.data["x"].numbers)
    let interval = try #require(centre.interval)
    if e["ci_low"].number.isFinite { expectClose(interval.low, e["ci_low"], relative: 1e-14) }
    if e["ci_high"].number.isFinite { expectClose(interval.high, e["ci_high"], relative: 1e-14) }
    expectClose(centre.estimate, e["estimate"], relative: 1e-14)
    #expect(try #require(centre.coverage) >= e["conf_level_achieved"].number - (sided ? 0.05 : 0))
  }

  @Test(
    "Hollander & Wolfe's depression scores", .tags(.reference), .agreement("hodges-lehmann"),
    arguments: try ReferenceRecords.named("hodges_lehmann.json", "hollander_wolfe"))
  func hollanderWolfe(record: ReferenceRecord) throws {
    let e = record.expected
    let falls = zip(record.data["x"].numbers, record.data["y"].numbers).map { $0 - $1 }
    let centre = try HodgesLehmann().centre(of: falls)
    expectClose(centre.estimate, e["estimate"], relative: 1e-14)
    try expectClose(limits(centre), e["ci"], relative: 1e-14)
    let ranks = try WilcoxonSignedRank().test(falls)
    expectClose(ranks.wPlus, e["V"])
    expectClose(ranks.p, e["p"], relative: 1e-14)
    try expectClose(
      MatchedRankBiserial().coefficient(of: falls), (2 * e["V"].number - 45) / 45, relative: 1e-14)
  }

  @Test(
    "with ties and zeros, by all signs", .tags(.reference), .agreement("hodges-lehmann"),
    arguments: try ReferenceRecords.named(
      "hodges_lehmann.json", "enumerated_likert_keep", "enumerated_likert_keep_80",
      "enumerated_likert_drop", "enumerated_sleep_keep", "enumerated_sleep_drop"))
  func ties(record: ReferenceRecord) throws {
    let e = record.expected
    let centre = try HodgesLehmann(
      confidence: record.data["level"].number,
      zeros: record.id.contains("drop") ? .drop : .keep
    ).centre(of: changes(record))
    expectClose(centre.estimate, e["estimate"], relative: 1e-14)
    try expectClose(limits(centre), e["ci"], relative: 1e-14)
    try expectClose(#require(centre.coverage), e["coverage"], relative: 1e-14)
    #expect(centre.method == .exact)
  }

  @Test(
    "with ties, exactRankTests'", .tags(.reference), .agreement("hodges-lehmann"),
    arguments: try ReferenceRecords.named("hodges_lehmann.json", "exactranktests_likert"))
  func exactRankTests(record: ReferenceRecord) throws {
    let centre = try HodgesLehmann(zeros: .drop).centre(of: changes(record))
    try expectClose(limits(centre), record.expected["ci"], relative: 1e-14)
    #expect(centre.zerosDropped == 2)
  }

  @Test(
    "centres of published changes", .tags(.reference), .agreement("hodges-lehmann"),
    arguments: try ReferenceRecords.named(
      "hodges_lehmann.json", "signedrank_sleep", "signedrank_BtheB_pre_2m"))
  func centres(record: ReferenceRecord) throws {
    let e = record.expected
    let changes = try changes(record)
    let kept = try HodgesLehmann().centre(of: changes)
    expectClose(kept.estimate, e["hl_pseudomedian_with_zeros"], relative: 1e-14)
    let dropped = try HodgesLehmann(zeros: .drop).centre(of: changes)
    expectClose(dropped.estimate, e["hl_pseudomedian"], relative: 1e-14)
    #expect(dropped.zerosDropped == Int(e["zeros"].number) && kept.zerosDropped == 0)
  }

  @Test(
    "shifts of two groups", .tags(.reference), .agreement("hodges-lehmann"),
    arguments: try ReferenceRecords.named(
      "hodges_lehmann.json", "mw_exact_noties", "wilcox_shift_noties", "enumerated_shift_sleep",
      "enumerated_shift_likert"))
  func shifts(record: ReferenceRecord) throws {
    let e = record.expected
    let shift = try HodgesLehmann().shift(
      of: record.data["x"].numbers, from: record.data["y"].numbers)
    expectClose(shift.estimate, e["estimate"], relative: 1e-14)
    let interval = try #require(shift.interval)
    let expected = e["ci"].isMissing ? [e["ci_low"], e["ci_high"]] : nil
    expectClose(
      [interval.low, interval.high], expected.map { .list($0) } ?? e["ci"], relative: 1e-13)
    if !e["coverage"].isMissing {
      try expectClose(#require(shift.coverage), e["coverage"], relative: 1e-12)
    }
  }

  /// With ties R goes to the normal approximation and solves for limits that are no differences.
  @Test(
    "shifts of published groups, near R's approximate limits", .tags(.reference),
    arguments: try ReferenceRecords.named("hodges_lehmann.json", "mw_BtheB_2m", "mw_sleep"))
  func publishedShifts(record: ReferenceRecord) throws {
    let e = record.expected
    let (first, second) =
      record.data["after"].isMissing
      ? try arms() : (record.data["after"].numbers, record.data["before"].numbers)
    let shift = try HodgesLehmann().shift(of: first, from: second)
    expectClose(shift.estimate, e["hl_shift"], relative: 1e-14)
    let peer = e["ci_r"].numbers
    let ours = try limits(shift)
    // The scores of Beck's inventory are whole: one step of the scale.
    let step = record.id == "mw_sleep" ? 0.12 : 1
    for (mine, other) in zip(ours, peer) { #expect(abs(mine - other) < step) }
    #expect(shift.method == .exact)
  }
}

@Suite("Hodges and Lehmann's estimates")
struct HodgesLehmannTests {
  /// Whole numbers with ties, from a linear congruence.
  private func sample(_ count: Int, _ steps: Int) -> [Double] {
    var state = 12_345
    return (0..<count).map { _ in
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Double(state / 65_536 % steps) - Double(steps / 3)
    }
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  @Test(
    "are what holding all averages or differences gives", .tags(.law), arguments: [1, 2, 7, 40])
  func whole(count: Int) throws {
    let x = sample(count, 9).enumerated().map { $1 / 3 + Double($0 % 2) / 7 }
    var averages: [Double] = []
    for i in x.indices { for j in i..<x.count { averages.append((x[i] + x[j]) / 2) } }
    #expect(try HodgesLehmann().centre(of: x).estimate == median(averages))
    let y = sample(count + 3, 5)
    let differences = x.flatMap { a in y.map { a - $0 } }
    #expect(try HodgesLehmann().shift(of: x, from: y).estimate == median(differences))
  }

  @Test("move with a shift, scale with units, turn with the sign", .tags(.law))
  func affine() throws {
    let x = sample(25, 13)
    let plain = try HodgesLehmann().centre(of: x)
    let moved = try HodgesLehmann().centre(of: x.map { 4 * $0 })
    #expect(moved.estimate == 4 * plain.estimate)
    let turned = try HodgesLehmann().centre(of: x.map { -$0 })
    #expect(turned.estimate == -plain.estimate)
    #expect(try limits(turned) == limits(plain).reversed().map { -$0 })
    let y = sample(18, 7)
    let (there, back) = (
      try HodgesLehmann().shift(of: x, from: y), try HodgesLehmann().shift(of: y, from: x)
    )
    #expect(there.estimate == -back.estimate)
    #expect(try limits(there) == limits(back).reversed().map { -$0 })
    let shifted = try HodgesLehmann().shift(of: x.map { $0 + 6 }, from: y)
    #expect(shifted.estimate == there.estimate + 6)
    let reordered = try HodgesLehmann().shift(of: x.reversed(), from: y.shuffled())
    #expect(reordered == there)
  }

  @Test("of two occasions are more certain than of two groups", .tags(.law))
  func pairing() throws {
    let before = sample(30, 20)
    let after = before.enumerated().map { $1 + 2 + Double($0 % 3) }
    let paired = try HodgesLehmann().centre(of: zip(before, after).map { $1 - $0 })
    let apart = try HodgesLehmann().shift(of: after, from: before)
    let (inner, outer) = (try limits(paired), try limits(apart))
    #expect(inner[1] - inner[0] < outer[1] - outer[0])
  }

  @Test("of many values take the normal approximation, near the exact one", .tags(.law))
  func approximation() throws {
    let x = sample(400, 23)
    let exact = try HodgesLehmann().centre(of: x)
    let close = try HodgesLehmann(exactLimit: 10).centre(of: x)
    #expect(exact.method == .exact && close.method == .normalApproximation)
    #expect(exact.estimate == close.estimate)
    for (a, b) in try zip(limits(exact), limits(close)) { #expect(abs(a - b) <= 0.5) }
  }

  @Test("of very many values are found without holding their averages", .tags(.edge))
  func large() throws {
    let centre = try HodgesLehmann().centre(of: sample(20_000, 1_001))
    #expect(centre.method == .normalApproximation && abs(centre.estimate - 167) < 5)
    #expect(try limits(centre)[0] < centre.estimate)
  }

  @Test("of too few values have no interval, of none are errors", .tags(.edge))
  func few() throws {
    let five = try HodgesLehmann().centre(of: [1, 2, 4, 5, 9])
    #expect(five.interval == nil && five.coverage == nil && five.estimate == 4)
    #expect(try HodgesLehmann().centre(of: [1, 2, 4, 5, 9, 12]).interval != nil)
    let constant = try HodgesLehmann().centre(of: [3, 3, 3, 3, 3, 3, 3])
    #expect(constant.estimate == 3)
    #expect(try limits(constant) == [3, 3])
    #expect(try HodgesLehmann().shift(of: [2, 2, 2], from: [2, 2, 2, 2]).interval == nil)
    #expect(throws: StatisticsError.tooFew(of: "differences", count: 0, needed: 1)) {
      try HodgesLehmann(zeros: .drop).centre(of: [0, 0])
    }
    #expect(throws: StatisticsError.self) { try HodgesLehmann().centre(of: [1, .infinity]) }
    #expect(throws: StatisticsError.self) { try HodgesLehmann().shift(of: [], from: [1]) }
    let huge = try HodgesLehmann().centre(of: [1e308, 1.5e308, 1.7e308])
    #expect(huge.estimate.isFinite)
  }
}
