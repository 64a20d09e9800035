/// The words with which a spreadsheet's line of totals or averages begins.
public enum TotalsLine {
  private static let words: Set<Substring> = [
    "total", "totals", "grand total", "subtotal", "sub-total", "sum", "count", "average",
    "averages",
    "avg", "mean", "median",
  ]

  /// Whether a cell is that of a line of totals: `Total`, `Grand total (12)`; no other word stands in it.
  public static func isAll(of cell: String) -> Bool {
    let text = cell.lowercased()
    var word = text.prefix { $0.isLetter || $0 == " " || $0 == "-" }
    let rest = text[word.endIndex...]
    while word.last == " " { word.removeLast() }
    return words.contains(word) && rest.allSatisfy { !$0.isLetter }
  }

  /// Whether a cell's first word is one for totals: `Total here`.
  public static func begins(with cell: String) -> Bool {
    words.contains(cell.lowercased().prefix { $0.isLetter || $0 == "-" }) || isAll(of: cell)
  }
}
