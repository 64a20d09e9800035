import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Distributions of ranks agree with R")
struct RankDistributionReferenceTests {
  private static func named(_ id: String) throws -> [ReferenceRecord] {
    try ReferenceRecords.all("rank_distributions.json", id)
  }

  @Test(
    "signed ranks", .tags(.reference), .agreement("signed-ranks"),
    arguments: try named("psignrank"))
  func signedRanks(record: ReferenceRecord) throws {
    let q = record.data["q"].numbers
    let all = try record.data["n"].numbers.map { try SignedRankDistribution(count: Int($0)) }
    let e = record.expected
    expectClose(zip(all, q).map { $0.lowerTail($1) }, e["lower"], relative: 1e-13, strict: true)
    expectClose(zip(all, q).map { $0.upperTail($1) }, e["upper"], relative: 1e-13, strict: true)
    expectClose(zip(all, q).map { $0.probability($1) }, e["pmf"], relative: 1e-12, strict: true)
  }

  @Test(
    "quantiles of signed ranks", .tags(.reference), .agreement("signed-ranks"),
    arguments: try named("qsignrank"))
  func signedRankQuantiles(record: ReferenceRecord) throws {
    let found = try zip(record.data["p"].numbers, record.data["n"].numbers).map {
      try SignedRankDistribution(count: Int($1)).quantile($0)
    }
    expectClose(found, record.expected["q"], relative: 0)
  }

  @Test(
    "rank sums of two groups", .tags(.reference), .agreement("rank-sums"),
    arguments: try named("pwilcox"))
  func rankSums(record: ReferenceRecord) throws {
    let q = record.data["q"].numbers
    let all = try zip(record.data["m"].numbers, record.data["n"].numbers).map {
      try RankSumDistribution(group: Int($0), other: Int($1))
    }
    let e = record.expected
    expectClose(zip(all, q).map { $0.lowerTail($1) }, e["lower"], relative: 1e-12, strict: true)
    expectClose(zip(all, q).map { $0.upperTail($1) }, e["upper"], relative: 1e-12, strict: true)
    expectClose(zip(all, q).map { $0.probability($1) }, e["pmf"], relative: 1e-12, strict: true)
  }

  @Test(
    "rank sums with ties, by enumeration", .tags(.reference), .agreement("rank-sums"),
    arguments: try named("tied_rank_sums"))
  func tiedRankSums(record: ReferenceRecord) throws {
    let (x, y) = (record.data["x"].numbers, record.data["y"].numbers)
    let sums = try RankSumDistribution(ranksOf: x, and: y)
    let u = record.data["u"].numbers
    let e = record.expected
    expectClose(u.map(sums.probability), e["pmf"], relative: 1e-13, strict: true)
    expectClose(u.map(sums.lowerTail), e["lower"], relative: 1e-13)
    expectClose(u.map(sums.upperTail), e["upper"], relative: 1e-13)
    for (sum, lower) in zip(u, e["lower"].numbers) where lower < 1 {
      #expect(try sums.quantile(lower * (1 - 1e-9)) == sum)
    }
    // The test that stands on it has the same tails.
    let test = try MannWhitney().compare(x, to: y)
    expectClose(sums.lowerTail(test.u), test.pLower, relative: 1e-13)
  }

  @Test(
    "quantiles of rank sums", .tags(.reference), .agreement("rank-sums"),
    arguments: try named("qwilcox"))
  func rankSumQuantiles(record: ReferenceRecord) throws {
    let sizes = zip(record.data["m"].numbers, record.data["n"].numbers)
    let found = try zip(record.data["p"].numbers, sizes).map { p, sizes in
      try RankSumDistribution(group: Int(sizes.0), other: Int(sizes.1)).quantile(p)
    }
    expectClose(found, record.expected["q"], relative: 0)
  }
}

@Suite("Distributions of ranks")
struct RankDistributionTests {
  @Test("are mirrored about their middle", .tags(.law), arguments: [1, 2, 7, 30])
  func mirrored(count: Int) throws {
    let distribution = try SignedRankDistribution(count: count)
    let whole = Double(count * (count + 1) / 2)
    var total = 0.0
    for sum in stride(from: 0, through: whole, by: 1) {
      let upper = distribution.upperTail(sum)
      expectClose(distribution.lowerTail(sum) + upper, 1, relative: 1e-14)
      expectClose(distribution.probability(sum), distribution.probability(whole - sum))
      total += distribution.probability(sum)
    }
    expectClose(total, 1, relative: 1e-13)
  }

  @Test("of tied sizes have sums in halves", .tags(.edge))
  func ties() throws {
    let distribution = try SignedRankDistribution(ranksOf: [2, -2, 5])
    #expect(distribution.probability(1.5) == 0.25)
    #expect(distribution.lowerTail(2.9) == 0.375)
    #expect(distribution.upperTail(6) == 0)
    #expect(distribution.lowerTail(-1) == 0)
    #expect(distribution.probability(0.25) == 0)
  }

  @Test("what has no distribution is an error", .tags(.edge))
  func errors() {
    #expect(throws: StatisticsError.self) { try SignedRankDistribution(count: 0) }
    #expect(throws: StatisticsError.self) { try SignedRankDistribution(ranksOf: []) }
    #expect(throws: StatisticsError.self) { try SignedRankDistribution(count: 3).quantile(0) }
    #expect(throws: StatisticsError.self) { try RankSumDistribution(group: 0, other: 3) }
    #expect(throws: StatisticsError.self) { try RankSumDistribution(group: 150, other: 51) }
    #expect(throws: StatisticsError.self) { try RankSumDistribution(ranksOf: [], and: [1]) }
    #expect(throws: StatisticsError.self) { try RankSumDistribution(ranksOf: [1, .nan], and: [1]) }
  }
}
