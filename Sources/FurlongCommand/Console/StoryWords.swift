import FurlongWorkflow

/// Stories and codings as the terminal shows them: plain lines, read well by a screen reader too.
enum StoryWords {
  /// The story, a sentence a line, with its number.
  static func page(_ page: StoryPage) -> String {
    let count = page.sentences.count == 1 ? "1 sentence" : "\(page.sentences.count) sentences"
    var lines = [
      "", "\(page.id) (\(page.number) of \(page.of)), \(count)\(page.isRead ? ", read" : "")",
    ]
    let width = String(page.sentences.count).count
    for sentence in page.sentences {
      let number = String(sentence.number)
      lines.append(
        String(repeating: " ", count: width - number.count + 2) + number + "  " + sentence.words)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The codings, numbered, a line each.
  static func codings(_ page: StoryPage) -> String {
    page.codings.enumerated().map { "- \($0.offset + 1)  \(coding($0.element))\n" }.joined()
  }

  /// A coding: where, what, its words and its note.
  static func coding(_ coding: StoryPage.Shown) -> String {
    let memo = coding.memo.isEmpty ? "" : "  (\(coding.memo))"
    let by = coding.by.isEmpty ? "" : "  [decided by \(coding.by)]"
    if coding.isLost {
      return "lost its place: \(coding.label): “\(shortened(coding.quote))”" + memo + by
    }
    return "\(place(coding.sentences))  \(coding.label)"
      + (coding.quote.isEmpty ? "" : ": “\(shortened(coding.quote))”") + memo + by
  }

  /// The codes that may be given, a line each, with what is typed for them.
  static func codes(_ codes: [CodeChoice]) -> String {
    let width = codes.map { $0.key?.count ?? 0 }.max() ?? 0
    return codes.map { code in
      let key = code.key ?? ""
      let space = String(repeating: " ", count: width - key.count + 2 + 2 * code.depth)
      return "  \(key)\(space)\(code.label): \(code.description)\n"
    }.joined()
  }

  /// Sentence numbers: `3`, `3-4`, or the whole story.
  static func place(_ sentences: ClosedRange<Int>?) -> String {
    guard let sentences else { return "whole story" }
    return sentences.lowerBound == sentences.upperBound
      ? "\(sentences.lowerBound)" : "\(sentences.lowerBound)-\(sentences.upperBound)"
  }

  private static func shortened(_ quote: String) -> String {
    let line = quote.replacing("\n", with: " ")
    return line.count <= 70 ? line : line.prefix(67) + "…"
  }
}
