/// A CSV file that is open to be read: how its bytes become text, and its headings.
struct CSVFile {
  /// The headings; a column without one is named by its letters.
  let header: [String]
  private let source: any ByteSource
  private let format: CSVFormat
  /// The file's name, for messages.
  let name: String
  private let survey: EncodingSurvey
  private let strays: StrayNULs?
  private let blankHeadings: Int

  init(_ given: any ByteSource, format: CSVFormat, name: String) throws(TableError) {
    let wide = WideText.utf8(given, declared: format.encoding == .utf16)
    var source = wide ?? given
    guard let beginning = source.beginning(1 << 10) else {
      throw TableError(file: name, reason: .unreadable)
    }
    if let reason = beginning.withUnsafeBufferPointer(FileSignature.refusal) {
      throw TableError(file: name, reason: reason)
    }
    var survey: EncodingSurvey
    var strays: StrayNULs?
    if wide != nil {
      survey = try EncodingSurvey(utf16: source, format: format, name: name)
    } else {
      survey = try EncodingSurvey(source, format: format, name: name)
      if survey.hasNUL { strays = try StrayNULs(source, format: format, name: name) }
      if strays != nil {
        source = WithoutNULs(source: source)
        survey = try EncodingSurvey(source, format: format, name: name)
      }
    }
    try self.init(source, survey, strays, format: format, name: name)
  }

  /// The text of a workbook's sheet: nothing of how it is written need be found out.
  init(sheet: any ByteSource, format: CSVFormat, name: String) throws(TableError) {
    try self.init(sheet, .ofSheet, nil, format: format, name: name)
  }

  private init(
    _ source: any ByteSource, _ survey: EncodingSurvey, _ strays: StrayNULs?, format: CSVFormat,
    name: String
  ) throws(TableError) {
    self.format = format
    self.name = name
    self.source = source
    self.survey = survey
    self.strays = strays
    var scanner = CSVScanner(source, delimiter: format.delimiter.byte, name: name)
    var (header, blank) = try Self.header(&scanner, survey, format, unnamed: 0)
    if blank > 0 {
      // Columns without heading at the right end count where most rows hold something there.
      var rows = CSVRows(header: header, blankHeadings: blank, survey: survey)
      while try scanner.next() {
        rows.append(scanner)
        if rows.isFull(most: CSVPieces.usual) { _ = rows.takePiece(name: name) }
      }
      if let filled = rows.filledBeyondHeadings {
        var again = CSVScanner(source, delimiter: format.delimiter.byte, name: name)
        (header, blank) = try Self.header(&again, survey, format, unnamed: filled)
      }
    }
    self.header = header
    blankHeadings = blank
  }

  /// The rows below the headings, in pieces of at most so many rows.
  func pieces(most: Int) -> CSVPieces {
    CSVPieces(
      scanner: CSVScanner(source, delimiter: format.delimiter.byte, name: name),
      rows: CSVRows(header: header, blankHeadings: blankHeadings, survey: survey),
      headerRow: format.headerRow, strays: strays, most: most)
  }

  /// The headings, and how many blank ones at the right end were dropped.
  private static func header(
    _ scanner: inout CSVScanner, _ survey: EncodingSurvey, _ format: CSVFormat, unnamed: Int
  ) throws(TableError) -> (names: [String], blank: Int) {
    let row = format.headerRow
    var cells = CellText(encoding: survey.encoding, isASCII: survey.isASCII)
    func texts() -> [String] {
      scanner.fields.map { field in
        var text: [UInt8] = []
        _ = cells.append(field, of: scanner.bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
      }
    }
    var groups: [String] = []
    repeat {
      if try !scanner.next() {
        throw scanner.error(scanner.row == 0 ? .empty : .noHeadings(row: row))
      }
      if scanner.row == format.groupRow { groups = texts() }
    } while scanner.row < row
    if scanner.fieldCount > CSVScanner.mostFields {
      throw scanner.error(.tooManyColumns(found: scanner.fieldCount))
    }
    if let (kind, _) = CSVRows.fault(of: scanner, survey, hasNUL: true) {
      throw scanner.error(.faultyHeadings(row: row, fault: kind))
    }
    let own = texts()
    var names = groups.isEmpty ? own : GroupedHeadings.names(groups, over: own)
    let all = names.count
    while names.last == "" { names.removeLast() }
    if names.isEmpty { throw scanner.error(.noHeadings(row: row)) }
    try refuseOtherDelimiter(names, scanner, format)
    let blank = all - names.count
    names += Array(repeating: "", count: min(unnamed, blank))
    for column in names.indices where names[column].isEmpty {
      names[column] = SourceTable.unnamed(column)
    }
    try refuseRepeats(names, scanner, format)
    return (names, blank)
  }

  private static func refuseRepeats(
    _ names: [String], _ scanner: CSVScanner, _ format: CSVFormat
  ) throws(TableError) {
    var seen: [String: Int] = [:]
    for (column, name) in names.enumerated() {
      guard let first = seen.updateValue(column, forKey: name) else { continue }
      let (one, other) = (columnLetters(first), columnLetters(column))
      throw scanner.error(.duplicateHeadings(row: format.headerRow, first: one, second: other))
    }
  }

  /// One heading with two or more signs of another delimiter is a file of that delimiter.
  private static func refuseOtherDelimiter(
    _ names: [String], _ scanner: CSVScanner, _ format: CSVFormat
  ) throws(TableError) {
    guard names.count == 1, let name = names.first else { return }
    for other in CSVFormat.Delimiter.allCases where other.byte != scanner.delimiter {
      if name.utf8.lazy.filter({ $0 == other.byte }).count > 1 {
        throw scanner.error(.otherDelimiter(row: format.headerRow, likely: other))
      }
    }
  }
}
