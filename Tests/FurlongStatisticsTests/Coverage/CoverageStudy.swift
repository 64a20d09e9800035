import Dispatch
import Foundation
import FurlongNumerics
import FurlongStatistics

/// An interval under study: whose value it should hold, and how a sample makes it.
struct CoveredInterval<Sample>: Sendable {
  /// What the table calls it.
  var name: String
  /// The value that it should hold.
  var truth: Double
  /// The interval that a sample makes; nil, or an error, where it makes none.
  var make: @Sendable (Sample) throws -> ConfidenceInterval?
}

/// In how many samples an interval held the truth.
struct Coverage: Sendable {
  var held = 0
  /// In how many samples there was an interval at all.
  var made = 0

  /// The share of the intervals made that held the truth.
  var share: Double { made == 0 ? 0 : Double(held) / Double(made) }

  /// Between which shares 99 % of such studies would end, if the interval held 95 times in 100.
  func bounds() throws -> (low: Double, high: Double) {
    let binomial = try BinomialDistribution(trials: max(1, made), success: 0.95)
    let count = Double(max(1, made))
    return (
      Double(try binomial.quantile(0.005)) / count, Double(try binomial.quantile(0.995)) / count
    )
  }

  /// Whether the share lies below, between or above the bounds.
  func verdict() throws -> Verdict {
    let bounds = try bounds()
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
    nonisolated(unsafe) var total = [Coverage](repeating: Coverage(), count: intervals.count)
    DispatchQueue.concurrentPerform(iterations: blocks) { block in
      var part = [Coverage](repeating: Coverage(), count: intervals.count)
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

/// One row of the table: an interval in a population, at every size.
struct CoverageRow: Sendable {
  var interval: String
  var population: String
  var sizes: [Int]
  var coverage: [Coverage]
}

/// The table that `docs/methods/coverage.md` holds.
struct CoverageTable {
  var rows: [CoverageRow]
  var replications: Int

  /// The rows as Markdown, the observed share in per cent with an arrow where it leaves the bounds.
  func markdown() throws -> String {
    var lines = [
      "| interval | data | " + CoverageStudy.sizes.map { "n = \($0)" }.joined(separator: " | ")
        + " |",
      "| --- | --- |" + CoverageStudy.sizes.map { _ in " ---: |" }.joined(),
    ]
    for row in rows {
      let cells = try row.coverage.map { coverage in
        if coverage.made == 0 { return "–" }
        let mark =
          switch try coverage.verdict() {
          case .below: " ↓"
          case .above: " ↑"
          case .within: ""
          }
        let few = coverage.made < replications ? " (of \(coverage.made))" : ""
        return String(format: "%.1f", 100 * coverage.share) + mark + few
      }
      lines.append("| \(row.interval) | \(row.population) | \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n")
  }
}
