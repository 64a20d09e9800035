import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Regression to the mean agrees with mpmath and R")
struct RegressionToTheMeanReferenceTests {
  @Test(
    "people selected by a cut-off", .tags(.reference), .agreement("regression-to-the-mean"),
    arguments: try ReferenceRecords.all("regression_to_the_mean.json", "selection"))
  func selection(record: ReferenceRecord) throws {
    let data = record.data
    let e = record.expected
    let population = try SelectionReturn(
      mean: data["mean"].number,
      error: ErrorOfMeasurement(sd: data["sd"].number, reliability: data["reliability"].number),
      readings: Int(data["readings"].number))
    guard case .text(let word) = data["selected"] else { throw NotSelected() }
    let expected = try population.expected(
      try #require(SelectedScores(rawValue: word)), data["cut_off"].number)
    expectClose(expected.share, e["share"], relative: 1e-12, strict: true)
    expectClose(expected.first, e["first"], relative: 1e-13, strict: true)
    expectClose(expected.later, e["later"], relative: 1e-13, strict: true)
    expectClose(expected.change, e["change"], relative: 1e-12, strict: true)
    expectClose(expected.first, e["truncnorm_first"], relative: 1e-12, strict: true)
  }

  @Test(
    "the test of Mee and Chua is the intercept of lm", .tags(.reference),
    .agreement("regression-to-the-mean"),
    arguments: try ReferenceRecords.all("regression_to_the_mean.json", "mee_chua"))
  func meeChua(record: ReferenceRecord) throws {
    let e = record.expected
    let (before, after) =
      switch record.id {
      case "mee_chua_BtheB": try PublishedData.depression("bdi.2m")
      case "mee_chua_anorexia_control": try Self.anorexiaControls()
      default: (record.data["before"].numbers, record.data["after"].numbers)
      }
    let change = try MeeChuaTest(
      populationMean: record.data["mu"].number, confidence: record.data["level"].number
    ).effect(from: before, to: after)
    expectClose(Double(change.count), e["n"])
    expectClose(change.effect, e["effect"], relative: 1e-12, strict: true)
    expectClose(change.test.standardError, e["se"], relative: 1e-12, strict: true)
    expectClose(change.test.t, e["t"], relative: 1e-12, strict: true)
    expectClose(change.test.df, e["df"])
    expectClose(change.test.p, e["p"], relative: 1e-11, strict: true)
    expectClose(change.test.interval.low, e["low"], relative: 1e-12, strict: true)
    expectClose(change.test.interval.high, e["high"], relative: 1e-12, strict: true)
    expectClose(change.slope, e["slope"], relative: 1e-12, strict: true)
    expectClose(change.slopeError, e["slope_se"], relative: 1e-12, strict: true)
    expectClose(change.meanChange, e["mean_change"], relative: 1e-12)
  }

  @Test(
    "expected events are the mean of a gamma rate given its count", .tags(.reference),
    .agreement("regression-to-the-mean"),
    arguments: try ReferenceRecords.named(
      "regression_to_the_mean.json", "empirical_bayes_1", "empirical_bayes_2",
      "empirical_bayes_3", "empirical_bayes_4"))
  func events(record: ReferenceRecord) throws {
    let alike = try ExpectedEvents(
      mean: record.data["mean"].number, dispersion: record.data["dispersion"].number)
    let count = Int(record.data["count"].number)
    expectClose(
      try alike.expected(after: count), record.expected["expected"], relative: 1e-12, strict: true)
    expectClose(
      try alike.variance(after: count), record.expected["variance"], relative: 1e-12, strict: true)
  }

  @Test(
    "mean and dispersion by moments", .tags(.reference), .agreement("regression-to-the-mean"),
    arguments: try ReferenceRecords.named(
      "regression_to_the_mean.json", "empirical_bayes_moments"))
  func moments(record: ReferenceRecord) throws {
    let alike = try ExpectedEvents(ofPeopleAlike: record.data["counts"].numbers)
    expectClose(alike.mean, record.expected["mean"], relative: 1e-15)
    expectClose(alike.dispersion, record.expected["dispersion"], relative: 1e-14)
  }

  private static func anorexiaControls() throws -> (before: [Double], after: [Double]) {
    let data = try PublishedData("anorexia", "anorexia.csv")
    let pairs = zip(data.numbers("Prewt"), data.numbers("Postwt"))
    let controls = zip(data.text("Treat"), pairs).filter { $0.0 == "Cont" }.map(\.1)
    return (controls.compactMap(\.0), controls.compactMap(\.1))
  }
}

private struct NotSelected: Error {}
