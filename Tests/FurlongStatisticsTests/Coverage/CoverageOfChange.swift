import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of a change in the same persons, and what they should hold.
struct CoverageOfChange {
  var population: PairedPopulation

  /// The intervals with the population's true values.
  func intervals() throws -> [CoveredInterval<PairedSample>] {
    let whole = try population.whole()
    let normal = (change: 0.5, sd: 0.8.squareRoot())
    let sizes = StandardisedMeanChange()
    func size(
      _ of: (StandardisedMeanChange) -> (PairedChange) throws -> EffectSize, normal: Double
    ) throws -> Double {
      try whole.map { try of(sizes)($0.change).estimate } ?? normal
    }
    func correlation(_ of: (PairedSample) throws -> Double, normal: Double) throws -> Double {
      try whole.map(of) ?? normal
    }
    let bonett = StandardisedMeanChange(averageInterval: .bonett)
    let limit =
      (whole?.change.meanChange ?? normal.change) + 1.96 * (whole?.change.sdChange ?? normal.sd)
    let baseline = try BaselineSizeInterval.allCases.map { way in
      CoveredInterval<PairedSample>(
        name: "d_b, \(way.rawValue.capitalized)", truth: try size({ $0.db(of:) }, normal: 0.5),
        make: { try StandardisedMeanChange(baselineInterval: way).db(of: $0.change).interval })
    }
    return baseline + [
      CoveredInterval(
        name: "mean change, t", truth: whole?.change.meanChange ?? normal.change,
        make: { $0.change.interval }),
      CoveredInterval(
        name: "d_z, noncentral t", truth: try size({ $0.dz(of:) }, normal: 0.5 / normal.sd),
        make: { try sizes.dz(of: $0.change).interval }),
      CoveredInterval(
        name: "d_av, Algina and Keselman", truth: try size({ $0.dav(of:) }, normal: 0.5),
        make: { try sizes.dav(of: $0.change).interval }),
      CoveredInterval(
        name: "d_av, Bonett", truth: try size({ $0.dav(of:) }, normal: 0.5),
        make: { try bonett.dav(of: $0.change).interval }),
      CoveredInterval(
        name: "d_rm, Cooper", truth: try size({ $0.drm(of:) }, normal: 0.5),
        make: { try sizes.drm(of: $0.change).interval }),
      CoveredInterval(
        name: "median change, order statistics",
        truth: try whole.map { try MedianInterval().median(of: $0.differences).median }
          ?? normal.change, make: { try MedianInterval().median(of: $0.differences).interval }),
      CoveredInterval(
        name: "middle of changes, Hodges and Lehmann (exact up to 60)",
        truth: try whole.map { try HodgesLehmann().centre(of: $0.differences).estimate }
          ?? normal.change,
        make: { try HodgesLehmann(exactLimit: 60).centre(of: $0.differences).interval }),
      CoveredInterval(
        name: "probability of going up, Wilson with halves",
        truth: try whole.map { try PairedSuperiority().estimate(of: $0.differences).estimate }
          ?? NormalDistribution().lowerTail(0.5 / normal.sd),
        make: { try PairedSuperiority().estimate(of: $0.differences).interval }),
      CoveredInterval(
        name: "probability of going up, of normal changes",
        truth: try NormalDistribution().lowerTail(
          size({ $0.dz(of:) }, normal: 0.5 / normal.sd)),
        make: { try PairedSuperiority().normal(of: $0.change).interval }),
      CoveredInterval(
        name: "upper limit of agreement, exact", truth: limit,
        make: { try LimitsOfAgreement().compare($0.after, to: $0.before).upper.interval }),
      CoveredInterval(
        name: "upper limit of agreement, approximate", truth: limit,
        make: {
          try LimitsOfAgreement().compare($0.after, to: $0.before).upper.approximateInterval
        }),
      CoveredInterval(
        name: "Pearson's r, Fisher's z",
        truth: try correlation({ $0.change.correlation ?? .nan }, normal: 0.6),
        make: { try PearsonCorrelation().estimate(between: $0.before, and: $0.after).interval }),
      CoveredInterval(
        name: "Spearman's ρ, Bonett and Wright",
        truth: try correlation(
          { try SpearmanCorrelation().estimate(between: $0.before, and: $0.after).estimate },
          normal: 6 / .pi * asin(0.3)),
        make: { try SpearmanCorrelation().estimate(between: $0.before, and: $0.after).interval }),
      CoveredInterval(
        name: "Kendall's τ, Fieller",
        truth: try correlation(
          { try KendallCorrelation().estimate(between: $0.before, and: $0.after).estimate },
          normal: 2 / .pi * asin(0.6)),
        make: { try KendallCorrelation().estimate(between: $0.before, and: $0.after).interval }),
    ]
  }
}
