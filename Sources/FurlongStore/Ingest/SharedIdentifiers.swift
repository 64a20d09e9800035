import FurlongStudy
import GRDB

/// People of whom rows hold two identifiers of one kind: one may be another person's.
struct SharedIdentifiers {
  var database: Database
  var hasRegister: Bool
  /// Identifiers that somebody decided to be one person's: of these nothing need be asked.
  var merged: [Int] = []

  func warn() throws {
    try warnOfTwoNumbers()
    try warnOfSharedNumber()
  }

  /// Warns of rows of a person to whom two NHS numbers are tied: one of them may be another's.
  private func warnOfTwoNumbers() throws {
    let mentions = try Int.fetchAll(
      database,
      sql: """
        SELECT DISTINCT m.id FROM mention m JOIN batch b ON b.id = m.batch
        JOIN mention_identifier t ON t.mention = m.id
        JOIN identifier i ON i.id = t.identifier AND i.kind = 'nhs_number'
        WHERE m.placed = 1 AND \(Mention.makesPeople) AND i.person IN (
          SELECT person FROM identifier WHERE kind = 'nhs_number' AND person IS NOT NULL
          GROUP BY person HAVING COUNT(*) > 1)
        """)
    try ProblemWriter(database: database, origin: .identity).write(
      atRowsOf: mentions, severity: .warning, code: "I058",
      message: "This person has another NHS number in another row; both are kept.",
      fix: "Check which number is right: a wrong one brings in another person's service use.")
  }

  /// Warns of rows of a person who has two ids of the college, held together by one NHS number, and whose
  /// registrations do not fit together.
  ///
  /// A student who came back may have a new id: then the trust has known both from the same day, and the days of
  /// registration differ. A mistyped number makes one person of two.
  private func warnOfSharedNumber() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        WITH mine AS MATERIALIZED (
          SELECT b.id AS batch, g.source_row, i.id, i.kind, i.person, g.known_from, g.registered_on
          FROM registration g JOIN mention m ON m.id = g.mention AND m.placed = 1
          JOIN batch b ON b.id = m.batch AND \(Mention.makesPeople)
          JOIN mention_identifier t ON t.mention = m.id
          JOIN identifier i ON i.id = t.identifier AND i.kind <> 'nhs_number'
            AND i.person IS NOT NULL AND i.id NOT IN (\(merged.map(String.init).joined(separator: ", "))))
        SELECT DISTINCT batch, source_row FROM mine WHERE (person, kind) IN (
          SELECT person, kind FROM mine GROUP BY person, kind
          HAVING COUNT(DISTINCT id) > 1 AND (
            COUNT(DISTINCT IFNULL(known_from, 'never')) > 1
            OR COUNT(DISTINCT registered_on) < COUNT(DISTINCT id)))
        """)
    let problems = ProblemWriter(database: database, origin: .identity)
    let complaint = try problems.complaint(
      severity: .warning, code: "I062",
      message:
        "A row with another id has the same NHS number and does not fit: they are taken as one person.",
      fix:
        "Check the NHS number of both rows: a wrong one makes one person of two, and `furlong people split` two again."
    )
    for row in rows {
      try problems.write(complaint, batch: row["batch"], row: row["source_row"], column: nil)
    }
  }
}
