public import FurlongStudy

/// What a coder types to give a code: `3 h`, `3-4 hope`, `* hope`, `3 "next summer" h: a note`.
public struct TypedCoding: Sendable, Equatable {
  /// The sentences, from 1; nil for the whole story.
  public var sentences: ClosedRange<Int>?
  /// Words within them; nil for the sentences as they are.
  public var quote: String?
  /// The code, as it was typed.
  public var code: String
  /// The note.
  public var memo: String

  /// Reads a line; nil where it gives no code.
  public init?(_ line: String) {
    var rest = Substring(line.trimmingBlanks())
    if rest.first == "*" {
      rest = rest.dropFirst()
    } else {
      let numbers = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
      let ends = numbers.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1,
        last >= first
      else { return nil }
      sentences = first...last
      rest = rest.dropFirst(numbers.count)
    }
    rest = rest.drop(while: \.isWhitespace)
    let marks: [Character: Character] = ["\"": "\"", "“": "”"]
    if let open = rest.first, let close = marks[open] {
      guard let end = rest.dropFirst().lastIndex(of: close) else { return nil }
      quote = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    code = parts.first.map { String($0).trimmingBlanks() } ?? ""
    memo = parts.count > 1 ? String(parts[1]).trimmingBlanks() : ""
    if code.isEmpty || quote == "" { return nil }
  }

  /// The stretch that is meant; nil for the whole story.
  ///
  /// - Throws: where there are not so many sentences, or the words do not stand there exactly once.
  public func span(in page: StoryPage) throws(WorkflowError) -> TextSpan? {
    guard let sentences else {
      return try quote.map { words throws(WorkflowError) in try Self.only(words, in: page, nil) }
    }
    guard sentences.upperBound <= page.sentences.count else {
      throw WorkflowError(
        "\(page.id) has \(page.sentences.count) sentences", at: page.id,
        fix: "name sentences from 1 to \(page.sentences.count)")
    }
    let within = page.sentences[sentences.lowerBound - 1].span
      .joined(with: page.sentences[sentences.upperBound - 1].span)
    guard let quote else { return within }
    return try Self.only(quote, in: page, within)
  }

  /// The one place of words in a story, or in a stretch of it.
  static func only(
    _ words: String, in page: StoryPage, _ within: TextSpan?
  ) throws(WorkflowError) -> TextSpan {
    let places = page.places(of: words).filter { within?.holds($0) ?? true }
    if let place = places.first, places.count == 1 { return place }
    throw WorkflowError(
      places.isEmpty
        ? "these words do not stand there" : "these words stand there \(places.count) times",
      at: page.id,
      fix: places.isEmpty
        ? "write them as the story has them, small and capital letters too"
        : "write more of them, or name the sentence: 3 \"…\" hope")
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate func trimmingBlanks() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
