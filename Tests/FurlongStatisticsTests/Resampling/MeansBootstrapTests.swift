import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The bootstrap of means")
struct MeansBootstrapTests {
  /// Changes of some persons, skewed.
  private let values: [Double] = {
    var stream = RandomStream(seed: 3, stream: 0)
    return (0..<40).map { _ in stream.gamma(shape: 1.5, scale: 4) - 3 }.sorted()
  }()

  @Test("draws what the random batches say, and nothing else", .tags(.law))
  func sameDraws() throws {
    let values = values
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let bootstrap = Bootstrap(draws: 499, seed: 12)
    // The same draws by hand, each statistic from its persons.
    var replicates: [Double] = []
    let persons = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: values.count)
    defer { persons.deallocate() }
    for draw in 0..<499 {
      var stream = RandomStream(seed: 12, stream: UInt64(draw))
      stream.fillBatches(persons, below: values.count)
      let drawn = persons.map { values[Int($0)] }
      let middle = drawn.reduce(0, +) / Double(drawn.count)
      let square = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count)
      replicates.append(middle / square.squareRoot())
    }
    let fast = try MeansBootstrap(bootstrap: bootstrap).estimate(of: [values, squares]) {
      $0[0] / $0[1].squareRoot()
    }
    let slow = try BootstrapEstimate(
      estimate: fast.estimate, replicates: replicates, seed: 12, level: 0.95,
      acceleration: fast.correction?.acceleration)
    expectClose(fast.bca, slow.bca.map { [$0.low, $0.high] } ?? [], relative: 1e-13)
    expectClose(fast.standardError ?? 0, slow.standardError ?? 1, relative: 1e-13)
  }

  @Test("agrees in distribution with the bootstrap of any statistic", .tags(.law))
  func sameDistribution() throws {
    let values = values
    let bootstrap = Bootstrap(draws: 19_999, seed: 8)
    let any = try PersonMean(bootstrap: bootstrap).mean(of: values)
    let fast = try MeansBootstrap(bootstrap: bootstrap).estimate(of: [values]) { $0[0] }
    let error = try #require(any.standardError)
    expectClose(fast.estimate, any.estimate, relative: 1e-13)
    expectClose(fast.correction?.acceleration ?? 0, any.correction?.acceleration ?? 1)
    // A 2.5% quantile of 19,999 draws has an error of about 0.019 standard errors.
    for (a, b) in [(fast.bca, any.bca), (fast.percentile, any.percentile)] {
      expectClose((a?.low ?? 0) / error, (b?.low ?? 9) / error, relative: 0.08)
      expectClose((a?.high ?? 0) / error, (b?.high ?? 9) / error, relative: 0.08)
    }
    expectClose((fast.standardError ?? 0) / error, 1, relative: 0.025)
    expectClose((fast.bias ?? 9) / error, 0, relative: 0.03)
  }

  @Test("has the standard error that the means of all draws have", .tags(.law))
  func knownError() throws {
    let mean = values.reduce(0, +) / 40
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40
    let answer = try MeansBootstrap(bootstrap: Bootstrap(draws: 9_999, seed: 1)).estimate(
      of: [values]
    ) { $0[0] }
    expectClose(
      answer.standardError ?? 0, (variance / 40).squareRoot(), relative: 0.025, strict: true)
  }

  @Test("gives the same bytes for any number of threads", .tags(.law), arguments: [2, 3, 7, 500])
  func threads(_ threads: Int) throws {
    let values = values
    var bootstrap = Bootstrap(draws: 399, seed: 4)
    let one = try MeansBootstrap(bootstrap: bootstrap).estimate(of: [values]) { $0[0] }
    let anyOne = try bootstrap.estimate(of: 40) { $0.reduce(0) { $0 + values[$1] } }
    bootstrap.threads = threads
    let many = try MeansBootstrap(bootstrap: bootstrap).estimate(of: [values]) { $0[0] }
    #expect(many == one)
    let anyMany = try bootstrap.concurrentEstimate(of: 40) { $0.reduce(0) { $0 + values[$1] } }
    #expect(anyMany == anyOne)
  }

  @Test("takes one column, two or many", .tags(.law))
  func widths() throws {
    let values = values
    let means = MeansBootstrap(bootstrap: Bootstrap(draws: 199, seed: 9))
    let one = try means.estimate(of: [values]) { $0[0] }
    let two = try means.estimate(of: [values, values.map { 2 * $0 }]) { $0[1] / 2 }
    let three = try means.estimate(of: [values, values, values.map { -$0 }]) { -$0[2] }
    for other in [two, three] {
      expectClose(other.bca, one.bca.map { [$0.low, $0.high] } ?? [], relative: 1e-13)
    }
  }

  @Test("counts draws without a statistic, and never gives NaN", .tags(.edge))
  func undefined() throws {
    // A rate over persons who were hardly ever watched.
    let time = [0.0, 0, 0, 1, 2]
    let answer = try MeansBootstrap(bootstrap: Bootstrap(draws: 999, seed: 2)).estimate(
      of: [[1.0, 0, 2, 1, 0], time]
    ) { $0[1] > 0 ? $0[0] / $0[1] : nil }
    guard case .undefinedDraws(let count) = answer.diagnostic else {
      Issue.record("no undefined draws")
      return
    }
    // (3/5)⁵ of all draws have no time.
    #expect(count > 50 && count < 110)
    #expect(answer.bca == nil && answer.percentile == nil && answer.standardError == nil)
  }

  @Test("refuses what it cannot draw", .tags(.edge))
  func refusals() {
    let means = MeansBootstrap(bootstrap: Bootstrap(draws: 99, seed: 0))
    #expect(throws: StatisticsError.tooFew(of: "groups", count: 0, needed: 1)) {
      try means.estimate(ofGroups: []) { $0[0] }
    }
    #expect(throws: StatisticsError.tooFew(of: "columns", count: 0, needed: 1)) {
      try means.estimate(of: []) { $0[0] }
    }
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try means.estimate(of: [[1]]) { $0[0] }
    }
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try means.estimate(of: [[1, 2], [1, 2, 3]]) { $0[0] }
    }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try means.estimate(of: [[1, .infinity]]) { $0[0] }
    }
    #expect(throws: StatisticsError.notFinite(in: "statistics of the whole sample", count: 1)) {
      try means.estimate(of: [[1, 2]]) { _ in nil }
    }
  }
}
