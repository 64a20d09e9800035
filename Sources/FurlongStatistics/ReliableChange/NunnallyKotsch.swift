/// Which spread the error of the later score is taken from.
public enum LaterSpread: String, Codable, CaseIterable, Sendable {
  /// That of the later scores: the general form.
  case after
  /// That of the earlier scores, as the R package clinicalsignificance computes it.
  case before
}

/// Reliable change where the scale is not equally reliable on both occasions.
public struct NunnallyKotsch: Equatable, Sendable {
  /// The reliability before, strictly between 0 and 1.
  public let reliabilityBefore: Double
  /// The reliability after, strictly between 0 and 1.
  public let reliabilityAfter: Double
  /// Which spread the error of the later score is taken from.
  public let spread: LaterSpread
  /// The number of standard errors that counts as reliable.
  public let z: Double

  /// Chooses the reliabilities and the spread of the later score.
  ///
  /// - Parameters:
  ///   - reliabilityBefore: strictly between 0 and 1.
  ///   - reliabilityAfter: strictly between 0 and 1.
  ///   - spread: that of the later scores unless a peer is to be matched.
  ///   - z: 1.96 as published.
  /// - Throws: `outsideRange`.
  public init(
    reliabilityBefore: Double, reliabilityAfter: Double, spread: LaterSpread = .after,
    z: Double = 1.96
  ) throws(StatisticsError) {
    for reliability in [reliabilityBefore, reliabilityAfter] {
      try ErrorOfMeasurement.require(reliability)
    }
    try JudgedChanges.require(critical: z)
    self.reliabilityBefore = reliabilityBefore
    self.reliabilityAfter = reliabilityAfter
    self.spread = spread
    self.z = z
  }

  /// The index of each person: the later score against the estimated true score before.
  ///
  /// ```
  /// (x₂ − (r₁ (x₁ − M₁) + M₁)) / √(r₁² s₁² (1 − r₁) + s₂² (1 − r₂))
  /// ```
  ///
  /// Nunnally & Kotsch 1983, doi:10.1111/j.2044-8260.1983.tb00582.x. With ``LaterSpread/before`` s₁
  /// stands for s₂. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: the population that the people come from, on both occasions.
  ///   - better: which scores are the better ones.
  /// - Returns: indices with the sign of later minus expected.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` of the reference, `overflow`.
  public func judge(
    from before: [Double], to after: [Double], reference: ReferenceScores, better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    let departures = try TrueScoreDepartures(
      from: before, to: after, reference: reference, reliability: reliabilityBefore)
    let sd = spread == .after ? reference.sdAfter : reference.sdBefore
    if sd == 0 { throw .noVariation(in: "scores after", count: reference.count) }
    let later = try ErrorOfMeasurement(sd: sd, reliability: reliabilityAfter)
    let carried = reliabilityBefore * departures.error.points
    return try JudgedChanges(
      method: .nunnallyKotsch, critical: z,
      numerators: departures.points,
      standardError: (carried * carried + later.points * later.points).squareRoot(),
      better: better)
  }
}
