import FurlongStudy
import GRDB

/// Reduces events to one entry a person: events and days at risk before day 0 and from day 0 on.
///
/// ```
/// before = [day 0 − before, day 0)     after = [start, start + after), start = day 0, or a landmark after it
/// at risk = window ∩ days covered ∩ from known-to-trust ∩ until left ∩ until the data end
/// ```
///
/// Months are calendar months. Nights are midnights, split at every edge; an open spell runs on. An event on a
/// day, an admission among them, counts where that day is at risk. A person counts who can be linked, is known
/// about and has time at risk on both sides. A spell that began before day 0 and ended after it is told in
/// `runningOnDayZero`, for admissions too, and what lies before day 0 counts before.
///
/// Counts per period are measured from day 0: a period counts where it lies wholly on one side of day 0 within
/// the window, and its days are the days at risk. Periods of one person must not overlap.
struct ServiceUseSelection {
  var database: Database
  var plan: CohortPlan
  var size: Int

  func select() throws -> ([ServiceUseColumns], [EventTimeline], [FirstEvents]) {
    var columns: [ServiceUseColumns] = []
    var timelines: [EventTimeline] = []
    var firstEvents: [FirstEvents] = []
    var dated = try DatedEvents(database: database, plan: plan)
    var other = try datedFromOtherDay()
    // Of events that the same exports count the same people can be counted.
    var countedBySource: [EventSource: (countable: Set<Int>, notLinkable: Int, notKnown: Int)] = [:]
    for event in plan.events {
      let isTimed = plan.timedEvents.contains(event.id)
      guard let source = try EventSource.find(event.id, in: database) else {
        if isTimed { firstEvents.append(noFirst(of: event.id, .noExport, notKnown: size)) }
        for window in plan.allWindows {
          for rule in plan.rules(in: window) {
            var column = emptyColumns(event.id, window.id, rule, source: nil)
            column.notKnown = size
            column.notPossible = .noExport
            columns.append(column)
          }
        }
        continue
      }
      let people = try countedBySource[source] ?? counted(by: source)
      countedBySource[source] = people
      if source.shape == .dated {
        try dated.load(event.id, from: source, of: people.countable)
        try other?.load(event.id, from: source, of: people.countable)
      }
      if isTimed {
        var first = noFirst(of: event.id, .noDates, notKnown: people.notKnown)
        first.notLinkable = people.notLinkable
        if source.shape == .dated, plan.dayZero != .none {
          first.notPossible = nil
          try dated.fill(&first, of: people.countable)
        }
        firstEvents.append(first)
      }
      let leave =
        source.shape == .dated && !source.leaveBatches.isEmpty ? event.homeLeave : nil
      let isUnbroken =
        source.shape == .dated ? try source.coverage(in: database).count == 1 : false
      for window in plan.allWindows {
        var own: [Bool]?
        for rule in plan.rules(in: window, otherLeave: leave?.other) {
          var column = emptyColumns(event.id, window.id, rule, source: source)
          column.homeLeave = leave.map { rule.homeLeave ?? $0 }
          column.notLinkable = people.notLinkable
          column.notKnown = people.notKnown
          column.isUnbroken = isUnbroken
          switch (source.shape, rule.index) {
          case (.dated, .plans): dated.fill(&column, window: window)
          case (.dated, _):
            if let other {
              other.fill(&column, window: window, among: own)
            } else {
              column.notPossible = .noOtherDay
            }
          case (.counted, .plans):
            try CountedEvents(database: database).fill(
              &column, window: window, of: people.countable)
          case (.counted, _): column.notPossible = .noDates
          }
          if rule == .wholeWindow { own = column.counted }
          columns.append(column)
          guard rule == .wholeWindow, window.from == nil else { continue }
          switch source.shape {
          case .dated:
            timelines.append(dated.timeline(of: column, window: window))
          case .counted:
            timelines.append(try CountedEvents(database: database).timeline(of: column, window))
          }
        }
      }
    }
    return (columns, timelines, firstEvents)
  }

  /// Events from the other day that the exports have; nil where nobody has one, or everybody's is their day 0.
  private func datedFromOtherDay() throws -> DatedEvents? {
    guard let index = plan.otherIndex else { return nil }
    let isOther =
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM member WHERE other_day IS NOT NULL)
            AND EXISTS (SELECT 1 FROM member WHERE other_day IS NOT day_zero)
          """) ?? false
    return isOther ? try DatedEvents(database: database, plan: plan, from: index) : nil
  }

  /// Who can be counted at all, and how many cannot and why.
  private func counted(
    by source: EventSource
  ) throws -> (countable: Set<Int>, notLinkable: Int, notKnown: Int) {
    let linkable = try source.linkable(in: database)
    var known = linkable.intersection(
      try Int.fetchSet(database, sql: "SELECT idx FROM member WHERE known_from IS NOT NULL"))
    if source.noRowsMeans == .notKnown {
      known.formIntersection(try source.mentioned(in: database))
    }
    return (known, size - linkable.count, linkable.count - known.count)
  }

  private func noFirst(
    of event: String, _ obstacle: ServiceUseColumns.Obstacle, notKnown: Int
  ) -> FirstEvents {
    FirstEvents(
      event: event, ends: [FirstEvents.End?](repeating: nil, count: size), notLinkable: 0,
      notKnown: notKnown, notWatched: 0, running: 0, notPossible: obstacle)
  }

  private func emptyColumns(
    _ event: String, _ window: String, _ rule: ServiceUseRule, source: EventSource?
  ) -> ServiceUseColumns {
    let none = [Int](repeating: 0, count: size)
    return ServiceUseColumns(
      event: event, window: window, rule: rule, counted: [Bool](repeating: false, count: size),
      eventsBefore: none, eventsAfter: none, daysBefore: none, daysAfter: none,
      runningOnDayZero: none, notLinkable: 0, notKnown: 0,
      noRowsMeans: source?.noRowsMeans ?? .notKnown, notPossible: nil)
  }
}

extension ServiceUseColumns {
  /// Says who is counted, and clears the entries of the others.
  mutating func count(_ isCounted: (Int) -> Bool) {
    for person in counted.indices {
      counted[person] = daysBefore[person] > 0 && daysAfter[person] > 0 && isCounted(person)
      guard !counted[person] else { continue }
      eventsBefore[person] = 0
      eventsAfter[person] = 0
      daysBefore[person] = 0
      daysAfter[person] = 0
      runningOnDayZero[person] = 0
    }
  }

  /// Keeps what happened after day 0 to those at risk on all days of the window after it: before others are cleared.
  ///
  /// - Parameter length: how many days it has for a person; nil for whom nothing can be known.
  mutating func noteWholeAfter(_ length: (Int) -> Int?) {
    guard rule == .wholeWindow else { return }
    eventsOfWholeAfter = daysAfter.indices.map { person in
      length(person).flatMap { $0 > 0 && daysAfter[person] == $0 ? eventsAfter[person] : nil }
    }
  }

  /// The people who are counted.
  var countedPeople: [Int] { counted.indices.filter { counted[$0] } }
}
