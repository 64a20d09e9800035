import FurlongImport
import FurlongStudy
import FurlongTables

/// What an export's bytes tell beside its rows: another kind of file than its name says, an end within a row.
struct FileLook {
  let file: String
  let bytes: [UInt8]

  func problems(_ reading: ExportReading) -> [Problem] {
    SPSSReader.recognises(bytes)
      ? [] : [anotherFormat, oddBlanks, cutOff(reading)].compactMap { $0 }
  }

  private var anotherFormat: Problem? {
    let name = file.lowercased()
    guard WorkbookReader.recognises(bytes), !name.hasSuffix(".xlsx"), !name.hasSuffix(".xlsm")
    else { return nil }
    return Problem(
      severity: .note, code: "I001", file: file, row: nil, column: nil,
      message: "The export is an Excel workbook, whatever its name, and was read so.",
      fix: "Nothing need be done; a name that ends in .xlsx says what it is.")
  }

  /// No-break and zero-width spaces at the ends of cells: left out, and worth knowing for who compares cells elsewhere.
  private var oddBlanks: Problem? {
    guard bytes.contains(0xC2) || bytes.contains(0xE2), !WorkbookReader.recognises(bytes) else {
      return nil
    }
    var count = 0
    for place in bytes.indices where bytes[place] == 0xC2 || bytes[place] == 0xE2 {
      let rest = bytes[place...]
      let length = [[0xC2, 0xA0], [0xE2, 0x80, 0x8B]].first { rest.starts(with: $0) }?.count
      guard let length else { continue }
      if isEnd(place - 1) || isEnd(place + length) { count += 1 }
    }
    guard count > 0 else { return nil }
    return Problem(
      severity: .note, code: "I031", file: file, row: nil, column: nil,
      message: "\(count) \(count == 1 ? "cell has" : "cells have") a space before or behind "
        + "that does not break or cannot be seen; it was left out.",
      fix: "Nothing need be done.")
  }

  /// Whether a place is beyond a cell: at a delimiter, a quote, a line's end or the file's.
  private func isEnd(_ place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return true }
    return "\t\n\r,;|\"".utf8.contains(bytes[place])
  }

  /// A last row with too few cells and no line end behind it: the export was not finished.
  private func cutOff(_ reading: ExportReading) -> Problem? {
    guard let last = bytes.last, last != 0x0A, last != 0x0D, !WorkbookReader.recognises(bytes),
      let short = reading.batch.problems.filter({ $0.code == "I012" }).compactMap(\.row).max(),
      short > reading.lastRow
    else { return nil }
    return Problem(
      severity: .warning, code: "I012", file: file, row: short, column: nil,
      message: "The file ends within this row: it was cut off, and rows may be missing behind it.",
      fix: "Export it again, and look whether it then has more rows.")
  }
}
