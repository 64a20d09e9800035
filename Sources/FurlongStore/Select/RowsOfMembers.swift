import FurlongStudy
import GRDB

/// The kept rows of the people in the numbers: what the exports say of each, whoever a mention of them names.
struct RowsOfMembers {
  private let database: Database
  /// Which member a mention is of; -1 for others.
  private let memberOfMention: [Int]
  private let someAreDisputed: Bool

  init(_ database: Database) throws {
    self.database = database
    var members = [Int](
      repeating: -1,
      count: (try Int.fetchOne(database, sql: "SELECT MAX(id) FROM mention") ?? 0) + 1)
    try BulkStatement(
      database,
      """
      SELECT m.id, w.idx FROM mention m JOIN member w ON w.person = m.person WHERE m.placed = 1
      """
    ).each { members[$0.number(0)] = $0.number(1) }
    memberOfMention = members
    someAreDisputed =
      try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM disputed)") ?? false
  }

  /// The number by which rows know an event; nil where there are none.
  func number(of event: String) throws -> Int? {
    try Int.fetchOne(
      database, sql: "SELECT id FROM event_kind WHERE name = ?", arguments: [event])
  }

  /// Calls with each kept row of a table that is a member's: the member, and the row with columns after the mention.
  func each(
    of table: String, _ columns: String, where condition: String,
    _ look: (_ person: Int, BulkRow) throws -> Void
  ) throws {
    let undisputed =
      someAreDisputed
      ? """
      AND NOT EXISTS (
        SELECT 1 FROM disputed d WHERE d.mention = t.mention AND d.source_row = t.source_row)
      """ : ""
    try BulkStatement(
      database, "SELECT t.mention, \(columns) FROM \(table) t WHERE \(condition) \(undisputed)"
    ).each { row in
      let mention = row.number(0)
      guard memberOfMention.indices.contains(mention), memberOfMention[mention] >= 0 else { return }
      try look(memberOfMention[mention], row)
    }
  }
}
