import FurlongStudy
import GRDB

/// Decides whose each row is, from the identifiers that rows hold.
///
/// Rows that make people (the register's; all, where there is none) tie their identifiers together. A tie is refused
/// where each of its two identifiers is also tied to another of the other's kind: each end then has a
/// person of its own, and the row points at both. What remains is joined. The outcome depends on the set of rows
/// alone, never on their order.
struct PersonPlacing {
  var database: Database
  var hasRegister: Bool

  /// Makes all people anew and places every row.
  func placeEverything() throws {
    try database.execute(
      sql: """
        UPDATE entry SET person = NULL, unplaced = 0;
        UPDATE identifier SET person = NULL;
        DELETE FROM person;
        DELETE FROM problem WHERE origin = 'identity';
        CREATE TEMP TABLE maker (entry INTEGER PRIMARY KEY);
        CREATE TEMP TABLE root (identifier INTEGER PRIMARY KEY, root INTEGER NOT NULL);
        CREATE TEMP TABLE refused (low INTEGER, high INTEGER, PRIMARY KEY (low, high));
        """)
    try database.execute(
      sql: """
        INSERT INTO maker SELECT e.id FROM entry e JOIN batch b ON b.id = e.batch
        WHERE b.kind = 'people' OR (? = 0 AND b.kind <> 'caseload')
        """, arguments: [hasRegister])
    try joinIdentifiers()
    try database.execute(
      sql: """
        UPDATE entry SET unplaced = 1 WHERE id IN (
          SELECT a.entry FROM refused r
          JOIN entry_identifier a ON a.identifier = r.low
          JOIN entry_identifier c ON c.identifier = r.high AND c.entry = a.entry
          JOIN maker m ON m.entry = a.entry);
        CREATE TEMP TABLE known AS
          SELECT DISTINCT i.id, COALESCE(r.root, i.id) AS root
          FROM maker m JOIN entry e ON e.id = m.entry
          JOIN entry_identifier t ON t.entry = m.entry
          JOIN identifier i ON i.id = t.identifier LEFT JOIN root r ON r.identifier = i.id
          WHERE e.unplaced = 0;
        CREATE UNIQUE INDEX temp.known_id ON known (id);
        INSERT INTO person SELECT DISTINCT root FROM known;
        UPDATE identifier SET person = (SELECT root FROM known k WHERE k.id = identifier.id);
        """)
    try reportTwoNumbers()
    try reportSharedNumbers()
    try database.execute(
      sql: "DROP TABLE maker; DROP TABLE root; DROP TABLE refused; DROP TABLE known")
    try place(batch: nil)
  }

  /// Places the rows of one batch, or of all, with the people that there are.
  func place(batch: Int64?) throws {
    // Rows marked by now are register rows whose own identifiers point at two people.
    try report(
      "e.unplaced = 1 AND e.person IS NULL", batch: batch, code: "I057",
      message: "The identifiers of this row belong to two different people.",
      fix:
        "Correct the identifiers in the system that the export comes from; people are never merged."
    )
    try database.execute(
      sql: """
        UPDATE entry SET person = (
          SELECT MIN(i.person) FROM entry_identifier t JOIN identifier i ON i.id = t.identifier
          WHERE t.entry = entry.id)
        WHERE unplaced = 0 AND (?1 IS NULL OR batch = ?1)
        """, arguments: [batch])
    let torn = """
      e.unplaced = 0 AND e.person <> (
        SELECT MAX(i.person) FROM entry_identifier t JOIN identifier i ON i.id = t.identifier
        WHERE t.entry = e.id)
      """
    try report(
      torn, batch: batch, code: "I057",
      message: "The identifiers of this row belong to two different people.",
      fix:
        "Correct the identifiers in the system that the export comes from; people are never merged."
    )
    let nobody = "e.unplaced = 0 AND e.person IS NULL AND b.kind <> 'codings'"
    // A trust's list holds many who are no students: that is no fault of a row.
    try report(
      "\(nobody) AND b.kind <> 'caseload'", batch: batch, code: "I040",
      message: hasRegister
        ? "This row belongs to nobody in the register." : "This row names no person.",
      fix: hasRegister
        ? "Add the person to the register, or leave the row set aside if the person is not of the college."
        : "Fill in the identifier in the system that the export comes from, and export again.")
    try database.execute(
      sql: """
        UPDATE entry SET unplaced = 1, person = NULL WHERE id IN (
          SELECT e.id FROM entry e JOIN batch b ON b.id = e.batch
          WHERE (?1 IS NULL OR e.batch = ?1) AND ((\(torn)) OR (\(nobody))))
        """, arguments: [batch])
  }

  /// Joins the identifiers that rows tie together, and refuses ties that are contradicted at both ends.
  private func joinIdentifiers() throws {
    let ties = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT a.identifier AS low, c.identifier AS high, i.kind AS low_kind,
          j.kind AS high_kind
        FROM maker m JOIN entry_identifier a ON a.entry = m.entry
        JOIN entry_identifier c ON c.entry = m.entry AND c.identifier > a.identifier
        JOIN identifier i ON i.id = a.identifier JOIN identifier j ON j.id = c.identifier
        """
    ).map {
      Tie(low: $0["low"], high: $0["high"], lowKind: $0["low_kind"], highKind: $0["high_kind"])
    }
    var others: [Tie.End: Int] = [:]
    for tie in ties {
      others[Tie.End(identifier: tie.low, otherKind: tie.highKind), default: 0] += 1
      others[Tie.End(identifier: tie.high, otherKind: tie.lowKind), default: 0] += 1
    }
    var roots = IdentifierRoots()
    for tie in ties {
      let low = others[Tie.End(identifier: tie.low, otherKind: tie.highKind)] ?? 0
      let high = others[Tie.End(identifier: tie.high, otherKind: tie.lowKind)] ?? 0
      if low > 1, high > 1 {
        try database.execute(
          sql: "INSERT INTO refused (low, high) VALUES (?, ?)", arguments: [tie.low, tie.high])
      } else {
        roots.join(tie.low, tie.high)
      }
    }
    let statement = try database.makeStatement(
      sql: "INSERT INTO root (identifier, root) VALUES (?, ?)")
    for identifier in roots.identifiers {
      try statement.execute(arguments: [identifier, roots.root(of: identifier)])
    }
  }

  /// Warns of rows of a person to whom two NHS numbers are tied: one of them may be another's.
  private func reportTwoNumbers() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT e.batch, b.file, e.source_row
        FROM maker m JOIN entry e ON e.id = m.entry AND e.unplaced = 0
        JOIN batch b ON b.id = e.batch
        JOIN entry_identifier t ON t.entry = e.id
        JOIN identifier i ON i.id = t.identifier AND i.kind = 'nhs_number'
        WHERE i.person IN (
          SELECT person FROM identifier WHERE kind = 'nhs_number' AND person IS NOT NULL
          GROUP BY person HAVING COUNT(*) > 1)
        """)
    let problems = ProblemWriter(database: database, origin: .identity)
    for row in rows {
      let problem = Problem(
        severity: .warning, code: "I058", file: row["file"], row: row["source_row"], column: nil,
        message: "This person has another NHS number in another row; both are kept.",
        fix: "Check which number is right: a wrong one brings in another person's service use.")
      try problems.write(problem, batch: row["batch"])
    }
  }

  /// Warns of rows of a person who has two ids of the college, held together by one NHS number, and whose
  /// registrations do not fit together.
  ///
  /// A student who came back may have a new id: then the trust has known both from the same day, and the days of
  /// registration differ. A mistyped number makes one person of two.
  private func reportSharedNumbers() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        WITH mine AS (
          SELECT e.id AS entry, e.batch, b.file, e.source_row, i.id, i.kind, i.person, g.known_from,
            g.registered_on
          FROM maker m JOIN entry e ON e.id = m.entry AND e.unplaced = 0
          JOIN batch b ON b.id = e.batch JOIN registration g ON g.entry = e.id
          JOIN entry_identifier t ON t.entry = e.id
          JOIN identifier i ON i.id = t.identifier AND i.kind <> 'nhs_number'
            AND i.person IS NOT NULL)
        SELECT DISTINCT batch, file, source_row FROM mine WHERE (person, kind) IN (
          SELECT person, kind FROM mine GROUP BY person, kind
          HAVING COUNT(DISTINCT id) > 1 AND (
            COUNT(DISTINCT IFNULL(known_from, 'never')) > 1
            OR COUNT(DISTINCT registered_on) < COUNT(DISTINCT id)))
        """)
    let problems = ProblemWriter(database: database, origin: .identity)
    for row in rows {
      let problem = Problem(
        severity: .warning, code: "I062", file: row["file"], row: row["source_row"], column: nil,
        message:
          "A row with another id has the same NHS number and does not fit: they are taken as one person.",
        fix: "Check the NHS number of both rows: a wrong one makes one person of two.")
      try problems.write(problem, batch: row["batch"])
    }
  }

  private func report(
    _ condition: String, batch: Int64?, code: String, message: String, fix: String
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO problem (batch, origin, severity, code, source_row, message, fix)
        SELECT e.batch, 'identity', 'set-aside', ?2, e.source_row, ?3, ?4
        FROM entry e JOIN batch b ON b.id = e.batch
        WHERE (?1 IS NULL OR e.batch = ?1) AND (\(condition))
        """, arguments: [batch, code, message, fix])
  }
}

/// Two identifiers that stand in one row.
private struct Tie {
  struct End: Hashable {
    var identifier: Int64
    var otherKind: String
  }

  var low: Int64
  var high: Int64
  var lowKind: String
  var highKind: String
}

/// Which identifiers belong together: disjoint sets, each named by its smallest number.
private struct IdentifierRoots {
  private var parents: [Int64: Int64] = [:]

  var identifiers: [Int64] { parents.keys.sorted() }

  func root(of identifier: Int64) -> Int64 {
    var root = identifier
    while let parent = parents[root], parent != root { root = parent }
    return root
  }

  mutating func join(_ left: Int64, _ right: Int64) {
    let low = min(root(of: left), root(of: right))
    let high = max(root(of: left), root(of: right))
    parents[low] = low
    parents[high] = low
    // Short ways to the root keep long chains cheap.
    parents[left] = low
    parents[right] = low
  }
}
