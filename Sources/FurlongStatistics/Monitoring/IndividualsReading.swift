/// A series with its limits and what stands out of them.
public struct IndividualsReading: Codable, Equatable, Sendable {
  /// The name of the rules.
  public let rules: String
  /// The phases, in order; one where nothing was rebased.
  public let phases: [IndividualsPhase]
  /// Every point with its lines.
  public let points: [ProcessPoint]
  /// What stands out, by phase, kind and place.
  public let signals: [ProcessSignal]
}

/// A stretch of a series that has one set of limits.
public struct IndividualsPhase: Codable, Equatable, Sendable {
  /// The place of its first point, counted from 0.
  public let start: Int
  /// How many points it has.
  public let count: Int
  /// How many of its first points made the limits.
  public let baseline: Int
  /// The mean of the baseline.
  public let centre: Double
  /// The mean moving range that made the limits.
  public let meanRange: Double
  /// The median of all moving ranges of the baseline, none left out.
  public let medianRange: Double
  /// How many moving ranges were left out as too wide.
  public let rangesLeftOut: Int
  /// The factors that were used.
  public let factors: MovingRangeFactors
  /// The places of points that differ from the one before by more than ``highestRange``.
  public let wideRanges: [Int]

  /// The lower limit.
  public var low: Double { centre - factors.limits * meanRange }
  /// The upper limit.
  public var high: Double { centre + factors.limits * meanRange }
  /// The limit of a moving range.
  public var highestRange: Double { factors.range * meanRange }
  /// A third of the way to a limit: the standard deviation, were the process normal.
  public var sigma: Double { factors.limits * meanRange / 3 }

  /// A value with the lines of this phase.
  func point(_ value: Double) -> ProcessPoint {
    let near = factors.limits * meanRange * 2 / 3
    return ProcessPoint(
      value: value, centre: centre, low: low, high: high, nearLow: centre - near,
      nearHigh: centre + near)
  }
}
