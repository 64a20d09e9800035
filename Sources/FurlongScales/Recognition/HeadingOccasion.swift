/// A heading or a word that says when a form was filled in, and what else it says: `Hope start` is hope, at the start.
public struct HeadingOccasion: Sendable, Equatable {
  /// The occasion as one word in small letters: `start`, `t1`, `3-months`.
  public let label: String
  /// The other words and numbers, in small letters.
  public let rest: [String]
  private let heading: String

  /// What a heading says; nil where it names no occasion.
  public init?(_ heading: String) {
    let tokens = HeadingWords(heading).tokens
    guard let found = OccasionWords.find(in: tokens) else { return nil }
    self.heading = heading
    label = found.label
    rest = tokens.indices.filter { !found.places.contains($0) }.map { tokens[$0] }
  }

  /// The rest as the heading spells it: `A&E visits` of `A&E visits (T0)`.
  public var written: String {
    let signs = Array(heading)
    let ends = signs.indices.dropFirst().filter { Self.kind(signs[$0 - 1]) != Self.kind(signs[$0]) }
    let bounds = [0] + ends + [signs.count]
    for length in 1..<max(bounds.count, 2) {
      for first in bounds.indices.dropLast(length) {
        let kept =
          String(signs[..<bounds[first]]) + " " + String(signs[bounds[first + length]...])
        if HeadingWords(kept).tokens == rest { return Self.tidied(kept) }
      }
    }
    return rest.joined(separator: " ")
  }

  private static func kind(_ sign: Character) -> Int {
    sign.isNumber ? 1 : sign.isLetter ? 2 : 0
  }

  /// Without brackets in which nothing is left, and without what parted the words that are gone.
  private static func tidied(_ text: String) -> String {
    var text = text.replacing("_", with: " ")
    for brackets in ["( )", "[ ]", "()", "[]"] { text = text.replacing(brackets, with: " ") }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let parting: Set<Character> = [" ", "-", "\u{2013}", ":", "/", ".", ",", "|"]
    return String(
      words.drop(while: parting.contains).reversed().drop(while: parting.contains).reversed())
  }

  /// Which of the two usual occasions a label means: `start` for pre, baseline or t1, `end` for post, exit or final;
  /// else the label itself, a length of time in full.
  public var usual: String {
    switch label {
    case "start", "baseline", "pre", "before", "entry", "initial", "first", "admission", "intake",
      "begin", "beginning", "t1", "time1", "timepoint1", "wave1", "t0", "visit1":
      "start"
    case "end", "post", "after", "exit", "final", "last", "discharge", "leaving", "t2", "time2",
      "timepoint2", "wave2", "visit2":
      "end"
    default: span ?? label
    }
  }

  /// A length of time in full, so that `6m` and `6 month` are one occasion; nil where the label is none.
  private var span: String? {
    let parts = label.split(separator: "-").map(String.init)
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    switch parts[1] {
    case "m", "mths", "month", "months": return number == 1 ? "1-month" : "\(number)-months"
    case "wk", "week", "weeks": return number == 1 ? "1-week" : "\(number)-weeks"
    default: return nil
    }
  }
}
