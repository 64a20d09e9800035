/// How the places of a file were counted, which the format leaves open.
///
/// The standard says that a stretch ends with its last code point; its own example, and nearly every tool, writes the place behind
/// it. ATLAS.ti counts a line end of two signs as one. So the quotes of the file decide: of the four ways the one in which
/// most of them stand at their place.
public struct QDAPositions: Sendable, Equatable {
  /// What the end of a stretch is.
  public enum Ends: String, Sendable, Equatable, CaseIterable {
    /// The place behind its last code point.
    case exclusive
    /// Its last code point.
    case inclusive
  }

  /// How many places a line end of two signs (CR LF) takes.
  public enum LineEnds: String, Sendable, Equatable, CaseIterable {
    /// Two, as it is stored.
    case two
    /// One.
    case one
  }

  /// What the ends are.
  public var ends: Ends
  /// How line ends count.
  public var lines: LineEnds
  /// How many stretches say their words.
  public var quotes: Int
  /// Of how many the words stand at their place, counted so.
  public var fitting: Int
  /// Whether the user said what the ends are.
  public var isGiven: Bool

  /// The places of a text's stretch, both in the text as it is coded; the end may not lie behind the start.
  func places(_ start: Int, _ end: Int, in text: SourceText) -> (start: Int, end: Int) {
    let end = ends == .inclusive && end < .max ? end + 1 : end
    return lines == .two ? (text.place(ofStored: start), text.place(ofStored: end)) : (start, end)
  }
}

/// A stretch that says its words.
struct QDAQuote {
  let text: SourceText
  let start: Int
  let end: Int
  let words: String

  /// Whether the words stand at the place, white space aside; words that were cut need only begin so.
  func fits(_ positions: QDAPositions) -> Bool {
    let (start, end) = positions.places(start, end, in: text)
    guard start >= 0, start < end, end <= text.story.length else { return false }
    var sought = Self.plain(words.unicodeScalars)
    // A stretch far longer than its words is not looked through to its end.
    let near = min(end, start + 2 * sought.count + 100)
    let found = Self.plain(text.story.points[start..<near])
    if found == sought { return !found.isEmpty && near == end }
    var isCut = sought.count >= Self.leastCut
    for mark in ["…", "..."] where sought.reversed().starts(with: mark.unicodeScalars.reversed()) {
      sought.removeLast(mark.unicodeScalars.count)
      isCut = true
    }
    return isCut && !sought.isEmpty && found.starts(with: sought)
  }

  /// Words without a mark of having been cut may be beginnings from so many code points on.
  private static let leastCut = 50

  /// Code points with each white space as one blank, none at the ends.
  private static func plain(_ points: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    for point in points {
      if !point.properties.isWhitespace {
        plain.append(point)
      } else if let last = plain.last, last != " " {
        plain.append(" ")
      }
    }
    if plain.last == " " { plain.removeLast() }
    return plain
  }
}

extension QDAPositions {
  /// The way in which most quotes stand at their place; where none or as many tell for two, ends are exclusive and
  /// lines as the program that wrote the file is known to count them.
  ///
  /// - Parameters:
  ///   - quotes: the stretches that say their words.
  ///   - origin: the program that wrote them.
  ///   - ends: what the user says of the ends; nil where the quotes decide.
  init(_ quotes: [QDAQuote], origin: String, ends given: Ends?) {
    let usual: LineEnds = origin.uppercased().contains("ATLAS") ? .one : .two
    let unusual: LineEnds = usual == .one ? .two : .one
    var best: QDAPositions?
    for ends in given.map({ [$0] }) ?? Ends.allCases {
      for lines in [usual, unusual] {
        var way = QDAPositions(
          ends: ends, lines: lines, quotes: quotes.count, fitting: 0, isGiven: given != nil)
        way.fitting = quotes.count { $0.fits(way) }
        if way.fitting > best?.fitting ?? -1 { best = way }
      }
    }
    self =
      best
      ?? QDAPositions(
        ends: given ?? .exclusive, lines: usual, quotes: 0, fitting: 0, isGiven: given != nil)
  }
}
