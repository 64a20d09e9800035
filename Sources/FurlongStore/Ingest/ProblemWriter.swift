public import FurlongStudy
import GRDB

/// Writes problems, told apart by when they were found so that each kind can be found anew.
struct ProblemWriter {
  /// When a problem was found.
  enum Origin: String {
    case reading
    case identity
    case duplicates
  }

  var database: Database
  var origin: Origin

  /// The number of the words of a problem, which many rows can share.
  func complaint(
    severity: Problem.Severity, code: String, message: String, fix: String
  ) throws -> Int64 {
    let words: StatementArguments = [code, message, severity.rawValue, fix]
    let known = try database.cachedStatement(
      sql: """
        SELECT id FROM complaint WHERE code = ? AND message = ? AND severity = ? AND fix = ?
        """)
    if let number = try Int64.fetchOne(known, arguments: words) { return number }
    try database.cachedStatement(
      sql: "INSERT INTO complaint (code, message, severity, fix) VALUES (?, ?, ?, ?)"
    ).execute(arguments: words)
    return database.lastInsertedRowID
  }

  func write(_ complaint: Int64, batch: Int64, row: Int?, column: String?) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO problem (batch, origin, complaint, source_row, heading) VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [batch, origin.rawValue, complaint, row, column])
  }

  func write(_ problem: Problem, batch: Int64) throws {
    try write(
      complaint(
        severity: problem.severity, code: problem.code, message: problem.message, fix: problem.fix),
      batch: batch, row: problem.row, column: problem.column)
  }

  /// Writes the same problem at all rows of some mentions.
  func write(
    atRowsOf mentions: [Int], severity: Problem.Severity, code: String, message: String, fix: String
  ) throws {
    guard !mentions.isEmpty else { return }
    try database.execute(sql: "CREATE TEMP TABLE asked (mention INTEGER PRIMARY KEY)")
    let statement = try BulkStatement.insert(database, into: "asked", "mention")
    for mention in mentions.sorted() {
      statement.bind(1, mention)
      try statement.run()
    }
    let rows = StudySchema.tablesOfRows.map {
      "SELECT mention, source_row FROM \($0) WHERE mention IN asked"
    }.joined(separator: " UNION ")
    try database.execute(
      sql: """
        INSERT INTO problem (batch, origin, complaint, source_row)
        SELECT m.batch, ?, ?, r.source_row FROM (\(rows)) r JOIN mention m ON m.id = r.mention;
        DROP TABLE asked;
        """,
      arguments: [
        origin.rawValue,
        try complaint(severity: severity, code: code, message: message, fix: fix),
      ])
  }

  /// Forgets the problems of this origin, of one batch or of all.
  func forget(batch: Int64?) throws {
    try database.execute(
      sql: "DELETE FROM problem WHERE origin = ?1 AND (?2 IS NULL OR batch = ?2)",
      arguments: [origin.rawValue, batch])
  }
}

extension StudyFile {
  /// Everything wrong with the exports or worth a note, in order of file, row, column and code.
  public func problems() throws(StoreError) -> [Problem] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT c.severity, c.code, b.file, p.source_row, p.heading, c.message, c.fix
          FROM problem p JOIN complaint c ON c.id = p.complaint JOIN batch b ON b.id = p.batch
          ORDER BY b.file, p.source_row, p.heading, c.code, c.message
          """
      ).compactMap { row in
        guard let severity = Problem.Severity(rawValue: row["severity"]) else { return nil }
        return Problem(
          severity: severity, code: row["code"], file: row["file"], row: row["source_row"],
          column: row["heading"], message: row["message"], fix: row["fix"])
      }
    }
  }
}
