import FurlongStatistics
import FurlongStudy

/// The use of all priced services of one window, under one rule, person by person.
///
/// Each service is of those of whom it is known; a person of whom another is not has no events and no time there.
struct PricedUse {
  /// One person's use of every service: events and days, before and after.
  struct Person: Equatable {
    var eventsBefore: [Int]
    var eventsAfter: [Int]
    var daysBefore: [Int]
    var daysAfter: [Int]

    /// What it cost on one side of day 0.
    func cost(_ side: PeopleSet.Side, _ prices: [Double]) -> Double {
      let events = side == .before ? eventsBefore : eventsAfter
      return zip(events, prices).reduce(0) { $0 + Double($1.0) * $1.1 }
    }

    fileprivate var values: [Int] { eventsAfter + eventsBefore + daysAfter + daysBefore }
  }

  /// The people of whom at least one service is known.
  var people: [Person]
  /// How many are counted for each service.
  var counted: [PeopleCount]
  private let services: Int

  /// The fewest people who are counted for a service.
  var fewest: PeopleCount? { counted.min { $0.count < $1.count } }
  /// Whether the services are not all of the same people.
  let differs: Bool

  /// Gathers the use of services that are countable.
  ///
  /// - Parameter columns: one a service.
  init(_ columns: [ServiceUseColumns], of group: PeopleGroup) {
    services = columns.count
    let known = group.members.filter { person in columns.contains { $0.counted[person] } }
    people = known.map { person in
      func gather(_ values: (ServiceUseColumns) -> [Int]) -> [Int] {
        columns.map { $0.counted[person] ? values($0)[person] : 0 }
      }
      return Person(
        eventsBefore: gather(\.eventsBefore), eventsAfter: gather(\.eventsAfter),
        daysBefore: gather(\.daysBefore), daysAfter: gather(\.daysAfter))
    }
    counted = columns.map { column in
      PeopleCount(
        group.members.count { column.counted[$0] },
        .counted(
          event: column.event, window: column.window, group: group.name.id, rule: column.rule))
    }
    differs = known.contains { person in columns.contains { !$0.counted[person] } }
  }

  /// The services as statistics take them, times in years.
  var ofPersons: [ServiceUseOfPersons] {
    (0..<services).map { service in
      func period(_ events: KeyPath<Person, [Int]>, _ days: KeyPath<Person, [Int]>)
        -> PersonEvents
      {
        PersonEvents(
          events: people.map { Double($0[keyPath: events][service]) },
          time: people.map { Double($0[keyPath: days][service]) / EventSample.daysInYear })
      }
      return ServiceUseOfPersons(
        before: period(\.eventsBefore, \.daysBefore), after: period(\.eventsAfter, \.daysAfter))
    }
  }

  /// Events a person-year of one service; nil where nobody was watched.
  func rate(of service: Int, _ side: PeopleSet.Side) -> Double? {
    let days = people.reduce(0) {
      $0 + (side == .before ? $1.daysBefore : $1.daysAfter)[service]
    }
    return days > 0
      ? Double(events(of: service, side).reduce(0, +)) / EventSample.personYears([days])
      : nil
  }

  /// The events of each person.
  func events(of service: Int, _ side: PeopleSet.Side) -> [Int] {
    people.map { (side == .before ? $0.eventsBefore : $0.eventsAfter)[service] }
  }

  /// Whose pounds a cost on one side is.
  func contributors(_ side: PeopleSet.Side, _ prices: [Double]) -> Estimate.Contributors {
    Estimate.Contributors(to: people.map { Int($0.cost(side, prices).rounded()) })
  }

  /// What is left without those whose use cost most, before and after together.
  ///
  /// Of people who cost the same, those with the higher values go: which person has them does not matter.
  func withoutHeaviest(_ number: Int, _ prices: [Double]) -> LighterUse {
    let costs = people.map { $0.cost(.before, prices) + $0.cost(.after, prices) }
    let ordered = costs.sorted(by: >)
    let heaviest = Array(ordered.prefix(number))
    let all = ordered.reduce(0, +)
    let least = heaviest.last ?? .infinity
    let alike = people.indices.filter { costs[$0] == least }.sorted { one, other in
      people[other].values.lexicographicallyPrecedes(people[one].values)
    }
    let stay = Set(alike.dropFirst(heaviest.count { $0 == least }))
    var rest = self
    rest.people = people.indices.filter { costs[$0] < least || stay.contains($0) }
      .map { people[$0] }
    return LighterUse(
      use: rest, share: all > 0 ? heaviest.reduce(0, +) / all : nil,
      theirs: Estimate.Contributors(to: heaviest.map { Int($0.rounded()) }))
  }
}

/// The use of all but those whose use cost most.
struct LighterUse {
  var use: PricedUse
  /// What share of all cost was of those left out; nil where there was none.
  var share: Double?
  /// Whose of those left out it was.
  var theirs: Estimate.Contributors
}
