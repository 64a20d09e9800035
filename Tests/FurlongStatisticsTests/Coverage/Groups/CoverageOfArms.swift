import FurlongNumerics
import FurlongStatistics

/// The intervals of how far two arms lie apart, adjusted for where they began, and what they should hold.
enum CoverageOfArms {
  typealias Arms = (treated: ArmScores, control: ArmScores)

  /// Arms of one population, and treated ones of half as many, which vary twice as much after.
  static func designs() throws -> [CoverageDesign] {
    try PairedPopulation.all.enumerated().map { index, population in
      let shift = try population.whole()?.change.meanChange ?? 0.5
      return CoverageDesign(
        intervals("adjusted difference of arms", truth: shift), of: population.name,
        seed: 110 + UInt64(index)
      ) { count, stream in
        (
          arm((0..<count).map { _ in population.person(&stream) }),
          arm((0..<count).map { _ in population.person(&stream) - SIMD2(0, shift) })
        )
      }
    } + [
      CoverageDesign(
        intervals("adjusted difference of arms", truth: 0.5),
        of: "normal, the treated half as many and with twice the spread", seed: 113
      ) { count, stream in
        let treated = (0..<(count / 2)).map { _ in
          let pair = PairedPopulation.normalPair(&stream)
          return SIMD2(pair.x, 0.5 + pair.x * 0.6 + 2 * (pair.y - 0.6 * pair.x))
        }
        return (arm(treated), arm((0..<count).map { _ in PairedPopulation.normalPair(&stream) }))
      }
    ]
  }

  private static func arm(_ persons: [SIMD2<Double>]) -> ArmScores {
    ArmScores(before: persons.map(\.x), after: persons.map(\.y))
  }

  private static func intervals(_ name: String, truth: Double) -> [CoveredInterval<Arms>] {
    [CoefficientVariance.hc3, .classical].map { variance in
      CoveredInterval(
        name: "\(name), " + (variance == .hc3 ? "HC3" : "classical"), truth: truth,
        make: {
          try AdjustedArmDifference(variance: variance)
            .compare(treated: $0.treated, control: $0.control).test.interval
        })
    }
  }
}
