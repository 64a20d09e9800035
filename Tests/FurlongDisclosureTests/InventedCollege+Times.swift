import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  /// Some colleges ask how long it took until the first admission.
  static func tellsTimes(_ seed: UInt64) -> Bool { seed.isMultiple(of: 2) }

  static let months = [3, 6, 12]

  /// How one person stood: the day of the event, or the last day watched.
  struct Watched {
    var day: Int
    var had: Bool

    /// By a month of 30 days.
    func standing(at month: Int) -> TimeStanding {
      if had { return day < 30 * month ? .had : .still }
      return day + 1 < 30 * month ? .lost : .still
    }
  }

  /// From a stream of its own, so that all else of a seed stays as it was: who is counted and had no spell on day 0 is
  /// watched, and who has events after day 0 had the first in the three months of the window.
  func times(seed: UInt64) -> TimeToEventFinding<Unreleased> {
    var draws = Draws(state: seed &+ 0x71E5)
    let leaves = Double.random(in: 0...0.3, using: &draws)
    let later = Double.random(in: 0...0.5, using: &draws)
    let sides = people.map { person -> (watched: Watched?, isRunning: Bool) in
      let (lost, comes) = (
        Double.random(in: 0..<1, using: &draws), Double.random(in: 0..<1, using: &draws)
      )
      let (day, end) = (
        Int.random(in: 0..<30, using: &draws), Int.random(in: 90..<400, using: &draws)
      )
      guard person.isCounted else { return (nil, false) }
      if person.eventsBefore > 4 { return (nil, true) }
      if person.eventsAfter > 0 { return (Watched(day: 30 * person.month + day, had: true), false) }
      if lost < leaves { return (Watched(day: end / 2, had: false), false) }
      if comes < later { return (Watched(day: end, had: true), false) }
      return (Watched(day: 400, had: false), false)
    }
    let rows = named.map { name, _ -> TimeToEventFinding<Unreleased>.Row in
      let members = people.indices.filter {
        name == .everyone || people[$0].group.map { name.id == "arm=\($0)" } ?? false
      }
      return Self.row(
        name, members.compactMap { sides[$0].watched },
        eligible: PeopleCount(members.count, .population(group: name.id)))
    }
    return TimeToEventFinding(outcomes: [
      .init(
        event: EventKind(id: "admission", one: "admission", many: "admissions", role: .primary),
        notLinkable: PeopleCount(
          people.count { !$0.isLinked }, .notLinkable(event: "admission")),
        notKnown: PeopleCount(
          people.count { $0.isLinked && !$0.isKnown }, .notKnown(event: "admission")),
        notWatched: PeopleCount(0, .notWatched(event: "admission")),
        hadBefore: PeopleCount(sides.count { $0.isRunning }, .hadBefore(event: "admission")),
        rows: rows)
    ])
  }

  /// A row of people watched, with the shares of a product limit.
  static func row(
    _ name: GroupName, _ watched: [Watched], eligible: PeopleCount
  ) -> TimeToEventFinding<Unreleased>.Row {
    let used = PeopleCount(watched.count, .watched(event: "admission", group: name.id))
    func people(_ standing: TimeStanding, _ month: Int) -> PeopleCount {
      PeopleCount(
        watched.count { $0.standing(at: month) == standing },
        .byMonth(standing, event: "admission", month: month, group: name.id))
    }
    let last = 30 * (months.last ?? 0)
    let days = watched.filter { $0.had && $0.day < last }.map(\.day).sorted()
    // The share without it after each day on which somebody had it.
    var steps: [(day: Int, share: Double)] = []
    for day in Set(days).sorted() {
      let left = watched.count { $0.day >= day }
      let stays = 1 - Double(days.count { $0 == day }) / Double(left)
      steps.append((day, (steps.last?.share ?? 1) * stays))
    }
    func without(through day: Int) -> Double { steps.last { $0.day <= day }?.share ?? 1 }
    let stood = months.map {
      Estimate.Timed.Month(had: people(.had, $0), still: people(.still, $0))
    }
    func none(_ reason: NotEstimable) -> FoundAnswer {
      .notEstimable(reason, used: used, eligible: eligible)
    }
    func timed(_ value: Double, _ timed: Estimate.Timed) -> FoundAnswer {
      var estimate = Estimate(
        value, used: used, eligible: eligible,
        interval: Interval(low: value * 0.83, high: value * 1.21, level: 0.95))
      estimate.timed = timed
      return .estimated(estimate)
    }
    let median = steps.first { $0.share <= 0.5 + 1e-12 }?.day
    return .init(
      group: name, people: used, eligible: eligible, lost: people(.lost, months.last ?? 0),
      months: months.enumerated().map { place, month in
        .init(
          month: month, had: stood[place].had, still: stood[place].still,
          answers: Answers { measure in
            switch measure {
            case .share:
              watched.isEmpty
                ? none(.tooFew(needed: 1, found: 0))
                : timed(
                  1 - without(through: 30 * month - 1),
                  .init(months: Array(stood.prefix(place + 1))))
            }
          })
      },
      answers: Answers { measure in
        switch measure {
        case .median:
          if watched.isEmpty {
            none(.tooFew(needed: 1, found: 0))
          } else if let median {
            timed(
              Double(median) / 7,
              .init(
                months: stood, before: days.count { $0 <= median },
                after: days.count { $0 > median }, outside: days.count { $0 < median / 2 }))
          } else {
            none(.halfNotReached)
          }
        }
      })
  }

  /// A row of everyone, of whom so many had the event on the day, or were lost from view after it.
  static func row(
    had: [(day: Int, people: Int)], lost: [(after: Int, people: Int)] = [], still: Int
  ) -> TimeToEventFinding<Unreleased>.Row {
    var watched = [Watched](repeating: .init(day: 400, had: false), count: still)
    for (day, people) in had {
      watched += [Watched](repeating: .init(day: day, had: true), count: people)
    }
    for (day, people) in lost {
      watched += [Watched](repeating: .init(day: day, had: false), count: people)
    }
    return row(
      .everyone, watched, eligible: PeopleCount(watched.count, .population(group: "all")))
  }

  /// A finding of one row, of people of whom nobody is left out.
  static func times(_ row: TimeToEventFinding<Unreleased>.Row) -> TimeToEventFinding<Unreleased> {
    TimeToEventFinding(outcomes: [
      .init(
        event: EventKind(id: "admission", one: "a", many: "as", role: .primary),
        notLinkable: PeopleCount(0, .notLinkable(event: "admission")),
        notKnown: PeopleCount(0, .notKnown(event: "admission")),
        notWatched: PeopleCount(0, .notWatched(event: "admission")),
        hadBefore: PeopleCount(0, .hadBefore(event: "admission")), rows: [row])
    ])
  }
}
