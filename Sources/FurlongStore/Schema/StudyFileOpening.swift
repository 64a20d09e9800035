import Foundation
import FurlongStudy
import GRDB

/// Opens a study file, or refuses it: who made it, for which study, in which form.
struct StudyFileOpening {
  /// "FURL": tells a study file from any other SQLite file.
  static let applicationID = 0x4655_524C

  var path: String
  var studyID: String
  var decisions = PeopleDecisions()

  func open() throws(StoreError) -> StudyFile {
    let isNew = try makeFileWhereNone()
    do {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      if !isNew {
        try queue.inDatabase(checkOrigin)
        try closeToOthers()
      }
      try queue.inDatabase { database in
        // At rest one file, no side files: it may lie on a network share. SQLite deletes a journal that is of no use any
        // more, as a kill after the commit leaves it, only where it thinks that it had been asked to keep it.
        if FileManager.default.fileExists(atPath: path + "-journal") {
          try database.execute(sql: "PRAGMA journal_mode = PERSIST")
        }
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      let file = StudyFile(path: path, queue: queue, decisions: decisions)
      let found = try queue.inDatabase(form(of:))
      if try found < StudySchema.form || queue.inDatabase(isBrokenOff) {
        try file.write { database in
          // Another program may have laid them out since.
          if try form(of: database) == found { try layOutTables(database) }
        }
      }
      return file
    } catch { throw StoreError(error, path: path) }
  }

  func openInMemory() throws(StoreError) -> StudyFile {
    do {
      let queue = try DatabaseQueue(configuration: Self.configuration)
      try queue.writeWithoutTransaction(layOutTables)
      return StudyFile(path: path, queue: queue, decisions: decisions)
    } catch { throw StoreError(error, path: path) }
  }

  /// Reads a file that is open already by another connection, at once or not at all; leaves nothing behind.
  static func readAside<Value>(_ path: String, _ work: (Database) throws -> Value) throws -> Value {
    var configuration = Self.configuration
    configuration.busyMode = .immediateError
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.writeWithoutTransaction { database in
      var value: Value?
      try database.inTransaction(.deferred) {
        value = try work(database)
        return .rollback
      }
      guard let value else { throw StoreError.notSettled }
      return value
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    // Several changes can be one transaction (StudyFile.change).
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = EXTRA;
          PRAGMA secure_delete = ON;
          PRAGMA cell_size_check = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA mmap_size = 0;
          PRAGMA temp_store = MEMORY;
          PRAGMA cache_size = -32768;
          """)
    }
    return configuration
  }

  /// Makes an empty file that only its owner can read, before SQLite writes a byte; says whether it is new.
  private func makeFileWhereNone() throws(StoreError) -> Bool {
    let files = FileManager.default
    if files.fileExists(atPath: path) {
      let size = (try? files.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
      return size == 0
    }
    let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
    return true
  }

  /// A study file that was copied may have lost its permissions; one that is not ours is left as it is.
  private func closeToOthers() throws(StoreError) {
    let files = FileManager.default
    let now = (try? files.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? nil
    if now == 0o600 { return }
    do {
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch { throw .cannotOpen(path: path, reason: "its permissions cannot be set") }
  }

  private func checkOrigin(_ database: Database) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    // Where making it was broken off, SQLite has rolled it back to nothing: then it is new.
    if application == 0, try Int.fetchOne(database, sql: "PRAGMA page_count") == 0 { return }
    guard application == Self.applicationID else { throw StoreError.notAStudyFile(path: path) }
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= StudySchema.form else {
      throw StoreError.newerFile(path: path, found: found, known: StudySchema.form)
    }
    // Views and triggers run with our rights; we make none.
    let foreign = try Int.fetchOne(
      database, sql: "SELECT COUNT(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')")
    guard foreign == 0 else { throw StoreError.notAStudyFile(path: path) }
    guard found > 0 else { return }
    let study = try String.fetchOne(database, sql: "SELECT study_id FROM study") ?? ""
    guard study == studyID else {
      throw StoreError.anotherStudy(path: path, found: study, expected: studyID)
    }
    if found == StudySchema.form, try Seal(database: database).isWhole() == false {
      throw StoreError.damaged(path: path)
    }
  }

  /// A file that was not sealed since it was changed: what is in it was not vouched for.
  private func isBrokenOff(_ database: Database) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM seal)") == true
  }

  private func form(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Empties the file and lays the tables out; what is remembered of a frozen plan is kept.
  private func layOutTables(_ database: Database) throws {
    var frozen: String?
    if try form(of: database) > 1 {
      frozen = try String.fetchOne(database, sql: "SELECT frozen_plan FROM study")
    }
    let isNew = try form(of: database) == 0
    // With foreign keys, the tables that name others go first: in the opposite order of their making.
    let tables = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
        ORDER BY rowid DESC
        """)
    for table in tables { try database.execute(sql: "DROP TABLE \"\(table)\"") }
    try database.execute(sql: StudySchema.tables)
    // What was thrown away must come back by an import before anything is selected.
    try database.execute(
      sql: "INSERT INTO study (id, study_id, settled, frozen_plan) VALUES (1, ?, ?, ?)",
      arguments: [studyID, isNew, frozen])
    try database.execute(sql: "PRAGMA user_version = \(StudySchema.form)")
    try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
  }
}
