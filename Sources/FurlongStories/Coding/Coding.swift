/// One thing that one person wrote down of one story: a stretch with a code, or that they read it to its end.
public struct Coding: Sendable, Equatable, Hashable, Codable {
  /// What was written down.
  public enum Mark: Sendable, Equatable, Hashable, Codable {
    /// A stretch was given a code.
    case code(String, TextAnchor)
    /// The story was given a code as a whole.
    case whole(String)
    /// The story was read to its end: what has no code then was not meant to have one.
    case read
  }

  /// The word in a file for "read to its end"; no code may be called so.
  public static let readWord = "read"

  /// The story's id.
  public var story: String
  /// What was written down.
  public var mark: Mark
  /// A note of the coder: sensitive, as the story is.
  public var memo: String
  /// When, as ISO 8601 says it (`2026-11-29T14:05:30Z`); empty where nobody noted it.
  public var at: String

  /// Who decided it, where coders did not agree; empty in a coder's own file.
  public var by: String

  /// A coding.
  public init(story: String, mark: Mark, memo: String = "", at: String = "", by: String = "") {
    self.by = by
    self.story = story
    self.mark = mark
    self.memo = memo
    self.at = at
  }

  /// The id of the code; nil where the story was only read.
  public var code: String? {
    switch mark {
    case .code(let code, _), .whole(let code): code
    case .read: nil
    }
  }

  /// The stretch, as it was when it was given; nil for a whole story.
  public var anchor: TextAnchor? {
    if case .code(_, let anchor) = mark { anchor } else { nil }
  }
}

extension Coding: Comparable {
  /// In order of story, place and code; codes of a whole story before those of stretches, and that it was read first; then by
  /// the words, so that a file of the same codings has the same bytes.
  public static func < (left: Coding, right: Coding) -> Bool {
    if left.story != right.story { return Self.inOrder(left.story, right.story) }
    switch (left.anchor?.span, right.anchor?.span) {
    case (nil, _?): return true
    case (_?, nil): return false
    case (let first?, let second?) where first != second: return first < second
    default: break
    }
    for (first, second) in zip(left.words, right.words) where first != second {
      return inOrder(first, second)
    }
    return false
  }

  /// What tells codings of one place apart, so that they have but one order.
  private var words: [String] {
    [code ?? "", at, memo, by, anchor?.quote ?? "", anchor?.before ?? "", anchor?.after ?? ""]
  }

  /// Whether one id stands before another in files: by code points, the same on every machine.
  public static func inOrder(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }
}
