import Foundation

/// The ratio of rates of ``PersonRateRatio`` with its interval by formula alone: for many ways of counting the same events.
public struct PersonDeltaRatio: Equatable, Sendable {
  /// The level of the interval.
  public var confidence: Double

  /// Chooses the level.
  public init(confidence: Double) { self.confidence = confidence }

  /// The rate after divided by the rate before, by the delta method over persons.
  ///
  /// - Parameters:
  ///   - before: events and time of each person before; at least two persons.
  ///   - after: the same persons after, in the same order.
  /// - Throws: `noEvents` where a period has none; `unequalLengths`, `notFinite`, `outsideRange`,
  ///   `tooFew`, `overflow`.
  public func compare(
    before: PersonEvents, after: PersonEvents
  ) throws(StatisticsError) -> DeltaRatio {
    let persons = try PersonPeriods([("before", before), ("after", after)])
    if persons.count < 2 { throw .tooFew(of: "persons", count: persons.count, needed: 2) }
    return try persons.ratio(confidence: confidence)
  }
}

/// A ratio of rates and its interval by the delta method over persons.
public struct DeltaRatio: Codable, Equatable, Sendable {
  /// The rate after divided by the rate before.
  public let ratio: Double
  /// The standard error of its natural logarithm.
  public let logStandardError: Double
  /// Its interval.
  public let interval: ConfidenceInterval
}

extension PersonPeriods {
  /// The rate of the second period over that of the first.
  func ratio(confidence: Double) throws(StatisticsError) -> DeltaRatio {
    let (earlier, later) = (totals[0], totals[1])
    if earlier.events == 0 { throw .noEvents(in: "before", persons: count) }
    if later.events == 0 { throw .noEvents(in: "after", persons: count) }
    let ratio = later.rate / earlier.rate
    guard ratio.isFinite && ratio > 0 else { throw .overflow(in: "ratio of rates") }

    var squares = 0.0
    for index in 0..<count {
      let (first, second) = (person(index, in: 0), person(index, in: 1))
      let influence =
        (second.events - later.rate * second.time) / later.events
        - (first.events - earlier.rate * first.time) / earlier.events
      squares += influence * influence
    }
    let n = Double(count)
    let standardError = (n / (n - 1) * squares).squareRoot()
    let half = try normalQuantile(confidence: confidence) * standardError
    let low = ratio * exp(-half)
    let high = ratio * exp(half)
    guard high.isFinite else { throw .overflow(in: "interval of the ratio of rates") }
    return DeltaRatio(
      ratio: ratio, logStandardError: standardError,
      interval: ConfidenceInterval(low: low, high: high, level: confidence))
  }
}
