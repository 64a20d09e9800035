import FurlongStudy
import GRDB

/// Spells of one person and event that overlap without being the same: their nights are counted once.
struct Overlap {
  var database: Database

  private struct Spell {
    var mention: Int64
    var batch: Int64
    var file: String
    var row: Int
    var until: Int
  }

  /// Warns at each row whose spell begins before another, which began no later, has ended.
  ///
  /// One pass over all spells in order of person, event and start.
  func warn() throws {
    let problems = ProblemWriter(database: database, origin: .duplicates)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.id, m.batch, b.file, t.source_row, m.person, t.kind, t.spell_from,
          COALESCE(t.spell_to, :farOff)
        FROM \(KeptRows.of("stay")) JOIN batch b ON b.id = m.batch
        WHERE t.nights = 1 AND t.copy = 0 AND \(KeptRows.condition)
        ORDER BY m.person, t.kind, t.spell_from, t.spell_to, b.file, t.source_row
        """, arguments: ["farOff": SelectedDays.farOff])
    var person: Int64?
    var event = 0
    var longest: Spell?
    var found: [(later: Spell, earlier: Spell)] = []
    while let row = try rows.next() {
      let spell = Spell(
        mention: row[0], batch: row[1], file: row[2], row: row[3], until: row[7])
      if person != row[4] || event != row[5] {
        person = row[4]
        event = row[5]
        longest = nil
      }
      if let earlier = longest, (row[6] as Int) < earlier.until,
        (spell.mention, spell.row) != (earlier.mention, earlier.row)
      {
        found.append((spell, earlier))
      }
      if spell.until >= longest?.until ?? .min { longest = spell }
    }
    var warned: Set<RowOfMention> = []
    for (later, earlier) in found
    where warned.insert(RowOfMention(mention: later.mention, row: later.row)).inserted {
      let place = later.file == earlier.file ? "row" : "\(earlier.file), row"
      let problem = Problem(
        severity: .warning, code: "I061", file: later.file, row: later.row, column: nil,
        message:
          "This spell overlaps another of the same person (\(place) \(earlier.row)); each night is "
          + "counted once, and both are one stay unless the plan's event says 'transfers: apart'.",
        fix:
          "Correct the dates in the system that the export comes from, or delete one of the two rows."
      )
      try problems.write(problem, batch: later.batch)
    }
  }
}
