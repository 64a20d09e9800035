import FurlongNumerics

/// A statistic with the intervals that its bootstrap replicates give.
public struct BootstrapEstimate: Codable, Equatable, Sendable {
  /// The statistic of the whole sample.
  public let estimate: Double
  /// The bias-corrected and accelerated interval, or nil where the diagnostic says why not.
  public let bca: ConfidenceInterval?
  /// The percentile interval, or nil where so many draws were undefined that a limit has none.
  public let percentile: ConfidenceInterval?
  /// The basic interval, the percentile one turned about the estimate: 2θ̂ − θ*; nil with percentile.
  public let basic: ConfidenceInterval?
  /// The normal interval about the estimate less its bias, or nil where draws were undefined.
  public let normal: ConfidenceInterval?
  /// The standard deviation of the replicates, or nil where draws were undefined.
  public let standardError: Double?
  /// The mean of the replicates minus the estimate, or nil where draws were undefined.
  public let bias: Double?
  /// What the BCa interval is made of, or nil where there is none.
  public let correction: BCaCorrection?
  /// Why there is no BCa interval, or nil where there is one.
  public let diagnostic: BootstrapDiagnostic?
  /// How many samples were drawn.
  public let draws: Int
  /// The seed that gives the same draws again.
  public let seed: UInt64
}

/// By how much BCa moves the tails of the percentile interval.
public struct BCaCorrection: Codable, Equatable, Sendable {
  /// z₀: the normal quantile of the share of replicates below the estimate.
  public let bias: Double
  /// Efron's a.
  public let acceleration: Double
  /// The proportion of replicates below the lower limit.
  public let lower: Double
  /// The proportion of replicates below the upper limit.
  public let upper: Double
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
  /// ```
  /// percentile: θ*(α/2), θ*(1 − α/2)            basic: 2θ̂ − θ*(1 − α/2), 2θ̂ − θ*(α/2)
  /// normal: θ̂ − bias ± z sd(θ*)                 BCa: θ*(α₁), θ*(α₂)
  /// ```
  ///
  /// Davison & Hinkley 1997, ch. 5, doi:10.1017/CBO9780511802843. O(B log B).
  ///
  /// - Parameters:
  ///   - estimate: the statistic of the whole sample.
  ///   - replicates: the statistic of each drawn sample where it is defined, finite, in any order.
  ///   - undefined: in how many drawn samples it was undefined.
  ///   - seed: the seed of the draws.
  ///   - level: the confidence of the intervals.
  ///   - acceleration: Efron's a, or nil where it is undefined.
  ///   - quantiles: how quantiles of the replicates are defined.
  ///   - ties: whether replicates that equal the estimate count.
  /// - Throws: `outsideRange` for the level, `notFinite`, `tooFew` without any draw, `numerics`.
  public init(
    estimate: Double, replicates: [Double], undefined: Int = 0, seed: UInt64, level: Double,
    acceleration: Double?, quantiles: ReplicateQuantiles = .normalScale,
    ties: ReplicateTies = .half
  ) throws(StatisticsError) {
    try requireLevel(level)
    try requireFinite(replicates, "replicates")
    let draws = replicates.count + undefined
    if draws < 1 { throw .tooFew(of: "draws", count: draws, needed: 1) }
    let replicates = replicates.sorted()
    let tail = (1 - level) / 2
    var percentile: ConfidenceInterval?
    var basic: ConfidenceInterval?
    if Double(undefined) < tail * Double(draws) {
      let low = try quantiles.value(tail, of: replicates)
      let high = try quantiles.value(1 - tail, of: replicates)
      percentile = ConfidenceInterval(low: low, high: high, level: level)
      basic = Self.finite(2 * estimate - high, 2 * estimate - low, level)
    }
    var bca: ConfidenceInterval?
    var correction: BCaCorrection?
    var diagnostic: BootstrapDiagnostic?
    if undefined > 0 {
      diagnostic = .undefinedDraws(undefined)
    } else if replicates[replicates.count - 1] - replicates[0] <= Self.slack(replicates) {
      diagnostic = .noVariation
    } else if let acceleration {
      correction = try Self.correction(
        estimate, replicates, acceleration: acceleration, tail: tail, ties)
      if let correction {
        bca = ConfidenceInterval(
          low: try quantiles.value(correction.lower, of: replicates),
          high: try quantiles.value(correction.upper, of: replicates), level: level)
      } else {
        diagnostic = .beyondDraws
      }
    } else {
      diagnostic = .noAcceleration
    }
    let spread = undefined == 0 ? try Self.spread(estimate, replicates, tail: tail) : nil
    self.init(
      estimate: estimate, bca: bca, percentile: percentile, basic: basic,
      normal: spread.flatMap {
        Self.finite(estimate - $0.bias - $0.half, estimate - $0.bias + $0.half, level)
      },
      standardError: spread?.sd, bias: spread?.bias, correction: correction,
      diagnostic: diagnostic, draws: draws, seed: seed)
  }

  /// By how much replicates may differ and count as equal: sums of the same persons in another order
  /// differ by rounding.
  private static func slack(_ replicates: [Double]) -> Double {
    1e-12 * max(abs(replicates[0]), abs(replicates[replicates.count - 1]))
  }

  private static func finite(_ low: Double, _ high: Double, _ level: Double) -> ConfidenceInterval?
  {
    low.isFinite && high.isFinite ? ConfidenceInterval(low: low, high: high, level: level) : nil
  }

  /// Bias, standard deviation and half the width of the normal interval; nil for one replicate, or where
  /// squares overflow.
  private static func spread(
    _ estimate: Double, _ replicates: [Double], tail: Double
  ) throws(StatisticsError) -> (bias: Double, sd: Double, half: Double)? {
    guard replicates.count > 1, let moments = try? Moments(of: replicates, "replicates") else {
      return nil
    }
    let z = try numerically { () throws(NumericsError) in
      try -NormalDistribution().quantile(tail)
    }
    return (moments.mean - estimate, moments.sd, z * moments.sd)
  }

  /// How far BCa moves the tails, or nil where a limit lies beyond the draws.
  private static func correction(
    _ estimate: Double, _ replicates: [Double], acceleration: Double, tail: Double,
    _ ties: ReplicateTies
  ) throws(StatisticsError) -> BCaCorrection? {
    let slack = slack(replicates)
    let below = replicates.partitioningCount { $0 < estimate - slack }
    let upTo = replicates.partitioningCount { $0 <= estimate + slack }
    let equal = ties == .half ? Double(upTo - below) / 2 : 0
    let share = (Double(below) + equal) / Double(replicates.count)
    if share <= 0 || share >= 1 { return nil }
    let z0 = try numerically { () throws(NumericsError) in
      try NormalDistribution().quantile(share)
    }
    func moved(_ tail: Double) throws(StatisticsError) -> Double? {
      let z = try numerically { () throws(NumericsError) in
        try z0 + NormalDistribution().quantile(tail)
      }
      let denominator = 1 - acceleration * z
      if denominator <= 0 { return nil }
      let p = try numerically { () throws(NumericsError) in
        try NormalDistribution().lowerTail(z0 + z / denominator)
      }
      let edge = 1 / Double(replicates.count + 1)
      return p < edge || p > 1 - edge ? nil : p
    }
    guard let lower = try moved(tail), let upper = try moved(1 - tail) else { return nil }
    return BCaCorrection(bias: z0, acceleration: acceleration, lower: lower, upper: upper)
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
