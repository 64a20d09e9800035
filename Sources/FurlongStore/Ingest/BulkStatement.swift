import GRDB
import GRDBSQLite

/// A prepared statement whose values are bound by hand, for rows by the million.
///
/// Binding an array of values costs ten times as much as SQLite's own work on a narrow row.
struct BulkStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  /// SQLite copies a text that it is given.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// A statement that writes a row of a table.
  static func insert(
    _ database: Database, into table: String, _ columns: String
  ) throws -> BulkStatement {
    let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
    return try BulkStatement(database, "INSERT INTO \(table) (\(columns)) VALUES (\(places))")
  }

  /// Binds the place, counted from 1.
  func bind(_ place: Int32, _ value: Int) { sqlite3_bind_int64(handle, place, Int64(value)) }

  /// Binds the place, counted from 1.
  func bind(_ place: Int32, _ value: Double) { sqlite3_bind_double(handle, place, value) }

  /// Binds the place, counted from 1.
  func bind(_ place: Int32, _ value: Int?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(handle, place) }
  }

  /// Binds the place, counted from 1.
  func bind(_ place: Int32, _ value: String?) {
    guard var value else {
      sqlite3_bind_null(handle, place)
      return
    }
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), Self.copied)
      }
    }
  }

  /// Binds the place, counted from 1.
  func bind(_ place: Int32, bytes: [UInt8]) {
    sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), Self.copied)
  }

  /// Runs the statement once with what is bound.
  func run() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Runs the statement and looks at each row that it gives, in turn.
  func each(_ look: (BulkRow) throws -> Void) throws {
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      try look(BulkRow(handle: handle))
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// Writes rows of four whole numbers many at a time, since of narrow rows the call costs more than the row.
struct BulkInsert {
  typealias Numbers = (Int, Int, Int, Int)

  private static let most = 64
  private let many: BulkStatement
  private let one: BulkStatement
  private var waiting: [Numbers] = []

  /// An insert into four columns of a table.
  init(_ database: Database, into table: String, _ columns: String) throws {
    one = try .insert(database, into: table, columns)
    let rows = Array(repeating: "(?, ?, ?, ?)", count: Self.most).joined(separator: ", ")
    many = try BulkStatement(database, "INSERT INTO \(table) (\(columns)) VALUES \(rows)")
  }

  /// Takes a row in; it may be written later.
  mutating func add(_ row: Numbers) throws {
    waiting.append(row)
    if waiting.count < Self.most { return }
    for (place, row) in waiting.enumerated() { Self.bind(row, to: many, at: Int32(place)) }
    waiting.removeAll(keepingCapacity: true)
    try many.run()
  }

  /// Writes the rows that wait.
  mutating func finish() throws {
    for row in waiting {
      Self.bind(row, to: one, at: 0)
      try one.run()
    }
    waiting.removeAll()
  }

  private static func bind(_ row: Numbers, to statement: BulkStatement, at place: Int32) {
    statement.bind(place * 4 + 1, row.0)
    statement.bind(place * 4 + 2, row.1)
    statement.bind(place * 4 + 3, row.2)
    statement.bind(place * 4 + 4, row.3)
  }
}

/// The row that a statement stands at.
struct BulkRow {
  fileprivate let handle: OpaquePointer

  /// The number in a column, counted from 0; 0 for null.
  func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// The number in a column, counted from 0.
  func optional(_ column: Int32) -> Int? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : number(column)
  }

  /// The text in a column, counted from 0; nil for null.
  func optionalText(_ column: Int32) -> String? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
  }

  /// The text in a column, counted from 0.
  func text(_ column: Int32) -> String {
    sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
  }
}
