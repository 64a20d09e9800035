/// A cell's text taken apart once, to be held against the words of every instrument.
struct AnswerText {
  /// As it stands.
  let text: String
  /// In small letters, with one blank between its words: as the import compares it.
  let plain: String
  /// Its words and numbers.
  let tokens: [String]
  /// The same without a small number at one end: of `0 - not at all` and `not at all (0)`.
  let label: [String]
  /// The whole number that it is; nil where it is none.
  let number: Int?
  /// How many cells hold it.
  let cells: Int

  init(_ text: String, cells: Int) {
    self.text = text
    self.cells = cells
    number = wholeNumber(text)
    plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    tokens = number == nil ? HeadingWords(text).tokens : []
    func isSmall(_ token: String?) -> Bool { token.flatMap { Int($0) }.map { $0 <= 10 } ?? false }
    label =
      isSmall(tokens.first)
      ? Array(tokens.dropFirst()) : isSmall(tokens.last) ? Array(tokens.dropLast()) : tokens
  }
}

/// A column with its texts taken apart.
struct ReadColumn {
  /// The column.
  let sample: ColumnSample
  /// Its texts, in order.
  let texts: [AnswerText]

  init(_ sample: ColumnSample) {
    self.sample = sample
    texts = sample.inOrder.map { AnswerText($0.text, cells: $0.cells) }
  }
}

/// A cell as a whole number; `3.0` is 3.
func wholeNumber(_ text: String) -> Int? { Int(text) ?? Double(text).flatMap(Int.init(exactly:)) }
