import FurlongStudy
import GRDB

/// Finds rows that disagree and rows that say the same, within one batch or over all exports.
///
/// Disagreeing rows are all set aside: there is no telling which is right, and the first is no better than the last.
/// Copies are kept rows of which one is counted.
struct DuplicateSettlement {
  var database: Database
  /// The batch to look into; nil = all exports together, with the checks that need all of them.
  var batch: Int64?

  func settle() throws {
    let problems = ProblemWriter(database: database, origin: .duplicates)
    try problems.forget(batch: batch)
    try database.execute(
      sql: """
        DELETE FROM disputed
        WHERE ?1 IS NULL OR mention IN (SELECT id FROM mention WHERE batch = ?1)
        """,
      arguments: [batch])
    // Which rows disagree is decided for all kinds at once, before any is left out.
    let lesser = try setAsideDisagreements()
    if batch == nil { try setAsideCodingsOfUnknownStories() }
    for copies in Copies.all { try copies.mark(in: database, batch: batch) }
    try noteCopies()
    try lesser.mark(in: database)
    if batch == nil {
      try warnOfDifferingValues()
      try Overlap(database: database).warn()
      try RepeatedPlaces(database: database).warn()
      try database.execute(
        sql: "DELETE FROM complaint WHERE id NOT IN (SELECT complaint FROM problem)")
    }
  }

  /// Returns forms that say less than another and nothing else.
  private func setAsideDisagreements() throws -> LesserForms {
    var rows: Set<RowOfMention> = []
    var lesser = LesserForms()
    for dispute in Dispute.all {
      rows.formUnion(try dispute.report(in: database, batch: batch, lesser: &lesser))
    }
    let statement = try database.makeStatement(
      sql: "INSERT INTO disputed (mention, source_row) VALUES (?, ?)")
    for row in rows { try statement.execute(arguments: [row.mention, row.row]) }
    return lesser
  }

  private func setAsideCodingsOfUnknownStories() throws {
    let unknown = """
      FROM coding c JOIN mention m ON m.id = c.mention
      WHERE m.placed = 1 AND c.story NOT IN (
        SELECT t.story FROM \(KeptRows.of("story")) WHERE \(KeptRows.condition))
      """
    let complaint = try ProblemWriter(database: database, origin: .duplicates).complaint(
      severity: .setAside, code: "I060", message: "This row codes a story that is not there.",
      fix: "Add the story to the export of stories, or correct the id of the story.")
    try database.execute(
      sql: """
        INSERT INTO problem (batch, origin, complaint, source_row)
        SELECT DISTINCT m.batch, 'duplicates', ?, c.source_row \(unknown)
        """, arguments: [complaint])
    try database.execute(
      sql: """
        INSERT INTO disputed (mention, source_row) SELECT c.mention, c.source_row \(unknown)
        ON CONFLICT DO NOTHING
        """)
  }

  /// A note at each row that says nothing but what another row says.
  private func noteCopies() throws {
    let complaint = try ProblemWriter(database: database, origin: .duplicates).complaint(
      severity: .note, code: "I038",
      message: "This row says the same as another row; it is counted once.",
      fix: "Nothing need be done.")
    let copied = Copies.all.map {
      "SELECT mention, source_row FROM \($0.table) WHERE copy = 1"
    }.joined(separator: " UNION ")
    try database.execute(
      sql: """
        CREATE TEMP TABLE copied (
          mention INTEGER, source_row INTEGER, PRIMARY KEY (mention, source_row)) WITHOUT ROWID
        """)
    try database.execute(
      sql: """
        INSERT INTO copied SELECT t.mention, t.source_row
        FROM (\(copied)) t JOIN mention m ON m.id = t.mention
        WHERE \(KeptRows.condition) AND (?1 IS NULL OR m.batch = ?1)
        """, arguments: [batch])
    if database.changesCount > 0 {
      for (table, says) in Copies.all.map({ ($0.table, "copy = 0") }) + [("event", "1")] {
        try database.execute(
          sql: """
            DELETE FROM copied WHERE (mention, source_row) IN (
              SELECT mention, source_row FROM \(table)
              WHERE \(says) AND mention IN (SELECT mention FROM copied))
            """)
      }
      try database.execute(
        sql: """
          INSERT INTO problem (batch, origin, complaint, source_row)
          SELECT m.batch, 'duplicates', ?, c.source_row
          FROM copied c JOIN mention m ON m.id = c.mention
          """, arguments: [complaint])
    }
    try database.execute(sql: "DROP TABLE copied")
  }

  /// Warns where rows of one person and registration day differ in what they say of the person.
  private func warnOfDifferingValues() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        WITH said AS MATERIALIZED (
          SELECT m.batch, t.source_row, m.person, t.name, t.value, g.registered_on AS day
          FROM \(KeptRows.of("about"))
          LEFT JOIN registration g ON g.mention = t.mention AND g.source_row = t.source_row
          WHERE \(KeptRows.condition))
        SELECT s.batch, s.source_row, s.name
        FROM said s JOIN (
          SELECT person, name, day FROM said GROUP BY person, name, day
          HAVING COUNT(DISTINCT swiftLowercaseString(value)) > 1) d
        ON d.person = s.person AND d.name = s.name AND d.day IS s.day
        """)
    let problems = ProblemWriter(database: database, origin: .duplicates)
    for row in rows {
      let name: String = row["name"]
      let complaint = try problems.complaint(
        severity: .warning, code: "I059",
        message:
          "Rows of the same person differ in `\(name)`; the value that comes first in the alphabet is used.",
        fix: "Correct the rows in the system that the export comes from.")
      try problems.write(complaint, batch: row["batch"], row: row["source_row"], column: nil)
    }
  }
}
