public import FurlongStudy

/// A story in a list: who has coded what, without its words.
public struct StorySummary: Codable, Sendable, Equatable {
  /// Why a story may not be read by coders.
  public enum Closed: String, Codable, Sendable, Equatable {
    case noConsent, withdrawn, ended, noWords

    /// In words.
    public var words: String {
      switch self {
      case .noConsent: "its teller did not agree, or took it back"
      case .withdrawn: "withdrawn"
      case .ended: "the consent has ended"
      case .noWords: "it has no words"
      }
    }
  }

  /// How far one coder has come with it.
  public struct Coder: Codable, Sendable, Equatable {
    /// Who.
    public var name: String
    /// Whether they read it to its end.
    public var isRead: Bool
    /// How many codings of theirs it has.
    public var codings: Int
    /// How many of these lost their place in the text.
    public var lost: Int
  }

  /// The story's id.
  public var id: String
  /// The day on which it was told.
  public var toldOn: CalendarDay?
  /// The day on which its export says that somebody looked it through for names and places.
  public var reviewedOn: CalendarDay?
  /// How many sentences it has.
  public var sentences: Int
  /// Why nobody may read it; nil where coders may.
  public var closed: Closed?
  /// The coders who have begun it, in the order of their names.
  public var coders: [Coder]
}
