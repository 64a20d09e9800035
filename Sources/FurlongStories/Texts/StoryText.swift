public import FurlongStudy

/// The words of a story as they are coded: lines end with LF, no byte-order mark, otherwise as they came.
///
/// Places are counted in Unicode code points, as REFI-QDA counts them: not in letters as a reader sees them (an emoji
/// of a family is one letter and seven code points) and not in the units of UTF-16.
public struct StoryText: Sendable, Equatable {
  /// The code points.
  let points: [Unicode.Scalar]
  /// The sentences in their order; what lies between them is white space.
  public let sentences: [TextSpan]

  /// The text as it is coded.
  public init(_ raw: String) {
    var points: [Unicode.Scalar] = []
    points.reserveCapacity(raw.utf8.count)
    var lastWasReturn = false
    for point in raw.unicodeScalars {
      switch point {
      case "\r": points.append("\n")
      case "\n" where lastWasReturn: break
      case "\u{FEFF}" where points.isEmpty: break
      default: points.append(point)
      }
      lastWasReturn = point == "\r"
    }
    self.points = points
    sentences = SentenceSearch(points).sentences()
  }

  /// How many code points it has.
  public var length: Int { points.count }

  /// The whole text.
  public var text: String { words(0..<length) }

  /// Whether it has any words.
  public var isBlank: Bool { sentences.isEmpty }

  /// The words of a stretch; nil where it leaves the text.
  public subscript(span: TextSpan) -> String? {
    span.end <= length ? words(span.start..<span.end) : nil
  }

  /// The stretch from one sentence to another, both counted from 1; nil where there are not so many.
  public func span(ofSentences numbers: ClosedRange<Int>) -> TextSpan? {
    guard numbers.lowerBound >= 1, numbers.upperBound <= sentences.count else { return nil }
    return sentences[numbers.lowerBound - 1].joined(with: sentences[numbers.upperBound - 1])
  }

  /// The numbers, from 1, of the sentences that a stretch meets; nil where it meets none.
  public func sentenceNumbers(of span: TextSpan) -> ClosedRange<Int>? {
    guard let first = sentences.firstIndex(where: { $0.meets(span) }),
      let last = sentences.lastIndex(where: { $0.meets(span) })
    else { return nil }
    return first + 1...last + 1
  }

  /// The words of a stretch, or of its first sentences where it meets more; nil where it leaves the text.
  public func passage(_ span: TextSpan, atMost count: Int) -> String? {
    guard let numbers = sentenceNumbers(of: span), numbers.count > count else { return self[span] }
    let last = sentences[numbers.lowerBound + count - 2]
    return TextSpan(from: span.start, to: last.end).flatMap { self[$0] }
  }

  /// A stretch without the white space at its ends; nil where nothing else is in it, or it leaves the text.
  public func trimmed(_ span: TextSpan) -> TextSpan? {
    guard span.end <= length else { return nil }
    var (start, end) = (span.start, span.end)
    while start < end, points[start].properties.isWhitespace { start += 1 }
    while end > start, points[end - 1].properties.isWhitespace { end -= 1 }
    return TextSpan(from: start, to: end)
  }

  /// Where words stand in the text, each place once, overlapping ones too.
  public func places(of words: String) -> [TextSpan] {
    let sought = Array(words.unicodeScalars)
    guard let first = sought.first, sought.count <= length else { return [] }
    return (0...(length - sought.count)).compactMap { start in
      points[start] == first && points[start..<(start + sought.count)].elementsEqual(sought)
        ? TextSpan(from: start, to: start + sought.count) : nil
    }
  }

  /// At most so many code points before a place.
  func before(_ place: Int, atMost count: Int) -> String { words(max(0, place - count)..<place) }

  /// At most so many code points from a place on.
  func after(_ place: Int, atMost count: Int) -> String {
    words(place..<min(length, place + count))
  }

  private func words(_ range: Range<Int>) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: points[range])
    return String(words)
  }
}
