/// Reliable change that allows for the return of extreme scores to the mean.
public struct GulliksenLordNovick: Equatable, Sendable {
  /// The scale's reliability, strictly between 0 and 1.
  public let reliability: Double
  /// The number of standard errors that counts as reliable.
  public let z: Double

  /// Chooses the scale's reliability.
  ///
  /// - Parameters:
  ///   - reliability: strictly between 0 and 1.
  ///   - z: 1.96 as published.
  /// - Throws: `outsideRange`.
  public init(reliability: Double, z: Double = 1.96) throws(StatisticsError) {
    try ErrorOfMeasurement.require(reliability)
    try JudgedChanges.require(critical: z)
    self.reliability = reliability
    self.z = z
  }

  /// The index of each person: how far the later score lies from what the earlier one predicts.
  ///
  /// ```
  /// ((x₂ − M₁) − r (x₁ − M₁)) / (s₁ √(1 − r²))
  /// ```
  ///
  /// Hsu 1989, Behavioral Assessment 11:459–467, after Gulliksen 1950 and Lord & Novick 1968. The later
  /// score is compared with ``KelleyEstimate``. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: the population that the people come from; its scores before are used.
  ///   - better: which scores are the better ones.
  /// - Returns: indices with the sign of later minus expected.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` of the reference, `overflow`.
  public func judge(
    from before: [Double], to after: [Double], reference: ReferenceScores, better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    let departures = try TrueScoreDepartures(
      from: before, to: after, reference: reference, reliability: reliability)
    return try JudgedChanges(
      method: .gulliksenLordNovick, critical: z,
      numerators: departures.points, standardError: departures.error.ofPrediction, better: better)
  }
}
