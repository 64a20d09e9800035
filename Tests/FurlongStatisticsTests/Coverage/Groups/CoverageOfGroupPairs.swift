import FurlongNumerics
import FurlongStatistics

/// The intervals of all differences of three groups together, and what they should hold.
struct CoverageOfGroupPairs {
  /// How far each pair's means lie apart in the population: 0–1, 0–2, 1–2.
  var apart: [Double]

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(
      seed: 115,
      {
        let change = try $0.whole()?.change.meanChange ?? 0.5
        return CoverageOfGroupPairs(apart: [change, change, 0]).intervals()
      }
    ) { $0.threeGroups($1, &$2) } + [
      CoverageDesign(
        CoverageOfGroupPairs(apart: [0, 0, 0]).intervals(), of: "normal, spreads 1, 2 and 3",
        seed: 118
      ) { size, stream in
        [1.0, 2, 3].map { sd in (0..<size).map { _ in stream.normal(sd: sd) } }
      }
    ]
  }

  func intervals() -> [CoveredInterval<[[Double]]>] {
    [
      CoveredInterval(
        name: "all differences of three means, Tukey", truth: 0,
        make: { shared(by: try TukeyTest().compare($0)) }),
      CoveredInterval(
        name: "all differences of three means, Games and Howell", truth: 0,
        make: { shared(by: try GamesHowellTest().compare($0)) }),
    ]
  }

  /// The errors that all pairs' intervals allow: 0 is among them where every interval holds its truth.
  private func shared(by pairs: [PairwiseDifference]) -> ConfidenceInterval? {
    let errors = zip(pairs, apart).map { ($0.interval.low - $1, $0.interval.high - $1) }
    guard let low = errors.map(\.0).max(), let high = errors.map(\.1).min() else { return nil }
    return ConfidenceInterval(low: low, high: high, level: 0.95)
  }
}
