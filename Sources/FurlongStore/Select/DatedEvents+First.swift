import FurlongStudy
import GRDB

extension DatedEvents {
  /// Fills when each person first had the event that was loaded last, from day 0 on.
  ///
  /// Watched from day 0 to the first day that is not covered, or on which the person had left, or that the data do not
  /// reach. Of a spell its first day, or first night, counts; who has one running on day 0 is left out.
  func fill(_ first: inout FirstEvents, of countable: Set<Int>) throws {
    var watched: [Int: Range<Int>] = [:]
    for person in countable {
      guard let day = people[person].dayZero,
        let span = atRisk[person].first(where: { $0.contains(day) })
      else { continue }
      watched[person] = day..<span.upperBound
    }
    first.notWatched = countable.count - watched.count
    var earliest: [Int: Int] = [:]
    var running: Set<Int> = []
    func meet(_ person: Int, on day: Int) {
      guard watched[person]?.contains(day) == true else { return }
      earliest[person] = min(earliest[person] ?? day, day)
    }
    if let number = try rows.number(of: first.event) {
      try rows.each(of: "event", "t.day", where: "t.kind = \(number)") {
        meet($0, on: $1.number(1))
      }
      for stay in try stays(of: first.event, number).all() {
        guard let span = watched[stay.person] else { continue }
        if stay.runs(on: span.lowerBound) { running.insert(stay.person) }
        if stay.from < stay.to { meet(stay.person, on: stay.from) }
      }
    }
    first.running = running.count
    for (person, span) in watched where !running.contains(person) {
      first.ends[person] =
        earliest[person].map { .had(day: $0 - span.lowerBound) }
        ?? .lost(after: span.upperBound - 1 - span.lowerBound)
    }
  }
}
