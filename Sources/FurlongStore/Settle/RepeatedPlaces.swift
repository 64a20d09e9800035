import FurlongStudy
import GRDB

/// Exports of attendance in which many rows say the same as another: perhaps not the day of the session is read but that of the booking,
/// or not the column that says who came.
struct RepeatedPlaces {
  var database: Database

  /// Warns of each export of which at least one row in five, and three, are copies of others of the same export.
  ///
  /// Copies in another export are none of these: a term's export and the year's share rows.
  func warn() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        WITH said AS (
          SELECT m.batch, t.source_row, row_number() OVER (
            PARTITION BY m.batch, \(Copies.keyOfPlaces) ORDER BY t.source_row, t.id) AS place
          FROM \(KeptRows.of("place")) WHERE \(KeptRows.condition))
        SELECT batch, COUNT(DISTINCT CASE WHEN place > 1 THEN source_row END) AS copies,
          COUNT(DISTINCT source_row) AS source_rows
        FROM said GROUP BY batch HAVING copies >= 3 AND copies * 5 >= source_rows
        """)
    let problems = ProblemWriter(database: database, origin: .duplicates)
    for row in rows {
      let complaint = try problems.complaint(
        severity: .warning, code: "I038",
        message:
          "\(row["copies"] as Int) of \(row["source_rows"] as Int) rows say the same person, course, day and status as another; each place is counted once.",
        fix:
          "Check in the mapping that 'date' is the day of the session, not of the booking, and that 'status' says who came; nothing, if these rows stand there twice."
      )
      try problems.write(complaint, batch: row["batch"], row: nil, column: nil)
    }
  }
}
