import FurlongNumerics

extension CliffDelta {
  /// How often later values lie above earlier ones: people's own, and those of other people.
  ///
  /// ```
  /// d_w = Σ sᵢᵢ / n          d_b = Σ sᵢⱼ / (n(n − 1)),  i ≠ j          sᵢⱼ = sign(afterᵢ − beforeⱼ)
  /// s²(d_b) = [Σ (eᵢ. + e.ᵢ)² − Σ eᵢⱼ² − Σ eᵢⱼ eⱼᵢ] / (n(n − 1)(n − 2)(n − 3)),  eᵢⱼ = sᵢⱼ − d_b,  i ≠ j
  /// ```
  ///
  /// d_w is how many more people rose than fell, d_b how far the whole group moved against itself. The limits of d_w are
  /// those of ``PairedSuperiority``, of d_b those of ``compare(_:to:)`` with t of n − 1 for z; s² is at least
  /// (1 − d_b²)/(n(n − 1) − 1). Cliff 1993, doi:10.1037/0033-2909.114.3.494. O(n²), without holding the signs.
  ///
  /// - Parameters:
  ///   - before: finite, one value a person, at least four.
  ///   - after: finite, in the same order.
  /// - Returns: both later minus earlier; the order of persons does not matter.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `outsideRange`, `numerics`.
  public func change(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> PairedDominance {
    try requireLevel(confidence)
    if before.count != after.count { throw .unequalLengths(before.count, after.count) }
    let count = before.count
    if count < 4 { throw .tooFew(of: "pairs", count: count, needed: 4) }
    try requireFinite(before, "values before")
    try requireFinite(after, "values after")
    let within = try PairedSuperiority(confidence: confidence).estimate(
      of: zip(before, after).map { $1 - $0 })

    var sums = [Int](repeating: 0, count: count)
    var (net, squares, crossed) = (0, 0, 0)
    for person in 0..<count {
      for other in 0..<count where other != person {
        let sign = Self.sign(after[person], before[other])
        sums[person] += sign
        sums[other] += sign
        net += sign
        squares += sign * sign
        crossed += sign * Self.sign(after[other], before[person])
      }
    }
    let n = Double(count)
    let pairs = n * (n - 1)
    let between = Double(net) / pairs
    var spread = CompensatedSum()
    for sum in sums.sorted() {
      let apart = Double(sum) - 2 * (n - 1) * between
      spread.add(apart * apart)
    }
    let raw = spread.total - (Double(squares + crossed) - 2 * pairs * between * between)
    let variance = max(
      raw / (pairs * (n - 2) * (n - 3)), (1 - between * between) / (pairs - 1))
    let tail = (1 - confidence) / 2
    let critical = try numerically { () throws(NumericsError) in
      try -StudentT(df: n - 1).quantile(tail)
    }
    return PairedDominance(
      count: count, within: 2 * within.estimate - 1,
      withinInterval: ConfidenceInterval(
        low: 2 * within.interval.low - 1, high: 2 * within.interval.high - 1, level: confidence),
      between: between,
      betweenInterval: interval(of: between, variance: variance, z: critical, smaller: n),
      betweenStandardError: variance.squareRoot())
  }

  private static func sign(_ later: Double, _ earlier: Double) -> Int {
    later > earlier ? 1 : later < earlier ? -1 : 0
  }
}

/// How later values lie to earlier ones of the same people: Cliff's d_w and d_b, from −1 to 1.
public struct PairedDominance: Codable, Equatable, Sendable {
  /// How many people have both values.
  public let count: Int
  /// d_w: the share of people who rose, less the share who fell.
  public let within: Double
  /// The interval of d_w: Wilson's, taken over.
  public let withinInterval: ConfidenceInterval
  /// d_b: how often a later value is above another person's earlier one, less how often below.
  public let between: Double
  /// The interval of d_b.
  public let betweenInterval: ConfidenceInterval
  /// The standard error of d_b.
  public let betweenStandardError: Double
}
