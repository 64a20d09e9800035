import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The error of measurement agrees with its formulas in 30 figures")
struct ErrorOfMeasurementReferenceTests {
  @Test(
    "error, detectable change, true score", .tags(.reference), .agreement("measurement-error"),
    arguments: try ReferenceRecords.all("measurement_error.json"))
  func kelley(record: ReferenceRecord) throws {
    let (data, e) = (record.data, record.expected)
    let error = try ErrorOfMeasurement(
      sd: data["sd"].number, reliability: data["reliability"].number)
    let z = data["z"].number
    expectClose(error.points, e["sem"], relative: 1e-14, strict: true)
    expectClose(try error.minimalDetectableChange(z: z), e["mdc"], relative: 1e-14, strict: true)
    let score = try KelleyEstimate(mean: data["mean"].number, error: error)
      .trueScore(of: data["observed"].number, z: z)
    expectClose(score.estimate, e["true_score"], relative: 1e-14, strict: true)
    expectClose(score.standardError, e["se"], relative: 1e-14, strict: true)
    expectClose([score.low, score.high], e["ci"], relative: 1e-14, strict: true)
    expectClose(score.errorOfPrediction, e["prediction"], relative: 1e-14, strict: true)
  }
}

@Suite("The error of measurement")
struct ErrorOfMeasurementTests {
  @Test("draws scores towards the mean, the more the less reliable", .tags(.law))
  func shrinks() throws {
    func kelley(_ reliability: Double) throws -> KelleyEstimate {
      try KelleyEstimate(mean: 40, error: ErrorOfMeasurement(sd: 10, reliability: reliability))
    }
    let (rough, fine) = (try kelley(0.5), try kelley(0.9))
    try expectClose(rough.trueScore(of: 60).estimate, 50)
    try expectClose(fine.trueScore(of: 60).estimate, 58)
    try expectClose(fine.trueScore(of: 40).estimate, 40)
    // Mirrored about the mean.
    let (up, down) = (try fine.trueScore(of: 47), try fine.trueScore(of: 33))
    expectClose(up.high - 40, 40 - down.low, relative: 1e-13)
    #expect(fine.error.points < rough.error.points)
  }

  @Test("is largest for a true score, and larger for another score", .tags(.law))
  func errors() throws {
    for reliability in [0.1, 0.5, 0.8, 0.99] {
      let error = try ErrorOfMeasurement(sd: 3, reliability: reliability)
      let score = try KelleyEstimate(mean: 0, error: error).trueScore(of: 1)
      #expect(score.standardError < error.points)
      #expect(error.points < score.errorOfPrediction)
      #expect(
        try error.minimalDetectableChange()
          == JacobsonTruax(reliability: reliability, sd: 3).threshold)
    }
  }

  @Test("refuses a reliability or a spread that cannot be", .tags(.edge))
  func refusals() throws {
    for reliability in [0, 1, -0.2, 1.4, Double.nan] {
      #expect(throws: StatisticsError.self) {
        try ErrorOfMeasurement(sd: 5, reliability: reliability)
      }
    }
    #expect(throws: StatisticsError.self) { try ErrorOfMeasurement(sd: 0, reliability: 0.8) }
    let error = try ErrorOfMeasurement(sd: 1, reliability: 0.8)
    #expect(throws: StatisticsError.self) { try error.minimalDetectableChange(z: -1) }
    let kelley = try KelleyEstimate(mean: 0, error: error)
    #expect(throws: StatisticsError.notFinite(in: "scores", count: 1)) {
      try kelley.trueScore(of: .nan)
    }
    #expect(throws: StatisticsError.self) { try kelley.trueScore(of: 1, z: 0) }
    #expect(throws: StatisticsError.overflow(in: "true score")) {
      try KelleyEstimate(mean: -1e308, error: error).trueScore(of: 1.7e308)
    }
  }
}
