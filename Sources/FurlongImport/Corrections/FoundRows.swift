import FurlongStudy
import FurlongTables

/// Which rows of an export are those that somebody decided about.
///
/// Rows that say the same have the same mark: of those with the number that was decided about, that one, else any, since
/// nothing tells them apart. So the outcome depends on the rows alone, not on their order.
struct FoundRows {
  private var now: [ExportCorrections.Row: Int] = [:]
  private let asked: [ExportCorrections.Row]

  init(_ corrections: ExportCorrections, in table: TableWalk, marks: RowMark) throws {
    asked = Set(
      corrections.cells.map(\.row) + corrections.leftOut + corrections.strangers.flatMap(\.rows)
    ).sorted { ($0.row, $0.mark) < ($1.row, $1.mark) }
    guard !asked.isEmpty else { return }
    var free = Dictionary(asked.map { ($0.mark, [Int]()) }) { first, _ in first }
    try table.each { piece in
      for row in 0..<piece.rowCount {
        let mark = marks.mark(of: row, in: piece)
        if free[mark] != nil { free[mark, default: []].append(piece.sourceRow(row)) }
      }
    }
    for row in asked where free[row.mark]?.contains(row.row) == true {
      now[row] = row.row
      free[row.mark]?.removeAll { $0 == row.row }
    }
    for row in asked where now[row] == nil && free[row.mark]?.isEmpty == false {
      now[row] = free[row.mark]?.removeFirst()
    }
  }

  /// The number of the row now; nil where no row says any more what it said.
  func row(_ row: ExportCorrections.Row) -> Int? { now[row] }

  /// A warning for each row that was not found.
  func problems(file: String, book: String) -> [Problem] {
    asked.filter { now[$0] == nil }.map { missing in
      Problem(
        severity: .warning, code: .decisionWithoutRow, file: file, row: missing.row,
        message:
          "What \(book) decides of row \(missing.row) was not done: no row says any more what that row said then.",
        fix:
          "If the row was mended where it comes from, nothing need be done; else decide again: `furlong problems --as csv` lists rows as they are now."
      )
    }
  }
}
