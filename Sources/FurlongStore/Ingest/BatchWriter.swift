import FurlongStudy
import GRDB

/// Writes one batch: its rows, what they say, and what was wrong with them.
struct BatchWriter {
  var database: Database

  /// Writes the rows that `read` hands on and what it finds of them; rows are tied to people afterwards.
  ///
  /// Where what was read stopped in the end, none of its rows is kept.
  ///
  /// - Parameters:
  ///   - file: the export.
  ///   - read: hands each row on, with a number for whom it names or nil; gives the batch without its rows.
  /// - Returns: the batch's number, and the batch.
  func write(
    _ file: String,
    _ read: (_ keep: (ImportRow, _ person: Int?) throws -> Void) throws -> ImportBatch
  ) throws -> (id: Int64, batch: ImportBatch) {
    try database.execute(
      sql: """
        INSERT INTO batch (file, map, kind, content_digest, rule_digest, rows_read, rows_skipped,
          rows_refused, stopped) VALUES (?, '', 'people', '', '', 0, 0, 0, 1)
        """, arguments: [file])
    let id = database.lastInsertedRowID
    var impossible: [Problem] = []
    var kept = 0
    var batch: ImportBatch?
    var kinds: Set<IdentifierKind> = []
    try database.inSavepoint {
      var rows = try RowWriter(database: database, batch: id)
      let found = try read { row, person in
        kept += 1
        // A spell that ends before it begins would make negative time; the mapping's checks come first, this last.
        if row.events.contains(where: \.endsBeforeItBegins) {
          impossible.append(Self.impossible(row, file: file))
          rows.leaveOut(row, person: person)
        } else {
          try rows.write(row, person: person)
        }
      }
      batch = found
      if found.stopped { return .rollback }
      kinds = try rows.finish()
      return .commit
    }
    guard let batch else { throw StoreError.notSettled }
    guard batch.stopped || kept <= batch.rowsRead - batch.rowsSkipped - batch.rowsSetAside else {
      throw StoreError.rowsDoNotAddUp(
        file: file, read: batch.rowsRead, kept: kept, setAside: batch.rowsSetAside,
        skipped: batch.rowsSkipped)
    }
    if batch.kind == .events, !batch.stopped, batch.coverage == nil {
      throw StoreError.noCoverage(file: file)
    }
    try writeHeading(of: batch, as: id, impossible: batch.stopped ? 0 : impossible.count)
    let problems = ProblemWriter(database: database, origin: .reading)
    for problem in batch.problems { try problems.write(problem, batch: id) }
    for problem in batch.stopped ? [] : impossible { try problems.write(problem, batch: id) }
    for kind in kinds {
      try database.execute(
        sql: "INSERT INTO batch_identifier_kind (batch, kind) VALUES (?, ?)",
        arguments: [id, kind.rawValue])
    }
    return (id, batch)
  }

  private static func impossible(_ row: ImportRow, file: String) -> Problem {
    Problem(
      severity: .setAside, code: "I043", file: file, row: row.sourceRow, column: nil,
      message: "Row \(row.sourceRow) ends before it begins.",
      fix: "Correct the dates in the system that the export comes from, and export again.")
  }

  /// The number that two rows have; nil where each has its own.
  static func rowTwice(in batch: ImportBatch) -> Int? {
    let numbers = batch.rows.map(\.sourceRow)
    if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) { return nil }
    var seen: Set<Int> = []
    return numbers.first { !seen.insert($0).inserted }
  }

  private func writeHeading(of batch: ImportBatch, as id: Int64, impossible: Int) throws {
    try database.execute(
      sql: """
        UPDATE batch SET (map, kind, content_digest, rule_digest, rows_read, rows_skipped,
          rows_refused, stopped, covers_from, covers_to, no_rows_means)
          = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?
        """,
      arguments: [
        batch.map, batch.kind.rawValue, batch.contentDigest, batch.ruleDigest, batch.rowsRead,
        batch.rowsSkipped, batch.rowsSetAside + impossible, batch.stopped,
        batch.coverage?.days?.from.number, batch.coverage?.days?.to.number,
        batch.coverage?.noRowsMeans.rawValue, id,
      ])
    for (events, isLeave) in [
      (batch.coverage?.events, false), (batch.coverage?.leaveFrom, true),
    ] {
      for event in Set(events ?? []) {
        try database.execute(
          sql: "INSERT INTO batch_event (batch, event, is_leave) VALUES (?, ?, ?)",
          arguments: [id, event, isLeave])
      }
    }
    for (why, rows) in batch.skips where rows > 0 {
      try database.execute(
        sql: "INSERT INTO batch_skip (batch, why, source_rows) VALUES (?, ?, ?)",
        arguments: [id, why.rawValue, rows])
    }
  }
}

extension EventRecord {
  fileprivate var endsBeforeItBegins: Bool {
    guard let spell, let until = spell.until else { return false }
    return until < spell.from
  }
}
