import FurlongStudy
import FurlongTables

/// The rows that a mapping leaves out by what stands in a column; they count as skipped.
struct LeftOutRows {
  /// Their numbers in the file.
  private(set) var rows: Set<Int> = []
  private var notes: [Problem] = []
  /// A note a condition.
  var problems: [Problem] { notes }

  init(_ table: SourceTable, map: ExportMap, file: String) {
    for condition in map.leaveOut {
      guard let place = table.column(condition.column) else { continue }
      let words = Set(condition.values.map(ItemCoding.plain))
      let found = (0..<table.rowCount).filter {
        words.contains(ItemCoding.plain(table.text(row: $0, column: place)))
      }
      guard !found.isEmpty else { continue }
      rows.formUnion(found.map(table.sourceRow))
      let said = condition.values.map { "'\($0)'" }.joined(separator: " or ")
      notes.append(
        Problem(
          severity: .note, code: ProblemCode.leftOut.rawValue, file: file, row: nil,
          column: condition.column,
          message:
            "\(found.count == 1 ? "1 row is" : "\(found.count) rows are") left out, as 'leave_out' in the mapping says: \(condition.column) is \(said).",
          fix: "Nothing, if they are no data."))
    }
  }
}
