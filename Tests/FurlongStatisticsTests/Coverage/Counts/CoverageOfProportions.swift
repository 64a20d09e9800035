import FurlongNumerics
import FurlongStatistics

/// The intervals of one proportion, and what they should hold.
enum CoverageOfProportions {
  static func designs() -> [CoverageDesign] {
    [0.1, 0.3, 0.5].enumerated().map { index, truth in
      CoverageDesign(
        proportion(truth), of: "\(Int(100 * truth)) % are a yes", seed: 30 + UInt64(index)
      ) { size, stream in ((0..<size).count { _ in stream.bernoulli(truth) }, size) }
    } + [
      CoverageDesign(paired, of: "30 % both, 25 % gained, 10 % lost", seed: 41) { size, stream in
        var counts = SIMD4(0, 0, 0, 0)
        for _ in 0..<size { counts[stream.index(weights: [0.3, 0.25, 0.1, 0.35])] += 1 }
        return counts
      }
    ]
  }

  /// Intervals of one proportion; a sample is how many of how many.
  private static func proportion(_ truth: Double) -> [CoveredInterval<(Int, Int)>] {
    ProportionIntervalMethod.allCases.map { method in
      let name =
        switch method {
        case .wilson: "proportion, Wilson"
        case .wilsonCorrected: "proportion, Wilson, corrected"
        case .clopperPearson: "proportion, Clopper and Pearson"
        case .midP: "proportion, mid-p"
        case .jeffreys: "proportion, Jeffreys"
        case .agrestiCoull: "proportion, Agresti and Coull"
        }
      return CoveredInterval(
        name: name, truth: truth,
        make: { try ProportionInterval(method).proportion($0.0, of: $0.1).interval })
    }
  }

  /// Intervals of a change of 0.15 in the same persons, and of the odds of gaining, 2.5; a sample is both,
  /// gained, lost, neither.
  private static let paired: [CoveredInterval<SIMD4<Int>>] =
    PairedProportionChange.Interval.allCases.map { way in
      CoveredInterval(
        name: "paired change of proportions, " + (way == .newcombe ? "Newcombe" : "Tango"),
        truth: 0.15,
        make: {
          try PairedProportionChange(interval: way).change(
            both: $0.x, gained: $0.y, lost: $0.z, neither: $0.w
          ).interval
        })
    } + [
      CoveredInterval(
        name: "odds of gaining, McNemar, exact", truth: 2.5,
        make: {
          let counts = try McNemarTest().compare(gained: $0.y, lost: $0.z)
          return ConfidenceInterval(
            low: counts.lowestOdds, high: counts.highestOdds ?? .infinity, level: counts.level)
        })
    ]
}
