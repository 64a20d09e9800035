import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of a difference of two groups, and what they should hold.
struct CoverageOfGroups {
  typealias Groups = (group: [Double], other: [Double])

  var population: PairedPopulation

  /// The intervals with the population's true values.
  func intervals() throws -> [CoveredInterval<Groups>] {
    let whole = population.persons.map { persons in
      Groups(group: persons.map(\.y), other: persons.map(\.x))
    }
    func truth(_ of: (Groups) throws -> Double, normal: Double) throws -> Double {
      try whole.map(of) ?? normal
    }
    let difference = try truth(
      { try WelchTTest().compare($0.group, to: $0.other).difference }, normal: 0.5)
    let sizes = { @Sendable (groups: Groups) throws -> PooledEffect in
      let means = try WelchTTest().compare(groups.group, to: groups.other)
      return try StandardisedGroupDifference().compare(means.group, to: means.other)
    }
    let glass = try GlassInterval.allCases.map { way in
      let delta = { @Sendable (groups: Groups) throws -> EffectSize in
        let means = try WelchTTest().compare(groups.group, to: groups.other)
        return try GlassDelta(interval: way).delta(means.group, comparedWith: means.other)
      }
      return CoveredInterval<Groups>(
        name: "Glass's Δ, \(way.rawValue.replacingOccurrences(of: "_", with: " "))",
        truth: try truth({ try delta($0).estimate }, normal: 0.5), make: { try delta($0).interval })
    }
    let average = { @Sendable (groups: Groups) throws -> EffectSize in
      let means = try WelchTTest().compare(groups.group, to: groups.other)
      return try AverageSpreadDifference().difference(means.group, comparedWith: means.other)
    }
    return glass + [
      CoveredInterval(
        name: "difference in average spreads, Bonett",
        truth: try truth({ try average($0).estimate }, normal: 0.5),
        make: { try average($0).interval }),
      CoveredInterval(
        name: "difference of means, bootstrap, BCa of 399 draws", truth: difference,
        make: {
          try GroupBootstrap(bootstrap: Bootstrap(draws: 399, seed: 11)).compareMeans(
            $0.group, to: $0.other
          ).bca
        }),
      CoveredInterval(
        name: "difference of means, Welch", truth: difference,
        make: { try WelchTTest().compare($0.group, to: $0.other).test.interval }),
      CoveredInterval(
        name: "difference of means, Student", truth: difference,
        make: {
          try WelchTTest(variances: .equal).compare($0.group, to: $0.other).test.interval
        }),
      CoveredInterval(
        name: "difference of 20 % trimmed means, Yuen",
        truth: try truth(
          {
            try TrimmedMean(trim: 0.2).estimate(of: $0.group).mean
              - TrimmedMean(trim: 0.2).estimate(of: $0.other).mean
          }, normal: 0.5),
        make: { try YuenTest(trim: 0.2).compare($0.group, to: $0.other).test.interval }),
      CoveredInterval(
        name: "d_s, noncentral t",
        truth: try truth({ try sizes($0).ds }, normal: 0.5), make: { try sizes($0).dsInterval }),
      CoveredInterval(
        name: "Cliff's δ, Feng and Cliff",
        truth: try truth(
          { try CliffDelta().compare($0.group, to: $0.other).delta },
          normal: 2 * NormalDistribution().lowerTail(0.5 / 2.0.squareRoot()) - 1),
        make: { try CliffDelta().compare($0.group, to: $0.other).interval }),
      CoveredInterval(
        name: "median difference, Hodges and Lehmann (exact up to 60 in both)",
        truth: try truth(
          { try HodgesLehmann().shift(of: $0.group, from: $0.other).estimate }, normal: 0.5),
        make: {
          try HodgesLehmann(exactLimit: 60).shift(of: $0.group, from: $0.other).interval
        }),
    ]
  }
}
