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
    try CountedPlaces(database: database, plan: plan).gather()
    let none = [Int](repeating: 0, count: size)
    var counts: [AttendanceStatus: [Int]] = [:]
    var before = none
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.idx, p.status, p.is_before, COUNT(*)
        FROM counted_place p JOIN member m ON m.person = p.person
        GROUP BY m.idx, p.status, p.is_before
        """)
    while let row = try rows.next() {
      guard let status = AttendanceStatus(rawValue: row[1]) else { continue }
      if row[2] {
        if status != .cancelledByCollege { before[row[0]] += row[3] }
      } else {
        counts[status, default: none][row[0]] = row[3]
      }
    }
    let monthly = try MonthlySelection(database: database, plan: plan).select()
    return AttendanceColumns(
      attended: counts[.attended] ?? none, missed: counts[.missed] ?? none,
      cancelledByStudent: counts[.cancelledByStudent] ?? none,
      cancelledByCollege: counts[.cancelledByCollege] ?? none, beforeDayZero: before,
      monthly: monthly,
      years: try monthly.map { try YearSelection(database: database, plan: plan).select($0) } ?? [])
  }
}
