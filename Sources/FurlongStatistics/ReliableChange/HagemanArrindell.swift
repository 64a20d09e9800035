/// Reliable change in true scores, for persons and for the group.
public struct HagemanArrindell: Equatable, Sendable {
  /// The scale's reliability before, strictly between 0 and 1.
  public let reliability: Double
  /// The number of standard errors that counts as reliable.
  public let z: Double

  /// Chooses the scale's reliability.
  ///
  /// - Parameters:
  ///   - reliability: before, strictly between 0 and 1.
  ///   - z: 1.65 as published: 5% in the direction looked at.
  /// - Throws: `outsideRange`.
  public init(reliability: Double, z: Double = 1.65) throws(StatisticsError) {
    try ErrorOfMeasurement.require(reliability)
    try JudgedChanges.require(critical: z)
    self.reliability = reliability
    self.z = z
  }

  /// The reliabilities of both occasions and of the change, if the error is the same on both.
  ///
  /// ```
  /// r_k  = (s_k² − S_E²) / s_k²
  /// r_dd = (s₁² r₁ + s₂² r₂ − 2 s₁ s₂ r₁₂) / (s₁² + s₂² − 2 s₁ s₂ r₁₂)
  /// ```
  ///
  /// - Parameter reference: the group, on both occasions, with its correlation.
  /// - Throws: `noVariation` where scores or changes do not vary, `outsideRange` where they vary no more
  ///   than errors alone would.
  public func reliabilities(
    in reference: ReferenceScores
  ) throws(StatisticsError) -> TrueScoreReliabilities {
    let error = try reference.error(reliability: reliability)
    guard let correlation = reference.correlation, reference.sdAfter > 0 else {
      throw .noVariation(in: "scores after", count: reference.count)
    }
    let (s1, s2) = (reference.sdBefore, reference.sdAfter)
    // (s₁ − s₂)² + 2 s₁ s₂ (1 − r₁₂), which does not cancel.
    let changes = (s1 - s2) * (s1 - s2) + 2 * s1 * s2 * (1 - correlation)
    if changes <= 0 { throw .noVariation(in: "changes", count: reference.count) }
    let square = error.points * error.points
    let answer = TrueScoreReliabilities(
      errorOfMeasurement: error.points, before: reliability, after: (s2 * s2 - square) / (s2 * s2),
      change: (changes - 2 * square) / changes)
    for (name, value) in [("scores after", answer.after), ("changes", answer.change)]
    where !(value > 0) {
      throw .outsideRange(what: "reliability of the \(name)", value: value, expected: "above 0")
    }
    return answer
  }

  /// The index of each person: the estimated true change.
  ///
  /// ```
  /// ((x₂ − x₁) r_dd + (M₂ − M₁)(1 − r_dd)) / (√r_dd √2 S_E)
  /// ```
  ///
  /// A person's change is drawn towards the group's, the more the less reliable changes are. Hageman &
  /// Arrindell 1999, doi:10.1016/S0005-7967(99)00032-7. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: the group, on both occasions, with its correlation.
  ///   - better: which scores are the better ones.
  /// - Returns: indices with the sign of later minus earlier.
  /// - Throws: as ``reliabilities(in:)``, and `unequalLengths`, `tooFew`, `notFinite`, `overflow`.
  public func judge(
    from before: [Double], to after: [Double], reference: ReferenceScores, better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    try JudgedChanges.require(before, after)
    let r = try reliabilities(in: reference)
    let shift = reference.meanChange * (1 - r.change)
    return try JudgedChanges(
      method: .hagemanArrindell, critical: z,
      numerators: zip(before, after).map { ($1 - $0) * r.change + shift },
      standardError: (2 * r.change).squareRoot() * r.errorOfMeasurement, better: better)
  }
}

/// How reliable scores and changes of a group are.
public struct TrueScoreReliabilities: Codable, Equatable, Sendable {
  /// The standard error of one score, in points.
  public let errorOfMeasurement: Double
  /// The reliability of scores before.
  public let before: Double
  /// The reliability of scores after.
  public let after: Double
  /// The reliability of changes.
  public let change: Double
}
