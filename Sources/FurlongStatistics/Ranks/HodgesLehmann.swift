import FurlongNumerics

/// Where the middle of changes lies, or how far apart two groups do, without means.
public struct HodgesLehmann: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// What becomes of differences of 0 in ``centre(of:)``.
  public var zeros: ZeroDifferences
  /// Up to how many values the distribution of ranks is exact; at most 1,000 differences, or 200 values in two
  /// groups.
  public var exactLimit: Int

  /// Chooses the confidence, what becomes of differences of 0, and up to how many values ranks are exact.
  public init(
    confidence: Double = 0.95, zeros: ZeroDifferences = .keep, exactLimit: Int = 1000
  ) {
    self.confidence = confidence
    self.zeros = zeros
    self.exactLimit = exactLimit
  }

  /// The middle of changes: the median of the means of each two of them.
  ///
  /// ```
  /// A = (dᵢ + dⱼ)/2, i ≤ j, in order: N = n(n + 1)/2 of them
  /// median A        A₍ₖ₎ to A₍N+1−ₖ₎     k = ⌊c⌋ + 1,  c: the highest with P(W⁺ ≤ c) < α/2
  /// ```
  ///
  /// W⁺ is that of ``WilcoxonSignedRank`` for all signs of the ranks observed, so exact with ties too; zeros
  /// that are kept share the lowest rank. The interval's own level, 1 − 2P(W⁺ ≤ c), is in the answer.
  /// O(n) memory and O(n log n + n · W⁺) time: the means of two are never held. Agrees with R 4.2.2's
  /// `wilcox.test(conf.int = TRUE)` without ties, and with enumeration. Hodges & Lehmann 1963,
  /// doi:10.1214/aoms/1177704172.
  ///
  /// - Parameter differences: later minus earlier, finite, at least one.
  /// - Returns: the centre; its interval is nil where there are too few differences for the level.
  /// - Throws: `tooFew`, also where only zeros are left to drop; `notFinite`, `outsideRange`.
  public func centre(of differences: [Double]) throws(StatisticsError) -> LocationEstimate {
    try requireLevel(confidence)
    try requireFinite(differences, "differences")
    let used = (zeros == .keep ? differences : differences.filter { $0 != 0 }).sorted()
    if used.isEmpty { throw .tooFew(of: "differences", count: 0, needed: 1) }
    let averages = PairwiseValues(averagesOf: used)
    let doubled = MidRanks(of: used.map { abs($0) }).doubled
    let total = doubled.reduce(0, +)
    let tail = (1 - confidence) / 2
    let exact = used.count <= min(exactLimit, 1000)
    var found: (sum: Double, share: Double)?
    if exact {
      if let lower = SignedRankDistribution(doubled, upTo: total / 2).highest(below: tail) {
        found = (Double(lower.doubledSum) / 2, lower.share)
      }
    } else {
      let squares = doubled.reduce(0.0) { $0 + Double($1) * Double($1) }
      found = try normalPlace(mean: Double(total) / 4, variance: squares / 16)
    }
    return LocationEstimate(
      averages, lowerSum: found, confidence: confidence,
      zerosDropped: differences.count - used.count,
      method: exact ? .exact : .normalApproximation)
  }

  /// How far the group named first lies above the other: the median of all differences of one of each.
  ///
  /// ```
  /// D = xᵢ − yⱼ, in order: N = n₁n₂ of them
  /// median D        D₍ₖ₎ to D₍N+1−ₖ₎     k = ⌊c⌋ + 1,  c: the highest with P(U ≤ c) < α/2
  /// ```
  ///
  /// U is that of ``MannWhitney``, exact with ties too. O(N) memory is not needed: see ``centre(of:)``. It is
  /// a shift only where both groups are spread alike; else it is the median of the differences.
  ///
  /// - Parameters:
  ///   - group: finite, at least one.
  ///   - other: finite, at least one.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public func shift(
    of group: [Double], from other: [Double]
  ) throws(StatisticsError) -> LocationEstimate {
    try requireLevel(confidence)
    let smaller = min(group.count, other.count)
    if smaller < 1 { throw .tooFew(of: "values in a group", count: smaller, needed: 1) }
    try requireFinite(group + other, "values")
    let differences = PairwiseValues(differencesOf: group.sorted(), from: other.sorted())
    let ranks = MidRanks(of: group + other)
    let tail = (1 - confidence) / 2
    let exact = group.count + other.count <= min(exactLimit, 200)
    var found: (sum: Double, share: Double)?
    if exact {
      let distribution = RankSumDistribution(ranks.doubled, chosen: group.count)
      if let lower = distribution.highest(below: tail) {
        found = (Double(lower.sum - group.count * (group.count + 1)) / 2, lower.share)
      }
    } else {
      found = try normalPlace(
        mean: Double(differences.count) / 2,
        variance: ranks.sumVariance(group.count, other.count))
    }
    return LocationEstimate(
      differences, lowerSum: found, confidence: confidence, zerosDropped: 0,
      method: exact ? .exact : .normalApproximation)
  }

  private func normalPlace(
    mean: Double, variance: Double
  ) throws(StatisticsError) -> (sum: Double, share: Double) {
    let z = try normalQuantile(confidence: confidence)
    return (mean - z * variance.squareRoot(), (1 - confidence) / 2)
  }
}

/// What becomes of differences of 0 in the centre of differences.
public enum ZeroDifferences: String, Codable, CaseIterable, Sendable {
  /// They count as what they are: people who stayed where they were.
  case keep
  /// They are left out, as R's `wilcox.test` does.
  case drop
}

/// A middle or a shift with the interval of its ranks.
public struct LocationEstimate: Codable, Equatable, Sendable {
  /// The median of the means, or of the differences, of two: in the units of the values.
  public let estimate: Double
  /// Its interval, or nil where there are too few values for the level.
  public let interval: ConfidenceInterval?
  /// The confidence that the interval really has, at or above the one asked for where it is exact.
  public let coverage: Double?
  /// How many differences of 0 were left out.
  public let zerosDropped: Int
  /// How the distribution of ranks was computed.
  public let method: SignedRankMethod

  init(
    _ values: PairwiseValues, lowerSum: (sum: Double, share: Double)?, confidence: Double,
    zerosDropped: Int, method: SignedRankMethod
  ) {
    estimate = values.median
    if let lowerSum, lowerSum.sum >= 0 {
      let place = Int(lowerSum.sum.rounded(.down)) + 1
      interval = ConfidenceInterval(
        low: values.value(at: place), high: values.value(at: values.count + 1 - place),
        level: confidence)
      coverage = 1 - 2 * lowerSum.share
    } else {
      interval = nil
      coverage = nil
    }
    self.zerosDropped = zerosDropped
    self.method = method
  }
}
