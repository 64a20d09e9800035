import Foundation
import FurlongNumerics
import FurlongStatistics

/// The limits for one person more, and how often they hold that person; n is the number of the others.
enum CoverageOfOnePerson {
  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 150, { _ in later }) { population, count, stream in
      (try population.sample(count, &stream), population.person(&stream))
    }
      + Score.all.enumerated().map { index, score in
        CoverageDesign([trueScore], of: score.name, seed: 153 + UInt64(index)) { count, stream in
          ((0..<count).map { _ in score.person(&stream).y }, score.person(&stream))
        }
      }
  }

  /// Whether a person without a programme counts as unchanged, judged by others without one.
  private static let later: [CoveredInterval<(PairedSample, SIMD2<Double>)>] = [
    ("of a new person", PredictionSpread.newPerson), ("residual", .residual),
  ].map { name, spread in
    .prediction("later score by regression, \(name)") { reference, person in
      let judged = try RegressionBasedChange(spread: spread).judge(
        from: [person.x], to: [person.y],
        reference: ReferenceScores(before: reference.before, after: reference.after),
        better: .higher)
      return judged.indices.first.map {
        (ConfidenceInterval(low: -judged.critical, high: judged.critical, level: 0.95), $0)
      }
    }
  }

  /// Kelley's limits of a true score, with the mean and the spread of others and a reliability of 0.8.
  private static let trueScore: CoveredInterval<([Double], SIMD2<Double>)> =
    .prediction("true score of one person, Kelley") { others, person in
      let group = try SampleDescription(of: others)
      let error = try ErrorOfMeasurement(sd: group.sd ?? 0, reliability: 0.8)
      let score = try KelleyEstimate(mean: group.mean, error: error).trueScore(of: person.y)
      return (ConfidenceInterval(low: score.low, high: score.high, level: 0.95), person.x)
    }

  /// True scores and those observed, with errors of a fifth of the variance.
  private struct Score: Sendable {
    var name: String
    var person: @Sendable (inout RandomStream) -> SIMD2<Double>

    static let all = [
      Score(name: "normal") { stream in
        let own = stream.normal(sd: 2)
        return SIMD2(own, own + stream.normal())
      },
      // Rounding adds a twelfth to the variance of the errors, here 4 with it.
      Score(name: "whole points with ties") { stream in
        let own = stream.normal(mean: 10, sd: 4)
        return SIMD2(own, (own + stream.normal(sd: (4 - 1.0 / 12).squareRoot())).rounded())
      },
      // A lognormal variance of e^s (e^s − 1), s = 0.64, and a quarter of it in the errors.
      Score(name: "skewed") { stream in
        let own = exp(0.8 * stream.normal())
        let variance = exp(0.64) * (exp(0.64) - 1)
        return SIMD2(own, own + stream.normal(sd: (variance / 4).squareRoot()))
      },
    ]
  }
}
