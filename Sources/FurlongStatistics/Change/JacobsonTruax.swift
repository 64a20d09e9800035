/// Reliable change: whether one person's change is more than the scale's error of measurement.
public struct JacobsonTruax: Equatable, Sendable {
  /// The scale's reliability, strictly between 0 and 1.
  public let reliability: Double
  /// The standard deviation of the scale before, in points.
  public let sd: Double
  /// The number of standard errors that counts as reliable.
  public let z: Double

  /// Chooses the scale's reliability and standard deviation.
  ///
  /// - Parameters:
  ///   - reliability: strictly between 0 and 1; the source says of what kind it is.
  ///   - sd: above 0, in points of the scale.
  ///   - z: 1.96 as published, not the normal quantile 1.95996….
  /// - Throws: `outsideRange`.
  public init(reliability: Double, sd: Double, z: Double = 1.96) throws(StatisticsError) {
    if !(reliability > 0 && reliability < 1) {
      throw .outsideRange(
        what: "reliability", value: reliability, expected: "strictly between 0 and 1")
    }
    if !(sd > 0 && sd.isFinite) {
      throw .outsideRange(what: "standard deviation", value: sd, expected: "above 0")
    }
    if !(z > 0 && z.isFinite) {
      throw .outsideRange(what: "number of standard errors", value: z, expected: "above 0")
    }
    self.reliability = reliability
    self.sd = sd
    self.z = z
  }

  /// The standard error of measurement of one score, in points.
  ///
  /// ```
  /// S_E = SD √(1 − r)
  /// ```
  public var errorOfMeasurement: Double {
    sd * (1 - reliability).squareRoot()
  }

  /// The change that must be exceeded to be reliable, in points.
  ///
  /// ```
  /// 1.96·√2·SD·√(1−r)
  /// ```
  ///
  /// Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12, after Christensen & Mendoza 1986.
  public var threshold: Double {
    z * 2.0.squareRoot() * errorOfMeasurement
  }

  /// Whether one change is reliable, with this method's ``threshold``.
  public func classify(_ change: Double, better: BetterScores) -> ReliableChange {
    ReliableChange(change: change, threshold: threshold, better: better)
  }
}

/// Which scores of a scale are the better ones.
public enum BetterScores: String, Codable, Sendable {
  /// More points are better.
  case higher
  /// Fewer points are better.
  case lower
}

/// What one person's change is, once the error of measurement is allowed for.
public enum ReliableChange: String, Codable, CaseIterable, Sendable {
  /// Changed for the better by more than the threshold.
  case improved
  /// Changed by no more than the threshold.
  case unchanged
  /// Changed for the worse by more than the threshold.
  case deteriorated

  /// Classifies one change against a threshold, which it must exceed: a change equal to it is unchanged.
  ///
  /// - Parameters:
  ///   - change: later minus earlier, in points.
  ///   - threshold: in points, not negative.
  ///   - better: which scores are the better ones.
  public init(change: Double, threshold: Double, better: BetterScores) {
    let gain = better == .higher ? change : -change
    self = gain > threshold ? .improved : -gain > threshold ? .deteriorated : .unchanged
  }
}
