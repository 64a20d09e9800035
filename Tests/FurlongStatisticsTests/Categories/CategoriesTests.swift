import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Categories")
struct CategoriesTests {
  private let table = [[12, 5, 9, 3], [14, 8, 20, 2], [7, 11, 6, 10]]
  private let jobs = [[20, 9, 4, 2], [3, 15, 8, 1], [2, 6, 30, 5], [1, 2, 3, 12]]

  private func turned(_ table: [[Int]]) -> [[Int]] {
    table[0].indices.map { column in table.map { $0[column] } }
  }

  @Test("do not depend on the order of categories, nor on which set are rows", .tags(.law))
  func order() throws {
    let v = try CramersV().association(table)
    for other in [turned(table), Array(table.reversed())] {
      let same = try CramersV().association(other)
      expectClose(same.v, v.v, relative: 1e-14)
      expectClose(same.test.p, v.test.p, relative: 1e-12)
      expectClose(same.interval.low, v.interval.low, relative: 1e-11)
    }
    #expect(v.interval.contains(v.v))
  }

  @Test("times ten, χ² is ten times and V the same", .tags(.law))
  func duplicates() throws {
    let once = try CramersV().association(table)
    let often = try CramersV().association(table.map { $0.map { 10 * $0 } })
    expectClose(often.test.chiSquared, 10 * once.test.chiSquared, relative: 1e-13)
    expectClose(often.v, once.v, relative: 1e-13)
    #expect(often.interval.high - often.interval.low < once.interval.high - once.interval.low)
  }

  @Test("V is 1 where one follows from the other, 0 where nothing does", .tags(.edge))
  func ends() throws {
    let one = try CramersV().association([[7, 0, 0], [0, 5, 0], [0, 0, 9]])
    expectClose(one.v, 1, relative: 1e-14)
    #expect(one.interval.high <= 1)
    let none = try CramersV().association([[2, 4], [3, 6]])
    #expect(none.v < 1e-7 && none.corrected == 0 && none.interval.low == 0)
    #expect(none.test.smallestExpected == 2)
  }

  @Test("a trend of two groups is the χ² of their table", .tags(.law))
  func twoGroups() throws {
    let trend = try CochranArmitageTrend().test([9, 20], of: [40, 50])
    let test = try ChiSquaredTest().test([[9, 31], [20, 30]])
    expectClose(trend.chiSquared, test.chiSquared, relative: 1e-13)
    expectClose(trend.p, test.p, relative: 1e-12)
    expectClose(trend.slope, 20.0 / 50 - 9.0 / 40, relative: 1e-14)
  }

  @Test("a trend turns with its scores, whatever their unit", .tags(.law))
  func scores() throws {
    let (x, n) = ([30, 22, 15, 9], [60, 50, 40, 35])
    let plain = try CochranArmitageTrend().test(x, of: n, scores: [0, 1, 3, 8])
    let back = try CochranArmitageTrend().test(x, of: n, scores: [1000, 998, 994, 984])
    expectClose(back.z, -plain.z, relative: 1e-12)
    expectClose(back.slope, -plain.slope / 2, relative: 1e-12)
    #expect(plain.z < 0 && plain.slope < 0)
  }

  @Test("symmetry and shares do not depend on which occasion is first", .tags(.law))
  func occasions() throws {
    let moves = try BowkerTest().test(jobs)
    let back = try BowkerTest().test(turned(jobs))
    #expect(moves == back && moves.moved == 46 && moves.count == 123)
    let shift = try StuartMaxwellTest().test(jobs)
    let other = try StuartMaxwellTest().test(turned(jobs))
    expectClose(shift.chiSquared, other.chiSquared, relative: 1e-12)
    #expect(shift.before == other.after && shift.df == 3)
    for (there, back) in zip(
      try MarginalShares().change(jobs), try MarginalShares().change(turned(jobs)))
    {
      expectClose(there.change, -back.change, relative: 1e-14)
      expectClose(there.interval.low, -back.interval.high, relative: 1e-12)
    }
  }

  @Test("symmetry and shares do not depend on which category is left out", .tags(.law))
  func categories() throws {
    let order = [2, 0, 3, 1]
    let shuffled = order.map { row in order.map { jobs[row][$0] } }
    expectClose(
      try StuartMaxwellTest().test(shuffled).chiSquared,
      try StuartMaxwellTest().test(jobs).chiSquared, relative: 1e-12)
    expectClose(
      try BowkerTest().test(shuffled).chiSquared, try BowkerTest().test(jobs).chiSquared,
      relative: 1e-13)
  }

  @Test("two categories are McNemar's, and changes add up to 0", .tags(.law))
  func two() throws {
    let pairs = [[10, 7], [2, 11]]
    let counts = try McNemarTest().compare(gained: 7, lost: 2)
    expectClose(try BowkerTest().test(pairs).chiSquared, counts.chiSquared, relative: 1e-14)
    expectClose(try StuartMaxwellTest().test(pairs).p, counts.pChiSquared, relative: 1e-12)
    let changes = try MarginalShares().change(pairs)
    let direct = try PairedProportionChange().change(both: 11, gained: 7, lost: 2, neither: 10)
    #expect(changes[1] == direct)
    expectClose(changes[0].change, -direct.change, relative: 1e-14)
    let all = try MarginalShares().change(jobs)
    expectClose(all.reduce(0) { $0 + $1.change }, 0, relative: 1e-14)
    #expect(all[0].before.count == 35 && all[0].after.count == 26)
  }

  @Test("an idle category changes nothing", .tags(.edge))
  func idle() throws {
    let more = jobs.map { $0 + [0] } + [[0, 0, 0, 0, 17]]
    #expect(
      try StuartMaxwellTest().test(more).chiSquared == StuartMaxwellTest().test(jobs).chiSquared)
    #expect(try StuartMaxwellTest().test(more).df == 3)
    let moves = try BowkerTest().test(more)
    #expect(moves.chiSquared == (try BowkerTest().test(jobs)).chiSquared)
    #expect(moves.df == 6 && moves.emptyPairs == 4)
    let change = try MarginalShares().change(more)[4]
    #expect(change.change == 0 && change.interval.low < 0 && change.interval.high > 0)
  }

  @Test("what cannot be compared is an error", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 0, needed: 1)) {
      try ChiSquaredTest().test([[0, 0], [0, 0]])
    }
    #expect(throws: StatisticsError.self) { try ChiSquaredTest().test([]) }
    #expect(throws: StatisticsError.noVariation(in: "categories", count: 5)) {
      try ChiSquaredTest().test([[2, 3], [0, 0]])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try CramersV().association([[2, 3], [1]])
    }
    #expect(throws: StatisticsError.self) { try CramersV().association([[2, -3], [1, 1]]) }
    #expect(throws: StatisticsError.noVariation(in: "persons' categories", count: 5)) {
      try BowkerTest().test([[2, 0], [0, 3]])
    }
    #expect(throws: StatisticsError.noVariation(in: "persons' categories", count: 5)) {
      try StuartMaxwellTest().test([[2, 0], [0, 3]])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try BowkerTest().test([[1, 2, 3], [4, 5, 6]])
    }
    #expect(throws: StatisticsError.tooFew(of: "categories", count: 1, needed: 2)) {
      try MarginalShares().change([[4]])
    }
    #expect(throws: StatisticsError.noVariation(in: "answers", count: 20)) {
      try CochranArmitageTrend().test([0, 0], of: [8, 12])
    }
    #expect(throws: StatisticsError.noVariation(in: "scores", count: 2)) {
      try CochranArmitageTrend().test([3, 4], of: [8, 12], scores: [0.1, 0.1])
    }
    #expect(throws: StatisticsError.self) { try CochranArmitageTrend().test([9, 4], of: [8, 12]) }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try CochranArmitageTrend().test([3, 4], of: [8])
    }
  }
}
