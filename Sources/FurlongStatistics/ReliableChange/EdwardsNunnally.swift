/// Whether the later score lies outside an interval about the true score before.
public struct EdwardsNunnally: Equatable, Sendable {
  /// The scale's reliability, strictly between 0 and 1.
  public let reliability: Double
  /// The number of standard errors that counts as reliable; Edwards and colleagues took 2.
  public let z: Double

  /// Chooses the scale's reliability.
  ///
  /// - Parameters:
  ///   - reliability: strictly between 0 and 1.
  ///   - z: 1.96, so that methods compare; 2 in the paper.
  /// - Throws: `outsideRange`.
  public init(reliability: Double, z: Double = 1.96) throws(StatisticsError) {
    try ErrorOfMeasurement.require(reliability)
    try JudgedChanges.require(critical: z)
    self.reliability = reliability
    self.z = z
  }

  /// The index of each person: the later score against the estimated true score before.
  ///
  /// ```
  /// (x₂ − (r (x₁ − M₁) + M₁)) / S_E
  /// ```
  ///
  /// Speer 1992, doi:10.1037/0022-006X.60.3.402, after Edwards, Yarvis, Mueller, Zingale & Wagman 1978.
  /// The error of the later score alone is in the denominator, so that more people count as changed
  /// than by ``GulliksenLordNovick``: always √(1 + r) times its index. O(n).
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
      method: .edwardsNunnally, critical: z,
      numerators: departures.points, standardError: departures.error.points, better: better)
  }
}
