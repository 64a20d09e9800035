public import FurlongStudy

/// A stretch that may have to be hidden, for a person to look at.
public struct ProposedRedaction: Sendable, Equatable {
  /// What kind of thing it seems to be: a code of ``RedactionKinds``.
  public var kind: String
  /// The stretch.
  public var span: TextSpan
  /// Why it is proposed.
  public var why: String
}

/// Looks for what may have to be hidden: names that the college knows, patterns, and capital letters within a sentence.
///
/// It proposes; a person decides, and reads the rest. Nothing that it passes over is safe because of that.
public struct RedactionSearch: Sendable {
  /// Single names of students and staff, in small letters.
  public var names: Set<String>

  /// A search for names.
  public init(names: Set<String>) { self.names = names }

  /// What to look at, in order of place; nothing twice.
  public func proposals(in text: StoryText) -> [ProposedRedaction] {
    var found = patterns(text.text)
    let starts = Set(text.sentences.map(\.start))
    for word in Self.words(of: text) {
      guard let words = text[word], let first = words.unicodeScalars.first,
        !found.contains(where: { $0.span.meets(word) })
      else { continue }
      let plain = words.lowercased()
      let isCapital = first.properties.isUppercase
      // A name is told in small letters too, but many names are words.
      if isCapital, names.contains(plain) {
        found.append(ProposedRedaction(kind: "name", span: word, why: "a name in the register"))
      } else if isCapital, words.unicodeScalars.count > 1, !starts.contains(word.start),
        !Self.known.contains(plain)
      {
        found.append(
          ProposedRedaction(kind: "name", span: word, why: "a capital letter within a sentence"))
      } else if words.unicodeScalars.contains("@") {
        found.append(ProposedRedaction(kind: "contact", span: word, why: "looks like an address"))
      }
    }
    return found.sorted { $0.span < $1.span }
  }

  private func patterns(_ text: String) -> [ProposedRedaction] {
    let postcode = #/\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b/#
    let number = #/\+?[0-9][0-9 ()\-]{7,}[0-9]/#
    let address = #/\S+@\S+\.\w+|https?:\/\/\S+|www\.\S+/#
    let day =
      #/\b[0-9]{1,2}[\/.\-][0-9]{1,2}[\/.\-][0-9]{2,4}\b|\b[0-9]{1,2}(st|nd|rd|th)? (of )?(January|February|March|April|May|June|July|August|September|October|November|December)\b/#
    var found: [ProposedRedaction] = []
    func add(_ range: Range<String.Index>, _ kind: String, _ why: String) {
      let points = text.unicodeScalars
      let start = points.distance(from: points.startIndex, to: range.lowerBound)
      let end = points.distance(from: points.startIndex, to: range.upperBound)
      guard let span = TextSpan(from: start, to: end),
        !found.contains(where: { $0.span.meets(span) })
      else { return }
      found.append(ProposedRedaction(kind: kind, span: span, why: why))
    }
    for match in text.matches(of: address) { add(match.range, "contact", "looks like an address") }
    for match in text.matches(of: day) { add(match.range, "date", "looks like a day") }
    for match in text.matches(of: number) { add(match.range, "contact", "looks like a number") }
    for match in text.matches(of: postcode) { add(match.range, "place", "looks like a postcode") }
    return found
  }

  /// The words of a text, without marks around them.
  private static func words(of text: StoryText) -> [TextSpan] {
    var words: [TextSpan] = []
    var start: Int?
    for (place, point) in (text.points + [" "]).enumerated() {
      let belongs =
        point.properties.isAlphabetic || point.properties.numericType != nil
        || ["'", "’", "-", "@"].contains(point)
      if belongs {
        start = start ?? place
      } else if let begun = start {
        if let word = TextSpan(from: begun, to: place) { words.append(word) }
        start = nil
      }
    }
    return words
  }

  /// Words with a capital that are nobody's name.
  private static let known: Set<String> = [
    "i'm", "i’m", "i've", "i’ve", "i'd", "i’d", "i'll", "i’ll", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "christmas", "easter",
    "ramadan", "eid", "nhs", "gp", "ptsd", "ocd", "adhd", "cbt", "dbt", "english", "british", "god",
  ]
}
