public import FurlongStudy

/// A story as a coder works on it: what page and terminal show.
public struct StoryPage: Codable, Sendable, Equatable {
  /// A sentence.
  public struct Sentence: Codable, Sendable, Equatable {
    /// Its number, from 1.
    public var number: Int
    /// Where it stands.
    public var span: TextSpan
    /// Its words.
    public var words: String
  }

  /// A coding as it is shown.
  public struct Shown: Codable, Sendable, Equatable {
    /// What names it while nothing else is changed.
    public var id: String
    /// The code's id today.
    public var code: String
    /// The code's words.
    public var label: String
    /// Where it stands now; nil for the whole story, and where it lost its place.
    public var span: TextSpan?
    /// The numbers of the sentences that it meets.
    public var sentences: ClosedRange<Int>?
    /// Its words; empty for the whole story.
    public var quote: String
    /// The coder's note.
    public var memo: String
    /// Whether its words are no longer in the text, or not without doubt.
    public var isLost: Bool
    /// Who decided it; empty but in what was settled.
    public var by: String
  }

  /// A stretch that may have to be hidden, for a person to look at.
  public struct Proposal: Codable, Sendable, Equatable {
    /// The kind of thing that it seems to be.
    public var code: String
    /// The stretch.
    public var span: TextSpan
    /// Its words.
    public var words: String
    /// Why it is proposed.
    public var why: String

    /// What names it among the proposals of a story.
    public var id: String { "\(span.start)-\(span.end)-\(code)" }
  }

  /// The story's id.
  public var id: String
  /// Its place among those that may be coded, from 1.
  public var number: Int
  /// How many there are.
  public var of: Int
  /// Its words.
  public var text: String
  /// Its sentences.
  public var sentences: [Sentence]
  /// The codings of whom it is shown for, in order of place.
  public var codings: [Shown]
  /// Whether they read it to its end.
  public var isRead: Bool
  /// The story before it; nil for the first.
  public var previous: String?
  /// The story after it; nil for the last.
  public var next: String?
}

/// A code that may be given, as page and terminal offer it.
public struct CodeChoice: Codable, Sendable, Equatable {
  /// Its id.
  public var id: String
  /// Its words.
  public var label: String
  /// What is typed for it.
  public var key: String?
  /// What belongs to it.
  public var description: String
  /// When it is to be given.
  public var include: String?
  /// What does not belong to it.
  public var exclude: String?
  /// Words that would get it.
  public var example: String?
  /// How deep it stands in the tree, from 0.
  public var depth: Int
}
