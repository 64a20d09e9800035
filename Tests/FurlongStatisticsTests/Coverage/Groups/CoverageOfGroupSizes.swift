import FurlongNumerics
import FurlongStatistics

/// The intervals of a difference of two groups in standard deviations, and what they should hold.
///
/// Each d with its g, whose limits should hold the same true size.
struct CoverageOfGroupSizes {
  typealias Groups = CoverageOfGroups.Groups

  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 20, { try CoverageOfGroupSizes(population: $0).intervals() }) {
      $0.groups($1, &$2)
    }
  }

  /// The intervals with the population's true values; all sizes of normal groups are 0.5.
  func intervals() throws -> [CoveredInterval<Groups>] {
    let whole = population.wholeGroups
    func interval(
      _ name: String, truth: (Groups) throws -> Double,
      _ make: @escaping @Sendable (Groups) throws -> ConfidenceInterval?
    ) throws -> CoveredInterval<Groups> {
      CoveredInterval(name: name, truth: try whole.map(truth) ?? 0.5, make: make)
    }
    let pooled = [
      try interval("d_s, noncentral t", truth: { try Self.pooled($0).ds }) {
        try Self.pooled($0).dsInterval
      },
      try interval("g_s, noncentral t", truth: { try Self.pooled($0).ds }) {
        try Self.pooled($0).gsInterval
      },
    ]
    let glass = try GlassInterval.allCases.flatMap { way in
      let name = way.rawValue.replacing("_", with: " ")
      let truth = { (groups: Groups) in
        let means = try Self.summaries(groups)
        return try GlassDelta().delta(means.group, comparedWith: means.other).estimate
      }
      return [
        try interval("Glass's Δ, \(name)", truth: truth) {
          let means = try Self.summaries($0)
          return try GlassDelta(interval: way).delta(means.group, comparedWith: means.other)
            .interval
        },
        try interval("Glass's Δ corrected, \(name)", truth: truth) {
          let means = try Self.summaries($0)
          return try GlassDelta(interval: way).corrected(means.group, comparedWith: means.other)
            .interval
        },
      ]
    }
    let average = try AverageSpreadInterval.allCases.flatMap { way in
      let name = way == .bonett ? "Bonett" : "noncentral t"
      let truth = { (groups: Groups) in
        let means = try Self.summaries(groups)
        return try AverageSpreadDifference().difference(means.group, comparedWith: means.other)
          .estimate
      }
      return [
        try interval("difference in average spreads, \(name)", truth: truth) {
          let means = try Self.summaries($0)
          return try AverageSpreadDifference(interval: way).difference(
            means.group, comparedWith: means.other
          ).interval
        },
        try interval("difference in average spreads corrected, \(name)", truth: truth) {
          let means = try Self.summaries($0)
          return try AverageSpreadDifference(interval: way).corrected(
            means.group, comparedWith: means.other
          ).interval
        },
      ]
    }
    return pooled + glass + average
  }

  private static func summaries(_ groups: Groups) throws -> TwoGroupDifference {
    try WelchTTest().compare(groups.group, to: groups.other)
  }

  private static func pooled(_ groups: Groups) throws -> PooledEffect {
    let means = try summaries(groups)
    return try StandardisedGroupDifference().compare(means.group, to: means.other)
  }
}
