/// What happened to persons in one period: for each, how many events in how much time.
public struct PersonEvents: Equatable, Sendable {
  /// How many events each person had.
  public var events: [Double]
  /// How long each person was watched, in one unit for all, such as years.
  public var time: [Double]

  /// Makes a period of one count and one time a person, in the same order.
  public init(events: [Double], time: [Double]) {
    self.events = events
    self.time = time
  }

  /// Throws unless every person has a count and a time, and all persons together some time.
  func require(_ period: String) throws(StatisticsError) {
    if events.count != time.count { throw .unequalLengths(events.count, time.count) }
    try requireFinite(events, "events \(period)")
    try requireFinite(time, "times \(period)")
    for count in events where count < 0 {
      throw .outsideRange(what: "number of events", value: count, expected: "0 or more")
    }
    for span in time where span < 0 {
      throw .outsideRange(what: "time of a person", value: span, expected: "0 or more")
    }
    let all = PersonTotal(events: events.reduce(0, +), time: time.reduce(0, +))
    guard all.events.isFinite && all.time.isFinite else {
      throw .overflow(in: "sum of events or times \(period)")
    }
    if all.time <= 0 {
      throw .outsideRange(what: "time of all persons", value: all.time, expected: "above 0")
    }
  }
}
