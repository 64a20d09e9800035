import FurlongStatistics
import FurlongStudy

/// Service use of those of a group who are counted, under one rule.
struct EventSample {
  static let daysInYear = 365.25

  var eventsBefore: [Int] = []
  var eventsAfter: [Int] = []
  var daysBefore: [Int] = []
  var daysAfter: [Int] = []

  var size: Int { eventsBefore.count }

  private init() {}

  init(of members: [Int], _ columns: ServiceUseColumns) {
    for person in members where columns.counted[person] {
      eventsBefore.append(columns.eventsBefore[person])
      eventsAfter.append(columns.eventsAfter[person])
      daysBefore.append(columns.daysBefore[person])
      daysAfter.append(columns.daysAfter[person])
    }
  }

  var before: PersonEvents { Self.period(eventsBefore, daysBefore) }
  var after: PersonEvents { Self.period(eventsAfter, daysAfter) }

  static func personYears(_ days: [Int]) -> Double {
    Double(days.reduce(0, +)) / daysInYear
  }

  /// Those watched for as long after as before.
  var overEqualTime: EventSample {
    of(eventsBefore.indices.filter { daysBefore[$0] == daysAfter[$0] })
  }

  /// Those with the most events, before and after together, and all others.
  ///
  /// Of people with as many, those with more before go first, then those watched longer: which person has them does not matter.
  func split(heaviest number: Int) -> (heaviest: EventSample, others: EventSample) {
    func values(_ person: Int) -> [Int] {
      [
        eventsBefore[person] + eventsAfter[person], eventsBefore[person], daysBefore[person],
        daysAfter[person],
      ]
    }
    let ordered = eventsBefore.indices.map { ($0, values($0)) }
      .sorted { $1.1.lexicographicallyPrecedes($0.1) }.map(\.0)
    return (of(Array(ordered.prefix(number))), of(Array(ordered.dropFirst(number))))
  }

  private func of(_ people: [Int]) -> EventSample {
    var part = EventSample()
    part.eventsBefore = people.map { eventsBefore[$0] }
    part.eventsAfter = people.map { eventsAfter[$0] }
    part.daysBefore = people.map { daysBefore[$0] }
    part.daysAfter = people.map { daysAfter[$0] }
    return part
  }

  /// Events after minus before.
  var differences: [Double] { zip(eventsBefore, eventsAfter).map { Double($1 - $0) } }

  private static func period(_ events: [Int], _ days: [Int]) -> PersonEvents {
    PersonEvents(events: events.map(Double.init), time: days.map { Double($0) / daysInYear })
  }
}
