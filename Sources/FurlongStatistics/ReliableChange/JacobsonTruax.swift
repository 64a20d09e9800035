/// Reliable change: whether one person's change is more than the scale's error of measurement.
public struct JacobsonTruax: Equatable, Sendable {
  /// The scale's reliability, strictly between 0 and 1.
  public let reliability: Double
  /// The standard deviation of the scale before, in points.
  public let sd: Double
  /// The number of standard errors that counts as reliable.
  public let z: Double
  private let error: ErrorOfMeasurement

  /// Chooses the scale's reliability and standard deviation.
  ///
  /// - Parameters:
  ///   - reliability: strictly between 0 and 1; the source says of what kind it is.
  ///   - sd: above 0, in points of the scale.
  ///   - z: 1.96 as published, not the normal quantile 1.95996….
  /// - Throws: `outsideRange`.
  public init(reliability: Double, sd: Double, z: Double = 1.96) throws(StatisticsError) {
    error = try ErrorOfMeasurement(sd: sd, reliability: reliability)
    try JudgedChanges.require(critical: z)
    self.reliability = reliability
    self.sd = sd
    self.z = z
  }

  /// The standard error of measurement of one score, in points.
  ///
  /// ```
  /// S_E = SD √(1 − r)
  /// ```
  public var errorOfMeasurement: Double { error.points }

  /// The change that must be exceeded to be reliable, in points.
  ///
  /// ```
  /// 1.96·√2·SD·√(1−r)
  /// ```
  ///
  /// Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12, after Christensen & Mendoza 1986.
  public var threshold: Double {
    Self.threshold(of: errorOfMeasurement, z)
  }

  private static func threshold(of error: Double, _ z: Double) -> Double {
    z * 2.0.squareRoot() * error
  }

  /// The change that must be exceeded to be reliable, in points, where the error of measurement itself was published.
  ///
  /// ```
  /// 1.96·√2·S_E
  /// ```
  ///
  /// - Parameters:
  ///   - error: the standard error of measurement of one score, above 0, in points.
  ///   - z: 1.96 as published.
  /// - Throws: `outsideRange`.
  public static func threshold(error: Double, z: Double = 1.96) throws(StatisticsError) -> Double {
    if !(error > 0 && error.isFinite) {
      throw .outsideRange(what: "error of measurement", value: error, expected: "above 0")
    }
    try JudgedChanges.require(critical: z)
    return threshold(of: error, z)
  }

  /// Whether one change is reliable, with this method's ``threshold``.
  public func classify(_ change: Double, better: BetterScores) -> ReliableChange {
    ReliableChange(change: change, threshold: threshold, better: better)
  }

  /// The index of each person, and what it makes of the person's change.
  ///
  /// ```
  /// (x₂ − x₁) / (√2 S_E)
  /// ```
  ///
  /// Assumes that a person who did not change scores the same but for two independent errors: whoever
  /// was chosen for an extreme score is expected to come back by ``KelleyEstimate``, which this method
  /// takes for change. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - better: which scores are the better ones; it turns no sign.
  /// - Returns: indices with the sign of later minus earlier.
  /// - Throws: `unequalLengths`, `tooFew` without any pair, `notFinite`, `overflow`.
  public func judge(
    from before: [Double], to after: [Double], better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    try JudgedChanges.require(before, after)
    let changes = zip(before, after).map { $1 - $0 }
    let standardError = 2.0.squareRoot() * errorOfMeasurement
    // The class is that of `classify`: a change at the threshold must not depend on a division.
    return try JudgedChanges(
      method: .jacobsonTruax, critical: z, standardError: standardError, better: better,
      indices: changes.map { $0 / standardError },
      classes: changes.map { classify($0, better: better) })
  }
}
