/// The rows of a CSV file, piece by piece.
struct CSVPieces {
  /// How many rows a piece has as a rule.
  static let usual = 4_096

  private var scanner: CSVScanner
  private var rows: CSVRows
  private let headerRow: Int
  private let strays: StrayNULs?
  private let most: Int
  private var isFirst = true
  private var isAtEnd = false

  init(scanner: CSVScanner, rows: CSVRows, headerRow: Int, strays: StrayNULs?, most: Int) {
    self.scanner = scanner
    self.rows = rows
    self.headerRow = headerRow
    self.strays = strays
    self.most = most
  }

  /// The next piece; nil where there is none.
  ///
  /// The first is there even where it has no row.
  mutating func next() throws(TableError) -> SourceTable? {
    if isAtEnd { return nil }
    while scanner.row < headerRow, try scanner.next() {}
    while !rows.isFull(most: most) {
      if try !scanner.next() {
        isAtEnd = true
        break
      }
      rows.append(scanner)
      if !rows.cells.isAddressable { throw scanner.error(.tooLarge) }
    }
    if isAtEnd, rows.read == 0 { throw scanner.error(.noRows(headerRow: headerRow)) }
    var piece = rows.takePiece(name: scanner.name)
    if let note = strays?.note(in: piece, isFirst: isFirst) { piece.notes.append(note) }
    isFirst = false
    return piece
  }
}
