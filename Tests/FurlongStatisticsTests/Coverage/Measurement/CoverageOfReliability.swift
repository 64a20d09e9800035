import Foundation
import FurlongNumerics
import FurlongStatistics

/// The interval of Cronbach's α, and what it should hold.
enum CoverageOfReliability {
  static func designs() throws -> [CoverageDesign] {
    let normal = CoverageDesign([alpha(5.0 / 6)], of: "five normal items", seed: 60) {
      count, stream in
      try ScoreMatrix(rows: (0..<count).map { _ in items(&stream) })
    }
    return try [normal] + [
      listed("five items of 0 to 4 points", seed: 160) { min(4, max(0, (2 + $0).rounded())) },
      listed("five skewed items", seed: 161) { exp(0.6 * $0) },
    ]
  }

  /// Five items, each a person's trait of variance 1 plus an error of variance 1: α is 5/6.
  private static func items(_ stream: inout RandomStream) -> [Double] {
    let trait = stream.normal()
    return (0..<5).map { _ in trait + stream.normal() }
  }

  /// A list of 20,000 persons, whose α is a sum over the list.
  private static func listed(
    _ name: String, seed: UInt64, _ item: (Double) -> Double
  ) throws -> CoverageDesign {
    var stream = RandomStream(seed: seed, stream: 0)
    let persons = (0..<20_000).map { _ in items(&stream).map(item) }
    let truth = try CronbachAlpha().consistency(of: ScoreMatrix(rows: persons)).alpha
    return CoverageDesign([alpha(truth)], of: name, seed: seed) { count, stream in
      try ScoreMatrix(
        rows: (0..<count).map { _ in persons[stream.integer(below: persons.count)] })
    }
  }

  private static func alpha(_ truth: Double) -> CoveredInterval<ScoreMatrix> {
    CoveredInterval(
      name: "Cronbach's α, Feldt", truth: truth,
      make: { try CronbachAlpha().consistency(of: $0).interval })
  }
}
