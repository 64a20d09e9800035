import FurlongStudy

/// A column of words that are kept as they are: those that may be one, written otherwise, are told by their rows.
struct WordColumn {
  /// A column of more words holds no groups.
  private static let most = 40

  let column: CellColumn
  /// The rows of each word, in small letters; nil where there are too many.
  private var words: [String: RowWords]? = [:]

  init(_ column: CellColumn) { self.column = column }

  mutating func add(_ cells: RowCells) {
    guard words != nil, let value = cells.value(column) else { return }
    words?[ItemCoding.plain(value), default: RowWords()].add(cells.sourceRow)
    if let count = words?.count, count > Self.most { words = nil }
  }

  func problems(_ look: ColumnLook) -> [Problem] {
    let all = (words ?? [:]).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let rare = all.enumerated().filter { place, word in
      LikeWords.meant(word.key, among: all[..<place].map(\.key)) != nil
    }.map(\.element.value)
    guard !rare.isEmpty else { return [] }
    let rows = rare.reduce(0) { $0 + $1.count }
    // Of text a message shows no word.
    return [
      look.problem(
        .warning, .unknownWord, column.name,
        "\(ColumnLook.count(rows, "row holds a word", "rows hold words")) here that may be another spelling of a word "
          + "in other rows, and \(rare.count == 1 ? "makes a group" : "make groups") of \(rows == 1 ? "its" : "their") own: "
          + "\(rare.prefix(5).map(\.words).joined(separator: "; ")).",
        fix:
          "Look at them. If they mean the same, list the column's words under 'values' in the mapping, each with what it is "
          + "kept as; else nothing need be done.")
    ]
  }
}
