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
      years: try monthly.map { try YearSelection(database: database, plan: plan).select($0) } ?? [],
      hours: try hours())
  }

  /// Time at sessions attended from day 0 on, of those for whom each of them has a length; nil where none has.
  private func hours() throws -> HoursAttended? {
    var minutes = [Int?](repeating: nil, count: size)
    var longest: Int?
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.idx, SUM(p.minutes), MAX(p.minutes), SUM(p.minutes IS NULL)
        FROM counted_place p JOIN member m ON m.person = p.person
        WHERE p.status = 'attended' AND p.is_before = 0 GROUP BY m.idx
        """)
    while let row = try rows.next() {
      guard let most = row[2] as Int? else { continue }
      longest = max(longest ?? 0, most)
      if row[3] == 0 { minutes[row[0]] = row[1] as Int? }
    }
    return longest.map { HoursAttended(minutes: minutes, longest: $0) }
  }
}
