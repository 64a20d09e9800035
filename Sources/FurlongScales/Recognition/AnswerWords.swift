/// The words of an instrument's answers as exports write them.
struct AnswerWords: Sendable {
  private let answers: [String: Int]
  private let labels: [[String]: Int]

  init(_ items: Instrument.ItemSet) {
    let pairs = items.words.enumerated().map { ($1, items.answers.lowerBound + $0) }
    answers = Dictionary(pairs.map { (Self.plain($0), $1) }) { first, _ in first }
    labels = Dictionary(pairs.map { (HeadingWords($0).tokens, $1) }) { first, _ in first }
  }

  /// A text in small letters, with one blank between its words: as the import compares it.
  static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The answer that a plain text is.
  func answer(_ plain: String) -> Int? { answers[plain] }

  /// The answer that a label such as `0 - not at all` or `not at all (0)` is; signs do not count.
  func labelled(_ plain: String) -> Int? {
    var tokens = HeadingWords(plain).tokens
    if let answer = labels[tokens] { return answer }
    if tokens.first.flatMap({ Int($0) }).map({ $0 <= 10 }) == true {
      tokens.removeFirst()
    } else if tokens.last.flatMap({ Int($0) }).map({ $0 <= 10 }) == true {
      tokens.removeLast()
    }
    return tokens.isEmpty ? nil : labels[tokens]
  }

  /// Whether nearly all answers of a column are among these words, and one is.
  func hold(_ column: ColumnSample) -> Bool {
    var own = 0
    var foreign = column.beyond
    for (text, cells) in column.inOrder {
      if wholeNumber(text) != nil {
        foreign += cells
        continue
      }
      let plain = Self.plain(text)
      if answer(plain) != nil || labelled(plain) != nil {
        own += cells
      } else if !AnswerReading.missingWords.contains(plain) {
        foreign += cells
      }
    }
    return own > 0 && foreign * AnswerReading.slips <= own
  }
}
