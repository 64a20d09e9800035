import FurlongForms
import FurlongStudy
import FurlongTables

/// Tells together the words of a column that are nearly the mapping's: they are proposed, and never taken for them.
struct OtherSpellings {
  let mapFile: String
  let file: String

  func problems(_ rules: CellRules, _ refused: [Int: RowRefusal], _ map: ExportMap) -> [Problem] {
    var columns: [String: [(row: Int, word: String)]] = [:]
    for row in 0..<rules.table.rowCount {
      let cells = RowCells(rules: rules, row: row)
      for fault in refused[cells.sourceRow]?.faults ?? [] where fault.code == .unknownWord {
        guard let column = fault.column, let value = cells.value(column),
          let word = Self.meant(value, among: map.words(of: column))
        else { continue }
        columns[column, default: []].append((cells.sourceRow, word))
      }
    }
    return columns.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map { column, found in
      var rows = RowWords()
      for (row, _) in found { rows.add(row) }
      let words = Dictionary(grouping: found, by: \.word).sorted { $0.key < $1.key }
        .map { "'\($0.key)' (\($0.value.count))" }.joined(separator: ", ")
      return Problem(
        severity: .warning, code: ProblemCode.unknownWord.rawValue, file: file, row: nil,
        column: column,
        message:
          "\(found.count) rows have words here that may be other spellings of \(words): \(rows.words).",
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
    return NearestWord(among: words).to(value)
  }
}
