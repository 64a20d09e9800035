/// How far a proportion moved in the same persons.
public struct PairedProportionChange: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The proportion after minus the one before.
  ///
  /// ```
  /// (gained − lost)/n     d − √(dl₁² − 2φ dl₁ du₂ + du₂²),  d + √(du₁² − 2φ du₁ dl₂ + dl₂²)
  /// ```
  ///
  /// dl and du are the distances to Wilson's limits of the proportions after (1) and before (2), φ their
  /// correlation with a continuity correction: Newcombe 1998,
  /// doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C, method 10.
  ///
  /// - Parameters:
  ///   - both: how many were yes both times.
  ///   - gained: how many went from no to yes.
  ///   - lost: how many went from yes to no.
  ///   - neither: how many were no both times.
  /// - Throws: `tooFew` without persons, `outsideRange` for a negative count or the confidence.
  public func change(
    both: Int, gained: Int, lost: Int, neither: Int
  ) throws(StatisticsError) -> ProportionChange {
    for count in [both, gained, lost, neither] where count < 0 {
      throw .outsideRange(what: "count", value: Double(count), expected: "0 or more")
    }
    let total = both + gained + lost + neither
    let wilson = WilsonInterval(confidence: confidence)
    let after = try wilson.proportion(both + gained, of: total)
    let before = try wilson.proportion(both + lost, of: total)
    let (a, b, c, d) = (Double(both), Double(gained), Double(lost), Double(neither))
    let margins = (a + b) * (c + d) * (a + c) * (b + d)
    let half = Double(total) / 2
    let raw = a * d - b * c
    let corrected = raw > half ? raw - half : min(raw, 0)
    let phi = margins == 0 ? 0 : corrected / margins.squareRoot()
    func distance(_ first: Double, _ second: Double) -> Double {
      max(0, first * first - 2 * phi * first * second + second * second).squareRoot()
    }
    let change = (b - c) / Double(total)
    let below = distance(
      after.estimate - after.interval.low, before.interval.high - before.estimate)
    let above = distance(
      after.interval.high - after.estimate, before.estimate - before.interval.low)
    return ProportionChange(
      before: before, after: after, change: change,
      interval: ConfidenceInterval(low: change - below, high: change + above, level: confidence))
  }
}

/// A proportion on two occasions in the same persons: later minus earlier.
public struct ProportionChange: Codable, Equatable, Sendable {
  /// The proportion on the earlier occasion.
  public let before: Proportion
  /// The proportion on the later occasion.
  public let after: Proportion
  /// Later minus earlier.
  public let change: Double
  /// Newcombe's interval of the change.
  public let interval: ConfidenceInterval
}
