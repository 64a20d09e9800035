import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Several groups")
struct SeveralGroupsTests {
  private let groups = [
    [3.0, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8, 11, 8, 12], [5, 5, 6, 4], [10, 13, 12, 9, 12],
  ]

  @Test("do not depend on order within or of groups", .tags(.law))
  func order() throws {
    let turned = groups.reversed().map { Array($0.reversed()) }
    let (a, b) = (
      try AnalysisOfVariance().compare(groups), try AnalysisOfVariance().compare(turned)
    )
    expectClose(a.f, b.f, relative: 1e-13)
    expectClose(a.p, b.p, relative: 1e-12)
    expectClose(
      try WelchAnalysisOfVariance().compare(groups).f,
      try WelchAnalysisOfVariance().compare(turned).f, relative: 1e-13)
    let ranked = try KruskalWallis().compare(groups)
    let back = try KruskalWallis().compare(turned)
    expectClose(ranked.h, back.h, relative: 1e-13)
    #expect(ranked.meanRanks == Array(back.meanRanks.reversed()))
    // The pair 0–3 becomes 3–0, which is named 0–3 from the other end.
    for (there, back) in [
      (try TukeyTest().compare(groups)[2], try TukeyTest().compare(turned)[2]),
      (try GamesHowellTest().compare(groups)[2], try GamesHowellTest().compare(turned)[2]),
    ] {
      #expect(there.group == 0 && there.other == 3)
      expectClose(there.difference, -back.difference, relative: 1e-13)
      expectClose(there.interval.low, -back.interval.high, relative: 1e-11)
      expectClose(there.p, back.p, relative: 1e-11)
    }
  }

  @Test("do not depend on units, nor on a large constant", .tags(.law))
  func units() throws {
    let scaled = groups.map { $0.map { 1e9 + 8 * $0 } }
    let a = try AnalysisOfVariance().compare(groups)
    let b = try AnalysisOfVariance().compare(scaled)
    expectClose(b.f, a.f, relative: 1e-12)
    expectClose(b.residualSD, 8 * a.residualSD, relative: 1e-12)
    expectClose(
      try WelchAnalysisOfVariance().compare(scaled).p,
      try WelchAnalysisOfVariance().compare(groups).p, relative: 1e-11)
    let pairs = zip(try TukeyTest().compare(groups), try TukeyTest().compare(scaled))
    for (plain, large) in pairs {
      expectClose(large.difference, 8 * plain.difference, relative: 1e-11)
      expectClose(large.p, plain.p, relative: 1e-10)
    }
    for (plain, large) in zip(
      try GamesHowellTest().compare(groups), try GamesHowellTest().compare(scaled))
    {
      expectClose(large.df, plain.df, relative: 1e-11)
      expectClose(large.interval.high, 8 * plain.interval.high, relative: 1e-10)
    }
    #expect(
      try KruskalWallis().compare(scaled).h == KruskalWallis().compare(groups).h)
  }

  @Test("two groups are the two-group tests", .tags(.law))
  func two() throws {
    let pair = Array(groups.prefix(2))
    let student = try WelchTTest(variances: .equal).compare(pair[0], to: pair[1])
    let welch = try WelchTTest().compare(pair[0], to: pair[1])
    let partition = try AnalysisOfVariance().compare(pair)
    expectClose(partition.f, student.test.t * student.test.t, relative: 1e-12)
    expectClose(partition.p, student.test.p, relative: 1e-11)
    let weighted = try WelchAnalysisOfVariance().compare(pair)
    expectClose(weighted.f, welch.test.t * welch.test.t, relative: 1e-12)
    expectClose(weighted.dfWithin, welch.test.df, relative: 1e-12)
    let tukey = try TukeyTest().compare(pair)[0]
    expectClose(tukey.p, student.test.p, relative: 1e-11)
    expectClose(tukey.interval.low, student.test.interval.low, relative: 1e-10)
    let games = try GamesHowellTest().compare(pair)[0]
    expectClose(games.difference, welch.difference, relative: 1e-13)
    expectClose(games.p, welch.test.p, relative: 1e-11)
    expectClose(games.interval.high, welch.test.interval.high, relative: 1e-10)
    let normal = try MannWhitney(exactLimit: 0).compare(pair[0], to: pair[1])
    expectClose(try KruskalWallis().compare(pair).p, normal.p, relative: 1e-12)
  }

  @Test("Cochran's Q is Friedman's χ² of yes and no, and McNemar's with two occasions", .tags(.law))
  func answers() throws {
    let answers = [
      [true, false, true], [false, false, true], [true, true, true], [false, true, true],
      [false, false, true], [true, false, false],
    ]
    let q = try CochranQ().compare(answers)
    let friedman = try FriedmanTest().compare(answers.map { $0.map { $0 ? 1 : 0 } })
    expectClose(q.q, friedman.chiSquared, relative: 1e-13)
    expectClose(q.p, friedman.p, relative: 1e-12)
    #expect(q.unchanged == 1 && q.yes == [3, 2, 5])
    let two = try CochranQ().compare(answers.map { [$0[0], $0[2]] })
    let counts = try McNemarTest().compare(gained: 3, lost: 1)
    expectClose(two.q, counts.chiSquared, relative: 1e-14)
  }

  @Test("concordance is 1 where all order the occasions alike, 0 where orders cancel", .tags(.law))
  func concordance() throws {
    let alike = try FriedmanTest().compare([[1, 2, 3], [10, 20, 21], [-1, 0, 5]])
    expectClose(alike.concordance, 1, relative: 1e-15)
    #expect(alike.meanRanks == [1, 2, 3])
    #expect(try FriedmanTest().compare([[1, 2, 3], [3, 2, 1]]).concordance == 0)
  }

  @Test("equal means have F = 0, no share, and pairs with p = 1", .tags(.edge))
  func equal() throws {
    let same = [[1.0, 2, 3], [0, 2, 4], [2, 2, 2]]
    let partition = try AnalysisOfVariance().compare(same)
    #expect(partition.f == 0 && partition.p == 1)
    let shares = try VarianceExplained().shares(of: partition)
    #expect(shares.eta.estimate == 0 && shares.omega.interval.high == 0)
    #expect(try TukeyTest().compare(same).allSatisfy { $0.p == 1 && $0.difference == 0 })
  }

  @Test("shares are ordered ω² ≤ ε² ≤ η²", .tags(.law))
  func shares() throws {
    let shares = try VarianceExplained().shares(of: AnalysisOfVariance().compare(groups))
    #expect(shares.omega.estimate < shares.epsilon.estimate)
    #expect(shares.epsilon.estimate < shares.eta.estimate)
    #expect(shares.eta.interval.contains(shares.eta.estimate))
  }

  @Test("what cannot be compared is an error", .tags(.edge))
  func errors() throws {
    let constant = [[2.0, 2], [3, 3, 3], [5, 5]]
    #expect(throws: StatisticsError.noVariation(in: "values within the groups", count: 7)) {
      try AnalysisOfVariance().compare(constant)
    }
    #expect(throws: StatisticsError.self) {
      try AnalysisOfVariance().compare(constant.map { $0.map { $0 + 0.1 } })
    }
    #expect(throws: StatisticsError.noVariation(in: "values of a group", count: 3)) {
      try WelchAnalysisOfVariance().compare([[1, 2], [3, 3, 3]])
    }
    #expect(throws: StatisticsError.noVariation(in: "values within two groups", count: 5)) {
      try GamesHowellTest().compare(constant)
    }
    #expect(throws: StatisticsError.tooFew(of: "groups", count: 1, needed: 2)) {
      try AnalysisOfVariance().compare([[1, 2]])
    }
    #expect(throws: StatisticsError.tooFew(of: "values in a group", count: 1, needed: 2)) {
      try TukeyTest().compare([[1, 2], [3]])
    }
    #expect(throws: StatisticsError.tooFew(of: "values in a group", count: 1, needed: 2)) {
      try LeveneTest().compare([[1, 2], [3]])
    }
    #expect(throws: StatisticsError.self) {
      try AnalysisOfVariance().compare([[1, .nan], [2, 3]])
    }
    #expect(throws: StatisticsError.self) {
      try AnalysisOfVariance().compare([[1e300, -1e300], [2, 3]])
    }
    #expect(throws: StatisticsError.self) { try TukeyTest(confidence: 1).compare(groups) }
    #expect(throws: StatisticsError.noVariation(in: "values", count: 3)) {
      try KruskalWallis().compare([[1], [1, 1]])
    }
    #expect(throws: StatisticsError.self) { try KruskalWallis().compare([[1], []]) }
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try FriedmanTest().compare([[1, 2], [1, 2, 3]])
    }
    #expect(throws: StatisticsError.noVariation(in: "persons' values", count: 2)) {
      try FriedmanTest().compare([[1, 1], [2, 2]])
    }
    #expect(throws: StatisticsError.noVariation(in: "persons' answers", count: 2)) {
      try CochranQ().compare([[true, true], [false, false]])
    }
    #expect(throws: StatisticsError.self) { try CochranQ().compare([]) }
  }
}
