import Foundation
import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite(
  "In simulated scores",
  .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
struct ReliabilityCoverageTests {
  private static let samples = 4000

  /// Persons and errors of variance 1, raters of the variance given: ρ is known.
  private func ratings(
    _ stream: inout RandomStream, raterSD: Double
  ) throws -> ScoreMatrix {
    let levels = (0..<4).map { _ in stream.normal(sd: raterSD) }
    return try ScoreMatrix(
      rows: (0..<20).map { _ in
        let person = stream.normal()
        return levels.map { person + $0 + stream.normal() }
      })
  }

  @Test("intervals of α and of consistency hold the truth 95 times in 100", .tags(.slow))
  func consistency() throws {
    var held = [0, 0]
    for sample in 0..<Self.samples {
      var stream = RandomStream(seed: 21, stream: UInt64(sample))
      let scores = try ratings(&stream, raterSD: 1)
      if try CronbachAlpha().consistency(of: scores).interval.contains(0.8) { held[0] += 1 }
      let icc = try IntraclassCorrelation().correlations(of: scores).consistencySingle
      if icc.interval?.contains(0.5) == true { held[1] += 1 }
    }
    // Three standard errors of a share near 0.95 in 4,000 samples are 0.0103.
    for count in held { #expect(abs(Double(count) / Double(Self.samples) - 0.95) < 0.0103) }
  }

  @Test("Satterthwaite's interval of agreement holds it about 95 times in 100", .tags(.slow))
  func agreement() throws {
    var held = 0
    for sample in 0..<Self.samples {
      var stream = RandomStream(seed: 22, stream: UInt64(sample))
      let icc = try IntraclassCorrelation().correlations(
        of: try ratings(&stream, raterSD: 0.5)
      ).agreementAverage
      // ρ = 1/2.25, of the mean of four 4ρ/(1 + 3ρ).
      if icc.interval?.contains(4 / (2.25 + 3)) == true { held += 1 }
    }
    let share = Double(held) / Double(Self.samples)
    #expect(abs(share - 0.95) < 0.02, "\(share)")
  }

  @Test("exact intervals of a limit of agreement hold it 95 times in 100", .tags(.slow))
  func limits() throws {
    var held = 0
    for sample in 0..<Self.samples {
      var stream = RandomStream(seed: 23, stream: UInt64(sample))
      let x = (0..<12).map { _ in stream.normal() }
      let y = (0..<12).map { _ in stream.normal() }
      let upper = try LimitsOfAgreement().compare(x, to: y).upper
      if upper.interval.contains(1.96 * 2.0.squareRoot()) { held += 1 }
    }
    #expect(abs(Double(held) / Double(Self.samples) - 0.95) < 0.0103)
  }
}
