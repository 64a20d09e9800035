import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of correlations, and what they should hold.
struct CoverageOfCorrelations {
  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 10, { try CoverageOfCorrelations(population: $0).intervals() }) {
      try $0.sample($1, &$2)
    }
  }

  /// The intervals with the population's true values; normal scores have a correlation of 0.6.
  func intervals() throws -> [CoveredInterval<PairedSample>] {
    let whole = try population.whole()
    let spearman = try SpearmanInterval.allCases.map { way in
      let name =
        switch way {
        case .bonettWright: "Bonett and Wright"
        case .fieller: "Fieller"
        case .fisher: "Fisher's z"
        }
      let method = SpearmanCorrelation(interval: way, exactLimit: 0)
      return CoveredInterval<PairedSample>(
        name: "Spearman's ρ, \(name)",
        truth: try whole.map { try method.estimate(between: $0.before, and: $0.after).estimate }
          ?? 6 / .pi * asin(0.3),
        make: { try method.estimate(between: $0.before, and: $0.after).interval })
    }
    return spearman + [
      CoveredInterval(
        name: "Pearson's r, Fisher's z", truth: whole?.change.correlation ?? 0.6,
        make: { try PearsonCorrelation().estimate(between: $0.before, and: $0.after).interval }),
      CoveredInterval(
        name: "Kendall's τ, Fieller",
        truth: try whole.map {
          try KendallCorrelation().estimate(between: $0.before, and: $0.after).estimate
        } ?? 2 / .pi * asin(0.6),
        make: { try KendallCorrelation().estimate(between: $0.before, and: $0.after).interval }),
    ]
  }
}
