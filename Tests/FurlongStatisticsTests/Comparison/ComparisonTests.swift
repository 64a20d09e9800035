import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Comparisons of two groups")
struct ComparisonTests {
  private let x = [3.0, 1, 4, 1, 5, 9, 2, 6]
  private let y = [2.0, 7, 1, 8, 2, 8, 11, 8, 12]

  @Test("change sign when the groups swap", .tags(.law))
  func swap() throws {
    let welch = try WelchTTest().compare(x, to: y)
    let back = try WelchTTest().compare(y, to: x)
    expectClose(welch.difference, -back.difference, relative: 1e-14)
    expectClose(welch.test.p, back.test.p, relative: 1e-13)
    expectClose(welch.test.pLower, back.test.pHigher, relative: 1e-13)
    expectClose(welch.test.interval.low, -back.test.interval.high, relative: 1e-13)
    let yuen = try YuenTest().compare(x, to: y)
    expectClose(yuen.difference, -(try YuenTest().compare(y, to: x)).difference, relative: 1e-14)
    let ranks = try MannWhitney().compare(x, to: y)
    let turned = try MannWhitney().compare(y, to: x)
    expectClose(ranks.superiority, 1 - turned.superiority, relative: 1e-14)
    expectClose(ranks.p, turned.p, relative: 1e-13)
    expectClose(ranks.pLower, turned.pHigher, relative: 1e-13)
  }

  @Test("do not depend on units or order", .tags(.law))
  func units() throws {
    let welch = try WelchTTest().compare(x, to: y)
    let scaled = try WelchTTest().compare(x.map { 4 * $0 - 3 }, to: y.map { 4 * $0 - 3 })
    expectClose(scaled.difference, 4 * welch.difference, relative: 1e-13)
    expectClose(scaled.test.p, welch.test.p, relative: 1e-12)
    #expect(
      try MannWhitney().compare(x.reversed(), to: y)
        == MannWhitney().compare(x.map { $0 * $0 }, to: y.map { $0 * $0 }))
  }

  @Test("Yuen's without trimming is Welch's", .tags(.law))
  func untrimmed() throws {
    let yuen = try YuenTest(trim: 0).compare(x, to: y)
    let welch = try WelchTTest().compare(x, to: y)
    expectClose(yuen.test.t, welch.test.t, relative: 1e-13)
    expectClose(yuen.test.df, welch.test.df, relative: 1e-13)
  }

  @Test("equal groups of equal spread have equal degrees of freedom", .tags(.law))
  func equalVariances() throws {
    let shifted = x.map { $0 + 2 }
    let welch = try WelchTTest().compare(x, to: shifted)
    let pooled = try WelchTTest(variances: .equal).compare(x, to: shifted)
    expectClose(welch.test.df, pooled.test.df, relative: 1e-13)
    expectClose(welch.test.t, pooled.test.t, relative: 1e-13)
  }

  @Test("the tails of rank sums overlap in what was observed", .tags(.law))
  func tails() throws {
    let ranks = try MannWhitney().compare(x, to: y)
    #expect(ranks.pLower + ranks.pHigher > 1)
    let one = try MannWhitney().compare([1], to: [2, 3, 4])
    expectClose(one.pLower, 0.25, relative: 1e-15)
    expectClose(one.p, 0.5, relative: 1e-15)
    #expect(one.u == 0)
  }

  @Test("signs and pairs do not depend on which way is which", .tags(.law))
  func splits() throws {
    let there = try McNemarTest().compare(gained: 3, lost: 11)
    let back = try McNemarTest().compare(gained: 11, lost: 3)
    #expect(there.pExact == back.pExact && there.pMid == back.pMid)
    #expect(there.pMid < there.pExact)
    expectClose(there.lowestOdds, 1 / (try #require(back.highestOdds)), relative: 1e-12)
    let signs = try SignTest().test([1, 2, -3, 0])
    #expect(signs.up == 2 && signs.down == 1 && signs.zeros == 1 && signs.p == 1)
  }

  @Test("an even split has p = 1, nobody lost has no upper limit", .tags(.edge))
  func ends() throws {
    let even = try McNemarTest().compare(gained: 4, lost: 4)
    #expect(even.pExact == 1 && even.pMid == 1 && even.chiSquared == 0)
    let all = try McNemarTest().compare(gained: 4, lost: 0)
    #expect(all.odds == nil && all.highestOdds == nil && all.pExact == 0.125)
    #expect(all.pMid == 0.0625)
  }

  @Test("what cannot be compared is an error", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.self) { try WelchTTest().compare([1], to: [2, 3]) }
    #expect(throws: StatisticsError.noVariation(in: "values within the groups", count: 4)) {
      try WelchTTest().compare([1, 1], to: [2, 2])
    }
    #expect(throws: StatisticsError.noVariation(in: "values within the groups", count: 10)) {
      try YuenTest().compare([1, 5, 5, 5, 9], to: [1, 5, 5, 5, 9])
    }
    #expect(throws: StatisticsError.noVariation(in: "values", count: 4)) {
      try MannWhitney().compare([1, 1], to: [1, 1])
    }
    #expect(throws: StatisticsError.self) { try MannWhitney().compare([], to: [1]) }
    #expect(throws: StatisticsError.self) { try MannWhitney().compare([.nan], to: [1]) }
    #expect(throws: StatisticsError.noVariation(in: "pairs", count: 2)) {
      try SignTest().test([0, 0])
    }
    #expect(throws: StatisticsError.self) { try McNemarTest().compare(gained: 0, lost: 0) }
    #expect(throws: StatisticsError.self) { try McNemarTest().compare(gained: -1, lost: 2) }
    #expect(throws: StatisticsError.self) {
      try WelchTTest().compare(
        GroupSummary(count: 5, mean: 1, sd: -1), to: GroupSummary(count: 5, mean: 1, sd: 1))
    }
  }
}
