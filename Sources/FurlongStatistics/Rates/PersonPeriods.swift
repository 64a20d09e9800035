/// Events and time of one person, or of several together.
struct PersonTotal: Equatable, Sendable {
  var events = 0.0
  var time = 0.0

  /// Events in a unit of time; not finite where there was no time.
  var rate: Double { events / time }

  /// Without what a person adds.
  static func - (all: PersonTotal, person: PersonTotal) -> PersonTotal {
    PersonTotal(events: all.events - person.events, time: all.time - person.time)
  }
}

/// What happened to the same persons in one period or in several, in an order that does not depend on how they came.
///
/// Sums of times depend on their order, and the order of persons carries no meaning.
struct PersonPeriods: Sendable {
  /// How many persons were watched.
  let count: Int
  /// The events and time of all persons in each period.
  let totals: [PersonTotal]
  /// Of each period the events of each person, then their times.
  private let columns: [[Double]]

  /// Sorts the persons by value.
  ///
  /// - Parameter periods: each with the words for it that an error says.
  /// - Throws: as ``PersonEvents/require(_:)``; `unequalLengths` where the periods are not of the same persons.
  init(_ periods: [(name: String, events: PersonEvents)]) throws(StatisticsError) {
    for period in periods { try period.events.require(period.name) }
    let counts = periods.map(\.events.events.count)
    for other in counts where other != counts[0] { throw .unequalLengths(counts[0], other) }
    let given = periods.flatMap { [$0.events.events, $0.events.time] }
    let order = (0..<counts[0]).sorted { a, b in
      for column in given where column[a] != column[b] { return column[a] < column[b] }
      return false
    }
    let sorted = given.map { column in order.map { column[$0] } }
    count = counts[0]
    columns = sorted
    totals = periods.indices.map { period in
      PersonTotal(
        events: sorted[2 * period].reduce(0, +), time: sorted[2 * period + 1].reduce(0, +))
    }
  }

  /// Of each period the events of each person and then their times, each a list.
  var sorted: [[Double]] { columns }

  /// The columns as they are drawn: of each period the events, then the times.
  var runs: [ValueRuns] { columns.map { ValueRuns($0) } }

  /// The events and time of one person in one period.
  func person(_ person: Int, in period: Int) -> PersonTotal {
    PersonTotal(events: columns[2 * period][person], time: columns[2 * period + 1][person])
  }

  /// The events and time of all persons in one period, to the digits that the period alone has.
  ///
  /// Which are those of its own order: sums of times depend on it.
  func total(alone period: Int) -> PersonTotal {
    let persons = (0..<count).map { person($0, in: period) }
      .sorted { ($0.events, $0.time) < ($1.events, $1.time) }
    return PersonTotal(
      events: persons.reduce(0) { $0 + $1.events }, time: persons.reduce(0) { $0 + $1.time })
  }

  /// A statistic of the totals without each person; NaN where it is undefined.
  func withoutEach(_ statistic: ([PersonTotal]) -> Double?) -> [Double] {
    var left = totals
    var found: [Double] = []
    found.reserveCapacity(count)
    for index in 0..<count {
      if let last = found.last, isLikeTheOneBefore(index) {
        found.append(last)
        continue
      }
      for period in totals.indices { left[period] = totals[period] - person(index, in: period) }
      found.append(statistic(left) ?? .nan)
    }
    return found
  }

  private func isLikeTheOneBefore(_ person: Int) -> Bool {
    columns.allSatisfy { $0[person] == $0[person - 1] }
  }
}
