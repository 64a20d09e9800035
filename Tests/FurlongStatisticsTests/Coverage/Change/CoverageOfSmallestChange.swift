import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of a smallest important change, and what they should hold.
///
/// A list of 20,000 persons with a change and what they say of it, drawn from with replacement; what a method
/// makes of the list is the truth.
struct CoverageOfSmallestChange {
  /// A sample's estimates, drawn once for all intervals; nil where there is none.
  struct Drawn: Sendable {
    var mean: SmallestImportantChange?
    var youden: SmallestImportantChange?
    var predictive: SmallestImportantChange?
    var shared: SmallestImportantChange?
  }

  /// What is made of a number with mean ½ and spread 1.
  private struct Shape: Sendable {
    var name: String
    var change: @Sendable (Double) -> Double
  }

  private static let shapes = [
    Shape(name: "normal", change: { $0 }),
    Shape(name: "whole points with ties", change: { (4 * $0).rounded() }),
    Shape(name: "skewed", change: { exp(0.8 * $0) }),
  ]

  /// Whether to make the corrected predictive change as well.
  private let corrected: Bool
  private let persons: [(change: Double, rating: Int)]

  private init(_ shape: Shape, corrected: Bool) {
    self.corrected = corrected
    var stream = RandomStream(seed: 20_261_122, stream: 3)
    persons = (0..<20_000).map { _ in
      let change = stream.normal(mean: 0.5)
      // Ratings go with the change by 0.7; a third of all people are a little better, a third more.
      let rating = 0.9 + 1.2 * (0.7 * (change - 0.5) + 0.51.squareRoot() * stream.normal())
      return (shape.change(change), min(3, max(-2, Int(rating.rounded()))))
    }
  }

  static func designs() throws -> [CoverageDesign] {
    try shapes.enumerated().map { index, shape in
      let people = CoverageOfSmallestChange(shape, corrected: index == 0)
      return CoverageDesign(
        try people.intervals(), of: shape.name, seed: 190 + UInt64(index)
      ) { try people.sample($0, &$1) }
    }
  }

  private func sample(_ count: Int, _ stream: inout RandomStream) throws -> Drawn {
    let drawn = (0..<count).map { _ in persons[stream.integer(below: persons.count)] }
    return estimates(
      try Self.anchored(drawn), Bootstrap(draws: 99, seed: stream.word()))
  }

  private static func anchored(
    _ persons: [(change: Double, rating: Int)]
  ) throws -> AnchoredChanges {
    try AnchoredChanges(
      changes: persons.map(\.change), ratings: persons.map(\.rating), better: .higher)
  }

  private func estimates(_ anchored: AnchoredChanges, _ bootstrap: Bootstrap?) -> Drawn {
    Drawn(
      mean: try? AnchorMeanChange().estimate(anchored),
      youden: try? YoudenChange(bootstrap: bootstrap).estimate(anchored),
      predictive: try? PredictiveChange(bootstrap: bootstrap).estimate(anchored),
      shared: corrected
        ? try? PredictiveChange(adjustment: .share, bootstrap: bootstrap).estimate(anchored) : nil)
  }

  private func intervals() throws -> [CoveredInterval<Drawn>] {
    let whole = estimates(try Self.anchored(persons), nil)
    func interval(
      _ name: String, _ of: @escaping @Sendable (Drawn) -> SmallestImportantChange?
    ) -> CoveredInterval<Drawn> {
      CoveredInterval(
        name: "smallest important change, \(name)", truth: of(whole)?.change ?? .nan,
        make: { of($0)?.interval })
    }
    let shared = interval(
      "predictive, for the share improved, bootstrap, BCa or else percentiles", { $0.shared })
    return [
      interval("mean of a little better, t", { $0.mean }),
      interval("Youden, bootstrap, BCa or else percentiles", { $0.youden }),
      interval("predictive, bootstrap, BCa or else percentiles", { $0.predictive }),
    ] + (corrected ? [shared] : [])
  }
}
