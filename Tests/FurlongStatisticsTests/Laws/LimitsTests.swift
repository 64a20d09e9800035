import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Limits stand on both sides of what they are the limits of")
struct LimitsTests {
  private func expectInside(_ estimate: Double?, _ interval: ConfidenceInterval?) throws {
    let estimate = try #require(estimate)
    let interval = try #require(interval)
    #expect(interval.low <= estimate)
    #expect(estimate <= interval.high)
  }

  @Test("also where missing codes bring a coefficient of agreement below −1", .tags(.edge))
  func coefficientBelowMinusOne() throws {
    // Two units that both coders read, always differently; all else of one category.
    let codes: [[Int?]] = [
      [nil, 2], [nil, nil], [nil, 2], [2, 0], [2, 0],
    ]
    let fleiss = try FleissKappa().agreement(of: CodedUnits(codes, categories: 3).counts)
    expectClose(try #require(fleiss.coefficient), -5.0 / 3, relative: 1e-14)
    try expectInside(fleiss.coefficient, fleiss.interval)
  }

  @Test("also where weights bring a coefficient of agreement below −1", .tags(.edge))
  func weightedBelowMinusOne() throws {
    // p_o = 0, the mean weight of all nine pairs is 17/27.
    let table = [[0, 0, 0], [0, 0, 0], [2, 0, 0]]
    let agreement = try BrennanPrediger(weights: .ordinal).agreement(
      of: CodedUnits(table: table).counts)
    expectClose(try #require(agreement.coefficient), -1.7, relative: 1e-14)
    try expectInside(agreement.coefficient, agreement.interval)
  }

  @Test("and a coefficient from −1 on has none beyond −1 and 1", .tags(.edge))
  func cutAtMinusOne() throws {
    let kappa = try CohenKappa().agreement([[1, 3], [4, 1]])
    #expect(kappa.interval?.low == -1)
    try expectInside(kappa.kappa, kappa.interval)
  }

  @Test(
    "of a funnel where hardly an event is expected", .tags(.edge),
    arguments: [0.1, 0.5, 0.95, 0.998], [1, 3, 100])
  func funnel(coverage: Double, total: Int) throws {
    let funnel = FunnelLimits(coverage: coverage)
    for target in [1e-6, 0.001, 0.02, 0.5, 0.999] {
      let share = try funnel.proportion(target: target, total: total)
      #expect(0 <= share.low && share.high <= 1)
      try expectInside(target, share)
      let rate = try funnel.rate(target: target, time: Double(total) / 7)
      #expect(0 <= rate.low)
      try expectInside(target, rate)
    }
  }

  @Test("of α where items differ by a constant but for rounding", .tags(.edge), arguments: 1...7)
  func perfectConsistency(seed: Int) throws {
    let persons = (0..<9).map { Double($0 * $0 * seed % 11) / 7.3 }
    let scores = try ScoreMatrix(rows: persons.map { level in (0..<6).map { level + Double($0) } })
    let consistency = try CronbachAlpha().consistency(of: scores)
    #expect(consistency.alpha <= 1)
    expectClose(consistency.alpha, 1, relative: 1e-13)
    try expectInside(consistency.alpha, consistency.interval)
  }

  @Test("of a correlation that a large difference is turned into", .tags(.edge))
  func largeDifference() throws {
    let conversion = EffectConversion()
    let size = 1e9
    let interval = ConfidenceInterval(low: size - 0.25, high: size + 0.0625, level: 0.95)
    let correlation = try conversion.correlation(
      ofDifference: size, interval: interval, counts: (1_000_000, 30))
    try expectInside(correlation.estimate, correlation.interval)
    for far in [1e160, 1e300] {
      #expect(try conversion.correlation(ofDifference: far).estimate == 1)
      #expect(try conversion.correlation(ofDifference: -far).estimate == -1)
    }
  }
}

@Suite("The standard error of Cohen's κ")
struct KappaWithoutSpreadTests {
  @Test(
    "is 0, with no z, where one coder used a single category", .tags(.edge),
    arguments: [CategoryWeights.identity, .linear, .quadratic, .ordinal])
  func oneCategory(weights: CategoryWeights) throws {
    for table in [[[2, 1, 9], [0, 0, 0], [0, 0, 0]], [[0, 5, 0], [0, 2, 0], [0, 9, 0]]] {
      let agreement = try CohenKappa(weights: weights).agreement(table)
      let kappa = try #require(agreement.kappa)
      #expect(abs(kappa) < 1e-15)
      #expect(agreement.standardError == 0)
      #expect(agreement.z == nil)
      #expect(agreement.interval?.low == kappa)
      #expect(agreement.interval?.high == kappa)
    }
  }
}
