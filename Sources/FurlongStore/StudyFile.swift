import FurlongStudy
import GRDB

/// The study file: what the exports named by the mappings say now, pseudonymised, in SQLite.
///
/// Every change is one transaction: a failure or a kill leaves the former state. Safe to use from several tasks;
/// work is done one piece at a time.
public final class StudyFile: Sendable {
  /// Where the file is.
  public let path: String
  let queue: DatabaseQueue

  init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Opens the study file, makes it where there is none, and migrates an older one.
  ///
  /// A new file has mode 0600. One that is not a study file, belongs to another study or was made by a newer version
  /// is refused and left as it is.
  public static func open(at path: String, studyID: String) throws(StoreError) -> StudyFile {
    try StudyFileOpening(path: path, studyID: studyID).open()
  }

  /// Reads through the whole file and looks whether it is sound; linear in its size.
  ///
  /// - Throws: `StoreError.damaged` where it is not.
  public func check() throws(StoreError) {
    let found = try read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
    guard found == ["ok"] else { throw .damaged(path: path) }
  }

  /// Runs work in one transaction that is kept whole or not at all.
  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.write(work) } catch { throw StoreError(error, path: path) }
  }

  /// Runs work that leaves nothing behind; it may use temporary tables.
  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.deferred) {
          value = try work(database)
          return .rollback
        }
        guard let value else { throw StoreError.notSettled }
        return value
      }
    } catch { throw StoreError(error, path: path) }
  }
}

extension StoreError {
  /// What an error of the database means to a user; SQLite's messages name columns, never values.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError:
      self = error
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      case .SQLITE_NOTADB: self = .notAStudyFile(path: path)
      case .SQLITE_CORRUPT: self = .damaged(path: path)
      case .SQLITE_FULL, .SQLITE_IOERR: self = .cannotWrite(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
        self = .cannotOpen(path: path, reason: error.message ?? "no permission")
      default:
        self = .database(
          path: path, code: Int(error.extendedResultCode.rawValue),
          message: error.message ?? "unknown error")
      }
    default:
      self = .database(path: path, code: 0, message: "unexpected failure")
    }
  }
}
