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
    if changes.isConstant(at: max(abs(first.mean), abs(second.mean))) {
      throw .noVariation(in: "changes", count: changes.count)
    }
    return try change(
      from: first.summary, to: second.summary, meanChange: changes.mean, sdChange: changes.sd,
      correlation: PearsonCorrelation().coefficient(
        between: before, first, and: after, second))
  }

  /// The same from what a paper says of the two occasions.
  ///
  /// ```
  /// sd(D)² = s₁² + s₂² − 2 r s₁ s₂
  /// ```
  ///
  /// - Parameters:
  ///   - before: the earlier occasion.
  ///   - after: the later occasion, of the same persons.
  ///   - correlation: of the two occasions, from −1 to 1.
  /// - Throws: `tooFew`, `unequalLengths`, `outsideRange`; `noVariation` where everyone changed by the same
  ///   amount.
  public func change(
    from before: GroupSummary, to after: GroupSummary, correlation: Double
  ) throws(StatisticsError) -> PairedChange {
    try requireLevel(confidence)
    try before.require()
    try after.require()
    if before.count != after.count { throw .unequalLengths(before.count, after.count) }
    if !(abs(correlation) <= 1) {
      throw .outsideRange(what: "correlation", value: correlation, expected: "from -1 to 1")
    }
    // (s₁ − s₂)² + 2(1 − r)s₁s₂ loses nothing to cancellation where r is near 1.
    let apart = before.sd - after.sd
    let variance = apart * apart + 2 * (1 - correlation) * before.sd * after.sd
    if !(variance > 0) { throw .noVariation(in: "changes", count: before.count) }
    return try change(
      from: before, to: after, meanChange: after.mean - before.mean,
      sdChange: variance.squareRoot(),
      correlation: before.sd > 0 && after.sd > 0 ? correlation : nil)
  }

  /// The t interval of a mean change whose standard deviation is known and above 0.
  func change(
    from before: GroupSummary, to after: GroupSummary, meanChange: Double, sdChange: Double,
    correlation: Double?
  ) throws(StatisticsError) -> PairedChange {
    let n = Double(before.count)
    let standardError = sdChange / n.squareRoot()
    let level = confidence
    let t = meanChange / standardError
    guard t.isFinite else { throw .overflow(in: "change in standard errors") }
    let (half, p) = try numerically { () throws(NumericsError) in
      let distribution = try StudentT(df: n - 1)
      let critical = try -distribution.quantile((1 - level) / 2)
      return (critical * standardError, try distribution.bothTails(t))
    }
    return PairedChange(
      count: before.count, meanBefore: before.mean, sdBefore: before.sd, meanAfter: after.mean,
      sdAfter: after.sd, meanChange: meanChange, sdChange: sdChange,
      standardError: standardError,
      interval: ConfidenceInterval(
        low: meanChange - half, high: meanChange + half, level: level),
      t: t, df: n - 1, p: p, correlation: correlation)
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
