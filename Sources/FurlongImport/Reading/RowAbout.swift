import FurlongStudy

/// Reads one thing that is kept of a row's person.
struct RowAbout {
  private enum Cells {
    case words(CellWords<String>)
    case wholeNumber
    case text
  }

  /// The name under which it is kept.
  let name: String
  private let column: CellColumn
  private let cells: Cells
  private let others: String?

  init(_ about: AboutColumn, _ rules: CellRules) {
    name = about.name
    column = rules.column(about.column)
    others = about.others
    cells =
      switch about.values {
      case .words(let words): .words(CellWords(words))
      case .wholeNumber: .wholeNumber
      case .text: .text
      }
  }

  /// Its value in a row; nil where blank.
  func value(_ row: RowCells) throws(RowRefusal) -> String? {
    switch cells {
    case .words(let words):
      if let others {
        (try? row.word(column, words)) ?? (row.value(column) == nil ? nil : others)
      } else {
        try row.word(column, words)
      }
    case .wholeNumber: try row.short(column).map { String($0) }
    case .text:
      // Blanks within make no other word.
      row.value(column).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
  }
}
