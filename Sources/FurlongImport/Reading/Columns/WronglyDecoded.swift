import FurlongStudy

/// Cells whose letters were decoded wrongly before the file was written: an apostrophe as `â€™`, an accent as `Ã©`.
struct WronglyDecoded {
  private let column: CellColumn
  private var rows = RowWords()

  init(_ column: CellColumn) { self.column = column }

  /// Looks at the cell of a row.
  mutating func add(_ cells: RowCells) {
    let cell = cells.bytes(column)
    if cell.allSatisfy({ $0 < 0x80 }) { return }
    if Self.shows(String(decoding: cell, as: UTF8.self)) { rows.add(cells.sourceRow) }
  }

  /// Whether a text has UTF-8 that was taken for Windows-1252.
  static func shows(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    let signs = Array(text.unicodeScalars)
    return signs.indices.contains { place in
      func follows(_ ahead: Int) -> Bool {
        place + ahead < signs.count && isInnerByte(signs[place + ahead])
      }
      switch signs[place] {
      // Two bytes: what stands behind is no letter, so no word of any language has them together.
      case "Ã": return follows(1)
      case "Â": return place + 1 < signs.count && (0xA0...0xBF).contains(signs[place + 1].value)
      // Three bytes: apostrophes, quotes and dashes.
      case "â": return follows(1) && follows(2)
      default: return false
      }
    }
  }

  /// Whether Windows-1252 writes a sign as a byte that UTF-8 has within letters (80 to BF).
  private static func isInnerByte(_ sign: Unicode.Scalar) -> Bool {
    (0x80...0xBF).contains(sign.value)
      || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars.contains(sign)
  }

  func problems(_ look: ColumnLook) -> [Problem] {
    guard rows.count > 0 else { return [] }
    return [
      look.problem(
        .warning, .wronglyDecoded, column.name,
        ColumnLook.count(rows.count, "cell has", "cells have")
          + " letters that were decoded wrongly before the file was written, as when an apostrophe becomes three signs "
          + "(\(rows.words)). They are kept as they stand.",
        fix: "Export the file again as UTF-8, without opening it in a spreadsheet between.")
    ]
  }
}
