/// A table that is walked through from its first row to its last, as often as need be, a piece at a time.
///
/// Of a file no more than a piece is in memory. Pieces together have the rows, faults, skipped rows and notes of the whole
/// table, in its order; the places of a note are those in its piece.
public struct TableWalk {
  /// The file's name without its folder.
  public let name: String
  /// The headings, as `SourceTable` has them.
  public let header: [String]
  private let pieces: ((SourceTable) throws -> Void) throws -> Void

  init(
    name: String, header: [String],
    pieces: @escaping ((SourceTable) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.header = header
    self.pieces = pieces
  }

  /// A walk through a table in memory, which is one piece.
  public init(_ table: SourceTable) {
    self.init(name: table.name, header: table.header) { look in try look(table) }
  }

  /// Looks at each piece in turn.
  ///
  /// - Throws: what `look` throws, and `TableError` where a file cannot be read as a table.
  public func each(_ look: (SourceTable) throws -> Void) throws { try pieces(look) }

  /// The same table without some rows, by their numbers in the file; they count as skipped.
  public func leavingOut(_ rows: Set<Int>) -> TableWalk {
    rows.isEmpty ? self : leavingOut { _ in rows }
  }

  /// The same table without the rows that are named of each piece.
  public func leavingOut(_ rows: @escaping (SourceTable) -> Set<Int>) -> TableWalk {
    TableWalk(name: name, header: header) { look in
      try each { piece in try look(piece.leavingOut(rows(piece))) }
    }
  }

  /// The columns that have no heading and hold nothing in any row.
  public func emptyUnnamedColumns() throws -> Set<Int> {
    var empty = Set(header.indices.filter { SourceTable.isUnnamed(header[$0], $0) })
    if empty.isEmpty { return [] }
    try each { piece in empty = empty.filter(piece.isEmptyAndUnnamed) }
    return empty
  }
}
