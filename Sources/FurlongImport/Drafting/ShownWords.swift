import FurlongTables

/// Which words of a column a draft may show: those that are known, and those that are so many people's that they can be no one
/// person's name and no remark about one.
///
/// A word that is not known is shown where it stands in the rows of five different people or more and in 2 in 100 of the rows that
/// hold something, does not look like a name, and holds no name that stands in a column of names of this export or of another one
/// of the folder. Three rows, as one person who is registered each term has, are too few.
struct ShownWords {
  /// A word of fewer people may be a name or a remark.
  static let fewestPeople = 5
  /// And it must stand in one of so many rows that hold something.
  static let oneIn = 50

  private let sheet: ExportSheet

  init(_ sheet: ExportSheet) { self.sheet = sheet }

  /// Whether a word of a column may be shown.
  func mayShow(_ word: String, of column: ColumnProfile, isKnown: Bool) -> Bool {
    mayShow(word, of: [column], isKnown: isKnown)
  }

  /// Whether a word that stands in several columns may be shown.
  func mayShow(_ word: String, of columns: [ColumnProfile], isKnown: Bool) -> Bool {
    if isKnown { return true }
    if NameLike.isOne(word) || namesSomebody(word) { return false }
    let filled = columns.reduce(0) { max($0, $1.filled) }
    let rows = rows(saying: word, in: columns)
    return rows.count * Self.oneIn >= filled && people(of: rows) >= Self.fewestPeople
  }

  /// Whether a text holds a name of somebody whom an export of the folder names; plain words are none here, as White and Black
  /// are people's names too.
  func namesSomebody(_ text: String) -> Bool {
    PersonNames.words(of: text).contains { sheet.names.contains($0) && !PlainWords.has($0) }
  }

  /// Where some words stand, as the export numbers its rows: `row 5`, `rows 5, 9 and 14`.
  func places(of words: [String], in columns: [ColumnProfile]) -> String {
    var found = RowWords()
    let places = Set(words.flatMap { rows(saying: $0, in: columns) })
    for row in places.sorted() { found.add(sheet.table.sourceRow(row)) }
    return found.words
  }

  private func rows(saying word: String, in columns: [ColumnProfile]) -> [Int] {
    let places = columns.compactMap { sheet.table.column($0.heading) }
    return (0..<min(sheet.table.rowCount, MapDrafter.mostRows)).filter { row in
      places.contains { sheet.table.text(row: row, column: $0) == word }
    }
  }

  /// Whose the rows are; each is its own person's where no column says.
  private func people(of rows: [Int]) -> Int {
    guard let id = sheet.identifiers.first(where: { $0.column.filled > 0 })?.column,
      let place = sheet.table.column(id.heading)
    else { return rows.count }
    return Set(rows.map { sheet.table.text(row: $0, column: place) }).count
  }

  /// Words of which those for ethnic groups are made, as the census and the NHS write them.
  private static let ethnic: Set<String> = [
    "white", "british", "irish", "english", "welsh", "scottish", "northern", "other", "any",
    "mixed",
    "multiple", "asian", "black", "arab", "chinese", "indian", "pakistani", "bangladeshi",
    "caribbean",
    "african", "gypsy", "roma", "traveller", "background", "group", "groups", "ethnic", "ethnicity",
    "and",
    "or", "the", "of", "european", "latin", "american", "not", "stated", "known", "unknown",
    "prefer", "to",
    "say", "said", "recorded", "uk", "wb", "wi", "eastern", "polish", "jewish", "sikh", "heritage",
    "origin",
  ]

  /// Whether a text is made of such words alone; codes of one letter are among them.
  static func isEthnicGroup(_ text: String) -> Bool {
    let words = HeadingText(text).words
    return !text.contains(where: \.isNumber)
      && words.allSatisfy { $0.count == 1 || ethnic.contains($0) }
      && (words.contains { $0.count > 1 } || text.count == 1)
  }
}
