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
      sql: "UPDATE entry SET disputed = 0 WHERE disputed = 1 AND (?1 IS NULL OR batch = ?1)",
      arguments: [batch])
    // Which rows disagree is decided for all kinds at once, before any is left out.
    try setAsideDisagreements()
    if batch == nil { try setAsideCodingsOfUnknownStories() }
    for copies in Copies.all { try copies.mark(in: database, batch: batch) }
    try noteCopies()
    if batch == nil {
      try warnOfDifferingValues()
      try Overlap(database: database).warn()
    }
  }

  private func setAsideDisagreements() throws {
    var rows: Set<Int64> = []
    for dispute in Dispute.all {
      rows.formUnion(try dispute.report(in: database, batch: batch))
    }
    let statement = try database.makeStatement(sql: "UPDATE entry SET disputed = 1 WHERE id = ?")
    for row in rows.sorted() { try statement.execute(arguments: [row]) }
  }

  private func setAsideCodingsOfUnknownStories() throws {
    let unknown = """
      FROM entry e JOIN coding c ON c.entry = e.id
      WHERE e.unplaced = 0 AND NOT EXISTS (
        SELECT 1 FROM story s JOIN entry o ON o.id = s.entry
        WHERE s.story = c.story AND o.unplaced = 0 AND o.disputed = 0)
      """
    try database.execute(
      sql: """
        INSERT INTO problem (batch, origin, severity, code, source_row, message, fix)
        SELECT e.batch, 'duplicates', 'set-aside', 'I060', e.source_row,
          'This row codes a story that is not there.',
          'Add the story to the export of stories, or correct the id of the story.'
        \(unknown)
        """)
    try database.execute(
      sql: "UPDATE entry SET disputed = 1 WHERE id IN (SELECT e.id \(unknown))")
  }

  /// A note at each row that says nothing but what another row says.
  private func noteCopies() throws {
    try database.execute(
      sql: """
        INSERT INTO problem (batch, origin, severity, code, source_row, message, fix)
        SELECT e.batch, 'duplicates', 'note', 'I038', e.source_row,
          'This row says the same as another row; it is counted once.', 'Nothing need be done.'
        FROM entry e JOIN (
          SELECT entry FROM (
            SELECT entry, copy FROM form UNION ALL SELECT entry, copy FROM place
            UNION ALL SELECT entry, copy FROM event UNION ALL SELECT entry, copy FROM story
            UNION ALL SELECT entry, copy FROM coding)
          GROUP BY entry HAVING MIN(copy) = 1) c ON c.entry = e.id
        WHERE e.unplaced = 0 AND e.disputed = 0 AND (?1 IS NULL OR e.batch = ?1)
        """, arguments: [batch])
  }

  /// Warns where rows of one person and registration day differ in what they say of the person.
  private func warnOfDifferingValues() throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE said AS
          SELECT e.id AS entry, e.batch, e.source_row, e.person, a.name, a.value,
            g.registered_on AS day
          FROM about a JOIN entry e ON e.id = a.entry
          LEFT JOIN registration g ON g.entry = e.id
          WHERE e.unplaced = 0 AND e.disputed = 0;
        INSERT INTO problem (batch, origin, severity, code, source_row, message, fix)
        SELECT s.batch, 'duplicates', 'warning', 'I059', s.source_row,
          'Rows of the same person differ in `' || s.name
            || '`; the value that comes first in the alphabet is used.',
          'Correct the rows in the system that the export comes from.'
        FROM said s JOIN (
          SELECT person, name, day FROM said GROUP BY person, name, day
          HAVING MIN(value) <> MAX(value)) d
        ON d.person = s.person AND d.name = s.name AND d.day IS s.day;
        DROP TABLE said;
        """)
  }
}
