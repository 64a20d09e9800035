import FurlongStudy

/// Finds the sentences of a text, for coding: by marks at their ends, no grammar.
///
/// A sentence ends at `.`, `!`, `?` or `…`, with the quotes and brackets that close behind it, where white space follows and
/// then anything but a small letter; not behind a title or a letter alone (`Dr.`, `J.`), nor within `e.g.`. A line break
/// always ends one, so an answer in a line of its own and a heading are sentences.
struct SentenceSearch {
  private let points: [Unicode.Scalar]

  init(_ points: [Unicode.Scalar]) { self.points = points }

  func sentences() -> [TextSpan] {
    var found: [TextSpan] = []
    var start: Int?
    var lastWord = 0
    func end() {
      if let begun = start, let span = TextSpan(from: begun, to: lastWord) { found.append(span) }
      start = nil
    }
    var place = 0
    while place < points.count {
      let point = points[place]
      if Self.breaksLine(point) {
        end()
      } else if !point.properties.isWhitespace {
        if start == nil { start = place }
        lastWord = place + 1
        if Self.marks.contains(point), let after = endsSentence(place, begun: start ?? place) {
          lastWord = after
          end()
          place = after
          continue
        }
      }
      place += 1
    }
    end()
    return found
  }

  /// The place behind a sentence that ends with the mark at a place; nil where it does not end there.
  private func endsSentence(_ mark: Int, begun: Int) -> Int? {
    var after = mark + 1
    while after < points.count,
      Self.marks.contains(points[after]) || Self.closing.contains(points[after])
    {
      after += 1
    }
    guard after < points.count else { return after }
    guard points[after].properties.isWhitespace else { return nil }
    if points[mark] == ".", after == mark + 1, isShortened(before: mark, begun: begun) {
      return nil
    }
    var next = after
    while next < points.count, points[next].properties.isWhitespace {
      if Self.breaksLine(points[next]) { return after }
      next += 1
    }
    return next < points.count && points[next].properties.isLowercase ? nil : after
  }

  /// Whether the word before a full stop is a title, a letter alone, or has a full stop within.
  private func isShortened(before mark: Int, begun: Int) -> Bool {
    var start = mark
    while start > begun, points[start - 1].properties.isAlphabetic || points[start - 1] == "." {
      start -= 1
    }
    let word = points[start..<mark]
    if word.contains(".") { return true }
    // "I." ends a sentence more often than it stands for a name.
    if word.count == 1, let letter = word.first {
      return letter.properties.isUppercase && letter != "I"
    }
    return Self.titles.contains(String(String.UnicodeScalarView(word)).lowercased())
  }

  private static func breaksLine(_ point: Unicode.Scalar) -> Bool {
    switch point {
    case "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static let marks: Set<Unicode.Scalar> = [".", "!", "?", "…"]
  private static let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]"]
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "sr", "jr", "vs", "approx",
  ]
}
