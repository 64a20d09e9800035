/// How long one person was watched, and how that ended.
public struct WatchedTime: Codable, Equatable, Sendable {
  /// From the start, in any unit: to the event, or to the last time at which it was known not to have come.
  public var time: Double
  /// Whether the event came; where not, the person was lost from view.
  public var happened: Bool

  /// A person's time.
  public init(time: Double, happened: Bool) {
    self.time = time
    self.happened = happened
  }
}

/// The share of people who had an event by a time, where some were lost from view before it: the product limit.
public struct KaplanMeier: Equatable, Sendable {
  /// The confidence of intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The curve of those who did not have the event yet.
  ///
  /// ```
  /// S(t) = Π (1 − d / n)  over the times of events up to t,  n still watched, d of them had the event then
  /// var S(t) = S(t)² Σ d / (n (n − d))
  /// ```
  ///
  /// Who is lost from view at a time is still watched at it. Supposes that those lost would have fared like the others.
  /// O(n log n).
  ///
  /// Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; Greenwood 1926. Agrees with lifelines 0.30.3 and
  /// statsmodels 0.15.0.
  ///
  /// - Parameter people: times finite and at least 0, at least one person, in any order.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`, `numerics`.
  public func curve(of people: [WatchedTime]) throws(StatisticsError) -> SurvivalCurve {
    let quantile = try normalQuantile(confidence: confidence)
    if people.isEmpty { throw .tooFew(of: "people", count: 0, needed: 1) }
    try requireFinite(people.map(\.time), "times")
    for person in people where person.time < 0 {
      throw .outsideRange(what: "time", value: person.time, expected: "0 or more")
    }
    let sorted = people.sorted { $0.time < $1.time }
    var points: [SurvivalCurve.Point] = []
    var without = 1.0
    var sum = 0.0
    var next = 0
    while next < sorted.count {
      let time = sorted[next].time
      let watched = sorted.count - next
      var events = 0
      while next < sorted.count, sorted[next].time == time {
        if sorted[next].happened { events += 1 }
        next += 1
      }
      guard events > 0 else { continue }
      without *= 1 - Double(events) / Double(watched)
      sum += Double(events) / (Double(watched) * Double(watched - events))
      points.append(
        SurvivalCurve.Point(
          time: time, watched: watched, events: events, without: without,
          // Where nobody is left there is no spread to be had.
          relativeVariance: watched > events ? sum : nil))
    }
    return SurvivalCurve(
      count: people.count, points: points, lastTime: sorted[sorted.count - 1].time,
      quantile: quantile, level: confidence)
  }
}
