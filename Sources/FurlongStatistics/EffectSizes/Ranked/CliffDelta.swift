import FurlongNumerics

/// How far one group lies above another by rank: the rank-biserial correlation of two groups.
public struct CliffDelta: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The share of pairs in which the group named first is higher, less that in which it is lower.
  ///
  /// ```
  /// dᵢⱼ = sign(xᵢ − yⱼ)     δ = mean d     A = (δ + 1)/2
  /// s² = [m² Σ(dᵢ. − δ)² + n² Σ(d.ⱼ − δ)² − ΣΣ(dᵢⱼ − δ)²] / (nm(n − 1)(m − 1)),  at least (1 − δ²)/(nm − 1)
  /// (δ − δ³ ± z s √((1 − δ²)² + z²s²)) / (1 − δ² + z²s²)
  /// ```
  ///
  /// The variance is that of the data, not that of two groups which are alike; the interval keeps inside
  /// −1 to 1. Where the groups do not overlap δ is 1 or −1 and s is 0: the far limit is then Wilson's, of as
  /// many of as many as are in the smaller group. Cliff 1993, doi:10.1037/0033-2909.114.3.494; Feng & Cliff
  /// 2004, Journal of Modern Applied Statistical Methods 3(2), 322. O((n + m) log (n + m)).
  ///
  /// - Parameters:
  ///   - group: finite, at least two.
  ///   - other: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public func compare(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> Dominance {
    let z = try normalQuantile(confidence: confidence)
    let smaller = min(group.count, other.count)
    if smaller < 2 { throw .tooFew(of: "values in a group", count: smaller, needed: 2) }
    try requireFinite(group + other, "values")
    let (rows, same) = Self.dominances(of: group.sorted(), over: other.sorted())
    let (columns, _) = Self.dominances(of: other.sorted(), over: group.sorted())
    let (n, m) = (Double(group.count), Double(other.count))
    let net = rows.reduce(0, +)
    let delta = Double(net) / (n * m)
    func squares(_ sums: [Int], _ partners: Double, _ mean: Double) -> Double {
      var total = CompensatedSum()
      for sum in sums {
        let deviation = Double(sum) / partners - mean
        total.add(deviation * deviation)
      }
      return total.total
    }
    let all = Double(group.count * other.count - same) - n * m * delta * delta
    let raw = m * m * squares(rows, m, delta) + n * n * squares(columns, n, -delta) - all
    let floor = (1 - delta * delta) / (n * m - 1)
    let variance = max(raw / (n * m * (n - 1) * (m - 1)), floor)
    let higher = (group.count * other.count - same + net) / 2
    return Dominance(
      count: group.count, otherCount: other.count,
      counts: DominanceCounts(higher: higher, same: same, lower: higher - net), delta: delta,
      interval: interval(of: delta, variance: variance, z: z, smaller: Double(smaller)),
      standardError: variance.squareRoot())
  }

  /// Feng & Cliff's interval, for z standard errors.
  func interval(
    of delta: Double, variance: Double, z: Double, smaller: Double
  ) -> ConfidenceInterval {
    if abs(delta) == 1 {
      let far = (smaller - z * z) / (smaller + z * z)
      return ConfidenceInterval(
        low: delta > 0 ? far : -1, high: delta > 0 ? 1 : -far, level: confidence)
    }
    let rest = 1 - delta * delta
    let spread = z * z * variance
    let half = (spread * (rest * rest + spread)).squareRoot()
    return ConfidenceInterval(
      low: max(-1, (delta * rest - half) / (rest + spread)),
      high: min(1, (delta * rest + half) / (rest + spread)), level: confidence)
  }

  /// For each value of the first how many of the second it is above, less how many it is below; and how many
  /// pairs are equal.
  private static func dominances(
    of first: [Double], over second: [Double]
  ) -> (sums: [Int], same: Int) {
    var below = 0
    var upTo = 0
    var same = 0
    let sums = first.map { value in
      while below < second.count && second[below] < value { below += 1 }
      upTo = max(upTo, below)
      while upTo < second.count && second[upTo] == value { upTo += 1 }
      same += upTo - below
      return below - (second.count - upTo)
    }
    return (sums, same)
  }
}

/// How two groups lie to each other, pair by pair: the group named first against the other.
public struct Dominance: Codable, Equatable, Sendable {
  /// The size of the group named first.
  public let count: Int
  /// The size of the other group.
  public let otherCount: Int
  /// In how many pairs of one of each the first is higher, the same and lower.
  public let counts: DominanceCounts
  /// Cliff's δ, also called the rank-biserial correlation, from −1 to 1.
  public let delta: Double
  /// The interval of δ: Feng & Cliff's.
  public let interval: ConfidenceInterval
  /// The standard error of δ.
  public let standardError: Double

  /// A: the share of pairs in which the first is higher, half for equal, with the limits of δ taken over.
  public var superiority: Superiority {
    Superiority(
      estimate: (delta + 1) / 2,
      interval: ConfidenceInterval(
        low: (interval.low + 1) / 2, high: (interval.high + 1) / 2, level: interval.level),
      method: .fengCliff, counts: counts)
  }
}
