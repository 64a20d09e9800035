import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Records: Decodable {
  var records: [ReferenceRecord]

  static func named(_ id: String) throws -> ReferenceRecord {
    try #require(
      try reference("correlation.json", as: Records.self).records.first { $0.id == id })
  }
}

private struct Sample: Decodable {
  var call: String
  var x: [Double]?
  var y: [Double]?
  var rho: Double?
  var tau: Double?
  var p: Double
}

@Suite("Correlations agree with R, scipy and psych", .agreement("correlation"))
struct CorrelationReferenceTests {
  @Test("cor_BtheB_pre_2m", .tags(.reference))
  func published() throws {
    let e = try Records.named("cor_BtheB_pre_2m").expected
    let (x, y) = try PublishedData.depression("bdi.2m")
    let pearson = try PearsonCorrelation().estimate(between: x, and: y)
    expectClose(pearson.estimate, e["pearson"]["r"], relative: 1e-13)
    expectClose(pearson.p, e["pearson"]["p"], relative: 1e-10, strict: true)
    let interval = try #require(pearson.interval)
    expectClose([interval.low, interval.high], e["pearson"]["ci"], relative: 1e-12)

    for (choice, name) in [
      (SpearmanInterval.bonettWright, "ci_bonett_wright"), (.fieller, "ci_fieller"),
      (.fisher, "ci_fisher_plain"),
    ] {
      let spearman = try SpearmanCorrelation(interval: choice).estimate(between: x, and: y)
      #expect(spearman.method == .studentT)
      expectClose(spearman.estimate, e["spearman"]["rho"], relative: 1e-13)
      expectClose(spearman.p, e["spearman"]["p_t"], relative: 1e-10, strict: true)
      let n = Double(x.count)
      expectClose(
        (n * n * n - n) / 6 * (1 - spearman.estimate), e["spearman"]["S"], relative: 1e-12)
      let interval = try #require(spearman.interval)
      expectClose([interval.low, interval.high], e["spearman"][name], relative: 1e-12, name)
    }

    let kendall = try KendallCorrelation().estimate(between: x, and: y)
    #expect(kendall.method == .normalApproximation)
    expectClose(kendall.estimate, e["kendall"]["tau_b"], relative: 1e-13)
    expectClose(kendall.p, e["kendall"]["p"], relative: 1e-10, strict: true)
    let around = try #require(kendall.interval)
    expectClose([around.low, around.high], e["kendall"]["ci_fieller"], relative: 1e-12)
  }

  @Test("exact_small", .tags(.reference))
  func exact() throws {
    let record = try Records.named("exact_small")
    let e = record.expected
    let x = record.data["x"].numbers
    let y = record.data["y"].numbers
    let spearman = try SpearmanCorrelation().estimate(between: x, and: y)
    #expect(spearman.method == .exact)
    expectClose(spearman.estimate, e["rho"])
    expectClose(spearman.p, e["p_spearman_exact"], relative: 1e-13)
    let kendall = try KendallCorrelation().estimate(between: x, and: y)
    #expect(kendall.method == .exact)
    expectClose(kendall.estimate, e["tau"])
    expectClose(kendall.p, e["p_kendall_exact"], relative: 1e-13)
  }

  @Test("rtest_dependent_steiger", .tags(.reference))
  func comparisons() throws {
    let e = try Records.named("rtest_dependent_steiger").expected
    let dependent = try CorrelationComparison().dependent(0.5, 0.3, other: 0.4, count: 103)
    expectClose(dependent.statistic, e["t"], relative: 1e-12)
    expectClose(dependent.p, e["p"], relative: 1e-11)
    let independent = try CorrelationComparison().independent(0.6, of: 103, 0.4, of: 103)
    expectClose(independent.statistic, e["z_indep"], relative: 1e-12)
    expectClose(independent.p, e["p_indep"], relative: 1e-11)
  }

  @Test("small samples: exact with ties, exact for 30 pairs", .tags(.reference))
  func small() throws {
    let samples = try reference("small_samples.json", as: [String: Sample].self)
    let ties = try #require(samples["spearman_ties"])
    let spearman = try SpearmanCorrelation().estimate(
      between: try #require(ties.x), and: try #require(ties.y))
    expectClose(spearman.estimate, try #require(ties.rho), relative: 1e-14)
    expectClose(spearman.p, ties.p, relative: 1e-14)
    let long = try #require(samples["kendall_exact"])
    let kendall = try KendallCorrelation().estimate(
      between: (0..<30).map(Double.init), and: (0..<30).map { Double($0 * 37 % 31) })
    expectClose(kendall.estimate, try #require(long.tau), relative: 1e-14)
    expectClose(kendall.p, long.p, relative: 1e-12, strict: true)
  }

  /// Spec of the peer: pingouin 0.7.0 gives every correlation Fisher's interval of Pearson's r, and
  /// rounds it to two decimals.
  @Test("pingouin_corr_bdi: the interval of τ is not Pearson's", .tags(.reference))
  func pingouin() throws {
    let e = try Records.named("pingouin_corr_bdi").expected
    let (x, y) = try PublishedData.depression("bdi.2m")
    expectClose(
      try PearsonCorrelation().estimate(between: x, and: y).p, e["scipy_pearson"]["p"],
      relative: 1e-10, strict: true)
    expectClose(
      try SpearmanCorrelation().estimate(between: x, and: y).p, e["spearman"]["p_val"],
      relative: 1e-10, strict: true)
    let kendall = try KendallCorrelation().estimate(between: x, and: y)
    expectClose(kendall.p, e["kendall"]["p_val"], relative: 1e-10, strict: true)
    let interval = try #require(kendall.interval)
    let peer = e["kendall"]["CI95"].numbers
    #expect(peer == [0.28, 0.6])
    let right = try Records.named("cor_BtheB_pre_2m").expected["kendall"]["ci_fieller"]
    expectClose([interval.low, interval.high], right, relative: 1e-12)
    #expect(abs(interval.low - peer[0]) > 0.05)
  }
}

@Suite("Correlations")
struct CorrelationTests {
  private let x = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
  private let y = [2.0, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5]

  @Test("change sign when one sample does, and not when both swap", .tags(.law))
  func signs() throws {
    let estimates = try [
      (
        PearsonCorrelation().estimate(between: x, and: y),
        PearsonCorrelation().estimate(between: y, and: x),
        PearsonCorrelation().estimate(between: x, and: y.map { -$0 })
      ),
      (
        SpearmanCorrelation().estimate(between: x, and: y),
        SpearmanCorrelation().estimate(between: y, and: x),
        SpearmanCorrelation().estimate(between: x, and: y.map { -$0 })
      ),
      (
        KendallCorrelation().estimate(between: x, and: y),
        KendallCorrelation().estimate(between: y, and: x),
        KendallCorrelation().estimate(between: x, and: y.map { -$0 })
      ),
    ]
    for (plain, swapped, turned) in estimates {
      expectClose(plain.estimate, swapped.estimate, relative: 1e-14)
      expectClose(plain.estimate, -turned.estimate, relative: 1e-14)
      expectClose(plain.p, turned.p, relative: 1e-12)
      expectClose(
        try #require(plain.interval).low, -(try #require(turned.interval)).high, relative: 1e-13)
    }
  }

  @Test("of ranks depend on order alone", .tags(.law))
  func monotone() throws {
    let curved = x.map { $0 * $0 * $0 }
    #expect(
      try SpearmanCorrelation().estimate(between: curved, and: y)
        == SpearmanCorrelation().estimate(between: x, and: y))
    #expect(
      try KendallCorrelation().estimate(between: curved, and: y)
        == KendallCorrelation().estimate(between: x, and: y))
  }

  @Test("exact p is close to the approximation's", .tags(.law))
  func approximations() throws {
    let short = Array(x[..<9])
    let other = Array(y[..<9])
    let exact = try SpearmanCorrelation().estimate(between: short, and: other)
    let student = try SpearmanCorrelation(exactLimit: 0).estimate(between: short, and: other)
    #expect(exact.method == .exact && student.method == .studentT)
    #expect(exact.p != student.p && abs(exact.p - student.p) < 0.05)
  }

  @Test("a perfect one has p but no interval", .tags(.edge))
  func perfect() throws {
    let line = try PearsonCorrelation().estimate(between: [1, 2, 3, 4], and: [2, 4, 6, 8])
    #expect(line.estimate == 1 && line.interval == nil && line.p == 0)
    let ranks = try SpearmanCorrelation().estimate(between: [1, 2, 3, 4], and: [1, 8, 27, 64])
    #expect(ranks.estimate == 1 && ranks.interval == nil)
    expectClose(ranks.p, 1.0 / 12, relative: 1e-15)
    let kendall = try KendallCorrelation().estimate(between: [1, 2, 3, 4], and: [4, 3, 2, 1])
    #expect(kendall.estimate == -1)
    expectClose(kendall.p, 1.0 / 12, relative: 1e-15)
  }

  @Test("too few pairs, no variation and NaN are errors", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.noVariation(in: "values", count: 3)) {
      try KendallCorrelation().estimate(between: [1, 1, 1], and: [1, 2, 3])
    }
    #expect(throws: StatisticsError.noVariation(in: "values", count: 3)) {
      try SpearmanCorrelation().estimate(between: [1, 1, 1], and: [1, 2, 3])
    }
    #expect(throws: StatisticsError.self) {
      try PearsonCorrelation().estimate(between: [1, 2], and: [1, 2])
    }
    #expect(throws: StatisticsError.self) {
      try KendallCorrelation().estimate(between: [1, 2, .nan], and: [1, 2, 3])
    }
    #expect(throws: StatisticsError.unequalLengths(3, 4)) {
      try KendallCorrelation().estimate(between: [1, 2, 3], and: [1, 2, 3, 4])
    }
    #expect(throws: StatisticsError.self) {
      try CorrelationComparison().dependent(0.9, -0.9, other: 0.9, count: 30)
    }
    #expect(throws: StatisticsError.self) {
      try CorrelationComparison().independent(1, of: 30, 0.5, of: 30)
    }
  }
}
