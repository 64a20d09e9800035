import FurlongStudy
import GRDB

/// Counts attendance by academic year and term, of those of `MonthlySelection`, after it.
struct YearSelection {
  var database: Database
  var plan: CohortPlan

  /// The years that the register covers, in order.
  func select(_ monthly: MonthlyAttendance) throws -> [YearAttendance] {
    let covered = DayRange(from: monthly.firstDay, to: monthly.lastDay)
    return try plan.terms.years(over: covered).map { year in
      var terms: [String: YearAttendance.Period] = [:]
      for part in year.parts where part.days.to >= covered.from && part.days.from <= covered.to {
        terms[part.term.id] = try period(part.days, covered)
      }
      var whole = try period(year.days, covered)
      // A term that begins after the register ends is no term to which nobody came.
      if year.parts.contains(where: { $0.days.from > covered.to }) { whole.isPart = true }
      return YearAttendance(beginsIn: year.beginsIn, whole: whole, terms: terms)
    }
  }

  private func period(_ days: DayRange, _ covered: DayRange) throws -> YearAttendance.Period {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT COALESCE(SUM(came), 0), COUNT(DISTINCT CASE WHEN came THEN person END)
        FROM offered_place WHERE day BETWEEN ? AND ?
        """, arguments: [days.from.number, days.to.number])
    // Sessions seldom begin on a term's first day, nor end on its last; the plan's last day of data is exact.
    let lastDay = plan.dataTo ?? covered.to.adding(months: 1)
    return YearAttendance.Period(
      attended: row?[0] ?? 0, people: row?[1] ?? 0,
      isPart: days.from.adding(months: 1) < covered.from || lastDay < days.to)
  }
}
