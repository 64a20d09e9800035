import Foundation
import FurlongDigests
import GRDB
import GRDBSQLite

/// The sum over a study file that shows whether a byte of it was changed since it was last written.
///
/// The sum is taken over the bytes of the file, so that it covers rows, settings and what SQLite keeps of its own. Left
/// out are the page that holds the sum and the counters in the header that each commit moves; neither is in a number.
/// ```
/// sum = SHA-256(SHA-256(piece 1) ‖ SHA-256(piece 2) ‖ …), pieces of 1 MiB
/// ```
/// Linear: 40 MB take some 0.03 s with the processor's own SHA-256. Read through SQLite's own handle: opening the file a
/// second time would, on closing, drop the locks of this process.
struct Seal {
  var database: Database

  /// Takes the seal off, in the transaction that changes the file.
  func take() throws {
    let isThere = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'seal')")
    if isThere == true { try database.execute(sql: "DELETE FROM seal") }
  }

  /// Seals the file as it is, with the lock held and nothing yet to be written.
  func set() throws {
    let sum = try sumOfFile()
    try database.execute(
      sql: "INSERT OR REPLACE INTO seal (id, sum) VALUES (1, ?)",
      arguments: [Data(sum)])
  }

  /// Whether the file is as it was sealed; nil where it is not sealed, as a change was broken off.
  func isWhole() throws -> Bool? {
    guard let row = try Row.fetchOne(database, sql: "SELECT sum FROM seal") else { return nil }
    guard case .blob(let kept) = (row[0] as DatabaseValue).storage else { return false }
    return try Array(kept) == sumOfFile()
  }

  private static let piece = 1 << 20

  private func sumOfFile() throws -> [UInt8] {
    let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
    let ownPage =
      try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'seal'") ?? 1
    let leftOut = [24..<28, 92..<100, ((ownPage - 1) * pageSize)..<(ownPage * pageSize)]
    let size = try Int(sizeOfFile())
    var sums: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: Self.piece)
    for start in stride(from: 0, to: size, by: Self.piece) {
      let count = min(Self.piece, size - start)
      if count < bytes.count { bytes.removeLast(bytes.count - count) }
      try read(into: &bytes, at: start)
      for hidden in leftOut {
        let part = (hidden.lowerBound - start)..<(hidden.upperBound - start)
        for place in part.clamped(to: 0..<count) { bytes[place] = 0 }
      }
      sums += SHA256.digest(of: bytes)
    }
    return SHA256.digest(of: sums)
  }

  private func handle() throws -> UnsafeMutablePointer<sqlite3_file> {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(
      database.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    guard code == SQLITE_OK, let file, file.pointee.pMethods != nil else {
      throw DatabaseError(resultCode: .SQLITE_IOERR, message: "the file has no handle")
    }
    return file
  }

  private func sizeOfFile() throws -> Int64 {
    let file = try handle()
    var size: Int64 = 0
    guard file.pointee.pMethods.pointee.xFileSize(file, &size) == SQLITE_OK else {
      throw DatabaseError(resultCode: .SQLITE_IOERR, message: "the size cannot be read")
    }
    return size
  }

  private func read(into bytes: inout [UInt8], at start: Int) throws {
    let file = try handle()
    let code = bytes.withUnsafeMutableBytes {
      file.pointee.pMethods.pointee.xRead(file, $0.baseAddress, Int32($0.count), Int64(start))
    }
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: .SQLITE_IOERR, message: "the file cannot be read")
    }
  }
}
