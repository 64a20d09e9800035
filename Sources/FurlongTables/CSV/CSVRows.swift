/// Gathers the rows below the headings, piece by piece: kept, faulty or blank, each counted once.
struct CSVRows {
  private(set) var cells = CellBuffer()
  private(set) var faults: [RowFault] = []
  private var skipped = 0
  private var totals: [Int] = []
  private var filledUnderBlanks = 0
  private var lastFilled = 0

  private let header: [String]
  private let blankHeadings: Int
  private let survey: EncodingSurvey
  private var reader: CellText
  private var scratch: [UInt8] = []

  private var examples: [TableNote.Position] = []
  /// Of all pieces.
  private var exampleCount = 0
  /// Rows and faults of all pieces.
  private(set) var read = 0
  private var examplesOfColumn: [Int]

  static let mostExamples = 400
  static let mostExamplesOfColumn = 20
  /// A piece of a table has at most so many bytes of cells, and one row.
  private static let mostBytes = 1 << 20

  init(header: [String], blankHeadings: Int, survey: EncodingSurvey) {
    self.header = header
    self.blankHeadings = blankHeadings
    self.survey = survey
    reader = CellText(encoding: survey.encoding, isASCII: survey.isASCII)
    examplesOfColumn = Array(repeating: 0, count: header.count)
  }

  /// Takes the record that the scanner has just read.
  mutating func append(_ scanner: CSVScanner) {
    if let (kind, field) = Self.fault(of: scanner, survey, hasNUL: survey.hasNUL) {
      read += 1
      let column = field.flatMap { header.indices.contains($0) ? header[$0] : nil }
      faults.append(RowFault(sourceRow: scanner.row, column: column, kind: kind))
      return
    }
    let mark = cells.mark
    let examplesBefore = examples.count
    let row = cells.sourceRows.count
    for (column, field) in scanner.fields.prefix(header.count).enumerated() {
      let isBeyondASCII = reader.append(field, of: scanner.bytes, to: &cells.bytes)
      if isBeyondASCII, survey.note != nil { remember(row, column) }
      cells.endCell()
    }
    let surplus = hasSurplus(scanner)
    if cells.bytes.count == mark.bytes, !surplus {
      cells.goBack(to: mark)
      skipped += 1
    } else if surplus || scanner.fieldCount < header.count {
      let isTotals = !surplus && beginsTotals(from: mark)
      cells.goBack(to: mark)
      for example in examples[examplesBefore...] { examplesOfColumn[example.column] -= 1 }
      exampleCount -= examples.count - examplesBefore
      examples.removeLast(examples.count - examplesBefore)
      if isTotals {
        totals.append(scanner.row)
        return
      }
      let (found, expected) = (scanner.fieldCount, header.count)
      let kind: RowFault.Kind =
        surplus
        ? .tooManyFields(found: found, expected: expected)
        : .tooFewFields(found: found, expected: expected)
      faults.append(RowFault(sourceRow: scanner.row, column: nil, kind: kind))
      read += 1
    } else {
      read += 1
      cells.sourceRows.append(UInt32(truncatingIfNeeded: scanner.row))
    }
  }

  /// Whether the first filled cell of the row that is being read begins a line of totals.
  private func beginsTotals(from mark: (bytes: Int, ends: Int)) -> Bool {
    guard let end = cells.ends[mark.ends...].first(where: { Int($0) > mark.bytes }) else {
      return false
    }
    let cell = cells.bytes[mark.bytes..<Int(end)]
    return TotalsLine.isAll(of: String(decoding: cell, as: UTF8.self))
  }

  /// How many of the dropped blank headings have a column of their own: nil unless most rows hold something there.
  var filledBeyondHeadings: Int? {
    filledUnderBlanks * 2 > read ? lastFilled : nil
  }

  /// Whether what was gathered is enough for a piece.
  func isFull(most: Int) -> Bool {
    cells.sourceRows.count + faults.count + totals.count >= most
      || (most < .max && cells.bytes.count > Self.mostBytes)
  }

  /// What was gathered since the last piece, as a table.
  mutating func takePiece(name: String) -> SourceTable {
    let piece = SourceTable(
      name: name, header: header, cells: cells, faults: faults, skipped: skipped,
      totals: totals, notes: survey.note.map { [TableNote(kind: $0, examples: examples)] } ?? [])
    cells = CellBuffer()
    faults = []
    skipped = 0
    totals = []
    examples = []
    return piece
  }

  /// The fault that a record has whatever the headings are, and the field where it lies.
  static func fault(
    of scanner: CSVScanner, _ survey: EncodingSurvey, hasNUL: Bool
  ) -> (kind: RowFault.Kind, field: Int?)? {
    let record = UnsafeBufferPointer(rebasing: scanner.bytes[scanner.record])
    if hasNUL, let place = record.firstIndex(of: 0) { return (.nul, field(of: scanner, at: place)) }
    if let place = survey.firstMisfit(record) {
      return (.invalidBytes(byte: record[place], at: place + 1), field(of: scanner, at: place))
    }
    return scanner.textAfterQuote.map { (.textAfterQuote, $0) }
  }

  private static func field(of scanner: CSVScanner, at place: Int) -> Int? {
    let place = place + scanner.record.lowerBound
    return scanner.fields.firstIndex { $0.start <= place && place < $0.end }
  }

  /// Whether any field beyond the headings holds something.
  private mutating func hasSurplus(_ scanner: CSVScanner) -> Bool {
    if scanner.fieldCount <= header.count { return false }
    if scanner.fieldCount > scanner.fields.count { return true }
    scratch.removeAll(keepingCapacity: true)
    var last = 0
    for (place, field) in scanner.fields[header.count...].enumerated() {
      let before = scratch.count
      _ = reader.append(field, of: scanner.bytes, to: &scratch)
      if scratch.count > before { last = place + 1 }
    }
    if last > 0, last <= blankHeadings {
      filledUnderBlanks += 1
      lastFilled = max(lastFilled, last)
    }
    return last > 0
  }

  private mutating func remember(_ row: Int, _ column: Int) {
    if exampleCount >= Self.mostExamples { return }
    if examplesOfColumn[column] >= Self.mostExamplesOfColumn { return }
    examplesOfColumn[column] += 1
    exampleCount += 1
    examples.append(.init(row: row, column: column))
  }
}
