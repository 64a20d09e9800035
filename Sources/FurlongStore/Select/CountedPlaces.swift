import FurlongStudy
import GRDB

/// Which places at sessions count: of all who meet the plan's criteria, whenever they registered, from each person's day 0
/// to the end of the data.
///
/// The rule stands here alone: sums, months, terms and each person's own sessions are made of the table that it leaves.
struct CountedPlaces {
  var database: Database
  var plan: CohortPlan

  /// Leaves the temporary table `counted_place`; a place dated before day 0 is marked, and is in no number but its own.
  func gather() throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE counted_place AS
          SELECT m.person, lower(t.course) AS course, t.day, t.status, t.minutes,
            t.day < COALESCE(v.day_zero, \(SelectedDays.longAgo)) AS is_before
          FROM \(KeptRows.of("place")) JOIN everybody v ON v.person = m.person
          WHERE \(KeptRows.condition) AND t.copy = 0 AND t.day <= ?
        """, arguments: [plan.dataTo?.number ?? SelectedDays.farOff])
    for criterion in plan.criteria {
      let (sql, arguments) = Population.meeting(criterion)
      try database.execute(
        sql: "DELETE FROM counted_place WHERE person NOT IN (\(sql))", arguments: arguments)
    }
  }
}
