/// Change relative to what others of the group changed, with the return of extreme scores to the mean.
public struct HsuLinnLord: Equatable, Sendable {
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

  /// The index of each person, from which the group's own mean change is taken out.
  ///
  /// ```
  /// ((x₂ − M₂) − r (x₁ − M₁)) / (s₁ √(1 − r²))
  /// ```
  ///
  /// Linn & Slinde 1977, doi:10.3102/00346543047001121; Hsu 1989, Behavioral Assessment 11:459–467. Of a
  /// group that improved, someone who improved less counts as deteriorated: an answer to "more or less
  /// than the others?", not to "better?". O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: the group, on both occasions.
  ///   - better: which scores are the better ones.
  /// - Returns: indices with the sign of later minus expected.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` of the reference, `overflow`.
  public func judge(
    from before: [Double], to after: [Double], reference: ReferenceScores, better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    let departures = try TrueScoreDepartures(
      from: before, to: after, reference: reference, reliability: reliability,
      shift: reference.meanChange)
    return try JudgedChanges(
      method: .hsuLinnLord, critical: z,
      numerators: departures.points, standardError: departures.error.ofPrediction, better: better)
  }
}
