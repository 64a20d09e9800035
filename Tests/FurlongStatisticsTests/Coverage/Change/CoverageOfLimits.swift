import FurlongNumerics
import FurlongStatistics

/// The intervals of limits of agreement, and what they should hold.
struct CoverageOfLimits {
  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 10, { try CoverageOfLimits(population: $0).intervals() }) {
      let sample = try $0.sample($1, &$2)
      return try LimitsOfAgreement().compare(sample.after, to: sample.before)
    }
  }

  /// The intervals with the population's limits: its mean difference ± 1.96 standard deviations.
  func intervals() throws -> [CoveredInterval<AgreementLimits>] {
    let whole = try population.whole()
    let mean = whole?.change.meanChange ?? 0.5
    let half = 1.96 * (whole?.change.sdChange ?? 0.8.squareRoot())
    return [
      CoveredInterval(
        name: "lower limit of agreement, exact", truth: mean - half,
        make: { $0.lower.interval }),
      CoveredInterval(
        name: "upper limit of agreement, exact", truth: mean + half,
        make: { $0.upper.interval }),
      CoveredInterval(
        name: "lower limit of agreement, approximate", truth: mean - half,
        make: { $0.lower.approximateInterval }),
      CoveredInterval(
        name: "upper limit of agreement, approximate", truth: mean + half,
        make: { $0.upper.approximateInterval }),
    ]
  }
}
