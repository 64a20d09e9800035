import FurlongStudy

/// Reads what a story's teller agreed to: nothing that no cell says.
struct ConsentReader {
  let columns: [ConsentColumn]

  func agreed(_ cells: RowCells) throws(RowRefusal) -> AgreedPurposes {
    var agreed: AgreedPurposes = []
    var isQuoted = true
    for consent in columns {
      switch consent.cells {
      case .levels: agreed.formUnion(try level(consent.column, cells))
      case .words(let words):
        for answer in try answers(consent.column, words, cells) {
          switch answer {
          case .allows(let purposes): agreed.formUnion(purposes)
          case .noQuoting: isQuoted = false
          }
        }
      }
    }
    return isQuoted ? agreed : agreed.subtracting(AgreedPurposes(ConsentPurpose.quoting))
  }

  /// What a cell's answer means; of several that were ticked in it, with semicolons between, what each does.
  ///
  /// An answer that allows nothing takes the others in its cell back: who ticks yes and no has not agreed.
  private func answers(
    _ column: String, _ words: [String: ConsentAnswer], _ cells: RowCells
  ) throws(RowRefusal) -> [ConsentAnswer] {
    let cell = cells.value(column) ?? ""
    if words.meaning(of: cell) == nil {
      let ticked = cell.split(separator: ";").map(String.init).filter {
        !ItemCoding.plain($0).isEmpty
      }
      let meanings = ticked.compactMap { words[$0] ?? words.meaning(of: $0) }
      if !ticked.isEmpty, meanings.count == ticked.count {
        return meanings.contains(.allows([])) ? meanings.filter { $0 == .noQuoting } : meanings
      }
    }
    return [try cells.word(cells.rules.column(column), CellWords(words))].compactMap(\.self)
  }

  private func level(_ column: String, _ cells: RowCells) throws(RowRefusal) -> AgreedPurposes {
    guard let level = try cells.whole(cells.rules.column(column)) else { return [] }
    if let agreed = AgreedPurposes(level: level) { return agreed }
    throw RowRefusal(
      .scoreRange, column,
      "\(cells.subject(cells.value(column) ?? "", column, .number)) is not "
        + "a consent level; allowed are 0 to 6.", fix: "Correct it where it was exported from.")
  }
}
