/// Whether a row of a file can be its headings, beside the other rows.
struct HeadingRow {
  /// The first records of the file.
  let records: [[String]]
  /// How many columns the widest row fills.
  let width: Int

  /// So many other rows must hold a column's kind of text before it tells anything.
  private static let fewestCells = 3

  /// Whether texts at a row's place are headings: nearly all different, few of them numbers, and not such as stand in the other rows.
  ///
  /// - Parameter texts: the row's own, or with what a row above says of groups of columns.
  func areHeadings(_ texts: [String], at place: Int) -> Bool {
    let cells = texts.filter { !$0.isEmpty }
    return Set(cells).count * 5 >= cells.count * 4 && fills(cells) && !isData(at: place)
  }

  /// Whether a row is headings of which some stand twice: each of those stands over numbers or days, and in no other row.
  func areHeadingsTwice(at place: Int) -> Bool {
    let cells = records[place].filter { !$0.isEmpty }
    var counts: [String: Int] = [:]
    for cell in cells { counts[cell, default: 0] += 1 }
    return fills(cells) && !isData(at: place)
      && records[place].indices.allSatisfy { column in
        guard counts[records[place][column], default: 0] > 1 else { return true }
        let below = records[(place + 1)...].compactMap { cell($0, column) }
        let values = below.count { Self.kind($0) != nil || ShortestNumber.number($0) != nil }
        return below.count >= Self.fewestCells && values * 5 >= below.count * 4
          && !below.contains(records[place][column])
      }
  }

  private func fills(_ cells: [String]) -> Bool {
    cells.count * 5 >= width * 3
      && cells.count { ShortestNumber.number($0) != nil } * 2 <= cells.count
  }

  /// Whether a row holds an id, a code or a day such as stands under it or above it in nearly every other row.
  private func isData(at place: Int) -> Bool {
    records[place].indices.contains { column in
      guard let own = Self.kind(records[place][column]) else { return false }
      let others = records.indices.filter { $0 != place }.compactMap { cell(records[$0], column) }
      return others.count >= Self.fewestCells
        && others.count { Self.kind($0) == own } * 5 >= others.count * 4
    }
  }

  private func cell(_ record: [String], _ column: Int) -> String? {
    record.indices.contains(column) && !record[column].isEmpty ? record[column] : nil
  }

  /// How a text that holds digits among other signs is made: `L23-014` is `a9-9`, `05/02/2023` `9/9/9`; nil for words and numbers.
  private static func kind(_ text: String) -> String? {
    guard text.count <= 40, text.contains(where: \.isNumber), ShortestNumber.number(text) == nil
    else { return nil }
    var kind = ""
    for sign in text {
      let next: Character = sign.isNumber ? "9" : sign.isLetter ? "a" : sign
      if kind.last != next || !(sign.isNumber || sign.isLetter) { kind.append(next) }
    }
    return kind
  }
}
