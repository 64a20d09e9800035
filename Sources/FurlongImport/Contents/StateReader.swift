import FurlongForms
import FurlongStudy

/// Reads in which state of a part of life a person is.
struct StateReader {
  let lifeOutcome: String
  let occasion: String?
  private let column: String
  /// What each word means, in small letters: the mapping's words and the plan's own.
  private let words: [String: String]

  /// The reader of a column; nil where the plan does not have its part of life.
  init?(_ column: ScoreColumns.State, of outcomes: [LifeOutcome]) {
    guard let outcome = outcomes.first(where: { $0.id == column.lifeOutcome }) else { return nil }
    lifeOutcome = outcome.id
    occasion = column.occasion
    self.column = column.column
    let own = outcome.states.map { (ItemCoding.plain($0), $0) }
    words = column.words.merging(own) { mapped, _ in mapped }
  }

  /// The state in a row's cell, in the plan's word; nil where blank.
  func state(_ cells: RowCells) throws(RowRefusal) -> String? {
    guard let value = cells.value(column) else { return nil }
    if let state = words[ItemCoding.plain(value)] { return state }
    let known = Set(words.values).sorted()
    let subject = cells.subject(value, column, .words(words.keys.sorted()))
    throw RowRefusal(
      .unknownWord, column,
      "\(subject) is neither among the mapping's values of '\(lifeOutcome)' nor a state of the plan.",
      fix: "Add it to 'values' in the mapping, as one of: \(known.joined(separator: ", ")).")
  }
}
