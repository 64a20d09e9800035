import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("A linear model")
struct LinearModelTests {
  private let x = [1.0, 4, 2, 8, 5, 7, 3, 9, 6, 12]
  private let z = [0.0, 1, 1, 0, 1, 0, 0, 1, 1, 0]
  private let y = [2.1, 5.9, 4.4, 9.3, 8.1, 7.2, 3.9, 13.4, 7.7, 11.8]

  private func fit(
    _ x: [Double], _ z: [Double], _ y: [Double], _ variance: CoefficientVariance = .hc3
  ) throws -> LinearFit {
    try LinearModel(variance: variance).fit(y, on: [ModelTerm("x", x), ModelTerm("z", z)])
  }

  private func expectSame(
    _ one: Coefficient?, _ other: Coefficient?, times factor: Double = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (one, other) = (try #require(one), try #require(other))
    let (a, b) = (one.test, other.test)
    let pairs = [
      (one.estimate, other.estimate), (a.standardError, b.standardError),
      (a.interval.low, b.interval.low), (a.interval.high, b.interval.high),
    ]
    for (found, expected) in pairs {
      expectClose(
        found, factor * expected, relative: 1e-12, strict: true, sourceLocation: sourceLocation)
    }
  }

  @Test(
    "a constant added to a covariate or to the outcome leaves the slopes", .tags(.law),
    arguments: CoefficientVariance.allCases)
  func shift(variance: CoefficientVariance) throws {
    let plain = try fit(x, z, y, variance)
    let moved = try fit(x.map { $0 + 1024 }, z, y.map { $0 - 64 }, variance)
    // y moved by a power of 2 has lost its last figures.
    for name in ["x", "z"] {
      let (found, expected) = (try #require(moved[name]), try #require(plain[name]))
      expectClose(found.estimate, expected.estimate, relative: 1e-12)
      expectClose(found.test.standardError, expected.test.standardError, relative: 1e-11)
    }
    expectClose(moved.residualSD, plain.residualSD, relative: 1e-12)
    expectClose(moved.rSquared, plain.rSquared, relative: 1e-12)
    #expect(moved.condition > 100 * plain.condition)
  }

  @Test(
    "units only change the units", .tags(.law), arguments: CoefficientVariance.allCases)
  func units(variance: CoefficientVariance) throws {
    let plain = try fit(x, z, y, variance)
    let scaled = try fit(x.map { $0 * 1e-9 }, z, y.map { $0 * 4 }, variance)
    try expectSame(scaled["x"], plain["x"], times: 4e9)
    try expectSame(scaled["z"], plain["z"], times: 4)
    expectClose(scaled.condition, plain.condition, relative: 1e-12)
    expectClose(scaled.rSquared, plain.rSquared, relative: 1e-13)
  }

  @Test(
    "neither rows nor terms have an order", .tags(.law), arguments: CoefficientVariance.allCases)
  func order(variance: CoefficientVariance) throws {
    let plain = try fit(x, z, y, variance)
    let order = [4, 9, 0, 2, 7, 5, 1, 8, 3, 6]
    func reordered(_ values: [Double]) -> [Double] { order.map { values[$0] } }
    let rows = try fit(reordered(x), reordered(z), reordered(y), variance)
    let terms = try LinearModel(variance: variance).fit(
      y, on: [ModelTerm("z", z), ModelTerm("x", x)])
    for name in ["intercept", "x", "z"] {
      try expectSame(rows[name], plain[name])
      try expectSame(terms[name], plain[name])
    }
    #expect(terms.coefficients.map(\.name) == ["intercept", "z", "x"])
  }

  @Test("of two groups it is their difference: Student's, and Welch's by HC2", .tags(.law))
  func groups() throws {
    let first = zip(y, z).compactMap { $1 == 1 ? $0 : nil }
    let second = zip(y, z).compactMap { $1 == 0 ? $0 : nil }
    func found(_ variance: CoefficientVariance) throws -> Coefficient {
      try #require(
        try LinearModel(variance: variance).fit(y, on: [ModelTerm("z", z)])["z"])
    }
    let student = try WelchTTest(variances: .equal).compare(first, to: second)
    let classical = try found(.classical)
    expectClose(classical.estimate, student.difference, relative: 1e-13)
    expectClose(classical.test.p, student.test.p, relative: 1e-12)
    let welch = try WelchTTest().compare(first, to: second)
    expectClose(
      try found(.hc2).test.standardError, welch.test.standardError, relative: 1e-13)
    // Each kind is wider than the one before.
    let errors = try [CoefficientVariance.hc0, .hc2, .hc3].map { try found($0).test.standardError }
    #expect(errors[0] < errors[1] && errors[1] < errors[2])
  }

  @Test("of a constant alone it is the mean", .tags(.law))
  func mean() throws {
    let mean = try OneSampleTTest().mean(of: y)
    let constant = try LinearModel(variance: .classical).fit(y, on: [])
    expectClose(constant.coefficients[0].estimate, mean.mean, relative: 1e-15)
    expectClose(constant.coefficients[0].test.p, mean.test.p, relative: 1e-12, strict: true)
    #expect(constant.rSquared == 0 && constant.condition == 1)
  }

  @Test("terms that are made of each other are named", .tags(.edge))
  func dependent() {
    let others = z.map { 1 - $0 }
    #expect(throws: StatisticsError.dependentTerms(["intercept", "z", "other"], excess: 1)) {
      try LinearModel().fit(
        y, on: [ModelTerm("x", x), ModelTerm("z", z), ModelTerm("other", others)])
    }
    #expect(throws: StatisticsError.dependentTerms(["intercept", "all"], excess: 1)) {
      try LinearModel().fit(y, on: [ModelTerm("x", x), ModelTerm("all", y.map { _ in 20.1 })])
    }
    #expect(throws: StatisticsError.dependentTerms(["none"], excess: 1)) {
      try LinearModel().fit(y, on: [ModelTerm("x", x), ModelTerm("none", y.map { _ in 0 })])
    }
    #expect(
      StatisticsError.dependentTerms(["before", "arm"], excess: 1).description
        == "The terms before, arm of the model depend on each other: leave 1 out.")
  }

  @Test("one who is alone with a term has no error of HC2 or HC3", .tags(.edge))
  func alone() throws {
    let once = y.indices.map { $0 == 3 ? 1.0 : 0 }
    for variance in [CoefficientVariance.hc2, .hc3] {
      #expect(throws: StatisticsError.leverageOfOne(count: 1)) { try fit(x, once, y, variance) }
    }
    #expect(try fit(x, once, y, .classical).coefficients.count == 3)
  }

  @Test("what cannot be fitted is an error", .tags(.edge))
  func errors() {
    #expect(throws: StatisticsError.tooFew(of: "people", count: 3, needed: 4)) {
      try fit([1, 2, 3], [0, 1, 0], [1, 2, 4])
    }
    #expect(throws: StatisticsError.tooFew(of: "terms", count: 0, needed: 1)) {
      try LinearModel(intercept: false).fit(y, on: [])
    }
    #expect(throws: StatisticsError.unequalLengths(10, 2)) { try fit([1, 2], z, y) }
    #expect(throws: StatisticsError.notFinite(in: "values of x", count: 1)) {
      try fit([.nan] + x.dropFirst(), z, y)
    }
    #expect(throws: StatisticsError.notFinite(in: "outcomes", count: 1)) {
      try fit(x, z, [.infinity] + y.dropFirst())
    }
    #expect(throws: StatisticsError.noVariation(in: "residuals", count: 10)) {
      try fit(x, z, x.map { 3 * $0 - 1 })
    }
    #expect(throws: StatisticsError.overflow(in: "squares of the outcomes")) {
      try fit(x, z, y.map { $0 * 1e200 })
    }
    #expect(throws: StatisticsError.self) { try LinearModel(confidence: 1).fit(y, on: []) }
  }
}
