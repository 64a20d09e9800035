import FurlongImport
import FurlongStudy
import FurlongTables

/// What an export's bytes tell beside its rows: another kind of file than its name says, an end within a row.
struct FileLook {
  let file: String
  let bytes: FileBytes

  func problems(_ reading: ExportReading) -> [Problem] {
    let beginning = bytes.beginning(16) ?? []
    if SPSSReader.recognises(beginning) { return [] }
    if WorkbookReader.recognises(beginning) { return [anotherFormat].compactMap { $0 } }
    return text(reading)
  }

  private var anotherFormat: Problem? {
    let name = ReadingName.export(file).lowercased()
    // Behind the name of a workbook its sheet may stand in brackets.
    if [".xlsx", ".xlsm"].contains(where: { name.hasSuffix($0) || name.contains($0 + " (") }) {
      return nil
    }
    return Problem(
      severity: .note, code: "I001", file: file, row: nil, column: nil,
      message: "The export is an Excel workbook, whatever its name, and was read so.",
      fix: "Nothing need be done; a name that ends in .xlsx says what it is.")
  }

  /// What a text file shows in one look through it.
  private func text(_ reading: ExportReading) -> [Problem] {
    var blanks = OddBlanks()
    var last: UInt8?
    let isRead = bytes.eachPart { part in
      blanks.add(part)
      last = part.last ?? last
    }
    blanks.end()
    guard isRead else { return [] }
    return [oddBlanks(blanks.count), cutOff(reading, last)].compactMap { $0 }
  }

  /// No-break and zero-width spaces at the ends of cells: left out, and worth knowing for who compares cells elsewhere.
  private func oddBlanks(_ count: Int) -> Problem? {
    guard count > 0 else { return nil }
    return Problem(
      severity: .note, code: "I031", file: file, row: nil, column: nil,
      message: "\(count) \(count == 1 ? "cell has" : "cells have") a space before or behind "
        + "that does not break or cannot be seen; it was left out.",
      fix: "Nothing need be done.")
  }

  /// A last row with too few cells and no line end behind it: the export was not finished.
  private func cutOff(_ reading: ExportReading, _ last: UInt8?) -> Problem? {
    guard let last, last != 0x0A, last != 0x0D,
      let short = reading.batch.problems.filter({ $0.code == "I012" }).compactMap(\.row).max(),
      short > reading.lastRow
    else { return nil }
    return Problem(
      severity: .warning, code: "I012", file: file, row: short, column: nil,
      message: "The file ends within this row: it was cut off, and rows may be missing behind it.",
      fix: "Export it again, and look whether it then has more rows.")
  }
}

/// Counts no-break and zero-width spaces that stand at an end of a cell: beside a delimiter, a quote, a line's end or the
/// file's.
private struct OddBlanks {
  private static let signs: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0x8B]]

  private(set) var count = 0
  /// What is still to be looked at, and the byte before it.
  private var rest: [UInt8] = []
  private var before: UInt8?

  /// Takes in the next part of the file.
  mutating func add(_ part: UnsafeBufferPointer<UInt8>) {
    // Most parts have neither sign.
    if rest.isEmpty, let last = part.last, !part.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) {
      before = last
      return
    }
    rest += part
    look(upTo: max(0, rest.count - 3))
  }

  /// Takes in that nothing follows.
  mutating func end() { look(upTo: rest.count) }

  private mutating func look(upTo end: Int) {
    for place in 0..<end {
      if rest[place] == 0xC2 || rest[place] == 0xE2 {
        let length = Self.signs.first { rest[place...].starts(with: $0) }?.count
        let after = place + (length ?? 0)
        if length != nil,
          Self.isEnd(before) || Self.isEnd(after < rest.count ? rest[after] : nil)
        {
          count += 1
        }
      }
      before = rest[place]
    }
    rest.removeFirst(end)
  }

  private static func isEnd(_ byte: UInt8?) -> Bool {
    byte.map { "\t\n\r,;|\"".utf8.contains($0) } ?? true
  }
}
