import FurlongStudy
import FurlongTables

/// What a table's pieces come to: how many records there are and what became of them, and what its reader decided.
struct TableTally {
  /// What the reader decided, with cells that show it.
  struct Note {
    /// A cell: its row in the file, its column and what it holds.
    struct Example {
      var row: Int
      var column: String
      var value: String
    }

    var kind: TableNote.Kind
    var count: Int?
    var examples: [Example]
  }

  /// Rows below the headings, whatever became of them.
  private(set) var records = 0
  private(set) var faults = 0
  private(set) var skipped = 0
  /// Of the skipped, those that the mapping names.
  private(set) var leftOut = 0
  private var found: [Note] = []

  /// Takes a piece in, as it was read and without the rows that the mapping leaves out.
  mutating func add(_ piece: SourceTable, whole: SourceTable) {
    records += piece.recordCount
    faults += piece.faults.count
    skipped += piece.skipped
    leftOut += piece.skipped - whole.skipped
    for note in piece.notes {
      let examples = note.examples.map { place in
        Note.Example(
          row: piece.sourceRow(place.row), column: piece.header[place.column],
          value: piece.text(row: place.row, column: place.column))
      }
      if let place = found.firstIndex(where: { $0.kind == note.kind }) {
        found[place].examples += examples
      } else {
        found.append(Note(kind: note.kind, count: note.count, examples: examples))
      }
    }
  }

  /// What the reader decided; without examples where rows were left out.
  var notes: [Note] {
    leftOut == 0 ? found : found.map { Note(kind: $0.kind, count: $0.count, examples: []) }
  }
}
