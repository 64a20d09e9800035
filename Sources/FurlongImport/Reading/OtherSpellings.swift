import FurlongForms
import FurlongStudy
import FurlongTables

/// Tells together the words of a column that are nearly the mapping's: they are proposed, and never taken for them.
struct OtherSpellings {
  let map: ExportMap
  let mapFile: String
  let file: String
  private var columns: [String: (rows: RowWords, words: [String: Int])] = [:]

  init(map: ExportMap, mapFile: String, file: String) {
    self.map = map
    self.mapFile = mapFile
    self.file = file
  }

  mutating func add(_ refusal: RowRefusal, _ cells: RowCells) {
    for fault in refusal.faults where fault.code == .unknownWord {
      guard let column = fault.column, let value = cells.value(column),
        !(map.kind == .attendance && TimeOfDay.isArrival(value)),
        let word = Self.meant(value, among: map.words(of: column))
      else { continue }
      columns[column, default: (RowWords(), [:])].rows.add(cells.sourceRow)
      columns[column]?.words[word, default: 0] += 1
    }
  }

  /// A warning for each column in which several rows have such words.
  var problems: [Problem] {
    columns.sorted { $0.key < $1.key }.filter { $0.value.rows.count > 1 }.map { column, found in
      let words = found.words.sorted { $0.key < $1.key }.map { "'\($0.key)' (\($0.value))" }
      return Problem(
        severity: .warning, code: ProblemCode.unknownWord.rawValue, file: file, row: nil,
        column: column,
        message: "\(found.rows.count) rows have words here that may be other spellings of "
          + "\(words.joined(separator: ", ")): \(found.rows.words).",
        fix:
          "Look at them; if they are, add each spelling with its meaning to the column's words in \(mapFile)."
      )
    }
  }

  /// The one word of the mapping that a value may be another spelling of: nearly the same, without the signs around it,
  /// or its first letter.
  private static func meant(_ value: String, among words: [String]) -> String? {
    let bare = ItemCoding.plain(
      String(
        value.drop { !$0.isLetter && !$0.isNumber }.reversed()
          .drop { !$0.isLetter && !$0.isNumber }.reversed()))
    if let word = words.first(where: { ItemCoding.plain($0) == bare }) { return word }
    if bare.count == 1 {
      let found = words.filter { ItemCoding.plain($0).hasPrefix(bare) }
      return found.count == 1 ? found.first : nil
    }
    return LikeWords.nearest(to: value, among: words)
  }
}
