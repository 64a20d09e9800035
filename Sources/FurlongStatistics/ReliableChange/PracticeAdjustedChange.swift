/// Which spreads the error of a difference is made from in the practice-adjusted index.
public enum DifferenceSpread: String, Codable, CaseIterable, Sendable {
  /// √(S_E1² + S_E2²), each from its own occasion: Iverson 2001.
  case bothOccasions = "both_occasions"
  /// √2 S_E1, from the first occasion alone: Chelune and colleagues 1993.
  case firstOccasion = "first_occasion"
}

/// Reliable change beyond what people gain who only took the test again.
public struct PracticeAdjustedChange: Equatable, Sendable {
  /// The scale's reliability, or nil for the retest correlation of the reference group.
  public let reliability: Double?
  /// Which spreads the error of the difference is made from.
  public let spread: DifferenceSpread
  /// The number of standard errors that counts as reliable.
  public let z: Double

  /// Chooses reliability and spread.
  ///
  /// - Parameters:
  ///   - reliability: strictly between 0 and 1, or nil for the retest correlation of the reference.
  ///   - spread: from both occasions, or from the first alone.
  ///   - z: 1.645, for the 90% that these papers use.
  /// - Throws: `outsideRange`.
  public init(
    reliability: Double? = nil, spread: DifferenceSpread = .bothOccasions, z: Double = 1.645
  ) throws(StatisticsError) {
    if let reliability { try ErrorOfMeasurement.require(reliability) }
    try JudgedChanges.require(critical: z)
    self.reliability = reliability
    self.spread = spread
    self.z = z
  }

  /// The index of each person, less the mean change of people who had no programme.
  ///
  /// ```
  /// (x₂ − x₁ − (M₂ − M₁)) / √(S_E1² + S_E2²)        S_E = s √(1 − r)
  /// ```
  ///
  /// Chelune, Naugle, Lüders, Sedlak & Awad 1993, doi:10.1037/0894-4105.7.1.41; Iverson 2001,
  /// doi:10.1016/S0887-6177(00)00060-3. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: a group without the programme, tested as far apart.
  ///   - better: which scores are the better ones.
  /// - Returns: indices with the sign of later minus earlier.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` of the reference, `outsideRange`
  ///   for a retest correlation that is no reliability, `overflow`.
  public func judge(
    from before: [Double], to after: [Double], reference: ReferenceScores, better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    try JudgedChanges.require(before, after)
    guard let retest = reliability ?? reference.correlation else {
      throw .noVariation(in: "scores of the reference group", count: reference.count)
    }
    let first = try reference.error(reliability: retest)
    let second =
      switch spread {
      case .firstOccasion: first
      case .bothOccasions: try later(reference, retest)
      }
    let practice = reference.meanChange
    return try JudgedChanges(
      method: .practiceAdjusted, critical: z,
      numerators: zip(before, after).map { $1 - $0 - practice },
      standardError: (first.points * first.points + second.points * second.points).squareRoot(),
      better: better)
  }

  private func later(
    _ reference: ReferenceScores, _ retest: Double
  ) throws(StatisticsError) -> ErrorOfMeasurement {
    if reference.sdAfter == 0 { throw .noVariation(in: "scores after", count: reference.count) }
    return try ErrorOfMeasurement(sd: reference.sdAfter, reliability: retest)
  }
}
