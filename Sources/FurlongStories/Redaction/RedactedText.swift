public import FurlongStudy

/// A stretch of a story that is never shown, and what stands in its place.
public struct Redaction: Sendable, Hashable, Codable {
  /// The stretch.
  public var span: TextSpan
  /// What is shown there, such as `[name]`.
  public var replacement: String

  /// A redaction.
  public init(span: TextSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// A story's words with other words in the place of what may not be shown.
///
/// Stretches that meet become one, shown as the first of them. A stretch of the story is found again in it: one that
/// meets a redaction holds all of its replacement.
public struct RedactedText: Sendable, Equatable {
  /// The words as they may be shown.
  public let text: String
  /// The stretches that are not shown, in order, with how many code points stand in their place.
  private let pieces: [(span: TextSpan, shown: Int)]

  /// The text with its redactions; those that leave it are passed over.
  public init(_ original: StoryText, _ redactions: some Sequence<Redaction>) {
    var joined: [Redaction] = []
    for next in redactions.sorted(by: Self.comesBefore) where next.span.end <= original.length {
      if let last = joined.last, last.span.meets(next.span) {
        joined[joined.count - 1].span = last.span.joined(with: next.span)
      } else {
        joined.append(next)
      }
    }
    var text = ""
    var place = 0
    for redaction in joined {
      if let shown = TextSpan(from: place, to: redaction.span.start) {
        text += original[shown] ?? ""
      }
      text += redaction.replacement
      place = redaction.span.end
    }
    if let rest = TextSpan(from: place, to: original.length) { text += original[rest] ?? "" }
    self.text = text
    pieces = joined.map { ($0.span, $0.replacement.unicodeScalars.count) }
  }

  /// Where a stretch of the story stands in the words that may be shown; nil where nothing of it is left.
  public func span(of original: TextSpan) -> TextSpan? {
    TextSpan(from: place(original.start, isEnd: false), to: place(original.end, isEnd: true))
  }

  /// A place among the words that may be shown: one within a redaction is at its beginning, or at its end.
  private func place(_ original: Int, isEnd: Bool) -> Int {
    var moved = original
    for piece in pieces where piece.span.start < original {
      guard piece.span.end <= original else {
        return moved - (original - piece.span.start) + (isEnd ? piece.shown : 0)
      }
      moved += piece.shown - piece.span.length
    }
    return moved
  }

  private static func comesBefore(_ left: Redaction, _ right: Redaction) -> Bool {
    left.span == right.span ? left.replacement < right.replacement : left.span < right.span
  }

  /// Whether words and redactions are the same.
  public static func == (left: RedactedText, right: RedactedText) -> Bool {
    left.text == right.text && left.pieces.elementsEqual(right.pieces) { $0 == $1 }
  }
}
