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

  func write(_ problem: Problem, batch: Int64) throws {
    try database.execute(
      sql: """
        INSERT INTO problem (batch, origin, severity, code, source_row, heading, message, fix)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        batch, origin.rawValue, problem.severity.rawValue, problem.code, problem.row,
        problem.column, problem.message, problem.fix,
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
          SELECT p.severity, p.code, b.file, p.source_row, p.heading, p.message, p.fix
          FROM problem p JOIN batch b ON b.id = p.batch
          ORDER BY b.file, p.source_row, p.heading, p.code, p.message
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
