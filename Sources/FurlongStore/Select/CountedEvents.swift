import FurlongStudy
import GRDB

/// Events given as counts over days measured from day 0.
struct CountedEvents {
  var database: Database

  /// Fills the columns of one window and rule, or says why the rule cannot be followed.
  func fill(
    _ column: inout ServiceUseColumns, window: ServiceWindow, of people: Set<Int>
  ) throws {
    guard column.rule.monthsLeftOut == 0 else {
      column.notPossible = .noDates
      return
    }
    guard column.rule.running == .asItFalls else {
      column.notPossible = .noSpells
      return
    }
    guard let before = window.before.days, let after = window.after.days,
      let start = window.from.map(\.days) ?? 0
    else {
      column.notPossible = .monthsWithoutDates
      return
    }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT idx, from_day >= 0, SUM(count), SUM(to_day - from_day) FROM (\(periods))
        GROUP BY idx, from_day >= 0
        """, arguments: arguments(column.event, before, start, after))
    while let row = try rows.next() {
      let person: Int = row[0]
      if row[1] == 0 {
        column.eventsBefore[person] = row[2]
        column.daysBefore[person] = row[3]
      } else {
        column.eventsAfter[person] = row[2]
        column.daysAfter[person] = row[3]
      }
    }
    column.noteWholeAfter { people.contains($0) ? after : nil }
    column.count { [column] person in
      guard people.contains(person) else { return false }
      return !column.rule.wholeWindows
        || (column.daysBefore[person] == before && column.daysAfter[person] == after)
    }
  }

  /// Events in the export's own periods, over the people whom the headline counts.
  func timeline(of column: ServiceUseColumns, _ window: ServiceWindow) throws -> EventTimeline {
    var bins: [EventTimeline.Bin] = []
    var highest = TwoHighest()
    if let before = window.before.days, let after = window.after.days {
      let counted = Set(column.countedPeople)
      let rows = try Row.fetchCursor(
        database, sql: "\(periods) ORDER BY t.from_day, t.to_day",
        arguments: arguments(column.event, before, 0, after))
      while let row = try rows.next() {
        guard counted.contains(row["idx"]) else { continue }
        let from: Int = row["from_day"]
        let to: Int = row["to_day"]
        let count: Int = row["count"]
        if bins.last.map({ ($0.from, $0.to) != (from, to) }) ?? true {
          bins.append(.init(from: from, to: to, events: 0, peopleWithAny: 0, people: 0, days: 0))
          highest = TwoHighest()
        }
        highest.add(count)
        bins[bins.count - 1].ofTwo = highest.sum
        bins[bins.count - 1].events += count
        bins[bins.count - 1].peopleWithAny += count > 0 ? 1 : 0
        bins[bins.count - 1].people += 1
        bins[bins.count - 1].days += to - from
      }
    }
    return EventTimeline(event: column.event, window: column.window, unit: .periods, bins: bins)
  }

  /// The periods of members that lie wholly on one side of the window.
  private var periods: String {
    """
    SELECT w.idx, t.from_day, t.to_day, t.count
    FROM \(KeptRows.of("tally")) JOIN member w ON w.person = m.person
    WHERE \(KeptRows.condition) AND t.copy = 0
      AND t.kind = (SELECT id FROM event_kind WHERE name = :event)
      AND ((t.from_day >= -:before AND t.to_day <= 0) OR (t.from_day >= :start AND t.to_day <= :start + :after))
    """
  }

  private func arguments(
    _ event: String, _ before: Int, _ start: Int, _ after: Int
  ) -> StatementArguments {
    ["event": event, "before": before, "start": start, "after": after]
  }
}
