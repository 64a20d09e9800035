import GRDB

/// Entries that say the same about the same person: one is counted.
struct Copies {
  /// The table of what rows say.
  var table: String
  /// What makes two entries the same.
  var key: String

  static let keyOfPlaces = "m.person, lower(t.course), t.day, t.status"

  // Events of the table `event` are no copies: two on a day are two events, unless they come with one spell.
  static let all = [
    Copies(table: "form", key: "m.person, t.scale, t.day, t.occasion, t.course, t.answers"),
    Copies(table: "place", key: keyOfPlaces),
    Copies(table: "stay", key: "m.person, t.kind, t.nights, t.from_day, t.spell_from, t.spell_to"),
    Copies(table: "tally", key: "m.person, t.kind, t.from_day, t.to_day"),
    Copies(table: "story", key: "t.story"),
    Copies(table: "unit_month", key: "t.kind, lower(t.unit), t.month"),
    Copies(table: "coding", key: "t.story, t.coder, t.code, t.span_from, t.span_to"),
  ]

  func mark(in database: Database, batch: Int64?) throws {
    try database.execute(
      sql: """
        UPDATE \(table) SET copy = 0 WHERE copy = 1 AND (
          ?1 IS NULL OR mention IN (SELECT id FROM mention WHERE batch = ?1));
        """, arguments: [batch])
    try database.execute(
      sql: """
        UPDATE \(table) SET copy = 1 WHERE id IN (
          SELECT item FROM (
            SELECT t.id AS item, row_number() OVER (
              PARTITION BY \(key) ORDER BY b.file, t.source_row, t.id) AS place
            FROM \(KeptRows.of(table)) JOIN batch b ON b.id = m.batch
            WHERE \(KeptRows.condition) AND (?1 IS NULL OR m.batch = ?1))
          WHERE place > 1)
        """, arguments: [batch])
  }
}

/// Rows that count: whose they are is known, and no other row disagrees with them.
enum KeptRows {
  /// A table of what rows say as `t`, with the mention of each as `m`.
  static func of(_ table: String) -> String { "\(table) t JOIN mention m ON m.id = t.mention" }

  /// What makes a row of `t` and `m` count.
  static let condition = """
    m.placed = 1 AND NOT EXISTS (
      SELECT 1 FROM disputed d WHERE d.mention = t.mention AND d.source_row = t.source_row)
    """
}
