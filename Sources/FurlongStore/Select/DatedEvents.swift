import FurlongStudy
import GRDB

/// Events with days: the engine joins each person's spans of time at risk with what happened.
///
/// The ends of windows and months depend on day 0 alone, so they are computed once for each different day 0.
struct DatedEvents {
  var database: Database
  var plan: CohortPlan

  /// Writes the ends of all windows and months for each day 0 that occurs.
  func prepare() throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE span (
          win INTEGER, day_zero INTEGER, begins INTEGER, month_before INTEGER,
          three_months_before INTEGER, ends INTEGER, PRIMARY KEY (win, day_zero)) WITHOUT ROWID;
        CREATE TEMP TABLE month (
          win INTEGER, day_zero INTEGER, k INTEGER, from_day INTEGER, to_day INTEGER,
          PRIMARY KEY (win, day_zero, k)) WITHOUT ROWID;
        CREATE TEMP TABLE covered (from_day INTEGER, to_day INTEGER);
        CREATE TEMP TABLE countable (idx INTEGER PRIMARY KEY);
        CREATE TEMP TABLE happening (
          idx INTEGER, from_day INTEGER, to_day INTEGER, spell_from INTEGER, spell_to INTEGER);
        CREATE INDEX temp.happening_idx ON happening (idx);
        CREATE TEMP TABLE risk (idx INTEGER, part INTEGER, from_day INTEGER, to_day INTEGER);
        """)
    let days = try Int.fetchAll(
      database, sql: "SELECT DISTINCT day_zero FROM member WHERE day_zero IS NOT NULL")
    for (number, window) in plan.windows.enumerated() {
      for day in days.map(CalendarDay.init(number:)) {
        try database.execute(
          sql: "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            number, day.number, window.before.before(day).number, day.adding(months: -1).number,
            day.adding(months: -3).number, window.after.after(day).number,
          ])
        for k in -Self.months(window.before)..<Self.months(window.after) {
          try database.execute(
            sql: "INSERT INTO month VALUES (?, ?, ?, ?, ?)",
            arguments: [
              number, day.number, k, day.adding(months: k).number,
              day.adding(months: k + 1).number,
            ])
        }
      }
    }
  }

  /// Loads what happened to those who can be counted, and the days that the exports cover.
  func load(_ event: String, from source: EventSource, of people: Set<Int>) throws {
    try database.execute(sql: "DELETE FROM covered; DELETE FROM countable; DELETE FROM happening")
    for (from, to) in try source.coverage(in: database) {
      try database.execute(sql: "INSERT INTO covered VALUES (?, ?)", arguments: [from, to])
    }
    let statement = try database.makeStatement(sql: "INSERT INTO countable VALUES (?)")
    for person in people.sorted() { try statement.execute(arguments: [person]) }
    try database.execute(
      sql: """
        INSERT INTO happening
        SELECT m.idx, v.from_day,
          CASE v.shape WHEN 'nights' THEN COALESCE(v.to_day, :farOff) ELSE v.from_day + 1 END,
          v.spell_from,
          CASE WHEN v.spell_from IS NULL THEN NULL ELSE COALESCE(v.spell_to, :farOff) END
        FROM countable p JOIN member m ON m.idx = p.idx JOIN entry e ON e.person = m.person
        JOIN event v ON v.entry = e.id
        WHERE e.unplaced = 0 AND e.disputed = 0 AND v.copy = 0 AND v.event = :event
          AND v.shape <> 'counted'
        """, arguments: ["event": event, "farOff": SelectedDays.farOff])
    if try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM event v JOIN entry e ON e.id = v.entry
          WHERE v.event = ? AND v.shape = 'nights')
        """, arguments: [event]) == true
    {
      try joinOverlaps()
    }
  }

  /// Joins the spells of a person that overlap, so that a night in two of them is one night.
  ///
  /// Spells that only touch stay apart. Events on a day last one day and are left as they are.
  private func joinOverlaps() throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE joined AS
          WITH ordered AS (
            SELECT idx, from_day, to_day, MAX(to_day) OVER (
              PARTITION BY idx ORDER BY from_day, to_day
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
            FROM happening WHERE spell_from = from_day AND spell_to = to_day),
          numbered AS (
            SELECT idx, from_day, to_day, SUM(reached IS NULL OR from_day >= reached) OVER (
              PARTITION BY idx ORDER BY from_day, to_day ROWS UNBOUNDED PRECEDING) AS number
            FROM ordered)
          SELECT idx, MIN(from_day) AS from_day, MAX(to_day) AS to_day
          FROM numbered GROUP BY idx, number;
        DELETE FROM happening WHERE spell_from = from_day AND spell_to = to_day;
        INSERT INTO happening SELECT idx, from_day, to_day, from_day, to_day FROM joined;
        DROP TABLE joined;
        """)
  }

  /// Fills the columns of one window and rule.
  func fill(_ column: inout ServiceUseColumns, window: Int) throws {
    let lastDay =
      switch column.rule {
      case .wholeWindow, .bothWindowsWhole: "s.day_zero"
      case .withoutLastMonth: "s.month_before"
      case .withoutLastThreeMonths: "s.three_months_before"
      }
    let isEmpty = try Bool.fetchOne(
      database,
      sql: """
        SELECT COUNT(*) > 0 AND SUM(s.begins < \(lastDay)) = 0 FROM span s WHERE s.win = ?
        """, arguments: [window])
    if isEmpty == true {
      column.notPossible = .nothingLeft
      return
    }
    try fillRisk(
      """
      SELECT day_zero, 0 AS part, begins AS from_day, \(lastDay) AS to_day FROM span s
      WHERE s.win = :window
      UNION ALL SELECT day_zero, 1, day_zero, ends FROM span WHERE win = :window
      """, window: window)
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT idx, part, SUM(to_day - from_day) FROM risk GROUP BY idx, part")
    while let row = try rows.next() {
      if row[1] == 0 {
        column.daysBefore[row[0]] = row[2]
      } else {
        column.daysAfter[row[0]] = row[2]
      }
    }
    let events = try Row.fetchCursor(
      database,
      sql: """
        SELECT r.idx, r.part, SUM(MIN(h.to_day, r.to_day) - MAX(h.from_day, r.from_day))
        FROM risk r JOIN happening h
          ON h.idx = r.idx AND h.from_day < r.to_day AND h.to_day > r.from_day
        GROUP BY r.idx, r.part
        """)
    while let row = try events.next() {
      if row[1] == 0 {
        column.eventsBefore[row[0]] = row[2]
      } else {
        column.eventsAfter[row[0]] = row[2]
      }
    }
    try fillRunning(&column)
    let whole = column.rule == .bothWindowsWhole ? try wholeWindows(window) : nil
    column.count { [column] person in
      guard let whole else { return true }
      return whole[person].map {
        $0.before == column.daysBefore[person] && $0.after == column.daysAfter[person]
      } ?? false
    }
  }

  /// Events month by month around day 0, over the people whom the headline counts.
  func timeline(of column: ServiceUseColumns, window: Int) throws -> EventTimeline {
    let plan = plan.windows[window]
    try fillRisk(
      "SELECT day_zero, k AS part, from_day, to_day FROM month WHERE win = :window", window: window)
    try database.execute(sql: "CREATE TEMP TABLE in_timeline (idx INTEGER PRIMARY KEY)")
    let statement = try database.makeStatement(sql: "INSERT INTO in_timeline VALUES (?)")
    for person in column.countedPeople { try statement.execute(arguments: [person]) }
    var bins = (-Self.months(plan.before)..<Self.months(plan.after)).map {
      EventTimeline.Bin(from: $0, to: $0 + 1, events: 0, peopleWithAny: 0, people: 0, days: 0)
    }
    let first = Self.months(plan.before)
    let days = try Row.fetchAll(
      database,
      sql: """
        SELECT part, COUNT(DISTINCT idx), SUM(to_day - from_day) FROM risk
        WHERE idx IN in_timeline GROUP BY part
        """)
    for row in days {
      bins[first + row[0]].people = row[1]
      bins[first + row[0]].days = row[2]
    }
    let events = try Row.fetchAll(
      database,
      sql: """
        SELECT r.part, COUNT(DISTINCT r.idx),
          SUM(MIN(h.to_day, r.to_day) - MAX(h.from_day, r.from_day))
        FROM risk r JOIN happening h
          ON h.idx = r.idx AND h.from_day < r.to_day AND h.to_day > r.from_day
        WHERE r.idx IN in_timeline GROUP BY r.part
        """)
    for row in events {
      bins[first + row[0]].peopleWithAny = row[1]
      bins[first + row[0]].events = row[2]
    }
    try database.execute(sql: "DROP TABLE in_timeline")
    return EventTimeline(event: column.event, window: column.window, unit: .months, bins: bins)
  }

  /// Fills `risk` with the parts of the given spans in which people are at risk.
  private func fillRisk(_ spans: String, window: Int) throws {
    try database.execute(sql: "DELETE FROM risk")
    try database.execute(
      sql: """
        INSERT INTO risk
        SELECT idx, part, from_day, to_day FROM (
          SELECT m.idx, s.part, MAX(s.from_day, m.known_from, c.from_day) AS from_day,
            MIN(s.to_day, COALESCE(m.left_on + 1, :farOff), :dataEnd, c.to_day) AS to_day
          FROM countable p JOIN member m ON m.idx = p.idx
          JOIN (\(spans)) s ON s.day_zero = m.day_zero CROSS JOIN covered c)
        WHERE from_day < to_day
        """,
      arguments: [
        "window": window, "farOff": SelectedDays.farOff,
        "dataEnd": plan.dataTo.map { $0.number + 1 } ?? SelectedDays.farOff,
      ])
  }

  private func fillRunning(_ column: inout ServiceUseColumns) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.idx, COUNT(*) FROM happening h JOIN member m ON m.idx = h.idx
        WHERE h.spell_from < m.day_zero AND h.spell_to > m.day_zero GROUP BY m.idx
        """)
    while let row = try rows.next() { column.runningOnDayZero[row[0]] = row[1] }
  }

  private func wholeWindows(_ window: Int) throws -> [Int: (before: Int, after: Int)] {
    var whole: [Int: (before: Int, after: Int)] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.idx, s.day_zero - s.begins, s.ends - s.day_zero
        FROM member m JOIN span s ON s.day_zero = m.day_zero WHERE s.win = ?
        """, arguments: [window])
    while let row = try rows.next() { whole[row[0]] = (row[1], row[2]) }
    return whole
  }

  /// How many months of the timeline a length takes: itself in months, else enough to hold it.
  private static func months(_ length: TimeLength) -> Int {
    guard let days = length.days else { return length.amount }
    return max(1, (days + 29) / 30)
  }
}
