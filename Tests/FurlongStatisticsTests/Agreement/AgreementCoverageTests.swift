import Foundation
import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite(
  "Intervals of agreement in simulated samples",
  .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
struct AgreementCoverageTests {
  /// Coders who see the truth 7 times in 10 and choose among three categories otherwise.
  ///
  /// Two codes of a unit are then the same with probability 0.66, and by chance with 1/3, whichever
  /// coefficient says what chance is: all of them are 0.49.
  private func units(_ count: Int, coders: Int, _ stream: inout RandomStream) throws -> CodedUnits {
    let codes = (0..<count).map { _ in
      let truth = stream.integer(below: 3)
      return (0..<coders).map { _ in
        stream.bernoulli(0.7) ? truth : stream.integer(below: 3)
      }
    }
    return try CodedUnits(codes, categories: 3)
  }

  private let truth = 0.49

  @Test("those of formulas hold the truth 95 times in 100 of 80 units", .tags(.slow))
  func formulas() throws {
    var held = [0, 0, 0, 0]
    let samples = 3000
    for sample in 0..<samples {
      var stream = RandomStream(seed: 31, stream: UInt64(sample))
      let pair = try units(80, coders: 2, &stream)
      let four = try units(80, coders: 4, &stream)
      let intervals = [
        try CohenKappa().agreement(pair.table(0, 1)).interval,
        try FleissKappa().agreement(of: four.counts).interval,
        try CongerKappa().agreement(of: four).interval,
        try GwetCoefficient().agreement(of: four.counts).interval,
      ]
      for (place, interval) in intervals.enumerated() where interval?.contains(truth) == true {
        held[place] += 1
      }
    }
    // Three standard errors of a share near 0.95 in 3,000 samples are 0.012; the formulas are for many units.
    for share in held.map({ Double($0) / Double(samples) }) {
      #expect(abs(share - 0.95) < 0.018, "\(share)")
    }
  }

  @Test("those of Krippendorff's alpha by drawing units hold it nearly as often", .tags(.slow))
  func drawn() throws {
    var held = 0
    let samples = 600
    for sample in 0..<samples {
      var stream = RandomStream(seed: 32, stream: UInt64(sample))
      let units = try units(60, coders: 3, &stream)
      let method = AgreementBootstrap(Bootstrap(draws: 399, seed: UInt64(sample)))
      let answer = try method.estimate(of: units.counts) {
        (drawn) throws(StatisticsError) -> Double? in
        try KrippendorffAlpha().agreement(of: drawn).alpha
      }
      if answer.estimate?.bca?.contains(truth) == true { held += 1 }
    }
    // Three standard errors in 600 samples are 0.027.
    let share = Double(held) / Double(samples)
    #expect(share > 0.91 && share < 0.98, "\(share)")
  }
}
