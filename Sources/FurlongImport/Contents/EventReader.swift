import Foundation
import FurlongDigests
import FurlongStudy

/// Reads service use: rows that are events, spells, and counts per period.
struct EventReader: ContentReader {
  private let columns: EventColumns
  private let moment: Moment
  private let rules: [Rule]
  private let team: CellColumn?
  private let teams = CellMemo<Int>()
  private var repeated: [RepeatKey: [(row: Int, count: Int)]] = [:]
  private var rowsOfPeriod: [PeriodKey: [Int]] = [:]
  private var seen = EventsSeen()
  /// SHA-256 of rows, where exact copies are one event.
  private var seenRows: Set<[UInt8]> = []

  private enum Moment {
    case day(CellColumn)
    case spell(start: CellColumn, end: (column: CellColumn, blankMeansStillThere: Bool)?)
    case periods
  }

  /// A rule of the mapping, with its columns in the export.
  private struct Rule {
    enum Count {
      case rows, starts, nights, days, leave
      case column(CellColumn, at: EventRule.Offsets, repeats: Bool)
      case columnByPeriod(CellColumn, period: CellColumn, periods: CellWords<EventRule.Offsets>)
    }

    var event: String
    /// The same for rules of one event.
    var eventNumber: Int
    var count: Count
    var conditions: [Condition]
  }

  /// What a row must hold for a rule.
  private struct Condition {
    var column: CellColumn
    var values: Set<String>
    var plain: Set<String>
    /// Which cells meet the condition.
    let holds = CellMemo<Bool>()
  }

  private struct RepeatKey: Hashable {
    var rule: Int
    var person: [KeyedHash]
  }

  private struct PeriodKey: Hashable {
    var column: String
    var period: String
    var person: [KeyedHash]
  }

  init(columns: EventColumns, rules: CellRules) {
    self.columns = columns
    moment =
      switch columns.moment {
      case .day(let column): .day(rules.column(column))
      case .spell(let start, let end):
        .spell(
          start: rules.column(start),
          end: end.map { (rules.column($0.column), $0.blankMeansStillThere) })
      case .periods: .periods
      }
    let events = columns.rules.map(\.event)
    self.rules = columns.rules.map { rule in
      let count: Rule.Count =
        switch rule.count {
        case .rows: .rows
        case .starts: .starts
        case .nights: .nights
        case .days: .days
        case .leave: .leave
        case .column(let column, let at, let repeats):
          .column(rules.column(column), at: at, repeats: repeats)
        case .columnByPeriod(let column, let period, let periods):
          .columnByPeriod(
            rules.column(column), period: rules.column(period), periods: CellWords(periods))
        }
      return Rule(
        event: rule.event, eventNumber: events.firstIndex(of: rule.event) ?? 0, count: count,
        conditions: rule.conditions.map {
          Condition(
            column: rules.column($0.column), values: Set($0.values),
            plain: Set($0.values.map(ItemCoding.plain)))
        })
    }
    team = columns.team.map(rules.column)
  }

  var holdsBack: Bool { if case .periods = moment { true } else { false } }

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    switch moment {
    case .day(let column):
      guard let day = try cells.pastDay(column, &notes) else { throw cells.blank(column.name) }
      readRow(on: day, cells, &row, &notes)
    case .spell(let start, let end):
      guard let first = try cells.pastDay(start, &notes) else { throw cells.blank(start.name) }
      try readSpell(from: first, end, cells, &row, &notes)
    case .periods:
      try readCounts(cells, &row, &notes)
    }
  }

  /// Sets contradicting rows aside, and gives each repeated count to the first row of the person that is kept.
  mutating func finish(_ rows: inout [KeptRow]) -> [Int: RowRefusal] {
    var refused: [Int: RowRefusal] = [:]
    for (key, same) in rowsOfPeriod where same.count > 1 {
      for row in same {
        refused[row] = RowRefusal(
          .contradiction, key.column, "\(same.count) rows are of the same person and period.",
          fix: "Keep the right one where they were exported from.")
      }
    }
    for (key, counts) in repeated where Set(counts.map(\.count)).count > 1 {
      guard case .column(let column, _, _) = columns.rules[key.rule].count else { continue }
      for (row, _) in counts {
        refused[row] = RowRefusal(
          .repeatsDiffer, column, "The rows of one person differ here and should agree.",
          fix: "Correct them where they were exported from, or take 'repeats' out of the mapping.")
      }
    }
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.row.sourceRow, $0) })
    // The last rule goes first, so that a row's counts end in the mapping's order.
    for (key, counts) in repeated.sorted(by: { $0.key.rule > $1.key.rule }) {
      let rule = columns.rules[key.rule]
      let kept = counts.filter { refused[$0.row] == nil }.min { $0.row < $1.row }
      guard case .column(_, let at, _) = rule.count, let kept, let place = places[kept.row] else {
        continue
      }
      rows[place].row.events.insert(
        .counted(event: rule.event, from: at.from, to: at.to, count: kept.count), at: 0)
    }
    return refused
  }

  private func holds(_ rule: Rule, _ cells: RowCells) -> Bool {
    rule.conditions.allSatisfy { condition in
      condition.holds.value(of: cells.bytes(condition.column)) { () throws(Never) -> Bool in
        guard let text = cells.text(condition.column) else { return false }
        return condition.values.contains(text)
          || condition.plain.contains(ItemCoding.plain(text))
      }
    }
  }

  /// SHA-256 of all that a row says.
  private func digest(_ cells: RowCells) -> [UInt8] {
    var text: [UInt8] = []
    for cell in cells.texts {
      text += Array(cell.decomposedStringWithCanonicalMapping.utf8)
      text.append(0)
    }
    return SHA256.digest(of: text)
  }

  private mutating func readRow(
    on day: CalendarDay, _ cells: RowCells, _ row: inout KeptRow, _ notes: inout ImportNotes
  ) {
    if let covers = columns.covers, !covers.contains(day) { notes.outsideCoverage += 1 }
    if columns.onceA == .row, !seenRows.insert(digest(cells)).inserted {
      notes.sameEvents += 1
      return
    }
    var same = false
    for rule in rules where holds(rule, cells) {
      if let once = columns.onceA, once != .row {
        let team = once == .personDayAndTeam ? team(cells) : 0
        if !seen.insert(event: rule.eventNumber, person: row.person, day: day, team: team) {
          same = true
          continue
        }
      }
      row.row.events.append(.onDay(event: rule.event, day: day))
    }
    if same { notes.sameEvents += 1 }
  }

  /// The number of a row's team; 0 where it has none.
  private mutating func team(_ cells: RowCells) -> Int {
    guard let column = team else { return 0 }
    let cell = cells.bytes(column)
    if cell.isEmpty { return 0 }
    return teams.value(of: cell) { () throws(Never) -> Int in
      seen.number(ofTeam: cells.value(column))
    }
  }

  private func readSpell(
    from first: CalendarDay, _ end: (column: CellColumn, blankMeansStillThere: Bool)?,
    _ cells: RowCells, _ row: inout KeptRow,
    _ notes: inout ImportNotes
  ) throws(RowRefusal) {
    var last: CalendarDay?
    if let end {
      last = try cells.pastDay(end.column, &notes)
      if last == nil, !end.blankMeansStillThere { throw cells.blank(end.column.name) }
      if let last, last < first {
        throw RowRefusal(
          .endBeforeStart, end.column.name, "The spell ends before it starts.",
          fix: "Correct one of the two dates where they were exported from.")
      }
    }
    if let covers = columns.covers, first > covers.to || last.map({ $0 < covers.from }) ?? false {
      notes.outsideCoverage += 1
    }
    for rule in rules where holds(rule, cells) {
      switch rule.count {
      case .starts:
        row.row.events.append(
          end == nil
            ? .onDay(event: rule.event, day: first)
            : .start(event: rule.event, from: first, until: last))
      case .days: row.row.events.append(.days(event: rule.event, from: first, until: last))
      case .nights: row.row.events.append(.nights(event: rule.event, from: first, until: last))
      case .leave: row.row.events.append(.leave(event: rule.event, from: first, until: last))
      case .rows, .column, .columnByPeriod: continue
      }
    }
  }

  private mutating func readCounts(
    _ cells: RowCells, _ row: inout KeptRow, _ notes: inout ImportNotes
  ) throws(RowRefusal) {
    var repeats: [(rule: Int, count: Int)] = []
    var periods: Set<PeriodKey> = []
    for (place, rule) in rules.enumerated() where holds(rule, cells) {
      switch rule.count {
      case .rows, .starts, .nights, .days, .leave: continue
      case .column(let column, let at, let repeated):
        guard let count = try count(column, cells) else {
          // What repeats on every row may stand on another of the person's.
          if !repeated { tellBlank(column, cells, &notes) }
          continue
        }
        if repeated {
          repeats.append((place, count))
        } else {
          row.row.events.append(
            .counted(event: rule.event, from: at.from, to: at.to, count: count))
        }
      case .columnByPeriod(let column, let period, let offsets):
        let name = try cells.required(period)
        guard let at = try cells.word(period, offsets) else { throw cells.blank(period.name) }
        periods.insert(PeriodKey(column: period.name, period: name, person: row.row.identifiers))
        guard let count = try count(column, cells) else {
          tellBlank(column, cells, &notes)
          continue
        }
        row.row.events.append(.counted(event: rule.event, from: at.from, to: at.to, count: count))
      }
    }
    // Only rows that are kept so far may speak for their person.
    for (rule, count) in repeats {
      repeated[RepeatKey(rule: rule, person: row.row.identifiers), default: []]
        .append((cells.sourceRow, count))
    }
    for key in periods { rowsOfPeriod[key, default: []].append(cells.sourceRow) }
  }

  /// Notes a blank; a word under `missing` says itself that nothing was recorded.
  private func tellBlank(_ column: CellColumn, _ cells: RowCells, _ notes: inout ImportNotes) {
    if cells.text(column) == nil { notes.addBlankCount(column.name, row: cells.sourceRow) }
  }

  private func count(_ column: CellColumn, _ cells: RowCells) throws(RowRefusal) -> Int? {
    guard let count = try cells.short(column) else { return nil }
    if count >= 0 { return count }
    throw RowRefusal(
      .scoreRange, column.name,
      "\(cells.subject(cells.value(column) ?? "", column.name, .number)) is a count below 0.",
      fix: "If it means that there is no value, add it to 'missing' in the mapping.")
  }
}
