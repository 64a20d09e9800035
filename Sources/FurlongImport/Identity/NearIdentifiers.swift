public import FurlongStudy
public import FurlongTables

/// Proposes how an export's ids would be found in the register, where they are only written otherwise.
///
/// Nothing is merged: the line for the mapping is named, with how many ids it would bring in. Ids are held in memory
/// while exports are read and stand in no message.
public struct NearIdentifiers: Sendable {
  private let rule: IdentifierRule
  private var known: [Numbering: Set<String>] = [:]

  /// What numbers people: a kind of identifier, of a system where one is named.
  private struct Numbering: Hashable {
    var kind: IdentifierKind
    var system: String?

    init(_ column: PersonColumn) {
      kind = column.kind
      system = column.system
    }
  }

  /// Of a study of real people, or of an invented one.
  public init(fictional: Bool) { rule = IdentifierRule(fictional: fictional) }

  /// Takes the ids of a register.
  public mutating func add(_ table: TableWalk, map: ExportMap) throws {
    for column in map.person where column.kind != .nhsNumber {
      known[Numbering(column), default: []].formUnion(try ids(column, in: table))
    }
  }

  /// A warning for each column of which ids would be in the register if they were written as it writes them.
  ///
  /// - Complexity: linear in the number of rows and of ids of the register.
  public func problems(
    _ table: TableWalk, map: ExportMap, file: String, mapFile: String
  ) throws -> [Problem] {
    try map.person.compactMap { column in
      guard column.kind != .nhsNumber, let known = known[Numbering(column)] else { return nil }
      let unknown = try ids(column, in: table).subtracting(known)
      guard !unknown.isEmpty, let spelling = IdentifierSpelling.shared(by: known) else {
        return nil
      }
      let near = unknown.count { known.contains(spelling.inFull($0)) }
      guard near > 0 else { return nil }
      return Problem(
        severity: .warning, code: ProblemCode.identifier.rawValue, file: file, row: nil,
        column: column.column,
        message:
          "Of \(unknown.count) \(unknown.count == 1 ? "id that is" : "ids that are") not in the register, "
          + "\(near) would be if written as the register writes its ids.",
        fix:
          "If they are the same people, write '\(spelling.inMapping)' beside this column under 'person' in \(mapFile)."
      )
    }
  }

  private func ids(_ column: PersonColumn, in table: TableWalk) throws -> Set<String> {
    guard let place = table.header.firstIndex(of: column.column) else { return [] }
    var ids: Set<String> = []
    // Few cells are of an id that was not there before.
    let seen = CellMemo<Void>(most: 1 << 18)
    try table.each { piece in
      piece.withCells { cells in
        for row in 0..<piece.rowCount {
          let cell = cells.cell(row: row, column: place)
          if cell.isEmpty { continue }
          seen.value(of: cell) { () throws(Never) in
            let id = try? rule.normalised(
              String(decoding: cell, as: UTF8.self), kind: column.kind, spelling: column.spelling)
            if let id { ids.insert(id) }
          }
        }
      }
    }
    return ids
  }
}
