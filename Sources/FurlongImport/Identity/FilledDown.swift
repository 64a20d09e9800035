public import FurlongTables

/// Ids that stand only in the first row of each person's block, as a spreadsheet shows them: the rows below are the same person's.
///
/// Only where the mapping says so (`fill_down: yes`). A row is filled where all of its columns of identifiers are blank, from
/// the row next above it; a row that cannot be read, a line that is blank throughout and a line of totals end the block, since
/// nobody can tell whose what follows is.
public struct FilledDown {
  /// The columns that are filled, and all of identifiers.
  private let filled: Set<Int>
  private let all: [Int]

  /// What stands above a row.
  private struct Above {
    var cells: [Int: String] = [:]
    var row: Int?
  }

  /// How an export's ids are filled; nil where the mapping does not say so.
  public init?(_ map: ExportMap, header: [String]) {
    func places(_ columns: [PersonColumn]) -> [Int] {
      columns.compactMap { header.firstIndex(of: $0.column) }
    }
    filled = Set(places(map.person.filter(\.fillDown)))
    all = places(map.person)
    if filled.isEmpty { return nil }
  }

  /// The table with the ids in every row.
  public func applied(to table: TableWalk) -> TableWalk {
    table.correcting(from: Above()) { piece, above in cells(of: piece, &above) }
  }

  /// How many rows are filled.
  public func count(in table: TableWalk) throws -> Int {
    var above = Above()
    var count = 0
    try table.each { count += cells(of: $0, &above).count }
    return count
  }

  private func cells(of piece: SourceTable, _ above: inout Above) -> [Int: [Int: String]] {
    var found: [Int: [Int: String]] = [:]
    for row in 0..<piece.rowCount {
      let number = piece.sourceRow(row)
      if above.row.map({ $0 + 1 != number }) ?? false { above.cells = [:] }
      above.row = number
      let own = all.filter { !piece.isBlank(row: row, column: $0) }
      // Headings that are repeated on each page belong to nobody and end nothing.
      if own.contains(where: { piece.text(row: row, column: $0) == piece.header[$0] }) { continue }
      if !own.isEmpty {
        above.cells = [:]
        for place in own where filled.contains(place) {
          above.cells[place] = piece.text(row: row, column: place)
        }
      } else if beginsTotals(row, piece) {
        above.cells = [:]
      } else if !above.cells.isEmpty {
        found[number] = above.cells
      }
    }
    return found
  }

  private func beginsTotals(_ row: Int, _ piece: SourceTable) -> Bool {
    let first = piece.header.indices.first { !piece.isBlank(row: row, column: $0) }
    return first.map { PassedLine.beginsTotals(piece.text(row: row, column: $0)) } ?? true
  }
}
