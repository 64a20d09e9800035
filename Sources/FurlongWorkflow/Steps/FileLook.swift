import FurlongStudy
import FurlongTables

/// What an export's bytes tell beside its rows: another kind of file than its name says, an end within a row.
struct FileLook {
  let file: String
  let bytes: [UInt8]

  func problems(_ batch: ImportBatch) -> [Problem] {
    [anotherFormat, cutOff(batch)].compactMap { $0 }
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

  /// A last row with too few cells and no line end behind it: the export was not finished.
  private func cutOff(_ batch: ImportBatch) -> Problem? {
    guard let last = bytes.last, last != 0x0A, last != 0x0D, !WorkbookReader.recognises(bytes),
      let short = batch.problems.filter({ $0.code == "I012" }).compactMap(\.row).max(),
      short > (batch.rows.map(\.sourceRow).max() ?? 0)
    else { return nil }
    return Problem(
      severity: .warning, code: "I012", file: file, row: short, column: nil,
      message: "The file ends within this row: it was cut off, and rows may be missing behind it.",
      fix: "Export it again, and look whether it then has more rows.")
  }
}
