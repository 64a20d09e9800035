import FurlongStudy
import GRDB

/// Counts attendance by calendar month, of all who meet the plan's criteria; leaves the temporary view
/// `offered_place`.
struct MonthlySelection {
  var database: Database
  var plan: CohortPlan

  /// The months; nil where nobody came.
  func select() throws -> MonthlyAttendance? {
    try database.execute(
      sql: """
        CREATE TEMP VIEW offered_place AS
          SELECT person, day, status = 'attended' AS came FROM counted_place
          WHERE is_before = 0 AND status <> 'cancelled by college'
        """)
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
      lastDay: lastDay(CalendarDay(number: ends[1])), months: months)
  }

  /// Until when the register is taken to be kept: to the end of the month of its last place, where the data reach so far.
  ///
  /// Other exports may reach far beyond it, and terms without a register are not terms to which nobody came.
  private func lastDay(_ lastPlace: CalendarDay) -> CalendarDay {
    guard let dataTo = plan.dataTo else { return lastPlace }
    let month = CalendarDay(number: lastPlace.number - lastPlace.date.day + 1)
    return min(dataTo, month.adding(months: 1).adding(days: -1))
  }
}
