import FurlongNumerics

/// What an estimate with an interval says, if it was made of a normal distribution.
public struct IntervalReading: Equatable, Sendable {
  /// Makes the reading, which has no choices.
  public init() {}

  /// The standard error behind an interval, and how probable it is that the true value lies on the estimate's side of 0.
  ///
  /// ```
  /// SE = (high − low) / 2z        P = Φ(|estimate| / SE)
  /// ```
  ///
  /// The probability takes all true values to be equally likely beforehand. An interval that was drawn (a bootstrap of
  /// costs) need not be symmetric: `offCentre` says how far it is not.
  ///
  /// - Parameters:
  ///   - estimate: the estimate, finite.
  ///   - interval: its interval, low below high.
  /// - Throws: `notFinite`, `outsideRange`, `numerics`.
  public func read(
    estimate: Double, interval: ConfidenceInterval
  ) throws(StatisticsError) -> NormalReading {
    try requireFinite([estimate, interval.low, interval.high], "figures")
    if interval.low >= interval.high {
      throw .outsideRange(
        what: "width of the interval", value: interval.high - interval.low, expected: "above 0")
    }
    let half = (interval.high - interval.low) / 2
    let error = try half / normalQuantile(confidence: interval.level)
    let share = try numerically { () throws(NumericsError) in
      try NormalDistribution().lowerTail(abs(estimate) / error)
    }
    return NormalReading(
      standardError: error, probabilityOfSide: share,
      offCentre: ((interval.low + interval.high) / 2 - estimate) / half)
  }
}

/// What an estimate with an interval says under a normal distribution.
public struct NormalReading: Equatable, Sendable {
  /// The standard error.
  public let standardError: Double
  /// How probable it is that the true value lies on the estimate's side of 0: from 0.5 to 1.
  public let probabilityOfSide: Double
  /// How far the interval's middle lies from the estimate, in half widths; about 0 where it is symmetric.
  public let offCentre: Double
}
