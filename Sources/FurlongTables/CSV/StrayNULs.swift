/// NUL bytes in a few records of a file that is text otherwise: they are left out.
///
/// In more than one record of a hundred the file was damaged, or is no text, and what else was lost is not known.
struct StrayNULs {
  /// The first of them.
  private let places: [(row: Int, field: Int)]

  /// nil where there are none, too many, or some in the headings or above.
  init?(_ source: any ByteSource, format: CSVFormat, name: String) throws(TableError) {
    var scanner = CSVScanner(source, delimiter: format.delimiter.byte, name: name)
    var places: [(row: Int, field: Int)] = []
    var count = 0
    while try scanner.next() {
      guard let place = scanner.bytes[scanner.record].firstIndex(of: 0) else { continue }
      count += 1
      if places.count == CSVRows.mostExamplesOfColumn { continue }
      let field = scanner.fields.firstIndex { $0.start <= place && place < $0.end }
      places.append((scanner.row, field ?? 0))
    }
    guard let first = places.first, first.row > format.headerRow,
      count * 100 <= scanner.row - format.headerRow
    else { return nil }
    self.places = places
  }

  /// The note that says where in a table, or in the first or a later piece of it, they were; nil where a later piece has
  /// none.
  func note(in table: SourceTable, isFirst: Bool) -> TableNote? {
    var rows: [Int: Int] = [:]
    let asked = Set(places.map(\.row))
    for row in 0..<table.rowCount where asked.contains(table.sourceRow(row)) {
      rows[table.sourceRow(row)] = row
    }
    let examples = places.compactMap { place in
      rows[place.row].map {
        TableNote.Position(row: $0, column: min(place.field, table.header.count - 1))
      }
    }
    return isFirst || !examples.isEmpty ? TableNote(kind: .nulsLeftOut, examples: examples) : nil
  }
}

/// A source without its NUL bytes.
struct WithoutNULs: ByteSource {
  let source: any ByteSource

  func start() -> (any ByteStream)? { source.start().map(Stream.init) }

  private final class Stream: ByteStream {
    private let whole: any ByteStream

    init(_ whole: any ByteStream) { self.whole = whole }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
      while true {
        guard let count = whole.read(into: buffer) else { return nil }
        if count == 0 { return 0 }
        var kept = 0
        for place in 0..<count where buffer[place] != 0 {
          buffer[kept] = buffer[place]
          kept += 1
        }
        if kept > 0 { return kept }
      }
    }
  }
}
