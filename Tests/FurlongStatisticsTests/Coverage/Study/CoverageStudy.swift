import Dispatch
import Foundation
import FurlongNumerics
import FurlongStatistics

/// In how many samples an interval held the truth.
struct Coverage: Sendable {
  /// How often it should hold it.
  var level = 0.95
  var held = 0
  /// In how many samples there was an interval at all.
  var made = 0

  /// The share of the intervals made that held the truth.
  var share: Double { made == 0 ? 0 : Double(held) / Double(made) }

  /// Between which shares 99 % of such studies would end, or all but two tails, if the interval held as often
  /// as it should.
  func bounds(tail: Double = 0.005) throws -> (low: Double, high: Double) {
    let binomial = try BinomialDistribution(trials: max(1, made), success: level)
    let count = Double(max(1, made))
    return (
      Double(try binomial.quantile(tail)) / count, Double(try binomial.quantile(1 - tail)) / count
    )
  }

  /// Whether the share lies below, between or above the bounds.
  func verdict(tail: Double = 0.005) throws -> Verdict {
    let bounds = try bounds(tail: tail)
    return share < bounds.low ? .below : share > bounds.high ? .above : .within
  }

  enum Verdict: Sendable { case below, within, above }
}

/// Draws many samples and counts how often each interval held the truth.
struct CoverageStudy: Sendable {
  /// How many samples are drawn for every population and size.
  var replications: Int

  /// The sizes of the samples.
  static let sizes = [10, 20, 50, 200]

  /// Counts for every interval, in their order.
  ///
  /// Sample i has the stream i, so that neither the number of threads
  /// nor the order of the work matters.
  func count<Sample>(
    _ intervals: [CoveredInterval<Sample>], seed: UInt64,
    draw: @escaping @Sendable (inout RandomStream) throws -> Sample
  ) -> [Coverage] {
    let blocks = 16
    let lock = NSLock()
    let none = intervals.map { Coverage(level: $0.level) }
    nonisolated(unsafe) var total = none
    DispatchQueue.concurrentPerform(iterations: blocks) { block in
      var part = none
      for sample in stride(from: block, to: replications, by: blocks) {
        var stream = RandomStream(seed: seed, stream: UInt64(sample))
        guard let drawn = try? draw(&stream) else { continue }
        for (index, interval) in intervals.enumerated() {
          guard let made = try? interval.make(drawn) else { continue }
          part[index].made += 1
          if made.contains(interval.truth) { part[index].held += 1 }
        }
      }
      lock.withLock {
        for index in part.indices {
          total[index].made += part[index].made
          total[index].held += part[index].held
        }
      }
    }
    return total
  }
}
