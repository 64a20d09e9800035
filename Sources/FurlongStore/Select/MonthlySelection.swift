import FurlongStudy
import GRDB

/// Counts attendance by calendar month, of all in the register who meet the plan's criteria.
struct MonthlySelection {
  var database: Database
  var plan: CohortPlan

  /// The months; nil where nobody came.
  func select() throws -> MonthlyAttendance? {
    try database.execute(
      sql: """
        CREATE TEMP TABLE offered_place AS
          SELECT e.person, p.day, p.status = 'attended' AS came
          FROM entry e JOIN place p ON p.entry = e.id
          WHERE e.person IS NOT NULL AND e.unplaced = 0 AND e.disputed = 0 AND p.copy = 0
            AND p.status <> 'cancelled by college' AND p.day <= ?
            AND ((SELECT has_register FROM study) = 0 OR e.person IN (
              SELECT g.person FROM entry g JOIN batch b ON b.id = g.batch
              WHERE b.kind = 'people' AND g.unplaced = 0 AND g.disputed = 0))
        """, arguments: [plan.dataTo?.number ?? SelectedDays.farOff])
    for criterion in plan.criteria {
      var arguments = StatementArguments([criterion.column])
      arguments += StatementArguments(criterion.values)
      try database.execute(
        sql: """
          DELETE FROM offered_place WHERE person NOT IN (
            SELECT person FROM known_about
            WHERE name = ? AND value IN (\(databaseQuestionMarks(count: criterion.values.count))))
          """, arguments: arguments)
    }
    guard
      let ends = try Row.fetchOne(
        database,
        sql: """
          SELECT MIN(day), MAX(day), COUNT(DISTINCT CASE WHEN came THEN person END)
          FROM offered_place HAVING SUM(came) > 0
          """)
    else { return nil }
    var months: [MonthlyAttendance.Month] = []
    // Days are counted from 1970-01-01, so that SQLite's calendar knows the month of each.
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT strftime('%Y-%m-01', day * 86400, 'unixepoch') AS month, COUNT(*), SUM(came),
          COUNT(DISTINCT CASE WHEN came THEN person END)
        FROM offered_place GROUP BY month ORDER BY month
        """)
    while let row = try rows.next() {
      guard let first = CalendarDay(iso: row[0]) else { continue }
      months.append(.init(first: first, offered: row[1], attended: row[2], people: row[3]))
    }
    return MonthlyAttendance(
      people: ends[2], firstDay: CalendarDay(number: ends[0]),
      lastDay: plan.dataTo ?? CalendarDay(number: ends[1]), months: months)
  }
}
