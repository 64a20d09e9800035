import FurlongArchives

/// Merged cells in some rows of a sheet: of each area the first cell alone holds the text.
final class MergedCells: MarkupListener {
  private let rows: ClosedRange<Int>?
  private var areas: [Int: [ClosedRange<Int>]] = [:]
  /// How many columns the areas of a row have together: no more than a sheet has, as they do not lie over each other.
  private var widths: [Int: Int] = [:]
  var isDone: Bool { false }

  /// Those in some rows; none where there are none to look at.
  init(rows: ClosedRange<Int>?) { self.rows = rows }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    // `B1:C1`.
    guard name == "mergeCell", let ends = attributes["ref"]?.split(separator: ":").map(String.init),
      ends.count == 2, let first = SheetText.column(ends[0]), let last = SheetText.column(ends[1]),
      first < last, let row = Int(ends[0].drop { !$0.isNumber }), rows?.contains(row) == true
    else { return }
    widths[row, default: 0] += last - first + 1
    if widths[row, default: 0] <= SheetText.mostColumns {
      areas[row, default: []].append(first...last)
    }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}

  /// Of a row the areas, as columns.
  func areas(in row: Int) -> [ClosedRange<Int>] { areas[row] ?? [] }
}
