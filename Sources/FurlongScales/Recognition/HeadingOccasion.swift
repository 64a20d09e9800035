/// A heading or a word that says when a form was filled in, and what else it says: `Hope start` is hope, at the start.
public struct HeadingOccasion: Sendable, Equatable {
  /// The occasion as one word in small letters: `start`, `t1`, `3-months`.
  public let label: String
  /// The other words and numbers, in small letters.
  public let rest: [String]

  /// What a heading says; nil where it names no occasion.
  public init?(_ heading: String) {
    let tokens = HeadingWords(heading).tokens
    guard let found = OccasionWords.find(in: tokens) else { return nil }
    label = found.label
    rest = tokens.indices.filter { !found.places.contains($0) }.map { tokens[$0] }
  }

  /// Which of the two usual occasions a label means: `start` for pre, baseline or t1, `end` for post, exit or final;
  /// else the label itself.
  public var usual: String {
    switch label {
    case "start", "baseline", "pre", "before", "entry", "initial", "first", "admission", "intake",
      "begin", "beginning", "t1", "time1", "timepoint1", "wave1", "t0", "visit1":
      "start"
    case "end", "post", "after", "exit", "final", "last", "discharge", "leaving", "t2", "time2",
      "timepoint2", "wave2", "visit2":
      "end"
    default: label
    }
  }
}
