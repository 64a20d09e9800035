import FurlongStatistics
import FurlongTestSupport
import Testing

private func limits(_ interval: ConfidenceInterval) -> [Double] { [interval.low, interval.high] }

private func arms() throws -> (first: [Double], second: [Double]) {
  let data = try PublishedData("beat-the-blues", "BtheB.csv")
  let pairs = Array(zip(data.text("treatment"), data.numbers("bdi.2m")))
  return (
    pairs.compactMap { $0 == "BtheB" ? $1 : nil }, pairs.compactMap { $0 == "TAU" ? $1 : nil }
  )
}

private func differences(_ record: ReferenceRecord) throws -> [Double] {
  let (before, after) =
    record.id.hasSuffix("sleep")
    ? (record.data["before"].numbers, record.data["after"].numbers)
    : try PublishedData.depression("bdi.2m")
  return zip(before, after).map { $1 - $0 }
}

private func groups(_ record: ReferenceRecord) throws -> (first: [Double], second: [Double]) {
  if record.id.hasSuffix("sleep") {
    return (record.data["after"].numbers, record.data["before"].numbers)
  }
  return try arms()
}

@Suite("Sizes by rank agree with R's formulas and effectsize")
struct RankedSizesReferenceTests {
  @Test(
    "Cliff's δ with Feng & Cliff's interval", .tags(.reference),
    .agreement("ordinal-effect-sizes"),
    arguments: try ReferenceRecords.all("ranked_sizes.json", "cliff_"))
  func cliff(record: ReferenceRecord) throws {
    let e = record.expected
    let (first, second) = try groups(record)
    let dominance = try CliffDelta().compare(first, to: second)
    expectClose(dominance.delta, e["delta"], relative: 1e-14)
    expectClose(dominance.standardError, e["se"], relative: 1e-12, strict: true)
    expectClose(limits(dominance.interval), e["ci"], relative: 1e-12)
    expectClose(dominance.superiority.estimate, e["superiority"], relative: 1e-14)
    if !e["ci_90"].isMissing {
      let ninety = try CliffDelta(confidence: 0.9).compare(first, to: second)
      expectClose(limits(ninety.interval), e["ci_90"], relative: 1e-12)
    }
  }

  @Test(
    "paired superiority with Wilson's interval of half counts", .tags(.reference),
    .agreement("ordinal-effect-sizes"),
    arguments: try ReferenceRecords.named(
      "ranked_sizes.json", "paired_sleep", "paired_BtheB_2m"))
  func paired(record: ReferenceRecord) throws {
    let e = record.expected
    let superiority = try PairedSuperiority().estimate(of: differences(record))
    expectClose(superiority.estimate, e["estimate"], relative: 1e-14)
    expectClose(limits(superiority.interval), e["ci"], relative: 1e-12)
    if !e["higher"].isMissing {
      let counts = try #require(superiority.counts)
      #expect(counts.higher == Int(e["higher"].number) && counts.same == Int(e["same"].number))
    }
  }

  @Test(
    "matched rank-biserial, both treatments of zeros", .tags(.reference),
    .agreement("ordinal-effect-sizes"),
    arguments: try ReferenceRecords.named(
      "ranked_sizes.json", "matched_BtheB_2m", "effectsize_pp_BtheB_2m", "effectsize_pp_sleep"))
  func matched(record: ReferenceRecord) throws {
    let e = record.expected
    let changes = try differences(record)
    let dropped = try MatchedRankBiserial().coefficient(of: changes)
    expectClose(dropped, e[e["drop"].isMissing ? "estimate" : "drop"], relative: 1e-14)
    if !e["pratt"].isMissing {
      let ranked = try MatchedRankBiserial(zeros: .rankThenDrop).coefficient(of: changes)
      expectClose(ranked, e["pratt"], relative: 1e-14)
    }
  }

  /// pingouin's CLES beside a paired test is that of two unpaired groups.
  @Test(
    "pingouin_wilcoxon_sleep: nobody slept longer before, and superiority says so",
    .tags(.reference))
  func pingouin() throws {
    let record = try #require(
      try ReferenceRecords.named("ranked_sizes.json", "pingouin_wilcoxon_sleep").first)
    let peer = record.expected
    // pingouin's difference is the first minus the second: before minus after.
    let turned = try differences(record).map { -$0 }
    #expect(try MatchedRankBiserial().coefficient(of: turned) == peer["RBC"].number)
    let paired = try PairedSuperiority().estimate(of: turned)
    expectClose(paired.estimate, 0.05, relative: 1e-15)
    let rose = try #require(ReferenceRecords.named("ranked_sizes.json", "paired_sleep").first)
    let expected = rose.expected["ci"].numbers.reversed().map { ReferenceValue.number(1 - $0) }
    expectClose(limits(paired.interval), .list(expected), relative: 1e-12)
    #expect(peer["CLES"].number == 0.255 && !paired.interval.contains(0.5))
    let unpaired = try CliffDelta().compare(
      record.data["before"].numbers, to: record.data["after"].numbers)
    expectClose(unpaired.superiority.estimate, peer["CLES"], relative: 1e-14)
  }

  /// effectsize takes the variance of groups that are alike, whatever the groups are.
  @Test(
    "effectsize's limits of the rank-biserial are those of no difference", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "ranked_sizes.json", "effectsize_bg_sleep", "effectsize_bg_BtheB_2m"))
  func nullVariance(record: ReferenceRecord) throws {
    let e = record.expected
    let (first, second) = try groups(record)
    let dominance = try CliffDelta().compare(first, to: second)
    expectClose(dominance.delta, e["estimate"], relative: 1e-14)
    let right = try #require(
      ReferenceRecords.named(
        "ranked_sizes.json", record.id == "effectsize_bg_sleep" ? "cliff_sleep" : "cliff_BtheB_2m"
      ).first)
    expectClose(limits(dominance.interval), right.expected["ci"], relative: 1e-12)
    #expect(abs(dominance.interval.low - e["ci_low"].number) > 0.003)
    #expect(abs(dominance.interval.high - e["ci_high"].number) > 0.004)
  }

  /// The interval of draws and effectsize's: neither contains 0, and ours need not be symmetric on any scale.
  @Test("effectsize_pp_BtheB_2m: the matched rank-biserial by draws", .tags(.reference))
  func draws() throws {
    let record = try #require(
      try ReferenceRecords.named("ranked_sizes.json", "effectsize_pp_BtheB_2m").first)
    let drawn = try MatchedRankBiserial().estimate(
      of: differences(record), bootstrap: Bootstrap(draws: 1_999, seed: 7))
    let interval = try #require(drawn.bca)
    #expect(interval.contains(record.expected["estimate"].number) && interval.high < -0.4)
    // effectsize: -0.81 to -0.58, by the variance of changes about 0.
    #expect(interval.low < record.expected["ci_low"].number)
  }
}

@Suite("Sizes by rank")
struct RankedSizesTests {
  private let first = [3.0, 5, 4, 4, 2, 5, 5]
  private let second = [1.0, 2, 4, 3, 3, 2, 1, 4]
  private let changes = [2.0, -1, 0, 3, 1, 1, -2, 4, 0, 2, 1, -1, 3, 5]

  @Test("change sign, or turn about a half, when the sides swap", .tags(.law))
  func swap() throws {
    let there = try CliffDelta().compare(first, to: second)
    let back = try CliffDelta().compare(second, to: first)
    #expect(there.delta == -back.delta && there.counts.higher == back.counts.lower)
    expectClose(there.interval.low, -back.interval.high, relative: 1e-14)
    expectClose(there.superiority.estimate, 1 - back.superiority.estimate, relative: 1e-15)
    let turned = changes.map { -$0 }
    for zeros in ZeroPolicy.allCases {
      let size = MatchedRankBiserial(zeros: zeros)
      #expect(try size.coefficient(of: changes) == -(size.coefficient(of: turned)))
    }
    let (rose, fell) = (
      try PairedSuperiority().estimate(of: changes), try PairedSuperiority().estimate(of: turned)
    )
    expectClose(rose.estimate, 1 - fell.estimate, relative: 1e-15)
    expectClose(rose.interval.low, 1 - fell.interval.high, relative: 1e-14)
  }

  @Test("do not depend on units, order or the scale's steps", .tags(.law))
  func monotone() throws {
    let plain = try CliffDelta().compare(first, to: second)
    let bent = try CliffDelta().compare(
      first.reversed().map { $0 * $0 * $0 }, to: second.map { $0 * $0 * $0 })
    #expect(plain == bent)
    let scaled = changes.reversed().map { 10 * $0 }
    #expect(
      try MatchedRankBiserial().coefficient(of: changes)
        == MatchedRankBiserial().coefficient(of: scaled))
    let bootstrap = Bootstrap(draws: 999, seed: 3)
    #expect(
      try MatchedRankBiserial().estimate(of: changes, bootstrap: bootstrap)
        == MatchedRankBiserial().estimate(of: changes.shuffled(), bootstrap: bootstrap))
  }

  @Test("of δ count every pair, as holding them all would", .tags(.law))
  func pairs() throws {
    var stream = (0..<40).map { (n: Int) -> Double in Double((n * n * 7 + 3) % 11) }
    let other = stream.map { ($0 * 3 + 1).truncatingRemainder(dividingBy: 8) }
    stream.append(4)
    let dominance = try CliffDelta().compare(stream, to: other)
    var counts = DominanceCounts(higher: 0, same: 0, lower: 0)
    for x in stream {
      for y in other {
        if x > y {
          counts.higher += 1
        } else if x < y {
          counts.lower += 1
        } else {
          counts.same += 1
        }
      }
    }
    #expect(dominance.counts == counts)
    let pairs = Double(stream.count * other.count)
    expectClose(dominance.delta, Double(counts.higher - counts.lower) / pairs, relative: 1e-15)
    let u = try MannWhitney(exactLimit: 0).compare(stream, to: other)
    expectClose(dominance.superiority.estimate, u.superiority, relative: 1e-14)
  }

  @Test("are superiority by the normal distribution where that is asked for", .tags(.law))
  func normal() throws {
    let change = try PairedTTest().change(
      from: [12, 19, 24, 8, 30, 17], to: [10, 21, 15, 8, 22, 11])
    let superiority = try PairedSuperiority().normal(of: change)
    #expect(superiority.counts == nil && superiority.method == .noncentralT)
    #expect(superiority.estimate < 0.5 && superiority.interval.contains(superiority.estimate))
  }

  @Test("of groups that do not overlap have one open side", .tags(.edge))
  func apart() throws {
    let dominance = try CliffDelta().compare([5, 6, 7, 8], to: [1, 2, 3])
    #expect(dominance.delta == 1 && dominance.interval.high == 1)
    // Wilson's limit of 3 of 3, taken to −1 … 1.
    let wilson = try WilsonInterval().proportion(3, of: 3).interval.low
    expectClose(dominance.interval.low, 2 * wilson - 1, relative: 1e-13)
    let below = try CliffDelta().compare([1, 2, 3], to: [5, 6, 7, 8])
    #expect(below.interval.low == -1 && below.interval.high == -dominance.interval.low)
    let alike = try CliffDelta().compare([2, 2, 2], to: [2, 2])
    #expect(alike.delta == 0 && alike.interval.contains(0))
  }

  @Test("of one-sided changes are 1, with draws that do not vary", .tags(.edge))
  func oneSided() throws {
    #expect(try MatchedRankBiserial().coefficient(of: [1, 2, 0, 5]) == 1)
    let drawn = try MatchedRankBiserial().estimate(
      of: [1, 2, 3, 5, 6, 2], bootstrap: Bootstrap(draws: 199, seed: 1))
    #expect(drawn.estimate == 1 && drawn.bca == nil && drawn.diagnostic == .noVariation)
    #expect(try PairedSuperiority().estimate(of: [0, 0, 0]).estimate == 0.5)
  }

  @Test("of nothing are errors", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.noVariation(in: "differences", count: 2)) {
      try MatchedRankBiserial().coefficient(of: [0, 0])
    }
    #expect(throws: StatisticsError.self) { try PairedSuperiority().estimate(of: []) }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try CliffDelta().compare([1, .nan], to: [1, 2])
    }
    #expect(throws: StatisticsError.tooFew(of: "values in a group", count: 1, needed: 2)) {
      try CliffDelta().compare([1], to: [1, 2])
    }
  }
}
