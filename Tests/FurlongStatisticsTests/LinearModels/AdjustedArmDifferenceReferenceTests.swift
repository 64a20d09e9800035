import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The adjusted difference of two arms agrees with R", .agreement("arms"))
struct AdjustedArmDifferenceReferenceTests {
  /// One arm of Beat the Blues: BDI before and at two months.
  private func arm(_ name: String) throws -> ArmScores {
    let data = try PublishedData("beat-the-blues", "BtheB.csv")
    let scores = zip(data.numbers("bdi.pre"), data.numbers("bdi.2m"))
    let pairs = zip(data.text("treatment"), scores).compactMap { arm, scores in
      arm == name ? scores.0.flatMap { before in scores.1.map { (before, $0) } } : nil
    }
    return ArmScores(before: pairs.map(\.0), after: pairs.map(\.1))
  }

  /// lm names the arm that is later in the alphabet, TAU: treated minus control is the opposite.
  @Test(
    "adjusted for the score before", .tags(.reference),
    arguments: try ReferenceRecords.named("ols.json", "hc_BtheB_2m"))
  func adjusted(record: ReferenceRecord) throws {
    let e = record.expected
    for (variance, errors) in [(CoefficientVariance.classical, "se_const"), (.hc3, "HC3")] {
      let found = try AdjustedArmDifference(variance: variance).compare(
        treated: try arm("BtheB"), control: try arm("TAU"))
      #expect(found.treated + found.control == 97 && found.difference < 0)
      expectClose(-found.difference, e["coef"]["treatmentTAU"], relative: 1e-13, strict: true)
      expectClose(
        found.test.standardError, e[errors]["treatmentTAU"], relative: 1e-13, strict: true)
      expectClose(found.slope.estimate, e["coef"]["bdi.pre"], relative: 1e-13, strict: true)
      expectClose(
        found.slope.test.standardError, e[errors]["bdi.pre"], relative: 1e-13, strict: true)
      expectClose(found.residualSD, e["sigma"], relative: 1e-13, strict: true)
    }
  }
}
