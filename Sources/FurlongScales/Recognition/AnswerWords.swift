/// The words of an instrument's answers as exports write them.
struct AnswerWords: Sendable {
  private let answers: [String: Int]
  private let labels: [[String]: Int]

  init(_ items: Instrument.ItemSet) {
    let pairs = items.words.enumerated().map {
      (AnswerText($1, cells: 0), items.answers.lowerBound + $0)
    }
    answers = Dictionary(pairs.map { ($0.plain, $1) }) { first, _ in first }
    labels = Dictionary(pairs.map { (Self.key($0.tokens), $1) }) { first, _ in first }
  }

  /// The answer that a text is, as the import reads it.
  func answer(_ text: AnswerText) -> Int? { answers[text.plain] }

  /// The answer that a label such as `0 - not at all` or `not at all (0)` is; signs and articles do not count.
  func labelled(_ text: AnswerText) -> Int? {
    labels[Self.key(text.tokens)] ?? labels[Self.key(text.label)]
  }

  /// `A good part of the time` is `good part of time` to whoever typed it, `agree strongly` is `strongly agree`, and `or` after neither
  /// is `nor`.
  private static func key(_ tokens: [String]) -> [String] {
    let words = tokens.filter { !["a", "an", "the"].contains($0) }
    if words.count == 2 { return words.sorted() }
    return words.first == "neither" ? words.map { $0 == "or" ? "nor" : $0 } : words
  }

  /// Whether nearly all answers of a column are among these words, and one is.
  func hold(_ column: ReadColumn) -> Bool {
    var own = 0
    var foreign = column.sample.beyond
    for text in column.texts {
      if text.number == nil, answer(text) != nil || labelled(text) != nil {
        own += text.cells
      } else if !AnswerReading.missingWords.contains(text.plain),
        !(text.number.map(AnswerReading.missingNumbers.contains) ?? false)
      {
        foreign += text.cells
      }
    }
    return own > 0 && foreign * AnswerReading.slips <= own
  }
}
