/// A stretch of a story's text, counted in Unicode code points from 0: `start` belongs to it, `end` does not.
public struct TextSpan: Codable, Sendable, Hashable, Comparable {
  /// The place of its first code point.
  public let start: Int
  /// The place behind its last code point.
  public let end: Int

  /// A stretch; nil where it would be empty or begin before the text.
  public init?(from start: Int, to end: Int) {
    guard start >= 0, end > start else { return nil }
    self.start = start
    self.end = end
  }

  /// How many code points it has.
  public var length: Int { end - start }

  /// Whether two stretches share a code point.
  public func meets(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Whether all of another stretch lies in this one.
  public func holds(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// By where they begin, the shorter first.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    left.start == right.start ? left.end < right.end : left.start < right.start
  }

  /// From the first code point of two stretches to the last.
  public func joined(with other: TextSpan) -> TextSpan {
    TextSpan(within: min(start, other.start)..<max(end, other.end))
  }

  private init(within range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }
}
