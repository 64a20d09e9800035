import FurlongStudy
import GRDB

/// Writes one batch: its rows, what they say, and what was wrong with them.
struct BatchWriter {
  var database: Database

  /// Writes a batch and returns its number; rows are tied to people afterwards.
  func write(_ batch: ImportBatch) throws -> Int64 {
    let id = try writeHeading(of: batch)
    let problems = ProblemWriter(database: database, origin: .reading)
    for problem in batch.problems { try problems.write(problem, batch: id) }
    var rows = try RowWriter(database: database, batch: id)
    var impossible = 0
    if let row = rowTwice(in: batch) { throw StoreError.rowTwice(file: batch.file, row: row) }
    for row in batch.rows {
      // A spell that ends before it begins would make negative time; the mapping's checks come first, this last.
      if row.events.contains(where: \.endsBeforeItBegins) {
        impossible += 1
        let problem = Problem(
          severity: .setAside, code: "I043", file: batch.file, row: row.sourceRow, column: nil,
          message: "Row \(row.sourceRow) ends before it begins.",
          fix: "Correct the dates in the system that the export comes from, and export again.")
        try problems.write(problem, batch: id)
        continue
      }
      try rows.write(row)
    }
    try rows.finish()
    if impossible > 0 {
      try database.execute(
        sql: "UPDATE batch SET rows_refused = rows_refused + ? WHERE id = ?",
        arguments: [impossible, id])
    }
    return id
  }

  /// The number that two rows have; nil where each has its own.
  private func rowTwice(in batch: ImportBatch) -> Int? {
    let numbers = batch.rows.map(\.sourceRow)
    if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) { return nil }
    var seen: Set<Int> = []
    return numbers.first { !seen.insert($0).inserted }
  }

  private func writeHeading(of batch: ImportBatch) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO batch (file, map, kind, content_digest, rule_digest, rows_read, rows_skipped,
          rows_refused, stopped, covers_from, covers_to, no_rows_means)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        batch.file, batch.map, batch.kind.rawValue, batch.contentDigest, batch.ruleDigest,
        batch.rowsRead, batch.rowsSkipped, batch.rowsSetAside, batch.stopped,
        batch.coverage?.days?.from.number, batch.coverage?.days?.to.number,
        batch.coverage?.noRowsMeans.rawValue,
      ])
    let id = database.lastInsertedRowID
    for event in Set(batch.coverage?.events ?? []) {
      try database.execute(
        sql: "INSERT INTO batch_event (batch, event) VALUES (?, ?)", arguments: [id, event])
    }
    for (why, rows) in batch.skips where rows > 0 {
      try database.execute(
        sql: "INSERT INTO batch_skip (batch, why, source_rows) VALUES (?, ?, ?)",
        arguments: [id, why.rawValue, rows])
    }
    var kinds: Set<IdentifierKind> = []
    for row in batch.rows { for identifier in row.identifiers { kinds.insert(identifier.kind) } }
    for kind in kinds {
      try database.execute(
        sql: "INSERT INTO batch_identifier_kind (batch, kind) VALUES (?, ?)",
        arguments: [id, kind.rawValue])
    }
    return id
  }
}

extension EventRecord {
  fileprivate var endsBeforeItBegins: Bool {
    if case .nights(_, let from, let until?) = self { return until < from }
    return false
  }
}
