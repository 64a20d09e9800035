import FurlongNumerics
import FurlongStatistics

/// The intervals of reliability, and what they should hold in normal scores.
enum CoverageOfReliability {
  /// Five items, each a person's trait of variance 1 plus an error of variance 1: α is 5/6.
  static func items(_ count: Int, _ stream: inout RandomStream) throws -> ScoreMatrix {
    try ScoreMatrix(
      rows: (0..<count).map { _ in
        let trait = stream.normal()
        return (0..<5).map { _ in trait + stream.normal() }
      })
  }

  static let alpha = [
    CoveredInterval<ScoreMatrix>(
      name: "Cronbach's α, Feldt", truth: 5.0 / 6,
      make: { try CronbachAlpha().consistency(of: $0).interval })
  ]

  /// Four raters, drawn anew for every sample: variances 1 of persons, 0.2 of raters, 0.5 of error.
  static func ratings(_ count: Int, _ stream: inout RandomStream) throws -> ScoreMatrix {
    let raters = (0..<4).map { _ in stream.normal(sd: 0.2.squareRoot()) }
    return try ScoreMatrix(
      rows: (0..<count).map { _ in
        let person = stream.normal()
        return raters.map { person + $0 + stream.normal(sd: 0.5.squareRoot()) }
      })
  }

  static let raters: [CoveredInterval<ScoreMatrix>] = [
    CoveredInterval(
      name: "agreement of one of four raters, ICC(A,1)", truth: 1 / 1.7,
      make: { try IntraclassCorrelation().correlations(of: $0).agreementSingle.interval }),
    CoveredInterval(
      name: "consistency of one of four raters, ICC(C,1)", truth: 1 / 1.5,
      make: { try IntraclassCorrelation().correlations(of: $0).consistencySingle.interval }),
  ]
}
