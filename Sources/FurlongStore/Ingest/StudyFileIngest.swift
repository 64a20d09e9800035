public import FurlongStudy
import GRDB

extension StudyFile {
  /// The exports that the file holds, in order of file name.
  public func batches() throws(StoreError) -> [KeptBatch] {
    try read { try KeptBatch.fetch($0, file: nil) }
  }

  /// Keeps what an export gave in place of what the same export gave before, in one transaction.
  ///
  /// Rows are tied to people: with a register, only its rows make people, and a row of another export whose
  /// identifiers the register does not hold is set aside; without one, every export makes people. When an export
  /// that makes people changes, the rows of all exports are tied anew; none need be ingested again. Duplicates
  /// within the export are found at once (inside `change`, at its end), across exports by `settle()`.
  ///
  /// - Parameter hasRegister: whether the study's mappings name an export of people.
  /// - Returns: the export as kept.
  /// - Throws: `StoreError`; the former batch then stands.
  public func ingest(
    _ batch: ImportBatch, hasRegister: Bool
  ) throws(StoreError) -> KeptBatch {
    if let row = BatchWriter.rowTwice(in: batch) { throw .rowTwice(file: batch.file, row: row) }
    return try ingest(file: batch.file, hasRegister: hasRegister) { keep in
      for row in batch.rows { try keep(row, nil) }
      return batch
    }
  }

  /// Keeps what an export gives, row by row as it is read, as `ingest` of a batch does.
  ///
  /// - Parameters:
  ///   - file: the export, as a path from the study folder.
  ///   - hasRegister: whether the study's mappings name an export of people.
  ///   - read: hands each row on, each once, with a number for whom it names (rows with the same identifiers have the
  ///     same, and those after the first may leave their identifiers out) or nil; gives the batch, of which the rows are not looked at. Where it stopped, none of its rows is kept.
  /// - Returns: the export as kept.
  /// - Throws: `StoreError`; the former batch then stands.
  public func ingest(
    file: String, hasRegister: Bool,
    _ read: (_ keep: (ImportRow, _ person: Int?) throws -> Void) throws -> ImportBatch
  ) throws(StoreError) -> KeptBatch {
    let settlesLater = isInChange
    return try write { database in
      let hadRegister = try Bool.fetchOne(database, sql: "SELECT has_register FROM study") ?? false
      try database.execute(
        sql: "UPDATE study SET has_register = ?, settled = 0", arguments: [hasRegister])
      let replaced = try Self.forget(file, in: database)
      let (id, batch) = try BatchWriter(database: database).write(file, read)
      let placing = PersonPlacing(
        database: database, hasRegister: hasRegister, decisions: decisions)
      if batch.kind.tiesIdentifiers || !hasRegister || hasRegister != hadRegister
        || replaced.flatMap(ExportKind.init)?.tiesIdentifiers == true
      {
        try placing.placeEverything()
      } else {
        try placing.place(batch: id)
      }
      if !settlesLater { try DuplicateSettlement(database: database, batch: id).settle() }
      guard let result = try KeptBatch.fetch(database, file: file).first else {
        throw StoreError.notSettled
      }
      return result
    }
  }

  /// Forgets an export that the mappings no longer name.
  public func remove(file: String) throws(StoreError) {
    try write { database in
      guard let kind = try Self.forget(file, in: database) else { return }
      let hasRegister = try Bool.fetchOne(database, sql: "SELECT has_register FROM study") ?? false
      try database.execute(sql: "UPDATE study SET settled = 0")
      if ExportKind(rawValue: kind)?.tiesIdentifiers == true || !hasRegister {
        try PersonPlacing(database: database, hasRegister: hasRegister, decisions: decisions)
          .placeEverything()
      }
    }
  }

  /// Forgets all exports; what is remembered of a frozen plan stays.
  public func removeAll() throws(StoreError) {
    try write { database in
      for table in StudySchema.tablesOfRows { try database.execute(sql: "DELETE FROM \(table)") }
      try database.execute(
        sql: """
          DELETE FROM problem;
          DELETE FROM disputed;
          DELETE FROM mention_identifier;
          DELETE FROM mention;
          DELETE FROM identifier;
          DELETE FROM complaint;
          DELETE FROM event_kind;
          DELETE FROM batch;
          UPDATE study SET has_register = 0, settled = 0;
          """)
    }
  }

  /// Compares rows within and across exports; call it after all ingests.
  ///
  /// Rows of one person that disagree about the same thing are set aside, exact copies are counted once, and
  /// codings of stories that are not there are set aside. Everything is found anew each time, so the order
  /// in which exports came plays no part. Where nothing came since, there is nothing to do.
  public func settle() throws(StoreError) {
    let isSettled = try read { try Bool.fetchOne($0, sql: "SELECT settled FROM study") ?? false }
    if isSettled { return }
    try write { database in
      try DuplicateSettlement(database: database, batch: nil).settle()
      try database.execute(sql: "DELETE FROM completeness")
      try database.execute(sql: "UPDATE study SET settled = 1")
    }
  }

  /// Deletes the batch of a file with all its rows; the kind that it had, or nil where there was none.
  private static func forget(_ file: String, in database: Database) throws -> String? {
    let kind = try String.fetchOne(
      database, sql: "SELECT kind FROM batch WHERE file = ?", arguments: [file])
    guard let kind else { return nil }
    let ends = try Row.fetchOne(
      database,
      sql: """
        SELECT MIN(m.id), MAX(m.id) FROM mention m JOIN batch b ON b.id = m.batch WHERE b.file = ?
        """, arguments: [file])
    if let first = ends?[0] as Int?, let last = ends?[1] as Int? {
      for table in StudySchema.tablesOfRows {
        try delete(from: table, mentions: first...last, in: database)
      }
    }
    try database.execute(sql: "DELETE FROM batch WHERE file = ?", arguments: [file])
    try database.execute(
      sql: "DELETE FROM identifier WHERE id NOT IN (SELECT identifier FROM mention_identifier)")
    return kind
  }

  /// Deletes rows; a table that holds no others is emptied at once, without a look at each row.
  private static func delete(
    from table: String, mentions: ClosedRange<Int>, in database: Database
  ) throws {
    let holdsOthers = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE mention NOT BETWEEN ? AND ?)",
      arguments: [mentions.lowerBound, mentions.upperBound])
    if holdsOthers == true {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE mention BETWEEN ? AND ?",
        arguments: [mentions.lowerBound, mentions.upperBound])
    } else {
      try database.execute(sql: "DELETE FROM \(table)")
    }
  }
}

extension KeptBatch {
  static func fetch(_ database: Database, file: String?) throws -> [KeptBatch] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT b.*, (
          SELECT COALESCE(SUM(m.source_rows), 0) FROM mention m
          WHERE m.batch = b.id AND m.placed = 0
        ) AS rows_of_nobody, (
          SELECT COUNT(DISTINCT p.source_row) FROM problem p JOIN complaint c ON c.id = p.complaint
          WHERE p.batch = b.id AND p.origin = ?2 AND c.severity = ?3
        ) AS rows_at_fault, (
          SELECT COUNT(*) FROM disputed d JOIN mention m ON m.id = d.mention
          WHERE m.batch = b.id AND m.placed = 1
        ) AS rows_disputed
        FROM batch b WHERE ?1 IS NULL OR b.file = ?1 ORDER BY b.file
        """,
      arguments: [
        file, ProblemWriter.Origin.identity.rawValue, Problem.Severity.setAside.rawValue,
      ])
    return try rows.compactMap { row in
      guard let kind = ExportKind(rawValue: row["kind"]) else { return nil }
      let read: Int = row["rows_read"]
      let skipped: Int = row["rows_skipped"]
      let refused: Int = row["rows_refused"]
      let atFault: Int = row["rows_at_fault"]
      let disputed: Int = row["rows_disputed"]
      let stopped: Bool = row["stopped"]
      // Of rows that are nobody's those without a fault are of people whom a trust knows and the college does not.
      let strangers: Int = row["rows_of_nobody"] - atFault
      let setAside = refused + atFault + disputed
      let passed = skipped + strangers
      var batch = KeptBatch(
        file: row["file"], map: row["map"], kind: kind, contentDigest: row["content_digest"],
        ruleDigest: row["rule_digest"], rowsRead: read,
        rowsKept: stopped ? 0 : read - passed - setAside, rowsSetAside: setAside,
        rowsSkipped: passed, stopped: stopped)
      batch.skips = try Row.fetchAll(
        database, sql: "SELECT why, source_rows FROM batch_skip WHERE batch = ?",
        arguments: [row["id"] as Int64]
      ).reduce(into: [:]) { skips, skip in
        if let why = SkippedRow(rawValue: skip[0]) { skips[why] = skip[1] }
      }
      if strangers > 0 { batch.skips[.notInRegister] = strangers }
      let blank = passed - batch.skips.values.reduce(0, +)
      if blank > 0 { batch.skips[.blank] = blank }
      return batch
    }
  }
}
