import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The bootstrap")
struct BootstrapTests {
  private let values = [3.0, 9, 4.5, -2, 7, 0, 0, 12, 5, 1]
  private let mean = PersonMean(bootstrap: Bootstrap(draws: 999, seed: 5))

  @Test("gives the same answer for the same seed, another for another", .tags(.law))
  func seeds() throws {
    let first = try mean.mean(of: values)
    #expect(try mean.mean(of: values) == first)
    let other = try PersonMean(bootstrap: Bootstrap(draws: 999, seed: 6)).mean(of: values)
    #expect(other.percentile != first.percentile)
    #expect(other.seed == 6)
  }

  @Test("does not depend on the order of persons", .tags(.law))
  func permutation() throws {
    #expect(try mean.mean(of: values.reversed()) == mean.mean(of: values))
  }

  @Test("moves with a shift and stretches with a scale", .tags(.law))
  func shiftAndScale() throws {
    let plain = try mean.mean(of: values)
    let moved = try mean.mean(of: values.map { $0 * 4 + 16 })
    expectClose(moved.bca?.low ?? 0, (plain.bca?.low ?? 1) * 4 + 16)
    expectClose(moved.bca?.high ?? 0, (plain.bca?.high ?? 1) * 4 + 16)
    expectClose(moved.percentile?.low ?? 0, (plain.percentile?.low ?? 1) * 4 + 16)
  }

  @Test("counts half of the draws that equal the estimate", .tags(.law))
  func halfTies() throws {
    // 200 below, 599 equal, 200 above: without bias, so that BCa with a = 0 is the percentile one.
    let replicates =
      (0..<200).map { Double($0) } + (0..<599).map { _ in 500 } + (801..<1001).map { Double($0) }
    let answer = try BootstrapEstimate(
      estimate: 500, replicates: replicates, seed: 0, level: 0.95, acceleration: 0)
    expectClose(answer.bca?.low ?? 0, answer.percentile?.low ?? 1, relative: 1e-9)
    expectClose(answer.bca?.high ?? 0, answer.percentile?.high ?? 1, relative: 1e-9)
    #expect(answer.percentile?.low == 24)
  }

  @Test("of persons who do not vary has no BCa interval and says why", .tags(.edge))
  func constant() throws {
    let answer = try mean.mean(of: [2, 2, 2, 2])
    #expect(answer.diagnostic == .noVariation)
    #expect(answer.bca == nil)
    #expect(answer.percentile == ConfidenceInterval(low: 2, high: 2, level: 0.95))
  }

  @Test("has no acceleration where leaving one out changes nothing", .tags(.edge))
  func noAcceleration() throws {
    let replicates = (0..<99).map { Double($0) }
    let answer = try BootstrapEstimate(
      estimate: 40, replicates: replicates, seed: 0, level: 0.9, acceleration: nil)
    #expect(answer.diagnostic == .noAcceleration)
    #expect(answer.percentile == ConfidenceInterval(low: 4, high: 94, level: 0.9))
  }

  @Test("has no BCa interval past its draws", .tags(.edge))
  func beyond() throws {
    let replicates = (0..<99).map { Double($0) }
    for estimate in [-5.0, 97, 200] {
      let answer = try BootstrapEstimate(
        estimate: estimate, replicates: replicates, seed: 0, level: 0.95, acceleration: 0)
      #expect(answer.diagnostic == .beyondDraws)
      #expect(answer.bca == nil)
    }
  }

  @Test("keeps a percentile interval where few draws are undefined", .tags(.edge))
  func undefinedDraws() throws {
    let replicates = (0..<990).map { Double($0) }
    let few = try BootstrapEstimate(
      estimate: 400, replicates: replicates, undefined: 9, seed: 0, level: 0.95, acceleration: 0)
    #expect(few.diagnostic == .undefinedDraws(9))
    #expect(few.percentile != nil)
    #expect(few.bca == nil)
    let many = try BootstrapEstimate(
      estimate: 400, replicates: replicates, undefined: 100, seed: 0, level: 0.95, acceleration: 0)
    #expect(many.percentile == nil)
    #expect(many.draws == 1090)
  }

  @Test("refuses one person, too few draws and missing values", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try mean.mean(of: [3])
    }
    #expect(throws: StatisticsError.self) {
      try PersonMean(bootstrap: Bootstrap(draws: 38, seed: 0)).mean(of: values)
    }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try mean.mean(of: [1, .nan])
    }
    #expect(throws: StatisticsError.self) {
      try Bootstrap(draws: 99, seed: 0).estimate(of: 5) { _ in nil }
    }
  }

  @Test("gives the basic interval as the percentile one turned about the estimate", .tags(.law))
  func basic() throws {
    let answer = try mean.mean(of: values)
    let percentile = try #require(answer.percentile)
    let twice = 2 * answer.estimate
    expectClose(answer.basic, [twice - percentile.high, twice - percentile.low], relative: 1e-13)
    let normal = try #require(answer.normal)
    expectClose(
      (normal.low + normal.high) / 2, answer.estimate - (answer.bias ?? 9), relative: 1e-13)
  }
}
