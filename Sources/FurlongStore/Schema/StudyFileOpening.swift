import Foundation
import GRDB

/// Opens a study file, or refuses it: who made it, for which study, in which form.
struct StudyFileOpening {
  /// "FURL": tells a study file from any other SQLite file.
  static let applicationID = 0x4655_524C

  var path: String
  var studyID: String

  func open() throws(StoreError) -> StudyFile {
    let isNew = try makeFileWhereNone()
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if !isNew {
        try queue.inDatabase(checkOrigin)
        try closeToOthers()
      }
      try queue.inDatabase { database in
        // At rest one file, no side files: it may lie on a network share.
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        try migrate(database)
      }
      return StudyFile(path: path, queue: queue)
    } catch { throw StoreError(error, path: path) }
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = EXTRA;
          PRAGMA secure_delete = ON;
          PRAGMA cell_size_check = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA mmap_size = 0;
          PRAGMA temp_store = MEMORY;
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
    do {
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch { throw .cannotOpen(path: path, reason: "its permissions cannot be set") }
  }

  private func checkOrigin(_ database: Database) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    // Where making it was broken off, SQLite has rolled it back to nothing: then it is new.
    if application == 0, try Int.fetchOne(database, sql: "PRAGMA page_count") == 0 { return }
    guard application == Self.applicationID else { throw StoreError.notAStudyFile(path: path) }
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= StudySchema.migrations.count else {
      throw StoreError.newerFile(path: path, found: found, known: StudySchema.migrations.count)
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
  }

  private func migrate(_ database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found < StudySchema.migrations.count else { return }
    try database.inTransaction(.immediate) {
      for number in found..<StudySchema.migrations.count {
        try database.execute(sql: StudySchema.migrations[number])
        try database.execute(sql: "PRAGMA user_version = \(number + 1)")
      }
      try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
      try database.execute(
        sql: "INSERT INTO study (id, study_id) VALUES (1, ?) ON CONFLICT DO NOTHING",
        arguments: [studyID])
      return .commit
    }
  }
}
