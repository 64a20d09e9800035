import GRDB

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
      case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
      case .SQLITE_CANTOPEN:
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
