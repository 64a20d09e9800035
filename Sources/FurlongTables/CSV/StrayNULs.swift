/// NUL bytes in a few records of a file that is text otherwise: they are left out.
///
/// In more than one record of a hundred the file was damaged, or is no text, and what else was lost is not known.
struct StrayNULs {
  /// The file without them.
  let rest: [UInt8]
  private let places: [(row: Int, field: Int)]

  /// nil where there are none, too many, or some in the headings or above.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat, name: String
  ) throws(TableError) {
    guard bytes.contains(0) else { return nil }
    var scanner = CSVScanner(bytes, delimiter: format.delimiter.byte, name: name)
    var places: [(row: Int, field: Int)] = []
    while try scanner.next() {
      guard let place = bytes[scanner.record].firstIndex(of: 0) else { continue }
      let field = scanner.fields.firstIndex { $0.start <= place && place < $0.end }
      places.append((scanner.row, field ?? 0))
    }
    guard let first = places.first, first.row > format.headerRow,
      places.count * 100 <= scanner.row - format.headerRow
    else { return nil }
    self.places = places
    rest = bytes.filter { $0 != 0 }
  }

  /// The note that says where they were.
  func note(in table: SourceTable) -> TableNote {
    var rows: [Int: Int] = [:]
    for row in 0..<table.rowCount { rows[table.sourceRow(row)] = row }
    return TableNote(
      kind: .nulsLeftOut,
      examples: places.prefix(CSVRows.mostExamplesOfColumn).compactMap { place in
        rows[place.row].map {
          TableNote.Position(row: $0, column: min(place.field, table.header.count - 1))
        }
      })
  }
}
