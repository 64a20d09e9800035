import FurlongNumerics

/// How likely a person is to be higher later than earlier.
public struct PairedSuperiority: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The share of persons who rose, half for each who stayed.
  ///
  /// ```
  /// PS = (#{d > 0} + ½ #{d = 0}) / n        interval: Wilson's, of n PS of n
  /// ```
  ///
  /// Those who stayed vary less than as many halves of yes and no would, so the interval is on the safe side:
  /// the more stay, the more. Grissom & Kim 2012, ch. 5; interval: ``WilsonInterval``, as R's
  /// `prop.test(correct = FALSE)` gives it for half counts.
  ///
  /// - Parameter differences: later minus earlier, finite, at least one.
  /// - Returns: above ½ where more rose than fell.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public func estimate(of differences: [Double]) throws(StatisticsError) -> Superiority {
    try requireFinite(differences, "differences")
    var counts = DominanceCounts(higher: 0, same: 0, lower: 0)
    for difference in differences {
      if difference > 0 { counts.higher += 1 }
      if difference == 0 { counts.same += 1 }
      if difference < 0 { counts.lower += 1 }
    }
    let score = Double(counts.higher) + Double(counts.same) / 2
    let interval = try WilsonInterval(confidence: confidence).interval(
      of: score, in: differences.count)
    return Superiority(
      estimate: score / Double(differences.count), interval: interval, method: .wilson,
      counts: counts)
  }

  /// The same if changes were normal.
  ///
  /// ```
  /// Φ(d_z)        interval: Φ of the limits of d_z
  /// ```
  ///
  /// It says nothing of people that d_z does not; where changes are not normal it is wrong.
  ///
  /// - Throws: `outsideRange`, `numerics`.
  public func normal(of change: PairedChange) throws(StatisticsError) -> Superiority {
    let dz = try StandardisedMeanChange(confidence: confidence).dz(of: change)
    return try numerically { () throws(NumericsError) in
      let normal = NormalDistribution()
      return Superiority(
        estimate: try normal.lowerTail(dz.estimate),
        interval: ConfidenceInterval(
          low: try normal.lowerTail(dz.interval.low), high: try normal.lowerTail(dz.interval.high),
          level: dz.interval.level), method: .noncentralT, counts: nil)
    }
  }
}

/// How likely the later, or the first, is to be the higher, half for equal.
public struct Superiority: Codable, Equatable, Sendable {
  /// From 0 to 1; ½ where neither is.
  public let estimate: Double
  /// Its interval.
  public let interval: ConfidenceInterval
  /// How the interval was made.
  public let method: SuperiorityIntervalMethod
  /// What was counted, or nil where nothing was: values were taken as normal.
  public let counts: DominanceCounts?
}

/// How the interval of a superiority was made.
public enum SuperiorityIntervalMethod: String, Codable, CaseIterable, Sendable {
  /// Wilson's score interval with half counts.
  case wilson
  /// Limits of a standardised difference, taken through the normal distribution.
  case noncentralT = "noncentral_t"
  /// Feng & Cliff 2004, from the limits of Cliff's δ.
  case fengCliff = "feng_cliff"
}

/// How often one was higher than, the same as, and lower than the other.
public struct DominanceCounts: Codable, Equatable, Sendable {
  /// How often it was higher.
  public var higher: Int
  /// How often it was the same.
  public var same: Int
  /// How often it was lower.
  public var lower: Int

  /// Makes counts.
  public init(higher: Int, same: Int, lower: Int) {
    self.higher = higher
    self.same = same
    self.lower = lower
  }
}
