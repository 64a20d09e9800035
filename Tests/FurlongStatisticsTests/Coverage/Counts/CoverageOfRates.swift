import FurlongNumerics
import FurlongStatistics

/// The intervals of rates of events that have nothing to do with each other, and what they should hold.
enum CoverageOfRates {
  /// Both counts and the time.
  typealias Counts = (Int, Int, Double)

  static func designs() -> [CoverageDesign] {
    [
      CoverageDesign(rates, of: "0.3 and 0.6 events a unit of time", seed: 42) { size, stream in
        (
          stream.poisson(mean: 0.3 * Double(size)), stream.poisson(mean: 0.6 * Double(size)),
          Double(size)
        )
      },
      CoverageDesign(strata, of: "three strata, 0.1 to 0.6 a unit of time", seed: 43) {
        size, stream in
        [0.1, 0.3, 0.6].map { rate in
          let time = Double(size) / 3
          return RateStratum(events: stream.poisson(mean: rate * time), time: time)
        }
      },
    ]
  }

  /// Intervals of a rate of 0.3 and of a ratio of rates of 2.
  private static let rates: [CoveredInterval<Counts>] = PoissonRate.Tails.allCases.flatMap {
    (tails: PoissonRate.Tails) -> [CoveredInterval<Counts>] in
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

  /// Strata with rates of 0.1, 0.3 and 0.6, each a third of the time: 0.26 in the standard, 10/9 of its rates.
  private static let strata: [CoveredInterval<[RateStratum]>] = [
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
}
