import FurlongNumerics

/// How far a proportion moved in the same persons.
public struct PairedProportionChange: Equatable, Sendable {
  /// How the interval of the change is made.
  public enum Interval: String, Codable, CaseIterable, Sendable {
    /// From Wilson's limits of both proportions and their correlation (Newcombe 1998, method 10).
    case newcombe
    /// Where the score test of the change is not against it (Tango 1998).
    case tango
  }

  /// How the interval is made.
  public var interval: Interval
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses how the interval is made, and its confidence.
  public init(interval: Interval = .newcombe, confidence: Double = 0.95) {
    self.interval = interval
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
  /// doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C, method 10. Tango's interval holds
  /// every change δ with |gained − lost − nδ| ≤ z √(n(2q̂ + δ(1 − δ))), q̂ the likeliest share of those lost
  /// given δ: Tango 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B.
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
    if interval == .tango {
      return ProportionChange(
        before: before, after: after, change: Double(gained - lost) / Double(total),
        interval: try tango(gained: gained, lost: lost, total: total))
    }
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

  private func tango(
    gained: Int, lost: Int, total: Int
  ) throws(StatisticsError) -> ConfidenceInterval {
    let (b, c, n) = (Double(gained), Double(lost), Double(total))
    let change = (b - c) / n
    let level = confidence
    func score(_ delta: Double) -> Double {
      let linear = -b - c + (2 * n - b + c) * delta
      let constant = -c * delta * (1 - delta)
      let root = max(0, linear * linear - 8 * n * constant).squareRoot()
      let share = max(0, (root - linear) / (4 * n))
      let variance = n * (2 * share + delta * (1 - delta))
      let apart = b - c - n * delta
      // A change that leaves no variance has no chance at all, unless it is the one observed.
      return variance > 0 ? apart / variance.squareRoot() : apart == 0 ? 0 : apart * .infinity
    }
    let z = try normalQuantile(confidence: level)
    return try numerically { () throws(NumericsError) in
      // The score is bounded before the root finder sees it: it needs finite ends.
      func apart(_ delta: Double, _ from: Double) -> Double {
        min(1e6, max(-1e6, score(delta))) - from
      }
      let low =
        apart(-1, z) <= 0 ? -1 : try BracketedRoot().between(-1, and: change) { apart($0, z) }
      let high =
        apart(1, -z) >= 0 ? 1 : try BracketedRoot().between(change, and: 1) { apart($0, -z) }
      return ConfidenceInterval(low: low, high: high, level: level)
    }
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
  /// The interval of the change.
  public let interval: ConfidenceInterval
}
