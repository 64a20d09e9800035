import FurlongStudy

/// Reads service use: rows that are events, spells, and counts per period.
struct EventReader: ContentReader {
  let columns: EventColumns
  private var repeated: [RepeatKey: [(row: Int, count: Int)]] = [:]
  private var rowsOfPeriod: [PeriodKey: [Int]] = [:]
  private var seen: Set<EventKey> = []

  private struct RepeatKey: Hashable {
    var rule: Int
    var person: [KeyedHash]
  }

  private struct PeriodKey: Hashable {
    var column: String
    var period: String
    var person: [KeyedHash]
  }

  private var seenRows: Set<[String]> = []

  private struct EventKey: Hashable {
    var event: String
    var person: [KeyedHash]
    var day: CalendarDay
    var team: String?
  }

  init(columns: EventColumns) { self.columns = columns }

  mutating func read(
    _ cells: RowCells, into row: inout ImportRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    switch columns.moment {
    case .day(let column):
      guard let day = try cells.pastDay(column, &notes) else { throw cells.blank(column) }
      readRow(on: day, cells, &row, &notes)
    case .spell(let start, let end):
      guard let first = try cells.pastDay(start, &notes) else { throw cells.blank(start) }
      try readSpell(from: first, end, cells, &row, &notes)
    case .periods:
      try readCounts(cells, &row)
    }
  }

  /// Sets contradicting rows aside, and gives each repeated count to the first row of the person that is kept.
  mutating func finish(_ rows: inout [ImportRow], notes: inout ImportNotes) -> [Int: RowRefusal] {
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
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.sourceRow, $0) })
    // The last rule goes first, so that a row's counts end in the mapping's order.
    for (key, counts) in repeated.sorted(by: { $0.key.rule > $1.key.rule }) {
      let rule = columns.rules[key.rule]
      let kept = counts.filter { refused[$0.row] == nil }.min { $0.row < $1.row }
      guard case .column(_, let at, _) = rule.count, let kept, let place = places[kept.row] else {
        continue
      }
      rows[place].events.insert(
        .counted(event: rule.event, from: at.from, to: at.to, count: kept.count), at: 0)
    }
    return refused
  }

  private func holds(_ rule: EventRule, _ cells: RowCells) -> Bool {
    guard let condition = rule.condition else { return true }
    guard let text = cells.text(condition.column) else { return false }
    if condition.values.contains(text) { return true }
    let plain = ItemCoding.plain(text)
    return condition.values.contains { ItemCoding.plain($0) == plain }
  }

  private mutating func readRow(
    on day: CalendarDay, _ cells: RowCells, _ row: inout ImportRow, _ notes: inout ImportNotes
  ) {
    if let covers = columns.covers, !covers.contains(day) { notes.outsideCoverage += 1 }
    if columns.onceA == .row, !seenRows.insert(cells.texts).inserted {
      notes.sameEvents += 1
      return
    }
    var same = false
    for rule in columns.rules where holds(rule, cells) {
      if let once = columns.onceA, once != .row {
        let team = once == .personDayAndTeam ? columns.team.flatMap(cells.value) : nil
        let key = EventKey(event: rule.event, person: row.identifiers, day: day, team: team)
        if !seen.insert(key).inserted {
          same = true
          continue
        }
      }
      row.events.append(.onDay(event: rule.event, day: day))
    }
    if same { notes.sameEvents += 1 }
  }

  private func readSpell(
    from first: CalendarDay, _ end: EventColumns.End?, _ cells: RowCells, _ row: inout ImportRow,
    _ notes: inout ImportNotes
  ) throws(RowRefusal) {
    var last: CalendarDay?
    if let end {
      last = try cells.pastDay(end.column, &notes)
      if last == nil, !end.blankMeansStillThere { throw cells.blank(end.column) }
      if let last, last < first {
        throw RowRefusal(
          .endBeforeStart, end.column, "The spell ends before it starts.",
          fix: "Correct one of the two dates where they were exported from.")
      }
    }
    if let covers = columns.covers, first > covers.to || last.map({ $0 < covers.from }) ?? false {
      notes.outsideCoverage += 1
    }
    for rule in columns.rules where holds(rule, cells) {
      switch rule.count {
      case .starts: row.events.append(.onDay(event: rule.event, day: first))
      case .nights: row.events.append(.nights(event: rule.event, from: first, until: last))
      case .rows, .column, .columnByPeriod: continue
      }
    }
  }

  private mutating func readCounts(
    _ cells: RowCells, _ row: inout ImportRow
  ) throws(RowRefusal) {
    var repeats: [(rule: Int, count: Int)] = []
    var periods: Set<PeriodKey> = []
    for (place, rule) in columns.rules.enumerated() where holds(rule, cells) {
      switch rule.count {
      case .rows, .starts, .nights: continue
      case .column(let column, let at, let repeated):
        guard let count = try count(column, cells) else { continue }
        if repeated {
          repeats.append((place, count))
        } else {
          row.events.append(
            .counted(event: rule.event, from: at.from, to: at.to, count: count))
        }
      case .columnByPeriod(let column, let period, let offsets):
        let name = try cells.required(period)
        guard let at = try cells.word(period, offsets) else { throw cells.blank(period) }
        periods.insert(PeriodKey(column: period, period: name, person: row.identifiers))
        guard let count = try count(column, cells) else { continue }
        row.events.append(.counted(event: rule.event, from: at.from, to: at.to, count: count))
      }
    }
    // Only rows that are kept so far may speak for their person.
    for (rule, count) in repeats {
      repeated[RepeatKey(rule: rule, person: row.identifiers), default: []]
        .append((cells.sourceRow, count))
    }
    for key in periods { rowsOfPeriod[key, default: []].append(cells.sourceRow) }
  }

  private func count(_ column: String, _ cells: RowCells) throws(RowRefusal) -> Int? {
    guard let count = try cells.short(column) else { return nil }
    if count >= 0 { return count }
    throw RowRefusal(
      .scoreRange, column,
      "\(cells.subject(cells.value(column) ?? "", column, .number)) is a count below 0.",
      fix: "If it means that there is no value, add it to 'missing' in the mapping.")
  }
}
