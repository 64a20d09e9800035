import GRDB

/// Entries that say the same about the same person: one is counted.
struct Copies {
  /// The table of what rows say.
  var table: String
  /// What makes two entries the same.
  var key: String
  /// Which entries can be copies of each other.
  var condition = "1"

  static let all = [
    Copies(table: "form", key: "e.person, t.scale, t.day, t.occasion, t.course, t.answers"),
    Copies(table: "place", key: "e.person, t.course, t.day, t.status"),
    // Two events on a day are two events, unless they come with one and the same spell.
    Copies(
      table: "event", key: "e.person, t.event, t.shape, t.from_day, t.spell_from, t.spell_to",
      condition: "t.spell_from IS NOT NULL"),
    Copies(
      table: "event", key: "e.person, t.event, t.from_day, t.to_day",
      condition: "t.shape = 'counted'"),
    Copies(table: "story", key: "t.story"),
    Copies(table: "coding", key: "t.story, t.coder, t.code"),
  ]

  func mark(in database: Database, batch: Int64?) throws {
    try database.execute(
      sql: """
        UPDATE \(table) AS t SET copy = 0
        WHERE copy = 1 AND (\(condition)) AND (
          ?1 IS NULL OR EXISTS (SELECT 1 FROM entry e WHERE e.id = t.entry AND e.batch = ?1));
        """, arguments: [batch])
    try database.execute(
      sql: """
        UPDATE \(table) SET copy = 1 WHERE rowid IN (
          SELECT item FROM (
            SELECT t.rowid AS item, row_number() OVER (
              PARTITION BY \(key) ORDER BY b.file, e.source_row, t.rowid) AS place
            FROM \(table) t JOIN entry e ON e.id = t.entry JOIN batch b ON b.id = e.batch
            WHERE e.unplaced = 0 AND e.disputed = 0 AND (?1 IS NULL OR e.batch = ?1)
              AND (\(condition)))
          WHERE place > 1)
        """, arguments: [batch])
  }
}
