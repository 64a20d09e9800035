/// Events and time of one person, or of several together.
struct PersonTotal: Sendable {
  var events = 0.0
  var time = 0.0

  /// Events in a unit of time; not finite where there was no time.
  var rate: Double { events / time }
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
  private let columns: [Double]

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
    count = counts[0]
    columns = given.flatMap { column in order.map { column[$0] } }
    totals = given.indices.filter { $0.isMultiple(of: 2) }.map { place in
      PersonTotal(
        events: order.reduce(0) { $0 + given[place][$1] },
        time: order.reduce(0) { $0 + given[place + 1][$1] })
    }
  }

  /// Of each period the events of each person and then their times, each a list.
  var sorted: [[Double]] {
    stride(from: 0, to: columns.count, by: count).map { Array(columns[$0..<($0 + count)]) }
  }

  /// The events and time of one person in one period.
  func person(_ person: Int, in period: Int) -> PersonTotal {
    let start = 2 * period * count
    return PersonTotal(events: columns[start + person], time: columns[start + count + person])
  }

  /// The intervals of a statistic of the totals, by drawing persons with all their periods.
  func estimate(
    by bootstrap: Bootstrap, _ statistic: ([PersonTotal]) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    var drawn = totals
    return try columns.withUnsafeBufferPointer { (columns) throws(StatisticsError) in
      try bootstrap.estimate(of: count) { persons in
        guard let base = columns.baseAddress, let first = persons.baseAddress else { return nil }
        for period in drawn.indices {
          let events = base + 2 * period * count
          let times = events + count
          let end = first + persons.count
          var place = first
          var sum = 0.0
          var span = 0.0
          // A plain loop over pointers: iterators cost a call each where nothing is optimised.
          while place < end {
            sum += events[place.pointee]
            span += times[place.pointee]
            place += 1
          }
          drawn[period] = PersonTotal(events: sum, time: span)
        }
        return statistic(drawn)
      }
    }
  }
}
