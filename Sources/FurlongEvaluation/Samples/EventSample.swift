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

  /// Events after minus before of those watched for as long after as before.
  var differencesOverEqualTime: [Double] {
    eventsBefore.indices.filter { daysBefore[$0] == daysAfter[$0] }
      .map { Double(eventsAfter[$0] - eventsBefore[$0]) }
  }

  var differences: [Double] { zip(eventsBefore, eventsAfter).map { Double($1 - $0) } }

  private static func period(_ events: [Int], _ days: [Int]) -> PersonEvents {
    PersonEvents(events: events.map(Double.init), time: days.map { Double($0) / daysInYear })
  }
}
