import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Intraclass correlations")
struct IntraclassTests {
  private func correlations(_ scores: ScoreMatrix) throws -> IntraclassCorrelations {
    try IntraclassCorrelation().correlations(of: scores)
  }

  private func expectSame(
    _ a: IntraclassCorrelations, _ b: IntraclassCorrelations, relative: Double = 1e-10,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for form in IntraclassForm.allCases {
      expectClose(
        try #require(a[form].estimate), try #require(b[form].estimate), relative: relative,
        sourceLocation: sourceLocation)
      expectClose(
        try #require(a[form].interval).low, try #require(b[form].interval).low,
        relative: relative, sourceLocation: sourceLocation)
      expectClose(
        try #require(a[form].interval).high, try #require(b[form].interval).high,
        relative: relative, sourceLocation: sourceLocation)
    }
  }

  @Test("do not see order, units or a constant", .tags(.law), arguments: 1...5)
  func invariances(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(15, loadings: [1, 1, 1, 1], seed: seed)
    let found = try correlations(scores)
    try expectSame(
      try correlations(
        ScoreMatrix(columns: scores.columns.reversed().map { $0.reversed() })), found)
    try expectSame(try correlations(try scores.changed { $1 * -3 }), found)
    try expectSame(try correlations(try scores.changed { $1 + 1e6 }), found, relative: 1e-7)
  }

  @Test(
    "fall for agreement, not for consistency, where a rater is stricter", .tags(.law),
    arguments: 1...5)
  func strictRater(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(15, loadings: [1, 1, 1], seed: seed)
    let level = scores.columns.map { $0.reduce(0, +) / Double($0.count) }
    // Raters who agree on the mean, and one who gives three points less.
    let even = try scores.changed { $1 - level[$0] }
    let strict = try even.changed { $0 == 1 ? $1 - 3 : $1 }
    let (before, after) = (try correlations(even), try correlations(strict))
    expectClose(
      try #require(after.consistencySingle.estimate),
      try #require(before.consistencySingle.estimate), relative: 1e-12)
    expectClose(
      try #require(after.consistencyAverage.interval).low,
      try #require(before.consistencyAverage.interval).low, relative: 1e-12)
    #expect(
      try #require(after.agreementSingle.estimate) < #require(before.agreementSingle.estimate))
    #expect(try #require(after.oneWaySingle.estimate) < #require(before.oneWaySingle.estimate))
    expectClose(
      after.decomposition.errorOfConsistency, before.decomposition.errorOfConsistency,
      relative: 1e-12)
    #expect(after.decomposition.errorOfAgreement > before.decomposition.errorOfAgreement)
  }

  @Test("of a mean are those of one score, stepped up", .tags(.law), arguments: 1...5)
  func stepped(seed: UInt64) throws {
    let found = try correlations(ScoreMatrix.drawn(12, loadings: [1, 2, 1, 1, 2], seed: seed))
    for (one, mean) in [
      (found.oneWaySingle, found.oneWayAverage), (found.agreementSingle, found.agreementAverage),
      (found.consistencySingle, found.consistencyAverage),
    ] {
      func step(_ rho: Double) -> Double { 5 * rho / (1 + 4 * rho) }
      expectClose(try #require(mean.estimate), step(try #require(one.estimate)), relative: 1e-12)
      expectClose(
        try #require(mean.interval).low, step(try #require(one.interval).low), relative: 1e-11)
      expectClose(
        try #require(mean.interval).high, step(try #require(one.interval).high), relative: 1e-11)
      #expect(one.interval?.contains(one.estimate ?? 2) == true)
    }
  }

  @Test(
    "of the mean, for consistency, is Cronbach's α with Feldt's interval", .tags(.law),
    arguments: 1...5)
  func alpha(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(20, loadings: [1, 0.4, 1.5], seed: seed)
    let icc = try correlations(scores).consistencyAverage
    let alpha = try CronbachAlpha().consistency(of: scores)
    expectClose(try #require(icc.estimate), alpha.alpha, relative: 1e-12)
    expectClose(try #require(icc.interval).low, alpha.interval.low, relative: 1e-11)
    expectClose(try #require(icc.interval).high, alpha.interval.high, relative: 1e-11)
  }

  @Test("of two occasions have the errors of their differences", .tags(.law))
  func occasions() throws {
    let scores = try ScoreMatrix.drawn(30, loadings: [2, 2], seed: 3)
    let parts = try TwoWayDecomposition(of: scores)
    let change = try PairedTTest().change(from: scores.columns[0], to: scores.columns[1])
    let limits = try LimitsOfAgreement().compare(scores.columns[1], to: scores.columns[0])
    expectClose(parts.errorOfConsistency, change.sdChange / 2.0.squareRoot(), relative: 1e-12)
    expectClose(parts.withinPersons.squareRoot(), limits.withinPersonSD, relative: 1e-12)
  }

  @Test("keep their figures beside a large constant", .tags(.edge))
  func large() throws {
    // Whole numbers, so that nothing is lost in the data.
    let rows: [[Double]] = [
      [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9],
    ]
    let small = try correlations(ScoreMatrix(rows: rows))
    let large = try correlations(ScoreMatrix(rows: rows.map { $0.map { $0 + 1e12 } }))
    try expectSame(large, small, relative: 1e-9)
  }

  @Test("of scores without error are 1, and have no F", .tags(.edge))
  func perfect() throws {
    let same = try correlations(ScoreMatrix(rows: [[0.1, 0.1], [0.7, 0.7], [0.4, 0.4]]))
    for form in IntraclassForm.allCases {
      #expect(same[form].estimate == 1)
      #expect(same[form].interval == ConfidenceInterval(low: 1, high: 1, level: 0.95))
      #expect(same[form].f == nil && same[form].p == nil)
      #expect(same[form].diagnostics == [.noError])
    }
    // A rater who always gives a tenth more: consistent, but not agreed.
    let shifted = try correlations(ScoreMatrix(rows: [[0.1, 0.2], [0.7, 0.8], [0.4, 0.5]]))
    #expect(shifted.consistencySingle.estimate == 1)
    #expect(shifted.agreementSingle.diagnostics == [.noError])
    let agreement = try #require(shifted.agreementSingle.estimate)
    #expect(agreement < 1 && shifted.agreementSingle.interval?.contains(agreement) == true)
    #expect(shifted.oneWaySingle.f != nil)
  }

  @Test("of persons who do not differ are below 0, or undefined of a mean", .tags(.edge))
  func negative() throws {
    let found = try correlations(ScoreMatrix(rows: [[1, 3], [3, 1], [2, 2]]))
    expectClose(try #require(found.oneWaySingle.estimate), -1)
    expectClose(try #require(found.consistencySingle.estimate), -1)
    #expect(found.consistencySingle.diagnostics == [.negative])
    #expect(found.consistencySingle.p == 1)
    #expect(found.consistencyAverage.estimate == nil && found.oneWayAverage.estimate == nil)
    #expect(found.consistencyAverage.diagnostics == [.undefined, .noInterval])
    let crossed = try correlations(ScoreMatrix(rows: [[1, 3], [3, 1]]))
    #expect(crossed.agreementSingle.estimate == nil && crossed.agreementAverage.estimate == nil)
    #expect(crossed.agreementSingle.diagnostics == [.undefined, .noInterval])
    #expect(crossed.agreementDegreesOfFreedom == nil)
    expectClose(try #require(crossed.consistencySingle.estimate), -1)
  }

  @Test("are numbers or nothing, whatever small whole scores go in", .tags(.edge))
  func everything() throws {
    for code in 0..<729 {
      // Every table of three persons and two raters with scores 0, 1, 2.
      var rest = code
      let values = (0..<6).map { _ in
        defer { rest /= 3 }
        return Double(rest % 3)
      }
      let rows = [0, 2, 4].map { Array(values[$0..<($0 + 2)]) }
      if Set(values).count == 1 { continue }
      let found = try correlations(ScoreMatrix(rows: rows))
      for form in IntraclassForm.allCases {
        let one = found[form]
        for value in [one.estimate, one.interval?.low, one.interval?.high, one.f, one.p] {
          #expect(value?.isFinite != false)
        }
        if let estimate = one.estimate, let interval = one.interval {
          #expect(estimate <= 1 && interval.low <= interval.high && interval.high <= 1)
        }
        #expect((one.estimate == nil) == one.diagnostics.contains(.undefined))
      }
    }
  }

  @Test("of two persons and two raters can be computed", .tags(.edge))
  func smallest() throws {
    let found = try correlations(ScoreMatrix(rows: [[1, 2], [5, 4]]))
    #expect(found.oneWaySingle.interval?.contains(found.oneWaySingle.estimate ?? 2) == true)
    #expect(found.consistencySingle.df1 == 1 && found.consistencySingle.df2 == 1)
  }

  @Test("need raters, persons and scores that differ", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.tooFew(of: "raters", count: 1, needed: 2)) {
      try correlations(ScoreMatrix(columns: [[1, 2, 3]]))
    }
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try correlations(ScoreMatrix(rows: [[1, 2, 3]]))
    }
    #expect(throws: StatisticsError.noVariation(in: "scores", count: 4)) {
      try correlations(ScoreMatrix(rows: [[0.3, 0.3], [0.3, 0.3]]))
    }
    #expect(throws: StatisticsError.self) {
      try correlations(ScoreMatrix(rows: [[1e200, 1], [1, -1e200]]))
    }
    #expect(throws: StatisticsError.self) {
      try IntraclassCorrelation(confidence: 0).correlations(
        of: ScoreMatrix(rows: [[1, 2], [5, 4]]))
    }
  }
}
