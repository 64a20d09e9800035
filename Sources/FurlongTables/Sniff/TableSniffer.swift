import Foundation

/// Finds how a file is written: encoding, delimiter, and the row in which its headings stand.
///
/// Nothing is applied unseen: what is found is written into a mapping, which a person reads.
///
/// - The delimiter is the sign by which most of the first records have the same number of fields, more than one.
/// - The headings are the first row that fills at least three in five of the columns, with texts that are nearly all
///   different, are not numbers, and are not made as those of the other rows are, as ids and days would be; title rows above it fill
///   fewer. Where there is none, the first row of which some stand twice, over numbers or days. Where merged cells head groups of columns, they are the
///   first two rows that are so together.
public struct TableSniffer: Sendable {
  /// So many records are looked at.
  static let mostRecords = 200
  /// The headings are looked for in so many rows.
  static let mostTitleRows = 40

  /// The sheet of a workbook; nil for the only one that holds anything.
  public var sheet: String?

  /// A sniffer of files.
  public init(sheet: String? = nil) { self.sheet = sheet }

  /// The shape of a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name without its folder, for messages.
  /// - Throws: an error when the file is no table, or no row can be its headings.
  public func shape(of bytes: [UInt8], name: String) throws(TableError) -> TableShape {
    if SPSSReader.recognises(bytes) {
      return TableShape(format: CSVFormat(), sheet: nil, container: .spss, above: [])
    }
    if WorkbookReader.recognises(bytes) {
      return try shape(
        ofSheet: WorkbookReader(sheet: sheet).beginning(of: bytes, name: name).text, name: name)
    }
    if bytes.isEmpty { throw TableError(file: name, reason: .empty) }
    var (text, encoding) = (bytes, CSVFormat.Encoding.utf8)
    if let wide = WideText.utf8(BytesInMemory(bytes), declared: false) {
      text = []
      _ = wide.eachPart { text.append(contentsOf: $0) }
      encoding = .utf16
    } else {
      encoding = try survey(text, name)
    }
    let (delimiter, rival) = delimiter(of: text, name)
    let found = try headings(
      encoding == .windows1252 ? Self.western(text) : text, delimiter, name)
    return TableShape(
      format: CSVFormat(
        encoding: encoding, delimiter: delimiter, headerRow: found.row, groupRow: found.group),
      sheet: nil, container: .csv, above: found.above, skippedRows: found.below,
      questions: found.questions, rival: rival)
  }

  /// The shape of a workbook's sheet.
  ///
  /// - Parameter text: what `WorkbookReader.beginning` gave of it.
  public func shape(ofSheet text: [UInt8], name: String) throws(TableError) -> TableShape {
    let found = try headings(text, .comma, name)
    return TableShape(
      format: CSVFormat(headerRow: found.row, groupRow: found.group), sheet: sheet,
      container: .workbook,
      above: found.above, skippedRows: found.below, questions: found.questions)
  }

  private func survey(_ bytes: [UInt8], _ name: String) throws(TableError) -> CSVFormat.Encoding {
    if let reason = bytes.withUnsafeBufferPointer(FileSignature.refusal) {
      throw TableError(file: name, reason: reason)
    }
    return try EncodingSurvey(BytesInMemory(bytes), format: CSVFormat(), name: name).encoding
  }

  private static func western(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes.prefix(1 << 20) {
      if byte < 0x80 { text.append(byte) } else { Windows1252.append(byte, to: &text) }
    }
    return text
  }

  // MARK: delimiter

  private func delimiter(
    of bytes: [UInt8], _ name: String
  ) -> (CSVFormat.Delimiter, TableShape.Rival?) {
    let start = String(decoding: bytes.prefix(8), as: UTF8.self).drop { $0 == "\u{FEFF}" }
    if start.hasPrefix("sep="), let sign = start.dropFirst(4).utf8.first,
      let said = CSVFormat.Delimiter.allCases.first(where: { $0.byte == sign })
    {
      return (said, nil)
    }
    let found = CSVFormat.Delimiter.allCases.map { delimiter in
      (delimiter: delimiter, fit: fit(delimiter, bytes, name))
    }
    .sorted { ($0.fit.records, $0.fit.fields) > ($1.fit.records, $1.fit.fields) }
    let best = found[0]
    guard best.fit.records > 0 else { return (.comma, nil) }
    let next = found[1]
    let rival =
      next.fit.records > 0
      ? TableShape.Rival(
        delimiter: next.delimiter, records: next.fit.records, best: best.fit.records) : nil
    return (best.delimiter, rival)
  }

  /// How many of the first records have the same number of fields, more than one, and which number that is.
  private func fit(
    _ delimiter: CSVFormat.Delimiter, _ bytes: [UInt8], _ name: String
  ) -> (records: Int, fields: Int) {
    var counts: [Int: Int] = [:]
    for record in records(bytes, delimiter, name, most: Self.mostRecords) where record.count > 1 {
      counts[record.count, default: 0] += 1
    }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return (best?.value ?? 0, best?.key ?? 0)
  }

  private func records(
    _ bytes: [UInt8], _ delimiter: CSVFormat.Delimiter, _ name: String, most: Int
  ) -> [[String]] {
    var scanner = CSVScanner(BytesInMemory(bytes), delimiter: delimiter.byte, name: name)
    var cells = CellText(encoding: .utf8, isASCII: false)
    var records: [[String]] = []
    while records.count < most, (try? scanner.next()) == true {
      records.append(
        scanner.fields.map { field in
          var text: [UInt8] = []
          _ = cells.append(field, of: scanner.bytes, to: &text)
          return String(decoding: text, as: UTF8.self)
        })
    }
    return records
  }

  // MARK: headings

  private func headings(
    _ bytes: [UInt8], _ delimiter: CSVFormat.Delimiter, _ name: String
  ) throws(TableError) -> Headings {
    let records = records(bytes, delimiter, name, most: Self.mostRecords)
    let filled = records.map { $0.filter { !$0.isEmpty } }
    let width = filled.map(\.count).max() ?? 0
    if width == 0 { throw TableError(file: name, reason: .empty) }
    let places = filled.prefix(Self.mostTitleRows).indices
    let rows = HeadingRow(records: records, width: width)
    // The lower row of two: it stands over data and under groups alone.
    func isGrouped(_ place: Int) -> Bool {
      let (groups, own) = (records[place - 1], records[place])
      return GroupedHeadings.hasGroup(groups, over: own)
        && rows.areHeadings(GroupedHeadings.names(groups, over: own), at: place)
        && Self.holdsNoData(own)
        && filled[place].count * 5 >= width * 3
    }
    let first =
      places.first { rows.areHeadings(records[$0], at: $0) || $0 > 0 && isGrouped($0) }
      ?? places.first { rows.areHeadingsTwice(at: $0) }
    guard var found = first else { throw TableError(file: name, reason: .noHeadings(row: 1)) }
    if found + 1 < filled.count, isGrouped(found + 1),
      Self.leavesRoom(records[found], for: records[found + 1])
    {
      found += 1
    }
    let hasGroup =
      found > 0
      && (found != first
        || isGrouped(found)
          && (!rows.areHeadings(records[found], at: found)
            || GroupedHeadings.areNeeded(records[found - 1], over: records[found])))
    let below = Self.more(below: found, filled)
    return Headings(
      row: found + 1, group: hasGroup ? found : nil,
      above: Array(filled[..<(hasGroup ? found - 1 : found)]), below: below,
      questions: below.first.map { records[$0 - 1] } ?? [])
  }

  /// Whether numbers in a row only count its columns: 1, 2, 3 under each group, as items are numbered.
  private static func holdsNoData(_ cells: [String]) -> Bool {
    cells.indices.allSatisfy { column in
      guard let number = ShortestNumber.number(cells[column]) else { return true }
      return number == 1
        || column > 0 && ShortestNumber.number(cells[column - 1]).map { $0 + 1 } == number
    }
  }

  /// Whether a row can be the lower one of two rows of headings: nothing stands under a cell that heads no group, as ids would.
  private static func leavesRoom(_ groups: [String], for own: [String]) -> Bool {
    let spread = GroupedHeadings.spread(groups, over: own)
    return own.indices.allSatisfy { column in
      guard !own[column].isEmpty, groups.indices.contains(column), !groups[column].isEmpty else {
        return true
      }
      return [column - 1, column + 1].contains {
        spread.indices.contains($0) && spread[$0] == spread[column]
      }
    }
  }

  /// Where the headings stand, and what stands around them.
  private struct Headings {
    var row: Int
    var group: Int?
    var above: [[String]]
    var below: [Int]
    var questions: [String]
  }

  /// Rows right below the headings that are headings too: up to that of Qualtrics' marks, or SurveyMonkey's second.
  private static func more(below place: Int, _ rows: [[String]]) -> [Int] {
    let next = (place + 1)..<min(place + 3, rows.count)
    if let last = next.last(where: { rows[$0].contains { $0.hasPrefix("{\"ImportId\"") } }) {
      return Array(place + 2...last + 1)
    }
    guard let second = next.first, !rows[second].isEmpty,
      rows[second].allSatisfy({ ["Response", "Open-Ended Response"].contains($0) })
    else { return [] }
    return [second + 1]
  }
}
