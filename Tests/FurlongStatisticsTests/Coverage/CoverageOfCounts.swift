import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of proportions and rates, and what they should hold.
enum CoverageOfCounts {
  /// Intervals of one proportion; a sample is how many of how many.
  static func proportion(_ truth: Double) -> [CoveredInterval<(Int, Int)>] {
    ProportionIntervalMethod.allCases.map { method in
      let name =
        switch method {
        case .wilson: "proportion, Wilson"
        case .wilsonCorrected: "proportion, Wilson, corrected"
        case .clopperPearson: "proportion, Clopper and Pearson"
        case .midP: "proportion, mid-p"
        case .jeffreys: "proportion, Jeffreys"
        case .agrestiCoull: "proportion, Agresti and Coull"
        }
      return CoveredInterval(
        name: name, truth: truth,
        make: { try ProportionInterval(method).proportion($0.0, of: $0.1).interval })
    }
  }

  /// Intervals of two groups of the same size in which 5 and 3 of 10 are a yes.
  static let groups: [CoveredInterval<(Int, Int, Int)>] =
    DifferenceInterval.allCases.map { way in
      CoveredInterval(
        name: "difference of proportions, \(word(way.rawValue))", truth: 0.2,
        make: {
          try ProportionDifference(difference: way).compare($0.0, of: $0.2, to: $0.1, of: $0.2)
            .interval
        })
    }
    + RatioInterval.allCases.map { way in
      CoveredInterval(
        name: "risk ratio, \(word(way.rawValue))", truth: 5.0 / 3,
        make: {
          try ProportionDifference(ratio: way).compare($0.0, of: $0.2, to: $0.1, of: $0.2).ratio?
            .interval
        })
    }
    + OddsInterval.allCases.map { way in
      CoveredInterval(
        name: "odds ratio, \(word(way.rawValue))", truth: 7.0 / 3,
        make: {
          try ProportionDifference(odds: way).compare($0.0, of: $0.2, to: $0.1, of: $0.2)
            .oddsRatio?.interval
        })
    }

  /// Intervals of the same two groups by arcsines, and by Fisher's conditional distribution.
  static let otherGroups: [CoveredInterval<(Int, Int, Int)>] = [
    CoveredInterval(
      name: "difference of proportions, Cohen's h",
      truth: 2 * asin(0.5.squareRoot()) - 2 * asin(0.3.squareRoot()),
      make: {
        let total = Double($0.2)
        return try CohenH().compare(
          Double($0.0) / total, of: $0.2, to: Double($0.1) / total, of: $0.2
        ).interval
      }),
    CoveredInterval(
      name: "odds ratio, Fisher, conditional", truth: 7.0 / 3,
      make: {
        let ratio = try FisherExactTest().compare($0.0, of: $0.2, to: $0.1, of: $0.2)
        return ratio.high.map { ConfidenceInterval(low: ratio.low, high: $0, level: 0.95) }
      }),
  ]

  /// Strata with rates of 0.1, 0.3 and 0.6, each a third of the time: 0.26 in the standard, 10/9 of its rates.
  static let strata: [CoveredInterval<[RateStratum]>] = [
    ("exact", StandardisedRate.CountLimits.exact), ("Byar", .byar),
  ].flatMap { (name, limits) -> [CoveredInterval<[RateStratum]>] in
    [
      CoveredInterval(
        name: "standardised rate, \(name)", truth: 0.26,
        make: {
          try StandardisedRate(limits: limits).direct($0, standard: [5, 3, 2]).interval
        }),
      CoveredInterval(
        name: "standardised ratio, \(name)", truth: 10.0 / 9,
        make: {
          try StandardisedRate(limits: limits).indirect($0, rates: [0.2, 0.3, 0.4]).interval
        }),
    ]
  }

  /// Intervals of a rate of 3 over persons, and of a difference of rates of −0.9 in the same persons.
  static let personRates: [CoveredInterval<(PersonEvents, PersonEvents)>] = [
    CoveredInterval(
      name: "rate over persons, BCa of 399 draws", truth: 3,
      make: { try PersonRate(bootstrap: Bootstrap(draws: 399, seed: 6)).rate(of: $0.0).rate.bca }),
    CoveredInterval(
      name: "difference of rates over persons, BCa of 399 draws", truth: -0.9,
      make: {
        try PersonRateDifference(bootstrap: Bootstrap(draws: 399, seed: 7)).compare(
          before: $0.0, after: $0.1
        ).bca
      }),
  ]

  /// A method's raw name in words.
  private static func word(_ name: String) -> String {
    let spaced = name.replacingOccurrences(of: "_", with: " ")
    let names = [
      "miettinen nurminen": "Miettinen and Nurminen", "agresti caffo": "Agresti and Caffo",
      "half added": "½ added", "haldane anscombe": "Haldane and Anscombe",
    ]
    return names[spaced] ?? spaced.capitalized
  }

  /// Intervals of a paired change of proportions, of 0.15; a sample is both, gained, lost, neither.
  static let paired: [CoveredInterval<SIMD4<Int>>] = PairedProportionChange.Interval.allCases.map {
    way in
    CoveredInterval(
      name: "paired change of proportions, " + (way == .newcombe ? "Newcombe" : "Tango"),
      truth: 0.15,
      make: {
        try PairedProportionChange(interval: way).change(
          both: $0.x, gained: $0.y, lost: $0.z, neither: $0.w
        ).interval
      })
  }

  /// Intervals of a rate of 0.3 and of a ratio of rates of 2; a sample is both counts and the time.
  static let rates: [CoveredInterval<(Int, Int, Double)>] = PoissonRate.Tails.allCases.flatMap {
    (tails: PoissonRate.Tails) -> [CoveredInterval<(Int, Int, Double)>] in
    let word = tails == .exact ? "exact" : "mid-p"
    return [
      CoveredInterval(
        name: "Poisson rate, \(word)", truth: 0.3,
        make: { try PoissonRate(tails: tails).rate($0.0, in: $0.2).interval }),
      CoveredInterval(
        name: "ratio of Poisson rates, \(word)", truth: 2,
        make: {
          try PoissonRate(tails: tails).ratio($0.1, in: $0.2, to: $0.0, in: $0.2).ratio.interval
        }),
    ]
  }

  /// Intervals of a ratio of rates of 0.7 in the same persons, whose events hang together.
  static let persons: [CoveredInterval<RateRatio>] = [
    CoveredInterval(
      name: "ratio of rates over persons, delta method", truth: 0.7, make: { $0.interval }),
    CoveredInterval(
      name: "ratio of rates over persons, BCa of 399 draws", truth: 0.7,
      make: { $0.bootstrap.bca }),
    CoveredInterval(
      name: "ratio of rates over persons, percentiles of 399 draws", truth: 0.7,
      make: { $0.bootstrap.percentile }),
  ]
}
