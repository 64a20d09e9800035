import FurlongNumerics

/// The mean change of persons measured twice, with its t interval.
public struct PairedTTest: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The change from one occasion to a later one: later minus earlier.
  ///
  /// ```
  /// D = after − before     SE = sd(D) / √n     t = D̄ / SE, df = n − 1     D̄ ± t(1−α/2; df) SE
  /// ```
  ///
  /// Agrees with R 4.2's `t.test(after, before, paired = TRUE)` to 1e-10. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one value a person.
  ///   - after: finite, in the same order.
  /// - Returns: the change and what it is made of; negative where values fell.
  /// - Throws: `unequalLengths`; `tooFew` for fewer than two pairs; `notFinite`; `noVariation` where
  ///   everyone changed by the same amount; `overflow`; `outsideRange` for the confidence.
  public func change(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> PairedChange {
    try requireLevel(confidence)
    if before.count != after.count { throw .unequalLengths(before.count, after.count) }
    if before.count < 2 { throw .tooFew(of: "pairs", count: before.count, needed: 2) }
    let first = try Moments(of: before, "values before")
    let second = try Moments(of: after, "values after")
    let differences = zip(before, after).map { $1 - $0 }
    let changes = try Moments(of: differences, "changes")
    let n = Double(changes.count)
    if changes.isConstant(at: max(abs(first.mean), abs(second.mean))) {
      throw .noVariation(in: "changes", count: changes.count)
    }
    let standardError = changes.sd / n.squareRoot()
    let level = confidence
    let t = changes.mean / standardError
    let (half, p) = try numerically { () throws(NumericsError) in
      let distribution = try StudentT(df: n - 1)
      let critical = try -distribution.quantile((1 - level) / 2)
      return (critical * standardError, try distribution.bothTails(t))
    }
    return PairedChange(
      count: changes.count, meanBefore: first.mean, sdBefore: first.sd, meanAfter: second.mean,
      sdAfter: second.sd, meanChange: changes.mean, sdChange: changes.sd,
      standardError: standardError,
      interval: ConfidenceInterval(
        low: changes.mean - half, high: changes.mean + half, level: level),
      t: t, df: n - 1, p: p,
      correlation: try PearsonCorrelation().coefficient(
        between: before, first, and: after, second))
  }
}

/// The change between two occasions of the same persons: later minus earlier.
public struct PairedChange: Codable, Equatable, Sendable {
  /// How many pairs it is made of.
  public let count: Int
  /// The mean on the earlier occasion.
  public let meanBefore: Double
  /// The standard deviation on the earlier occasion.
  public let sdBefore: Double
  /// The mean on the later occasion.
  public let meanAfter: Double
  /// The standard deviation on the later occasion.
  public let sdAfter: Double
  /// The mean of later minus earlier.
  public let meanChange: Double
  /// The standard deviation of the changes.
  public let sdChange: Double
  /// The standard error of the mean change.
  public let standardError: Double
  /// The t interval of the mean change.
  public let interval: ConfidenceInterval
  /// The mean change in standard errors.
  public let t: Double
  /// The degrees of freedom: pairs minus one.
  public let df: Double
  /// The two-sided probability of a t at least as far from 0, if the true mean change were 0.
  public let p: Double
  /// Pearson's correlation of the two occasions, or nil where one of them does not vary.
  public let correlation: Double?
}
