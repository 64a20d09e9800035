import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of two groups of the same size in which 5 and 3 of 10 are a yes.
enum CoverageOfTwoProportions {
  /// How many are a yes in each, and the size.
  typealias Counts = (Int, Int, Int)

  static func designs() -> [CoverageDesign] {
    [
      CoverageDesign(
        differences + ratios + odds, of: "50 % and 30 %", seed: 40
      ) { size, stream in
        (
          (0..<size).count { _ in stream.bernoulli(0.5) },
          (0..<size).count { _ in stream.bernoulli(0.3) }, size
        )
      }
    ]
  }

  private static let differences: [CoveredInterval<Counts>] =
    DifferenceInterval.allCases.map { way in
      CoveredInterval(
        name: "difference of proportions, \(word(way.rawValue))", truth: 0.2,
        make: {
          try ProportionDifference(difference: way).compare($0.0, of: $0.2, to: $0.1, of: $0.2)
            .interval
        })
    } + [
      CoveredInterval(
        name: "difference of proportions, Cohen's h",
        truth: 2 * asin(0.5.squareRoot()) - 2 * asin(0.3.squareRoot()),
        make: {
          let total = Double($0.2)
          return try CohenH().compare(
            Double($0.0) / total, of: $0.2, to: Double($0.1) / total, of: $0.2
          ).interval
        })
    ]

  private static let ratios: [CoveredInterval<Counts>] = RatioInterval.allCases.map { way in
    CoveredInterval(
      name: "risk ratio, \(word(way.rawValue))", truth: 5.0 / 3,
      make: {
        try ProportionDifference(ratio: way).compare($0.0, of: $0.2, to: $0.1, of: $0.2).ratio?
          .interval
      })
  }

  private static let odds: [CoveredInterval<Counts>] =
    OddsInterval.allCases.map { way in
      CoveredInterval(
        name: "odds ratio, \(word(way.rawValue))", truth: 7.0 / 3,
        make: {
          try ProportionDifference(odds: way).compare($0.0, of: $0.2, to: $0.1, of: $0.2)
            .oddsRatio?.interval
        })
    } + [
      CoveredInterval(
        name: "odds ratio, Fisher, conditional", truth: 7.0 / 3,
        make: {
          let ratio = try FisherExactTest().compare($0.0, of: $0.2, to: $0.1, of: $0.2)
          return ConfidenceInterval(low: ratio.low, high: ratio.high ?? .infinity, level: 0.95)
        })
    ]

  /// A method's raw name in words.
  private static func word(_ name: String) -> String {
    let spaced = name.replacing("_", with: " ")
    let names = [
      "miettinen nurminen": "Miettinen and Nurminen",
      "agresti caffo": "Agresti and Caffo",
      "half added": "½ added", "haldane anscombe": "Haldane and Anscombe",
    ]
    return names[spaced] ?? spaced.capitalized
  }
}
