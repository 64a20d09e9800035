import FurlongStudy
import FurlongTables

/// The rows that a mapping leaves out, by their numbers or by what stands in a column; they count as skipped.
struct LeftOutRows {
  private let named: Set<Int>
  private let conditions: [(condition: RowCondition, words: Set<String>)]
  private var counts: [Int]
  /// How many of those that were counted a condition leaves out.
  private(set) var count = 0

  init(_ map: ExportMap) {
    named = map.format.skippedRows
    conditions = map.leaveOut.map { ($0, Set($0.values.map(ItemCoding.plain))) }
    counts = conditions.map { _ in 0 }
  }

  /// Their numbers in the file, of a piece of the export.
  func rows(of piece: SourceTable) -> Set<Int> {
    conditions.indices.reduce(into: named) { rows, place in
      rows.formUnion(meeting(place, in: piece))
    }
  }

  /// Counts those of a piece.
  mutating func add(_ piece: SourceTable) {
    var rows: Set<Int> = []
    for place in conditions.indices {
      let found = meeting(place, in: piece)
      counts[place] += found.count
      rows.formUnion(found)
    }
    count += rows.count
  }

  private func meeting(_ place: Int, in piece: SourceTable) -> [Int] {
    let (condition, words) = conditions[place]
    guard let column = piece.column(condition.column) else { return [] }
    return (0..<piece.rowCount).filter {
      words.contains(ItemCoding.plain(piece.text(row: $0, column: column)))
    }.map(piece.sourceRow)
  }

  /// A note a condition.
  func problems(file: String) -> [Problem] {
    conditions.indices.filter { counts[$0] > 0 }.map { place in
      let (condition, count) = (conditions[place].condition, counts[place])
      let said = condition.values.map { "'\($0)'" }.joined(separator: " or ")
      return Problem(
        severity: .note, code: ProblemCode.leftOut.rawValue, file: file, row: nil,
        column: condition.column,
        message:
          "\(count == 1 ? "1 row is" : "\(count) rows are") left out, as 'leave_out' in the mapping says: \(condition.column) is \(said).",
        fix: "Nothing, if they are no data.")
    }
  }
}
