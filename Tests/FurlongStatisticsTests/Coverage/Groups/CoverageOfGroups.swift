import FurlongNumerics
import FurlongStatistics

/// The intervals of how far two groups lie apart, and what they should hold.
struct CoverageOfGroups {
  typealias Groups = (group: [Double], other: [Double])

  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 20, { try CoverageOfGroups(population: $0).intervals() }) {
      $0.groups($1, &$2)
    }
  }

  /// The intervals with the population's true values; the means of normal groups lie 0.5 apart.
  func intervals() throws -> [CoveredInterval<Groups>] {
    let whole = population.wholeGroups
    func interval(
      _ name: String, level: Double = 0.95, normal: Double = 0.5,
      truth: (Groups) throws -> Double,
      _ make: @escaping @Sendable (Groups) throws -> ConfidenceInterval?
    ) throws -> CoveredInterval<Groups> {
      CoveredInterval(
        name: name, truth: try whole.map(truth) ?? normal, level: level, make: make)
    }
    let means = { (groups: Groups) in
      try WelchTTest().compare(groups.group, to: groups.other).difference
    }
    let shift = { (groups: Groups) in
      try HodgesLehmann().shift(of: groups.group, from: groups.other).estimate
    }
    return [
      try interval("difference of means, Welch", truth: means) {
        try WelchTTest().compare($0.group, to: $0.other).test.interval
      },
      try interval("difference of means, Student", truth: means) {
        try WelchTTest(variances: .equal).compare($0.group, to: $0.other).test.interval
      },
      try interval("difference of means, equivalence", level: 0.9, truth: means) {
        try EquivalenceTest(bounds: EquivalenceBounds(within: 1))
          .compare($0.group, to: $0.other).interval
      },
      try interval(
        "difference of 20 % trimmed means, Yuen",
        truth: {
          try TrimmedMean(trim: 0.2).estimate(of: $0.group).mean
            - TrimmedMean(trim: 0.2).estimate(of: $0.other).mean
        }
      ) { try YuenTest(trim: 0.2).compare($0.group, to: $0.other).test.interval },
      try interval(
        "Cliff's δ, Feng and Cliff",
        normal: 2 * NormalDistribution().lowerTail(0.5 / 2.0.squareRoot()) - 1,
        truth: { try CliffDelta().compare($0.group, to: $0.other).delta }
      ) { try CliffDelta().compare($0.group, to: $0.other).interval },
      try interval(
        "median difference, Hodges and Lehmann (exact up to 60 in both)", truth: shift
      ) { try HodgesLehmann(exactLimit: 60).shift(of: $0.group, from: $0.other).interval },
      try interval("median difference, Hodges and Lehmann, normal", truth: shift) {
        try HodgesLehmann(exactLimit: 0).shift(of: $0.group, from: $0.other).interval
      },
    ]
  }
}
