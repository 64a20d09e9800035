import Foundation

/// The share of people without an event yet, over time: a step down at each time at which somebody had it.
public struct SurvivalCurve: Equatable, Sendable {
  /// One time at which somebody had the event.
  public struct Point: Equatable, Sendable {
    /// When.
    public let time: Double
    /// How many were watched just before.
    public let watched: Int
    /// How many had it then.
    public let events: Int
    /// The share without it, from then on.
    public let without: Double
    /// The variance of the share over its square, by Greenwood; nil where nobody is left.
    public let relativeVariance: Double?
  }

  /// How many people there are.
  public let count: Int
  /// The times of events, the first first.
  public let points: [Point]
  /// The longest that anybody was watched.
  public let lastTime: Double
  /// How many standard errors lie between an estimate and its limits.
  let quantile: Double
  let level: Double

  /// The share who had the event at this time or before.
  ///
  /// ```
  /// F = 1 − S      limits of S = S^exp(± z √v / ln S),  v the relative variance
  /// ```
  ///
  /// The interval is made on the scale of log(−log S), so that it stays within 0 and 1.
  ///
  /// Kalbfleisch & Prentice 1980; Borgan & Liestøl 1990, JSTOR 4616155.
  ///
  /// - Throws: `outsideRange` for a time up to which nobody was watched, unless everybody had the event before.
  public func share(by time: Double) throws(StatisticsError) -> ShareByTime {
    let point = points.last { $0.time <= time }
    let without = point?.without ?? 1
    if !(time >= 0) || (time > lastTime && without > 0) {
      throw .outsideRange(
        what: "time", value: time, expected: "one up to which somebody was watched")
    }
    return Self.share(
      without: without, variance: point.map(\.relativeVariance) ?? 0, quantile, level)
  }

  /// The time by which half had the event, with the times between which it lies.
  ///
  /// ```
  /// median = least t with S(t) ≤ ½      interval = all t at which the limits of S(t) hold ½
  /// ```
  ///
  /// Brookmeyer & Crowley 1982, doi:10.2307/2530286, with limits on the scale of log(−log S).
  public func median() -> MedianTime {
    func first(_ isReached: (Point) -> Bool) -> Double? { points.first(where: isReached)?.time }
    // Halves that are products of fractions miss ½ by a rounding error.
    let half = 0.5 + 1e-12
    return MedianTime(
      median: first { $0.without <= half },
      low: first { (interval($0).map { 1 - $0.high } ?? $0.without) <= half },
      high: first { (interval($0).map { 1 - $0.low } ?? 1) <= half }, level: level)
  }

  private func interval(_ point: Point) -> ConfidenceInterval? {
    Self.share(without: point.without, variance: point.relativeVariance, quantile, level).interval
  }

  /// What is said of a share without the event and its relative variance; no limits where nobody or everybody had it.
  static func share(
    without: Double, variance: Double?, _ quantile: Double, _ level: Double
  ) -> ShareByTime {
    var interval: ConfidenceInterval?
    if let variance, without > 0, without < 1 {
      let shift = quantile * variance.squareRoot() / log(without)
      interval = ConfidenceInterval(
        low: 1 - exp(log(without) * exp(shift)), high: 1 - exp(log(without) * exp(-shift)),
        level: level)
    }
    return ShareByTime(
      share: 1 - without, standardError: variance.map { without * $0.squareRoot() },
      interval: interval)
  }
}

/// A share who had an event by a time.
public struct ShareByTime: Codable, Equatable, Sendable {
  /// The share, from 0 to 1.
  public let share: Double
  /// Its standard error; nil where everybody had the event.
  public let standardError: Double?
  /// Its interval; nil where nobody had the event, or everybody.
  public let interval: ConfidenceInterval?
}

/// The time by which half of people had an event.
public struct MedianTime: Codable, Equatable, Sendable {
  /// The time; nil where half had not had it while people were watched.
  public let median: Double?
  /// The lower limit; nil where even the upper limits of the share never reach half.
  public let low: Double?
  /// The upper limit; nil where the lower limits of the share never reach half.
  public let high: Double?
  /// The confidence of the limits.
  public let level: Double
}
