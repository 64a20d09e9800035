import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of intraclass correlations, and what they should hold.
///
/// Variances: 1 of persons, 0.2 of raters, 0.5 of errors. The raters are drawn anew for every sample.
struct CoverageOfRaters {
  /// How persons and errors are shaped.
  enum Shape: CaseIterable, Sendable {
    case normal, wholePoints, skewed

    var name: String {
      switch self {
      case .normal: "normal"
      case .wholePoints: "whole points with ties"
      case .skewed: "skewed"
      }
    }

    /// A number with mean 0 and variance 1.
    func draw(_ stream: inout RandomStream) -> Double {
      let z = stream.normal()
      if self != .skewed { return z }
      return (exp(0.8 * z) - exp(0.32)) / (exp(0.64) * (exp(0.64) - 1)).squareRoot()
    }

    /// A rating as it is written down: the points of the second shape are half a unit apart.
    func written(_ rating: Double) -> Double {
      self == .wholePoints ? (2 * rating).rounded() : rating
    }

    /// The variance of errors: rounding adds a twelfth of the square of its step.
    var error: Double { self == .wholePoints ? 0.5 + 0.25 / 12 : 0.5 }
  }

  var shape: Shape

  static func designs() -> [CoverageDesign] {
    Shape.allCases.enumerated().flatMap { index, shape in
      let raters = CoverageOfRaters(shape: shape)
      return [
        CoverageDesign(
          raters.intervals([.agreementSingle, .consistencySingle]),
          of: "four raters, \(shape.name)", seed: index == 0 ? 61 : 162 + UInt64(index)
        ) { count, stream in
          let shifts = (0..<4).map { _ in stream.normal(sd: 0.2.squareRoot()) }
          return try raters.ratings(count, &stream) { place, _ in shifts[place] }
        },
        CoverageDesign(
          raters.intervals([.oneWaySingle]),
          of: "four raters of one's own, \(shape.name)", seed: 166 + UInt64(index)
        ) { count, stream in
          try raters.ratings(count, &stream) { _, stream in stream.normal(sd: 0.2.squareRoot()) }
        },
      ]
    }
  }

  private func ratings(
    _ count: Int, _ stream: inout RandomStream,
    shift: (Int, inout RandomStream) -> Double
  ) throws -> IntraclassCorrelations {
    let scores = try ScoreMatrix(
      rows: (0..<count).map { _ in
        let person = shape.draw(&stream)
        return (0..<4).map { rater in
          let error = 0.5.squareRoot() * shape.draw(&stream)
          return shape.written(person + shift(rater, &stream) + error)
        }
      })
    return try IntraclassCorrelation().correlations(of: scores)
  }

  /// Those of a mean of raters are these, stepped up: they hold as often.
  private func intervals(
    _ forms: [IntraclassForm]
  ) -> [CoveredInterval<IntraclassCorrelations>] {
    forms.map { form in
      let apart = form == .consistencySingle ? shape.error : 0.2 + shape.error
      return CoveredInterval(
        name: "\(form.rawValue), or \(form.nameByMcGrawAndWong)", truth: 1 / (1 + apart),
        make: { $0[form].interval })
    }
  }
}
