import FurlongNumerics
import FurlongStatistics

/// The intervals of three groups of the same size, and what they should hold.
struct CoverageOfSeveralGroups {
  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 110, { try CoverageOfSeveralGroups(population: $0).shares() }) {
      let groups = $0.threeGroups($1, &$2)
      return try VarianceExplained().shares(of: AnalysisOfVariance().compare(groups))
    }
  }

  /// Shares of variation: in normal groups, one of three 0.5 above the others, 1/18 of 1 + 1/18.
  ///
  /// All three intervals should hold the population's share, which η², ε² and ω² estimate.
  func shares() throws -> [CoveredInterval<VarianceShares>] {
    let truth =
      try population.wholeThreeGroups.map {
        try AnalysisOfVariance().compare($0).shareBetween
      } ?? 1.0 / 19
    return [
      CoveredInterval(
        name: "η² of three groups, noncentral F", truth: truth, make: { $0.eta.interval }),
      CoveredInterval(
        name: "ε² of three groups, noncentral F", truth: truth, make: { $0.epsilon.interval }),
      CoveredInterval(
        name: "ω² of three groups, noncentral F", truth: truth, make: { $0.omega.interval }),
    ]
  }
}
