import FurlongArchives

/// Merged cells in some rows of a sheet: of each area the first cell alone holds the text.
final class MergedCells: MarkupListener {
  private let rows: ClosedRange<Int>?
  private var columns: [Int: [ClosedRange<Int>]] = [:]
  private var count = 0
  var isDone: Bool { false }

  /// Those in some rows; none where there are none to look at.
  init(rows: ClosedRange<Int>?) { self.rows = rows }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    // `B1:C1`.
    guard name == "mergeCell", let ends = attributes["ref"]?.split(separator: ":").map(String.init),
      ends.count == 2, let first = SheetText.column(ends[0]), let last = SheetText.column(ends[1]),
      first < last, let row = Int(ends[0].drop { !$0.isNumber }), rows?.contains(row) == true,
      count < SheetText.mostColumns
    else { return }
    columns[row, default: []].append(first...last)
    count += 1
  }

  func end(_ name: String) {}
  func text(_ text: String) {}

  /// Writes the text of merged cells of a row into each of them.
  func spread(in row: Int, _ cells: inout [String]) {
    for area in columns[row] ?? [] where cells.indices.contains(area.lowerBound) {
      let text = cells[area.lowerBound]
      if text.isEmpty { continue }
      while cells.count <= area.upperBound { cells.append("") }
      for column in area { cells[column] = text }
    }
  }
}
