import Foundation

/// Whether events became rarer or more frequent in the same persons, as a ratio of rates.
public struct PersonRateRatio: Equatable, Sendable {
  /// How persons are drawn; its confidence is that of all intervals.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn, and the confidence.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The rate after divided by the rate before.
  ///
  /// ```
  /// RR = (ΣE₁ / ΣT₁) / (ΣE₀ / ΣT₀)
  /// uᵢ = (E₁ᵢ − r₁ T₁ᵢ) / ΣE₁ − (E₀ᵢ − r₀ T₀ᵢ) / ΣE₀
  /// SE(log RR) = √(n/(n − 1) Σ uᵢ²)      interval = RR · exp(± z SE)
  /// ```
  ///
  /// The standard error is the delta method over persons, which keeps both periods of a person together
  /// and does not assume Poisson counts. BCa and percentile intervals draw persons: ``Bootstrap``.
  ///
  /// - Parameters:
  ///   - before: events and time of each person before; at least two persons.
  ///   - after: the same persons after, in the same order.
  /// - Returns: the ratio: below 1 where events became rarer. The order of persons does not matter.
  /// - Throws: `noEvents` where a period has none; `unequalLengths`, `notFinite`, `outsideRange`,
  ///   `tooFew`, `overflow`.
  public func compare(
    before: PersonEvents, after: PersonEvents
  ) throws(StatisticsError) -> RateRatio {
    _ = try before.totals("before")
    _ = try after.totals("after")
    let persons = before.events.count
    if persons != after.events.count { throw .unequalLengths(persons, after.events.count) }
    if persons < 2 { throw .tooFew(of: "persons", count: persons, needed: 2) }
    let rows = before.events.indices.map {
      SIMD4(before.events[$0], before.time[$0], after.events[$0], after.time[$0])
    }.sorted { ($0.x, $0.y, $0.z, $0.w) < ($1.x, $1.y, $1.z, $1.w) }
    let sums = rows.reduce(SIMD4<Double>(), +)
    if sums.x == 0 { throw .noEvents(in: "before", persons: persons) }
    if sums.z == 0 { throw .noEvents(in: "after", persons: persons) }
    let rateBefore = sums.x / sums.y
    let rateAfter = sums.z / sums.w
    let ratio = rateAfter / rateBefore
    guard ratio.isFinite && ratio > 0 else { throw .overflow(in: "ratio of rates") }

    var squares = 0.0
    for row in rows {
      let influence =
        (row.z - rateAfter * row.w) / sums.z - (row.x - rateBefore * row.y) / sums.x
      squares += influence * influence
    }
    let n = Double(persons)
    let standardError = (n / (n - 1) * squares).squareRoot()
    let level = bootstrap.confidence
    try requireLevel(level)
    let half = try normalQuantile(confidence: level) * standardError
    let low = ratio * exp(-half)
    let high = ratio * exp(half)
    guard high.isFinite else { throw .overflow(in: "interval of the ratio of rates") }
    return RateRatio(
      persons: persons, eventsBefore: sums.x, timeBefore: sums.y, rateBefore: rateBefore,
      eventsAfter: sums.z, timeAfter: sums.w, rateAfter: rateAfter, ratio: ratio,
      logStandardError: standardError,
      interval: ConfidenceInterval(low: low, high: high, level: level),
      bootstrap: try drawn(rows))
  }

  private func drawn(_ rows: [SIMD4<Double>]) throws(StatisticsError) -> BootstrapEstimate {
    // Four plain columns: sums of vectors cost a call each where nothing is optimised.
    var columns = rows.map(\.x)
    columns += rows.map(\.y)
    columns += rows.map(\.z)
    columns += rows.map(\.w)
    let count = rows.count
    return try columns.withUnsafeBufferPointer { (columns) throws(StatisticsError) in
      try bootstrap.estimate(of: count) { indices in
        guard let base = columns.baseAddress, var place = indices.baseAddress else { return nil }
        let end = place + indices.count
        let before = base
        let timeBefore = base + count
        let after = timeBefore + count
        let timeAfter = after + count
        var sums = (0.0, 0.0, 0.0, 0.0)
        while place < end {
          let index = place.pointee
          sums.0 += before[index]
          sums.1 += timeBefore[index]
          sums.2 += after[index]
          sums.3 += timeAfter[index]
          place += 1
        }
        guard sums.0 > 0 && sums.1 > 0 && sums.3 > 0 else { return nil }
        return (sums.2 / sums.3) / (sums.0 / sums.1)
      }
    }
  }
}

/// The rate of events after, relative to the rate before, in the same persons.
public struct RateRatio: Codable, Equatable, Sendable {
  /// How many persons were watched in both periods.
  public let persons: Int
  /// All their events before.
  public let eventsBefore: Double
  /// All their time before, in the unit that was given.
  public let timeBefore: Double
  /// Events before for each unit of time.
  public let rateBefore: Double
  /// All their events after.
  public let eventsAfter: Double
  /// All their time after, in the unit that was given.
  public let timeAfter: Double
  /// Events after for each unit of time.
  public let rateAfter: Double
  /// The rate after divided by the rate before.
  public let ratio: Double
  /// The standard error of the ratio's natural logarithm, over persons.
  public let logStandardError: Double
  /// The delta-method interval of the ratio.
  public let interval: ConfidenceInterval
  /// The ratio's intervals by drawing persons.
  public let bootstrap: BootstrapEstimate
}
