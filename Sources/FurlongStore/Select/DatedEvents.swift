import FurlongStudy
import GRDB

/// Events with days: rows stream out of the engine once, and each falls into a piece of its person's time at risk.
///
/// All windows, rules and months of the plan are sums of the same pieces, so the cost is linear in the rows of the event,
/// however much is asked of them. The cuts depend on day 0 alone and are computed once for each that occurs.
struct DatedEvents {
  private let database: Database
  let plan: CohortPlan
  let people: [Member]
  private let cuts: [TimeCuts]
  /// The day 0 of each of the cuts.
  private let dayZeros: [CalendarDay]
  let rows: RowsOfMembers
  /// Where a person's pieces begin in `days` and `events`.
  private let offsets: [Int]
  private var days: [Int]
  private var events: [Int]
  private var running: [Int]
  /// The stretches of days on which each person is at risk.
  private(set) var atRisk: [[Range<Int>]] = []
  /// Of the events those of spells that run on day 0.
  private var eventsOfRunning: [Int]
  /// Of the nights of spells those at home on leave.
  private var leave: [Int]
  /// Of these those of spells that run on day 0.
  private var leaveOfRunning: [Int]
  /// What is counted of spells.
  private var spells: Set<Spells> = []

  /// What is counted of a spell.
  private enum Spells { case starts, nights }

  struct Member {
    var dayZero: Int?
    var knownFrom: Int?
    var leftOn: Int?
    /// Which of the cuts are the person's.
    var cuts = 0
  }

  /// - Parameter index: from which day time is counted; who does not have it has no time.
  init(
    database: Database, plan: CohortPlan, from index: ServiceUseRule.Index = .plans
  ) throws {
    self.database = database
    self.plan = plan
    var people: [Member] = []
    let day = index == .plans ? "day_zero" : "other_day"
    try BulkStatement(
      database, "SELECT \(day), known_from, left_on FROM member ORDER BY idx"
    ).each {
      people.append(
        Member(dayZero: $0.optional(0), knownFrom: $0.optional(1), leftOn: $0.optional(2)))
    }
    var places: [Int: Int] = [:]
    var cuts: [TimeCuts] = []
    var dayZeros: [CalendarDay] = []
    var offsets: [Int] = []
    var pieces = 0
    for index in people.indices {
      offsets.append(pieces)
      guard let day = people[index].dayZero else { continue }
      if places[day] == nil {
        places[day] = cuts.count
        dayZeros.append(CalendarDay(number: day))
        cuts.append(TimeCuts(around: CalendarDay(number: day), plan: plan))
      }
      people[index].cuts = places[day] ?? 0
      pieces += cuts[people[index].cuts].count
    }
    self.people = people
    self.cuts = cuts
    self.dayZeros = dayZeros
    self.offsets = offsets
    days = [Int](repeating: 0, count: pieces)
    events = days
    eventsOfRunning = days
    leave = days
    leaveOfRunning = days
    running = [Int](repeating: 0, count: people.count)
    rows = try RowsOfMembers(database)
  }

  /// Counts what happened to those who can be counted, on the days that the exports cover.
  mutating func load(_ event: String, from source: EventSource, of countable: Set<Int>) throws {
    for place in days.indices {
      days[place] = 0
      events[place] = 0
      eventsOfRunning[place] = 0
      leave[place] = 0
      leaveOfRunning[place] = 0
    }
    spells = []
    for person in running.indices { running[person] = 0 }
    let covered = try source.coverage(in: database)
    let dataEnd = plan.dataTo.map { $0.number + 1 } ?? SelectedDays.farOff
    atRisk = [[Range<Int>]](repeating: [], count: people.count)
    for person in countable {
      guard people[person].dayZero != nil, let known = people[person].knownFrom else { continue }
      let end = min(dataEnd, people[person].leftOn.map { $0 + 1 } ?? SelectedDays.farOff)
      for span in covered {
        let from = max(span.from, known)
        let to = min(span.to, end)
        guard from < to else { continue }
        atRisk[person].append(from..<to)
        cuts[people[person].cuts].meet(from: from, to: to) { [offset = offsets[person]] in
          days[offset + $0] += $1
        }
      }
    }
    guard let number = try rows.number(of: event) else { return }
    let atRisk = atRisk
    try rows.each(of: "event", "t.day", where: "t.kind = \(number)") { person, row in
      let day = row.number(1)
      count(person, atRisk[person], from: day, to: day + 1)
    }
    let stays = stays(of: event, number)
    let onLeave = source.leaveBatches.isEmpty ? [:] : try stays.homeLeave()
    for stay in try stays.all() where countable.contains(stay.person) {
      spells.insert(stay.isNights ? .nights : .starts)
      let runs = people[stay.person].dayZero.map(stay.runs) ?? false
      if runs { running[stay.person] += 1 }
      count(stay.person, atRisk[stay.person], from: stay.from, to: stay.to, isRunning: runs)
      guard stay.isNights else { continue }
      for away in onLeave[stay.person] ?? [] {
        count(
          stay.person, atRisk[stay.person], from: max(stay.from, away.from),
          to: min(stay.to, away.to), isRunning: runs, onLeave: true)
      }
    }
  }

  /// The stays that an event is of, by the number by which rows know it.
  func stays(of event: String, _ number: Int) -> StaysOfMembers {
    StaysOfMembers(
      rows: rows, kind: number,
      transfers: plan.events.first { $0.id == event }?.transfers ?? .joined)
  }

  /// Whether a rule about spells says something of this event: events on a day have none, and an admission is of one
  /// day, which lies before day 0 anyway.
  private func differs(_ running: ServiceUseRule.Running) -> Bool {
    switch running {
    case .asItFalls: true
    case .neither: !spells.isEmpty
    case .before: spells.contains(.nights)
    }
  }

  /// Fills the columns of one window and rule.
  ///
  /// - Parameter among: who may be counted; from another day than the plan's those whom its own way counts.
  func fill(
    _ column: inout ServiceUseColumns, window: ServiceWindow, among own: [Bool]? = nil
  ) {
    column.countsSpells = !spells.isEmpty
    column.startsOfSpells = spells.contains(.starts)
    guard differs(column.rule.running) else {
      column.notPossible = .noSpells
      return
    }
    let spanOfCuts = dayZeros.map { WindowSpan(window, rule: column.rule, around: $0) }
    let spans = people.map { person in person.dayZero.map { _ in spanOfCuts[person.cuts] } }
    let known = spans.compactMap { $0 }
    if !known.isEmpty, known.allSatisfy({ $0.begins >= $0.lastDay }) {
      column.notPossible = .nothingLeft
      return
    }
    for (person, span) in spans.enumerated() {
      guard let span else { continue }
      for piece in pieces(of: person, from: span.begins, to: span.lastDay) {
        column.daysBefore[person] += days[piece]
        let (all, ofRunning) = counted(piece, column)
        column.eventsBefore[person] += all
        if column.rule.running == .neither { column.eventsBefore[person] -= ofRunning }
      }
      for piece in pieces(of: person, from: span.starts, to: span.ends) {
        column.daysAfter[person] += days[piece]
        let (all, ofRunning) = counted(piece, column)
        column.eventsAfter[person] += all
        guard column.rule.running != .asItFalls else { continue }
        column.eventsAfter[person] -= ofRunning
        // What is moved before day 0 lies right before it, in the run-up where that is left out.
        if column.rule.running == .before, column.rule.monthsLeftOut == 0 {
          column.eventsBefore[person] += ofRunning
        }
      }
      column.runningOnDayZero[person] = running[person]
    }
    column.noteWholeAfter { person in spans[person].map { $0.ends - $0.starts } }
    column.count { [column] person in
      if let own, !own[person] { return false }
      guard column.rule.wholeWindows else { return true }
      return spans[person].map {
        $0.lastDay - $0.begins == column.daysBefore[person]
          && $0.ends - $0.starts == column.daysAfter[person]
      } ?? false
    }
  }

  /// Events month by month around day 0, over the people whom the headline counts.
  func timeline(of column: ServiceUseColumns, window: ServiceWindow) -> EventTimeline {
    let months = TimeCuts.months(of: window)
    var bins = months.map {
      EventTimeline.Bin(from: $0, to: $0 + 1, events: 0, peopleWithAny: 0, people: 0, days: 0)
    }
    var highest = Array(repeating: TwoHighest(), count: bins.count)
    let piecesOfCuts = zip(cuts, dayZeros).map { cuts, day in
      months.map {
        cuts.pieces(
          from: day.adding(months: $0).number, to: day.adding(months: $0 + 1).number)
      }
    }
    for person in column.countedPeople where people[person].dayZero != nil {
      let ofMonths = piecesOfCuts[people[person].cuts]
      for month in months {
        var atRisk = 0
        var happened = 0
        for piece in ofMonths[month - months.lowerBound] {
          let piece = piece + offsets[person]
          atRisk += days[piece]
          happened += counted(piece, column).all
        }
        let bin = month - months.lowerBound
        bins[bin].days += atRisk
        bins[bin].people += atRisk > 0 ? 1 : 0
        bins[bin].events += happened
        bins[bin].peopleWithAny += happened > 0 ? 1 : 0
        highest[bin].add(happened)
      }
    }
    for bin in bins.indices { bins[bin].ofTwo = highest[bin].sum }
    return EventTimeline(event: column.event, window: column.window, unit: .months, bins: bins)
  }

  /// What a piece holds, and of it what spells hold that run on day 0, without nights at home where these are left out.
  private func counted(
    _ piece: Int, _ column: ServiceUseColumns
  ) -> (all: Int, ofRunning: Int) {
    guard column.homeLeave == .leftOut else { return (events[piece], eventsOfRunning[piece]) }
    return (events[piece] - leave[piece], eventsOfRunning[piece] - leaveOfRunning[piece])
  }

  private func pieces(of person: Int, from: Int, to: Int) -> Range<Int> {
    let found = cuts[people[person].cuts].pieces(from: from, to: to)
    return found.lowerBound + offsets[person]..<found.upperBound + offsets[person]
  }

  /// Adds what falls on the days at risk of a stretch to the pieces of its person.
  private mutating func count(
    _ person: Int, _ atRisk: [Range<Int>], from: Int, to: Int, isRunning: Bool = false,
    onLeave: Bool = false
  ) {
    let offset = offsets[person]
    for span in atRisk {
      cuts[people[person].cuts].meet(
        from: max(from, span.lowerBound), to: min(to, span.upperBound)
      ) {
        if onLeave {
          leave[offset + $0] += $1
          if isRunning { leaveOfRunning[offset + $0] += $1 }
        } else {
          events[offset + $0] += $1
          if isRunning { eventsOfRunning[offset + $0] += $1 }
        }
      }
    }
  }
}
