import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The error of measurement agrees with its formulas in 30 figures")
struct MeasurementErrorReferenceTests {
  @Test(
    "error, detectable change, true score", .tags(.reference), .agreement("measurement-error"),
    arguments: try ReferenceRecords.all("measurement_error.json"))
  func kelley(record: ReferenceRecord) throws {
    let (data, e) = (record.data, record.expected)
    let error = try MeasurementError(
      reliability: data["reliability"].number, sd: data["sd"].number, z: data["z"].number)
    expectClose(error.standardError, e["sem"], relative: 1e-14, strict: true)
    expectClose(error.minimalDetectableChange, e["mdc"], relative: 1e-14, strict: true)
    let score = try error.trueScore(of: data["observed"].number, mean: data["mean"].number)
    expectClose(score.estimate, e["true_score"], relative: 1e-14, strict: true)
    expectClose(score.standardError, e["se"], relative: 1e-14, strict: true)
    expectClose([score.low, score.high], e["ci"], relative: 1e-14, strict: true)
    expectClose(score.errorOfPrediction, e["prediction"], relative: 1e-14, strict: true)
  }
}

@Suite("The error of measurement")
struct MeasurementErrorTests {
  @Test("draws scores towards the mean, the more the less reliable", .tags(.law))
  func shrinks() throws {
    let (rough, fine) = (
      try MeasurementError(reliability: 0.5, sd: 10), try MeasurementError(reliability: 0.9, sd: 10)
    )
    try expectClose(rough.trueScore(of: 60, mean: 40).estimate, 50)
    try expectClose(fine.trueScore(of: 60, mean: 40).estimate, 58)
    try expectClose(fine.trueScore(of: 40, mean: 40).estimate, 40)
    // Mirrored about the mean.
    let (up, down) = (
      try fine.trueScore(of: 47, mean: 40), try fine.trueScore(of: 33, mean: 40)
    )
    expectClose(up.high - 40, 40 - down.low, relative: 1e-13)
    #expect(fine.standardError < rough.standardError)
  }

  @Test("is largest for a true score, and larger for another score", .tags(.law))
  func errors() throws {
    for reliability in [0.1, 0.5, 0.8, 0.99] {
      let error = try MeasurementError(reliability: reliability, sd: 3)
      let score = try error.trueScore(of: 1, mean: 0)
      #expect(score.standardError < error.standardError)
      #expect(error.standardError < score.errorOfPrediction)
      expectClose(
        error.minimalDetectableChange,
        try JacobsonTruax(reliability: reliability, sd: 3).threshold, relative: 1e-15)
    }
  }

  @Test("refuses a reliability or a spread that cannot be", .tags(.edge))
  func refusals() throws {
    for reliability in [0, 1, -0.2, 1.4, Double.nan] {
      #expect(throws: StatisticsError.self) {
        try MeasurementError(reliability: reliability, sd: 5)
      }
    }
    #expect(throws: StatisticsError.self) { try MeasurementError(reliability: 0.8, sd: 0) }
    #expect(throws: StatisticsError.self) { try MeasurementError(reliability: 0.8, sd: 1, z: -1) }
    #expect(throws: StatisticsError.notFinite(in: "scores", count: 1)) {
      try MeasurementError(reliability: 0.8, sd: 1).trueScore(of: .nan, mean: 0)
    }
  }
}
