import FurlongStatistics
import FurlongTestSupport
import Testing

/// Counts whose sum is beyond what whole numbers of a `Double` tell apart, or beyond `Int`.
private let hugeCounts = [1 << 53, Int.max]

@Suite("Counts too large to add")
struct HugeCountsTests {
  @Test("are refused in tables", .tags(.edge), arguments: hugeCounts)
  func tables(huge: Int) {
    let table = [[huge, 1], [2, huge]]
    let persons = StatisticsError.overflow(in: "number of persons")
    #expect(throws: persons) { try ChiSquaredTest().test(table) }
    #expect(throws: persons) { try CramersV().association(table) }
    #expect(throws: persons) { try BowkerTest().test(table) }
    #expect(throws: persons) { try StuartMaxwellTest().test(table) }
    #expect(throws: persons) { try MarginalShares().change(table) }
    #expect(throws: persons) { try CochranArmitageTrend().test([1, 1], of: [huge, huge]) }
  }

  @Test("are refused as units and codes", .tags(.edge), arguments: hugeCounts)
  func agreement(huge: Int) {
    let units = StatisticsError.overflow(in: "number of units")
    #expect(throws: units) { try CohenKappa().agreement([[huge, 1], [2, huge]]) }
    #expect(throws: units) { try ScottPi().agreement([[huge, 1], [2, huge]]) }
    #expect(throws: StatisticsError.self) { try UnitCounts([[huge, huge]]) }
    #expect(throws: StatisticsError.self) { try UnitCounts([[4_000_000_000, 0]]) }
    let texts = [
      CodedText(length: huge, coders: [[], []]), CodedText(length: 9, coders: [[], []]),
    ]
    #expect(throws: StatisticsError.overflow(in: "length of the texts")) { try CodedSpans(texts) }
  }

  @Test("are refused as events and persons", .tags(.edge), arguments: hugeCounts)
  func rates(huge: Int) {
    let events = StatisticsError.overflow(in: "number of events")
    let strata = [RateStratum(events: huge, time: 1), RateStratum(events: huge, time: 1)]
    #expect(throws: events) { try StandardisedRate().direct(strata, standard: [1, 1]) }
    #expect(throws: events) { try StandardisedRate().indirect(strata, rates: [1, 1]) }
    #expect(throws: events) { try PoissonRate().ratio(huge, in: 1, to: huge, in: 1) }
    #expect(throws: events) { try EventRateChart().read([huge, huge], in: [1, 1]) }
    #expect(throws: StatisticsError.overflow(in: "number of persons")) {
      try ProportionChart().read([1, 1], of: [huge, huge])
    }
    #expect(throws: StatisticsError.overflow(in: "number of persons")) {
      try EffectConversion().correlation(ofDifference: 1, counts: (huge, huge))
    }
  }

  @Test("are refused where every count would be gone through", .tags(.edge))
  func planning() {
    for pairs in [1 << 40, Int.max] {
      for method in McNemarPower.Method.allCases {
        #expect(throws: StatisticsError.self) {
          try McNemarPower(method: method).power(gained: 0.3, lost: 0.2, pairs: pairs)
        }
      }
    }
    for time in [1e11, 1e19, 1e300, 1e308] {
      #expect(throws: StatisticsError.self) {
        try PoissonRatePower().power(rate: 2, in: time, to: 3, in: time)
      }
    }
  }
}

@Suite("Numbers too large for an answer")
struct HugeNumbersTests {
  @Test("are an overflow, not a z of 0", .tags(.edge))
  func trend() {
    #expect(throws: StatisticsError.overflow(in: "trend")) {
      try CochranArmitageTrend().test([1, 4], of: [5, 5], scores: [1e200, -1e200])
    }
  }

  @Test("pool to numbers or to an error, never to NaN", .tags(.edge))
  func pooling() {
    let unlike = [(0.0, 1e-300), (1.0, 1e-160), (1e155, 1e300)]
    let tiny = [(5e-161, 2e-201), (1.2e-160, 3e-201), (-4e-161, 1e-201)]
    let wide = [(1e-12, 1e306), (1e-12, 9e307), (2e-12, 2e305)]
    for variance in BetweenSiteVariance.allCases {
      for interval in SitePooling.Interval.allCases {
        let pooling = SitePooling(variance: variance, interval: interval)
        for sites in [unlike, tiny, wide] {
          let sites = sites.map { SiteEstimate(estimate: $0.0, variance: $0.1) }
          guard let pooled = try? pooling.pool(sites) else { continue }
          let spread = pooled.heterogeneity
          let numbers = [
            pooled.estimate, pooled.standardError, pooled.interval.low, pooled.interval.high,
            pooled.scatter, spread.variance, spread.standardError ?? 0, spread.share, spread.ratio,
            spread.q, spread.interval.high, spread.shareInterval.low, spread.shareInterval.high,
          ]
          #expect(numbers.allSatisfy { $0.isFinite })
        }
      }
    }
  }

  @Test("or no variances at all, are refused by the tests of small sites", .tags(.edge))
  func smallSites() {
    for variance in [-1, 0, Double.infinity] {
      let sites = [(1.0, 1.0), (2, 0.5), (4, variance)].map {
        SiteEstimate(estimate: $0.0, variance: $0.1)
      }
      #expect(throws: StatisticsError.self) { try SmallSiteEffects().egger(sites) }
      #expect(throws: StatisticsError.self) { try SmallSiteEffects().begg(sites) }
    }
    let huge = [(-1.7e308, 8.0), (-1.0, 1.0), (4, 3)].map {
      SiteEstimate(estimate: $0.0, variance: $0.1)
    }
    #expect(throws: StatisticsError.overflow(in: "slope of the estimates")) {
      try SmallSiteEffects().egger(huge)
    }
  }

  @Test("are an overflow of a converted size", .tags(.edge))
  func conversion() {
    #expect(throws: StatisticsError.overflow(in: "size of an effect")) {
      try EffectConversion().logOddsRatio(ofDifference: 1.7e308)
    }
  }

  @Test("have no interval of a share all but 1, and say so at once", .tags(.edge))
  func noncentrality() throws {
    let many = 1_000_000_000
    let groups = [0.0, 1e9, 2e9].map { middle in [-1, 0, 2].map { middle + $0 } }
    let partition = try AnalysisOfVariance().compare(groups)
    let errors = [
      #expect(throws: StatisticsError.self) {
        try CramersV().association([[many, 1], [2, many]])
      },
      #expect(throws: StatisticsError.self) { try VarianceExplained().shares(of: partition) },
    ]
    for error in errors {
      #expect(error?.description.contains("noncentrality that an interval is sought for") == true)
    }
  }

  @Test("are an overflow in rates, not NaN", .tags(.edge))
  func rates() {
    let brief = [
      RateStratum(events: 1, time: .leastNonzeroMagnitude), RateStratum(events: 0, time: 1),
    ]
    #expect(throws: StatisticsError.overflow(in: "standardised rate")) {
      try StandardisedRate().direct(brief, standard: [1, 1])
    }
    #expect(throws: StatisticsError.overflow(in: "standardised ratio")) {
      try StandardisedRate().indirect([RateStratum(events: 3, time: 1e-300)], rates: [1e-20])
    }
    #expect(throws: StatisticsError.overflow(in: "rate")) {
      try PoissonRate().rate(3, in: .leastNonzeroMagnitude)
    }
    #expect(throws: StatisticsError.overflow(in: "ratio of rates")) {
      try PoissonRate().ratio(3, in: 1e-200, to: 2, in: 1e200)
    }
    #expect(throws: StatisticsError.overflow(in: "rate")) {
      try EventRateChart().read([1, 0], in: [1e308, 1.7e308])
    }
  }

  @Test("are an overflow in funnels and plans", .tags(.edge))
  func others() {
    #expect(throws: StatisticsError.overflow(in: "squares of the scores")) {
      try FunnelLimits().overdispersion(of: [1e200, 1e200, 1])
    }
    #expect(throws: StatisticsError.overflow(in: "limits of a mean")) {
      try FunnelLimits().mean(target: 0, sd: 1.7e308, total: 1)
    }
    #expect(throws: StatisticsError.overflow(in: "change that can be seen")) {
      try PairedTPower().change(visibleTo: 2, spread: ChangeSpread(sd: 1.7e308))
    }
    #expect(throws: StatisticsError.overflow(in: "difference that can be seen")) {
      try TwoGroupTPower().difference(visibleTo: 2, and: 2, sd: 1.7e308)
    }
  }

  @Test("and factors that are none make no chart", .tags(.edge), arguments: [-1, 0, Double.nan])
  func factors(factor: Double) {
    for factors in [
      MovingRangeFactors(limits: factor, range: 3.267),
      MovingRangeFactors(limits: 2.66, range: factor),
    ] {
      #expect(throws: StatisticsError.self) {
        try IndividualsChart(factors: factors).read([1, 2, 4, 3])
      }
    }
  }
}

@Suite("Errors say what is wrong")
struct HonestErrorTests {
  @Test("of correlations that no three measurements have", .tags(.edge))
  func impossibleCorrelations() throws {
    let error = try #require(throws: StatisticsError.self) {
      try CorrelationComparison().dependent(0.9, 0.1, other: 0.9, count: 30)
    }
    #expect(error.description.contains("no three measurements go together like this"))
  }

  @Test("of times without events, with no word on persons", .tags(.edge))
  func noEvents() throws {
    let error = try #require(throws: StatisticsError.self) {
      try PoissonRate().ratio(5, in: 1, to: 0, in: 1)
    }
    #expect(
      error.description
        == "No event happened in one of the times, so no rate or ratio can be given.")
  }
}

@Suite("The variance between sites of very unlike precision")
struct UnlikePrecisionTests {
  @Test("keeps its figures where one site outweighs all others", .tags(.edge))
  func dominated() throws {
    // DerSimonian & Laird in whole fractions: w = 10¹⁷, 1 and 1, y = 0, 3 and −2.
    let sites = [(0.0, 1e-17), (3, 1), (-2, 1)].map { SiteEstimate(estimate: $0.0, variance: $0.1) }
    let pooled = try SitePooling(variance: .derSimonianLaird).pool(sites)
    // Q = 13 − 1/Σw, trace = 4 − 6/Σw: (Q − 2) / trace.
    expectClose(pooled.heterogeneity.variance, 2.75, relative: 1e-14)
  }
}
