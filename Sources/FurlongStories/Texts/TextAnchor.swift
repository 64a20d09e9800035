public import FurlongStudy

/// A place in a text that is found again after the text was corrected: its words and what stood around them.
///
/// Where the words still stand at their place, that is the place. Elsewhere it must be told by its words *and* all that
/// stood before and behind them, at exactly one place; a look-alike is not taken for it.
public struct TextAnchor: Sendable, Hashable, Codable {
  /// How many code points before and behind are kept.
  public static let context = 24

  /// Where the words stood.
  public let span: TextSpan
  /// The words.
  public let quote: String
  /// What stood before them.
  public let before: String
  /// What stood behind them.
  public let after: String

  /// Where an anchor holds in a text.
  public enum Hold: Sendable, Equatable {
    /// At its place.
    case there(TextSpan)
    /// At another place, told without doubt.
    case moved(TextSpan)
    /// The words are not in the text any more.
    case gone
    /// The words are there, but nothing tells without doubt which they are.
    case unsure

    /// The place; nil for an orphan.
    public var span: TextSpan? {
      switch self {
      case .there(let span), .moved(let span): span
      case .gone, .unsure: nil
      }
    }
  }

  /// An anchor as it was kept.
  public init(span: TextSpan, quote: String, before: String, after: String) {
    self.span = span
    self.quote = quote
    self.before = before
    self.after = after
  }

  /// The anchor of a stretch; nil where it leaves the text.
  public init?(_ span: TextSpan, in text: StoryText) {
    guard let quote = text[span] else { return nil }
    self.init(
      span: span, quote: quote, before: text.before(span.start, atMost: Self.context),
      after: text.after(span.end, atMost: Self.context))
  }

  /// Where it holds in a text, which may have been corrected since.
  public func hold(in text: StoryText) -> Hold {
    if text[span] == quote { return .there(span) }
    let places = text.places(of: quote)
    if places.isEmpty { return .gone }
    let same = places.filter {
      text.before($0.start, atMost: before.unicodeScalars.count) == before
        && text.after($0.end, atMost: after.unicodeScalars.count) == after
    }
    return same.count == 1 ? .moved(same[0]) : .unsure
  }
}
