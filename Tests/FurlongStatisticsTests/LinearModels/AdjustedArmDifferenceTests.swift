import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The difference of two arms, adjusted for the score before")
struct AdjustedArmDifferenceTests {
  private let treated = ArmScores(
    before: [21, 30, 17, 25, 34, 28, 19], after: [12, 21, 15, 14, 30, 16, 11])
  private let control = ArmScores(
    before: [24, 27, 18, 33, 22, 29], after: [22, 25, 12, 31, 19, 21])

  @Test(
    "swapped arms flip the sign", .tags(.law), arguments: CoefficientVariance.allCases)
  func swap(variance: CoefficientVariance) throws {
    let method = AdjustedArmDifference(variance: variance)
    let there = try method.compare(treated: treated, control: control)
    let back = try method.compare(treated: control, control: treated)
    #expect(there.difference < 0 && there.variance == variance)
    #expect(there.treated == 7 && there.control == 6 && there.test.df == 10)
    expectClose(back.difference, -there.difference, relative: 1e-13, strict: true)
    expectClose(back.test.standardError, there.test.standardError, relative: 1e-13, strict: true)
    expectClose(back.test.interval.low, -there.test.interval.high, relative: 1e-12)
    expectClose(back.slope.estimate, there.slope.estimate, relative: 1e-13)
    expectClose(there.treatedMean - there.controlMean, there.difference, relative: 1e-12)
    expectClose(back.treatedMean, there.controlMean, relative: 1e-13)
    expectClose(
      there.difference, there.differenceAfter - there.slope.estimate * there.differenceBefore,
      relative: 1e-12)
  }

  @Test("of changes it is the same as of scores after", .tags(.law))
  func changes() throws {
    func changed(_ arm: ArmScores) -> ArmScores {
      ArmScores(before: arm.before, after: zip(arm.before, arm.after).map { $1 - $0 })
    }
    let after = try AdjustedArmDifference().compare(treated: treated, control: control)
    let change = try AdjustedArmDifference().compare(
      treated: changed(treated), control: changed(control))
    expectClose(change.difference, after.difference, relative: 1e-12)
    expectClose(change.test.standardError, after.test.standardError, relative: 1e-12)
    expectClose(change.slope.estimate, after.slope.estimate - 1, relative: 1e-12)
  }

  @Test("scales with the scores, wherever they begin; rows have no order", .tags(.law))
  func scale() throws {
    func moved(_ arm: ArmScores) -> ArmScores {
      ArmScores(
        before: arm.before.reversed().map { 2 * $0 + 96 },
        after: arm.after.reversed().map { -0.5 * $0 + 32 })
    }
    let plain = try AdjustedArmDifference().compare(treated: treated, control: control)
    let other = try AdjustedArmDifference().compare(
      treated: moved(treated), control: moved(control))
    expectClose(other.difference, -0.5 * plain.difference, relative: 1e-12)
    expectClose(other.test.standardError, 0.5 * plain.test.standardError, relative: 1e-12)
    expectClose(other.slope.estimate, -0.25 * plain.slope.estimate, relative: 1e-12)
    expectClose(other.test.p, plain.test.p, relative: 1e-10)
  }

  @Test("arms that began alike differ by their means after", .tags(.law))
  func alike() throws {
    let twin = ArmScores(before: treated.before, after: [13, 25, 11, 19, 26, 24, 15])
    let found = try AdjustedArmDifference().compare(treated: treated, control: twin)
    expectClose(found.difference, found.differenceAfter, relative: 1e-13)
    #expect(found.differenceBefore == 0)
  }

  @Test("what cannot be compared is an error", .tags(.edge))
  func errors() {
    func compare(_ treated: ArmScores, _ control: ArmScores) throws -> ArmDifference {
      try AdjustedArmDifference().compare(treated: treated, control: control)
    }
    let one = ArmScores(before: [20], after: [10])
    #expect(throws: StatisticsError.tooFew(of: "people in an arm", count: 1, needed: 2)) {
      try compare(one, control)
    }
    #expect(throws: StatisticsError.tooFew(of: "people in an arm", count: 0, needed: 2)) {
      try compare(treated, ArmScores(before: [], after: []))
    }
    #expect(throws: StatisticsError.unequalLengths(1, 2)) {
      try compare(ArmScores(before: [1], after: [1, 2]), control)
    }
    let flat = ArmScores(before: [20, 20, 20], after: [10, 12, 15])
    #expect(throws: StatisticsError.noVariation(in: "scores before", count: 6)) {
      try compare(flat, flat)
    }
    // Who is treated can be told by the score before.
    #expect(
      throws: StatisticsError.dependentTerms(["intercept", "treated", "before"], excess: 1)
    ) {
      try compare(flat, ArmScores(before: [30, 30], after: [10, 12]))
    }
    #expect(throws: StatisticsError.noVariation(in: "residuals", count: 13)) {
      try compare(
        ArmScores(before: treated.before, after: treated.before),
        ArmScores(before: control.before, after: control.before))
    }
    #expect(throws: StatisticsError.notFinite(in: "scores before", count: 1)) {
      try compare(ArmScores(before: [.nan, 1], after: [1, 2]), control)
    }
    #expect(throws: StatisticsError.notFinite(in: "scores after", count: 1)) {
      try compare(ArmScores(before: [2, 1], after: [1, .infinity]), control)
    }
  }
}
