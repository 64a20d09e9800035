import FurlongTables

/// All that a table says, with its cells by their rows in the file.
struct ToldTable: Equatable {
  var rows: [[String]] = []
  var numbers: [Int] = []
  var faults: [RowFault] = []
  var skipped = 0
  var totals: [Int] = []
  var notes: [String: [[Int]]] = [:]

  mutating func add(_ piece: SourceTable) {
    for row in 0..<piece.rowCount {
      rows.append(piece.header.indices.map { piece.text(row: row, column: $0) })
      numbers.append(piece.sourceRow(row))
    }
    faults += piece.faults
    skipped += piece.skipped
    totals += piece.totals
    for note in piece.notes {
      notes[note.kind.rawValue, default: []] += note.examples.map {
        [piece.sourceRow($0.row), $0.column]
      }
    }
  }
}
