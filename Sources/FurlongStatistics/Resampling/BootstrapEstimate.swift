import FurlongNumerics

/// A statistic with the intervals that its bootstrap replicates give.
public struct BootstrapEstimate: Codable, Equatable, Sendable {
  /// The statistic of the whole sample.
  public let estimate: Double
  /// The bias-corrected and accelerated interval, or nil where the diagnostic says why not.
  public let bca: ConfidenceInterval?
  /// The percentile interval, or nil where so many draws were undefined that a limit has none.
  public let percentile: ConfidenceInterval?
  /// Why there is no BCa interval, or nil where there is one.
  public let diagnostic: BootstrapDiagnostic?
  /// How many samples were drawn.
  public let draws: Int
  /// The seed that gives the same draws again.
  public let seed: UInt64
}

/// Why a bootstrap has no BCa interval.
public enum BootstrapDiagnostic: Codable, Equatable, Sendable {
  /// Every draw gave the same value.
  case noVariation
  /// The statistic was undefined in this many draws, such as a ratio to no events.
  case undefinedDraws(Int)
  /// Leaving one person out makes the statistic undefined, or changes nothing.
  case noAcceleration
  /// The limits lie beyond the smallest or the largest draw.
  case beyondDraws
}

extension BootstrapEstimate {
  /// Makes the intervals of replicates that were drawn before.
  ///
  /// - Parameters:
  ///   - estimate: the statistic of the whole sample.
  ///   - replicates: the statistic of each drawn sample where it is defined, finite, in any order.
  ///   - undefined: in how many drawn samples it was undefined.
  ///   - seed: the seed of the draws.
  ///   - level: the confidence of the intervals.
  ///   - acceleration: Efron's a, or nil where it is undefined.
  /// - Throws: `outsideRange` for the level, `notFinite`, `tooFew` without any draw, `numerics`.
  public init(
    estimate: Double, replicates: [Double], undefined: Int = 0, seed: UInt64, level: Double,
    acceleration: Double?
  ) throws(StatisticsError) {
    try requireLevel(level)
    try requireFinite(replicates, "replicates")
    let draws = replicates.count + undefined
    if draws < 1 { throw .tooFew(of: "draws", count: draws, needed: 1) }
    let replicates = replicates.sorted()
    let tail = (1 - level) / 2
    var percentile: ConfidenceInterval?
    if Double(undefined) < tail * Double(draws) {
      percentile = ConfidenceInterval(
        low: try Self.quantile(tail, of: replicates),
        high: try Self.quantile(1 - tail, of: replicates), level: level)
    }
    var bca: ConfidenceInterval?
    var diagnostic: BootstrapDiagnostic?
    if undefined > 0 {
      diagnostic = .undefinedDraws(undefined)
    } else if replicates[replicates.count - 1] - replicates[0] <= Self.slack(replicates) {
      diagnostic = .noVariation
    } else if let acceleration {
      bca = try Self.bca(estimate, replicates, acceleration: acceleration, level: level)
      if bca == nil { diagnostic = .beyondDraws }
    } else {
      diagnostic = .noAcceleration
    }
    self.init(
      estimate: estimate, bca: bca, percentile: percentile, diagnostic: diagnostic, draws: draws,
      seed: seed)
  }

  /// By how much replicates may differ and count as equal: sums of the same persons in another order
  /// differ by rounding.
  private static func slack(_ replicates: [Double]) -> Double {
    1e-12 * max(abs(replicates[0]), abs(replicates[replicates.count - 1]))
  }

  /// The BCa interval, or nil where a limit lies beyond the draws.
  private static func bca(
    _ estimate: Double, _ replicates: [Double], acceleration: Double, level: Double
  ) throws(StatisticsError) -> ConfidenceInterval? {
    let slack = slack(replicates)
    let below = replicates.partitioningCount { $0 < estimate - slack }
    let upTo = replicates.partitioningCount { $0 <= estimate + slack }
    let share = (Double(below) + Double(upTo - below) / 2) / Double(replicates.count)
    if share <= 0 || share >= 1 { return nil }
    let z0 = try numerically { () throws(NumericsError) in
      try NormalDistribution().quantile(share)
    }
    func limit(_ tail: Double) throws(StatisticsError) -> Double? {
      let z = try numerically { () throws(NumericsError) in
        try z0 + NormalDistribution().quantile(tail)
      }
      let denominator = 1 - acceleration * z
      if denominator <= 0 { return nil }
      let p = try numerically { () throws(NumericsError) in
        try NormalDistribution().lowerTail(z0 + z / denominator)
      }
      let edge = 1 / Double(replicates.count + 1)
      if p < edge || p > 1 - edge { return nil }
      return try quantile(p, of: replicates)
    }
    let tail = (1 - level) / 2
    guard let low = try limit(tail), let high = try limit(1 - tail) else { return nil }
    return ConfidenceInterval(low: low, high: high, level: level)
  }

  /// The (B + 1)p-th of sorted replicates, interpolated between two on the normal scale.
  private static func quantile(
    _ p: Double, of replicates: [Double]
  ) throws(StatisticsError) -> Double {
    let count = replicates.count
    let rank = Double(count + 1) * p
    // 10,000 × 0.025 may fall an ulp short of 250.
    let k = Int((rank + 1e-9).rounded(.down))
    if k < 1 { return replicates[0] }
    if k >= count { return replicates[count - 1] }
    if abs(rank - Double(k)) <= 1e-9 { return replicates[k - 1] }
    let weight = try numerically { () throws(NumericsError) in
      let normal = NormalDistribution()
      let start = try normal.quantile(Double(k) / Double(count + 1))
      let end = try normal.quantile(Double(k + 1) / Double(count + 1))
      return try (normal.quantile(p) - start) / (end - start)
    }
    return replicates[k - 1] + weight * (replicates[k] - replicates[k - 1])
  }
}

extension [Double] {
  /// How many leading values of a sorted array meet a condition.
  fileprivate func partitioningCount(_ condition: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
