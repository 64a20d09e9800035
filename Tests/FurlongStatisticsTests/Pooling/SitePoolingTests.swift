import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// Sites drawn from a stream: their number, values about 2 and variances from 0.1 to 1.1.
private func drawn(_ seed: UInt64) -> [SiteEstimate] {
  var stream = RandomStream(seed: seed, stream: 0)
  return (0..<(3 + Int(seed % 7))).map { _ in
    SiteEstimate(estimate: 2 + 1.3 * stream.normal(), variance: 0.1 + stream.uniform())
  }
}

@Suite("Pooling of sites")
struct SitePoolingTests {
  @Test("does not depend on the order of sites", .tags(.law), arguments: UInt64(1)...12)
  func order(seed: UInt64) throws {
    let sites = drawn(seed)
    for variance in BetweenSiteVariance.allCases {
      let pooling = SitePooling(variance: variance)
      let one = try pooling.pool(sites)
      let other = try pooling.pool(sites.reversed())
      expectClose(one.estimate, other.estimate, relative: 1e-12)
      expectClose(one.interval.low, other.interval.low, relative: 1e-11)
      expectClose(one.heterogeneity.variance, other.heterogeneity.variance, relative: 1e-11)
    }
  }

  @Test(
    "moves with shift and scale, and turns with the sign", .tags(.law), arguments: UInt64(1)...12)
  func affine(seed: UInt64) throws {
    let sites = drawn(seed)
    for variance in BetweenSiteVariance.allCases {
      let pooling = SitePooling(variance: variance)
      let one = try pooling.pool(sites)
      let moved = try pooling.pool(
        sites.map { SiteEstimate(estimate: 5 - 3 * $0.estimate, variance: 9 * $0.variance) })
      expectClose(moved.estimate, 5 - 3 * one.estimate, relative: 1e-9)
      expectClose(moved.interval.low, 5 - 3 * one.interval.high, relative: 1e-9)
      expectClose(moved.heterogeneity.variance, 9 * one.heterogeneity.variance, relative: 1e-8)
      expectClose(moved.heterogeneity.share, one.heterogeneity.share, relative: 1e-8)
      expectClose(moved.heterogeneity.q, one.heterogeneity.q, relative: 1e-10)
    }
  }

  @Test("the guard never narrows", .tags(.law), arguments: UInt64(1)...12)
  func guarded(seed: UInt64) throws {
    let sites = drawn(seed)
    let plain = try SitePooling().pool(sites)
    let guarded = try SitePooling(interval: .hartungKnappGuarded).pool(sites)
    #expect(guarded.standardError >= plain.standardError)
    #expect((plain.scatter >= 1) == (guarded.standardError == plain.standardError))
  }

  @Test("sites that agree too well have no variance between them", .tags(.edge))
  func alike() throws {
    let sites = [1.0, 1.01, 0.99].map { SiteEstimate(estimate: $0, variance: 1) }
    for variance in BetweenSiteVariance.allCases {
      let pooled = try SitePooling(variance: variance).pool(sites)
      #expect(pooled.heterogeneity.variance == 0)
      #expect(pooled.heterogeneity.interval.low == 0)
      #expect(pooled.heterogeneity.share == 0)
    }
  }

  @Test("a large common level costs no figures", .tags(.edge))
  func level() throws {
    let sites = [0.25, 0.5, 1.75].map { SiteEstimate(estimate: $0, variance: 0.125) }
    let high = sites.map { SiteEstimate(estimate: $0.estimate + 1e9, variance: $0.variance) }
    let one = try SitePooling().pool(sites)
    let other = try SitePooling().pool(high)
    expectClose(other.heterogeneity.variance, one.heterogeneity.variance, relative: 1e-6)
    expectClose(other.standardError, one.standardError, relative: 1e-6)
  }

  @Test("two sites have a prediction only with k − 1 df", .tags(.edge))
  func two() throws {
    let sites = [1.0, 3.0].map { SiteEstimate(estimate: $0, variance: 0.5) }
    #expect(try SitePooling().pool(sites).prediction?.df == 1)
    #expect(try SitePooling(prediction: .sitesLessTwo).pool(sites).prediction == nil)
    #expect(try SitePooling(variance: .none).pool(sites).prediction == nil)
  }

  @Test("what cannot be pooled is an error", .tags(.edge))
  func errors() {
    let one = SiteEstimate(estimate: 1, variance: 1)
    #expect(throws: StatisticsError.tooFew(of: "sites", count: 1, needed: 2)) {
      try SitePooling().pool([one])
    }
    #expect(
      throws: StatisticsError.outsideRange(
        what: "variance of a site", value: 0, expected: "finite and above 0")
    ) {
      try SitePooling().pool([one, SiteEstimate(estimate: 2, variance: 0)])
    }
    #expect(throws: StatisticsError.notFinite(in: "sites' estimates", count: 1)) {
      try SitePooling().pool([one, SiteEstimate(estimate: .nan, variance: 1)])
    }
    // Estimates exactly alike leave Hartung and Knapp no scatter to make an interval of.
    #expect(throws: StatisticsError.noVariation(in: "sites' estimates", count: 2)) {
      try SitePooling().pool([one, one])
    }
    #expect(throws: StatisticsError.noEvents(in: "at a site", persons: 0)) {
      try SiteEstimate.rate(0, in: 10)
    }
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 3, needed: 4)) {
      try SiteEstimate.correlation(0.2, pairs: 3)
    }
    #expect(throws: StatisticsError.noVariation(in: "variances of sites", count: 3)) {
      try SmallSiteEffects().egger([one, one, SiteEstimate(estimate: 2, variance: 1)])
    }
  }
}

@Suite("Funnel limits")
struct FunnelLimitsTests {
  @Test("narrow with the size of the site, about the target", .tags(.law))
  func narrow() throws {
    let limits = FunnelLimits(coverage: 0.95)
    var widths: [Double] = []
    for total in [10, 40, 160, 640] {
      let one = try limits.proportion(target: 0.3, total: total)
      #expect(one.contains(0.3))
      widths.append(one.high - one.low)
    }
    #expect(widths == widths.sorted(by: >))
    let mean = try limits.mean(target: 4, sd: 2, total: 16)
    expectClose(mean.low + mean.high, 8)
    expectClose(mean.high - 4, 0.5 * 1.959963984540054, relative: 1e-14)
  }

  @Test("a proportion's mirror is the other proportion's", .tags(.law))
  func mirror() throws {
    let limits = FunnelLimits(coverage: 0.95)
    let one = try limits.proportion(target: 0.2, total: 200)
    let other = try limits.proportion(target: 0.8, total: 200)
    // The interpolation runs up from below, so that a mirror image lies within one person of it.
    #expect(abs(one.low - (1 - other.high)) <= 1.0 / 200 + 1e-12)
  }

  @Test("what has no limits is an error", .tags(.edge))
  func errors() {
    #expect(throws: StatisticsError.self) { try FunnelLimits().proportion(target: 0, total: 5) }
    #expect(throws: StatisticsError.self) { try FunnelLimits().proportion(target: 0.5, total: 0) }
    #expect(throws: StatisticsError.self) { try FunnelLimits().rate(target: 1, time: 0) }
    #expect(throws: StatisticsError.self) { try FunnelLimits().mean(target: 1, sd: 0, total: 3) }
    #expect(throws: StatisticsError.self) { try FunnelLimits().overdispersion(of: [1]) }
  }
}
