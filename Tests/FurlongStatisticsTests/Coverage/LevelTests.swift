import Foundation
import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite(
  "In simulated samples",
  .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
struct LevelTests {
  /// In what share of simulated samples something holds; sample i draws from stream i.
  private func share(
    of samples: Int, seed: UInt64, _ holds: (inout RandomStream) throws -> Bool
  ) rethrows -> Double {
    var count = 0
    for sample in 0..<samples {
      var stream = RandomStream(seed: seed, stream: UInt64(sample))
      if try holds(&stream) { count += 1 }
    }
    return Double(count) / Double(samples)
  }

  /// Normal scores before and after, each with spread 1, with correlation 0.6 and a true change.
  private func scores(
    _ count: Int, change: Double, _ stream: inout RandomStream
  ) -> (before: [Double], after: [Double]) {
    var before: [Double] = []
    var after: [Double] = []
    for _ in 0..<count {
      let first = stream.normal()
      before.append(first)
      after.append(change + 0.6 * first + 0.8 * stream.normal())
    }
    return (before, after)
  }

  @Test("intervals of change and of its sizes hold the truth 95 times in 100", .tags(.slow))
  func change() throws {
    let truth = 0.5
    var held = [0, 0, 0]
    let samples = 4000
    for sample in 0..<samples {
      var stream = RandomStream(seed: 1, stream: UInt64(sample))
      let data = scores(25, change: truth, &stream)
      let change = try PairedTTest().change(from: data.before, to: data.after)
      let sizes = StandardisedMeanChange()
      if change.interval.contains(truth) { held[0] += 1 }
      if try sizes.dz(of: change).interval.contains(truth / 0.8.squareRoot()) { held[1] += 1 }
      if try sizes.dav(of: change).interval.contains(truth) { held[2] += 1 }
    }
    let shares = held.map { Double($0) / Double(samples) }
    // Three standard errors of a share near 0.95 in 4,000 samples are 0.0103.
    #expect(abs(shares[0] - 0.95) < 0.0103, "t \(shares[0])")
    #expect(abs(shares[1] - 0.95) < 0.0103, "d_z \(shares[1])")
    #expect(abs(shares[2] - 0.95) < 0.015, "d_av \(shares[2]), whose interval is approximate")
  }

  @Test("signed ranks are below 0.05 no more than 5 times in 100", .tags(.slow))
  func signedRanks() throws {
    let share = try share(of: 4000, seed: 2) { stream in
      // Whole points make ties and zeros, as scales do.
      let differences = (0..<18).map { _ in (2.5 * stream.normal()).rounded() }
      return try WilcoxonSignedRank().test(differences).p < 0.05
    }
    #expect(share < 0.05 + 0.0103)
    #expect(share > 0.03)
  }

  @Test("Wilson's interval holds the truth about 95 times in 100", .tags(.slow))
  func wilson() throws {
    for truth in [0.1, 0.3, 0.5] {
      let share = try share(of: 4000, seed: 3) { stream in
        let count = (0..<60).count { _ in stream.bernoulli(truth) }
        return try WilsonInterval().proportion(count, of: 60).interval.contains(truth)
      }
      #expect(share > 0.93 && share < 0.975, "\(truth): \(share)")
    }
  }

  @Test("intervals of a ratio of rates hold the truth in overdispersed counts", .tags(.slow))
  func rates() throws {
    var held = [0, 0, 0]
    let samples = 600
    for sample in 0..<samples {
      var stream = RandomStream(seed: 4, stream: UInt64(sample))
      var before: [Double] = []
      var after: [Double] = []
      for _ in 0..<80 {
        let person = stream.gamma(shape: 1.2, scale: 2.5)
        before.append(Double(stream.poisson(mean: person)))
        after.append(Double(stream.poisson(mean: person * 0.7)))
      }
      let time = [Double](repeating: 1, count: 80)
      let ratio = try PersonRateRatio(bootstrap: Bootstrap(draws: 999, seed: 9)).compare(
        before: PersonEvents(events: before, time: time),
        after: PersonEvents(events: after, time: time))
      if ratio.interval.contains(0.7) { held[0] += 1 }
      if ratio.bootstrap.bca?.contains(0.7) == true { held[1] += 1 }
      if ratio.bootstrap.percentile?.contains(0.7) == true { held[2] += 1 }
    }
    for share in held.map({ Double($0) / Double(samples) }) {
      #expect(share > 0.95 - 0.035 && share < 0.95 + 0.027, "\(share)")
    }
  }
}
