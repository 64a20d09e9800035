public import FurlongStudy
import GRDB
import Synchronization

/// The study file: what the exports named by the mappings say now, pseudonymised, in SQLite.
///
/// Every change is one transaction: a failure or a kill leaves the former state. After each change the file is sealed, so
/// that a byte changed later is noticed on opening. Safe to use from several tasks; work is done one piece at a time.
public final class StudyFile: Sendable {
  /// Where the file is.
  public let path: String
  /// What people decided of identifiers; whoever ingests exports gives it on opening.
  let decisions: PeopleDecisions
  let queue: DatabaseQueue
  private let state = Mutex(State.atRest)

  /// Whether several changes are being made as one, and whether there was one yet.
  private enum State { case atRest, begun, changed }

  init(path: String, queue: DatabaseQueue, decisions: PeopleDecisions) {
    self.path = path
    self.decisions = decisions
    self.queue = queue
  }

  /// Opens the study file, makes it where there is none, and empties one of an older form.
  ///
  /// A new file has mode 0600. One that is not a study file, belongs to another study, was made by a newer version or is
  /// not as it was left is refused and left as it is. Reads the whole file once; 40 MB take some 0.03 s.
  ///
  /// - Parameter decisions: what people decided of identifiers, for whoever ingests exports. A study file was made with the
  ///   same decisions throughout: where they change, its exports are ingested again.
  public static func open(
    at path: String, studyID: String, decisions: PeopleDecisions = PeopleDecisions()
  ) throws(StoreError) -> StudyFile {
    try StudyFileOpening(path: path, studyID: studyID, decisions: decisions).open()
  }

  /// A study file in memory, for what is tried and not kept.
  public static func inMemory(
    studyID: String, decisions: PeopleDecisions = PeopleDecisions()
  ) throws(StoreError) -> StudyFile {
    try StudyFileOpening(path: ":memory:", studyID: studyID, decisions: decisions).openInMemory()
  }

  /// Looks whether the file is as it was left and whether SQLite finds it sound; linear in its size.
  ///
  /// - Throws: `StoreError.damaged` where it is not.
  public func check() throws(StoreError) {
    let isSound = try read { database in
      guard try Seal(database: database).isWhole() == true else { return false }
      return try String.fetchAll(database, sql: "PRAGMA quick_check(1)") == ["ok"]
    }
    guard isSound else { throw .damaged(path: path) }
  }

  /// Makes several changes as one: all are kept, or none.
  ///
  /// While it lasts, nobody else can use the file, and duplicates are looked for once, by `settle()`.
  ///
  /// - Parameter keep: false to try what would come of it, and leave everything as it was.
  /// - Throws: what the work throws, after everything was taken back, or `StoreError`.
  public func change<Value>(keep: Bool = true, _ work: () throws -> Value) throws -> Value {
    try begin()
    do {
      let value = try work()
      try end(keep: keep)
      return value
    } catch {
      if isInChange { try? end(keep: false) }
      throw error
    }
  }

  /// Runs work in one transaction that is kept whole or not at all.
  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    let isPart = isInChange
    if !isPart { try begin() }
    do {
      let value = try queue.writeWithoutTransaction { database in
        if state.withLock({ $0 }) == .begun { try Seal(database: database).take() }
        state.withLock { $0 = .changed }
        return try work(database)
      }
      if !isPart { try end(keep: true) }
      return value
    } catch {
      if !isPart, isInChange { try? end(keep: false) }
      throw StoreError(error, path: path)
    }
  }

  /// Runs work that leaves nothing behind; it may use temporary tables.
  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        var value: Value?
        if database.isInsideTransaction {
          try database.inSavepoint {
            value = try work(database)
            return .rollback
          }
        } else {
          try database.inTransaction(.deferred) {
            value = try work(database)
            return .rollback
          }
        }
        guard let value else { throw StoreError.notSettled }
        return value
      }
    } catch { throw StoreError(error, path: path) }
  }

  /// Whether changes are being made as one, so that what looks at all rows can wait for the end.
  var isInChange: Bool { state.withLock { $0 } != .atRest }

  private func begin() throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { database in
        // The lock is held until the file is sealed.
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        do { try database.beginTransaction(.exclusive) } catch {
          try? database.execute(sql: "PRAGMA locking_mode = NORMAL")
          throw error
        }
      }
    } catch { throw StoreError(error, path: path) }
    state.withLock { $0 = .begun }
  }

  private func end(keep: Bool) throws(StoreError) {
    let isChanged = state.withLock { state in
      defer { state = .atRest }
      return state == .changed
    }
    do {
      try queue.writeWithoutTransaction { database in
        do {
          // Where the disk was full, SQLite has taken everything back by itself.
          if database.isInsideTransaction {
            if keep, isChanged { try database.commit() } else { try database.rollback() }
          }
          if keep, isChanged, path != ":memory:" {
            try database.inTransaction(.immediate) {
              try Seal(database: database).set()
              return .commit
            }
          }
        } catch {
          if database.isInsideTransaction { try? database.rollback() }
          try? Self.release(database)
          throw error
        }
        try Self.release(database)
      }
    } catch { throw StoreError(error, path: path) }
  }

  /// Gives the file free: SQLite does so with the next look at it.
  private static func release(_ database: Database) throws {
    try database.execute(sql: "PRAGMA locking_mode = NORMAL")
    _ = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM study")
  }
}
