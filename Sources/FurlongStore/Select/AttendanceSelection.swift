import FurlongStudy
import GRDB

/// Counts places at sessions from day 0 to the end of the data, by what became of them.
struct AttendanceSelection {
  var database: Database
  var plan: CohortPlan
  var size: Int

  /// The counts; nil where no export of attendance was read.
  func select() throws -> AttendanceColumns? {
    let isThere = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM batch WHERE kind = 'attendance' AND stopped = 0)")
    guard isThere == true else { return nil }
    let none = [Int](repeating: 0, count: size)
    var counts: [AttendanceStatus: [Int]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.idx, p.status, COUNT(*) FROM member m
        JOIN entry e ON e.person = m.person JOIN place p ON p.entry = e.id
        WHERE e.unplaced = 0 AND e.disputed = 0 AND p.copy = 0
          AND (m.day_zero IS NULL OR p.day >= m.day_zero) AND p.day <= ?
        GROUP BY m.idx, p.status
        """, arguments: [plan.dataTo?.number ?? SelectedDays.farOff])
    while let row = try rows.next() {
      guard let status = AttendanceStatus(rawValue: row[1]) else { continue }
      counts[status, default: none][row[0]] = row[2]
    }
    return AttendanceColumns(
      attended: counts[.attended] ?? none, missed: counts[.missed] ?? none,
      cancelledByStudent: counts[.cancelledByStudent] ?? none,
      cancelledByCollege: counts[.cancelledByCollege] ?? none,
      monthly: try MonthlySelection(database: database, plan: plan).select())
  }
}
