import FurlongStudy
import GRDB

/// Counts of whom exports speak, beside the register; reads what `Population` leaves.
struct PeopleInSight {
  var database: Database

  /// People of the register with and without a row, and people with a row who are not in it.
  ///
  /// Who is not in the register is known by the identifiers of his or her rows: whose rows hold two in turn counts twice.
  func links() throws -> [Completeness.Link] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT b.kind, COUNT(DISTINCT e.person),
          COUNT(DISTINCT CASE WHEN m.placed = 0 THEN (
            SELECT MIN(i.identifier) FROM mention_identifier i WHERE i.mention = m.id) END)
        FROM mention m JOIN batch b ON b.id = m.batch
        LEFT JOIN everybody e ON e.person = m.person AND m.placed = 1
        WHERE b.stopped = 0 AND b.kind IN ('scores', 'attendance', 'events', 'stories')
        GROUP BY b.kind
        """)
    let found = rows.compactMap { row -> Completeness.Link? in
      ExportKind(rawValue: row[0]).map {
        Completeness.Link(kind: $0, people: row[1], strangers: row[2])
      }
    }
    return ExportKind.allCases.compactMap { kind in found.first { $0.kind == kind } }
  }

  /// Of how many people in the numbers each export of service use can speak, and does.
  func extracts() throws -> [Completeness.Extract] {
    let refused = try Int.fetchSet(database, sql: "SELECT idx FROM not_linked")
    return try Row.fetchAll(
      database,
      sql: """
        SELECT id, file, no_rows_means FROM batch
        WHERE kind = 'events' AND stopped = 0 ORDER BY file
        """
    ).compactMap { row -> Completeness.Extract? in
      guard let meaning = (row[2] as String?).flatMap(NoRowsMeaning.init) else { return nil }
      let source = EventSource(shape: .dated, noRowsMeans: meaning, batches: [row[0]])
      let linkable = try source.linkable(in: database)
      let mentioned = try source.mentioned(in: database)
      return Completeness.Extract(
        file: row[1], noRowsMeans: meaning, linkable: linkable.count,
        mentioned: mentioned.subtracting(refused).count, refused: refused.count,
        refusedWithRow: mentioned.intersection(refused).count)
    }
  }

  /// Whether an export says of any of the people in the numbers since when the trust has known them; so where there are none.
  func saysWhoIsKnown() throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT NOT EXISTS (SELECT 1 FROM member)
          OR EXISTS (SELECT 1 FROM member WHERE known_from IS NOT ?)
        """, arguments: [SelectedDays.longAgo]) ?? true
  }

  /// The stories of people in the numbers by what was agreed to; nil where there is none.
  func stories() throws -> Completeness.Stories? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT t.agreed, COUNT(*), SUM(t.withdrawn_on IS NULL),
          SUM(t.withdrawn_on IS NULL AND t.consent_given_on IS NOT NULL)
        FROM \(KeptRows.of("story")) JOIN member w ON w.person = m.person
        WHERE \(KeptRows.condition) AND t.copy = 0 GROUP BY t.agreed
        """)
    guard !rows.isEmpty else { return nil }
    var agreed: [ConsentPurpose: Int] = [:]
    for row in rows where (row[2] as Int) > 0 {
      for purpose in AgreedPurposes(rawValue: row[0]).purposes {
        agreed[purpose, default: 0] += row[2]
      }
    }
    func sum(_ column: Int) -> Int { rows.reduce(0) { $0 + ($1[column] as Int) } }
    return Completeness.Stories(count: sum(1), agreed: agreed, dated: sum(3))
  }

  /// Rows of people in the numbers that are dated after the person left or died, by export.
  func rowsAfterLeaving() throws -> [String: Int] {
    try database.execute(
      sql: """
        CREATE TEMP TABLE leaving AS
          SELECT m.id AS mention, m.batch, w.left_on
          FROM mention m JOIN member w ON w.person = m.person
          WHERE m.placed = 1 AND w.left_on IS NOT NULL;
        CREATE UNIQUE INDEX temp.leaving_mention ON leaving (mention);
        """)
    let isAny = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM leaving)")
    guard isAny == true else { return [:] }
    let tables = [("form", "day"), ("place", "day"), ("event", "day"), ("stay", "from_day")]
    let rows = tables.map { table, day in
      """
      SELECT l.batch, t.source_row FROM \(table) t JOIN leaving l ON l.mention = t.mention
      WHERE t.\(day) > l.left_on
      """
    }
    // Rows that others disagree with are taken out at the end: they are few, and a look at each row is dear.
    return try Row.fetchAll(
      database,
      sql: """
        SELECT b.file, COUNT(*) FROM (
          SELECT * FROM (\(rows.joined(separator: " UNION ")))
          EXCEPT SELECT m.batch, d.source_row FROM disputed d JOIN mention m ON m.id = d.mention
        ) r JOIN batch b ON b.id = r.batch GROUP BY b.file
        """
    ).reduce(into: [:]) { $0[$1[0]] = $1[1] }
  }
}
