/// How those who told of a theme changed on the plan's leading scale, beside those who told a story without it and those
/// without a story.
///
/// It describes: who tells a story chose to.
public struct StoriesByChange<N: Numbers>: Encodable, Sendable, Equatable {
  /// People who told the same, of those with both forms.
  public struct Group: Encodable, Sendable, Equatable {
    /// What they told.
    public var name: GroupName
    /// Those of them with both forms.
    public var used: N.People
    /// Those of them whose follow-up is due.
    public var eligible: N.People
    /// What became of them.
    public var answers: Answers<StoryChangeMeasure, N>

    /// A group.
    public init(
      name: GroupName, used: N.People, eligible: N.People,
      answers: Answers<StoryChangeMeasure, N>
    ) {
      self.name = name
      self.used = used
      self.eligible = eligible
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: StoryChangeMeasure) -> N.Answer { answers[measure] }
  }

  /// One theme, among those of whom a story was read.
  public struct Theme: Encodable, Sendable, Equatable {
    /// Its id in the codebook.
    public var id: String
    /// Its words.
    public var label: String
    /// Those who told of it.
    public var with: Group
    /// Those who told a story, and not of it.
    public var without: Group

    /// A theme.
    public init(id: String, label: String, with: Group, without: Group) {
      self.id = id
      self.label = label
      self.with = with
      self.without = without
    }
  }

  /// One follow-up.
  public struct Row: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// The themes, in the codebook's order.
    public var themes: [Theme]
    /// Those of whom no story was read: they told none that may be counted, or one that nobody has read.
    ///
    /// Few stories are not read, if any: a count of them alone would tell of few people.
    public var noStory: Group

    /// A follow-up.
    public init(occasion: TimeName, themes: [Theme], noStory: Group) {
      self.occasion = occasion
      self.themes = themes
      self.noStory = noStory
    }
  }

  /// The scale.
  public var scale: ScaleDescription
  /// The reliability that judges; nil where the plan names none.
  public var reliability: ReliabilityDescription?
  /// By how many points a change must exceed the scale's error, as for everyone.
  public var threshold: N.Answer
  /// The follow-ups.
  public var rows: [Row]

  /// A display of themes by change.
  public init(
    scale: ScaleDescription, reliability: ReliabilityDescription?, threshold: N.Answer,
    rows: [Row]
  ) {
    self.scale = scale
    self.reliability = reliability
    self.threshold = threshold
    self.rows = rows
  }
}

extension StoriesByChange: Decodable where N == Unreleased {}
extension StoriesByChange.Row: Decodable where N == Unreleased {}
extension StoriesByChange.Theme: Decodable where N == Unreleased {}
extension StoriesByChange.Group: Decodable where N == Unreleased {}

extension GroupName {
  /// Those who told of a theme.
  static func with(_ theme: String, label: String) -> GroupName {
    GroupName(id: "\(themes)\(theme)=yes", label: "told of \(label)")
  }

  /// Those who told a story without a theme.
  static func without(_ theme: String, label: String) -> GroupName {
    GroupName(id: "\(themes)\(theme)=no", label: "told a story without \(label)")
  }

  /// Those of whom no story was read.
  static let noStory = GroupName(id: "\(stories)read=no", label: "no story")

  private static let themes = "theme:"
  private static let stories = "stories:"

  /// The id of those of whom a story was read: how many they are is not printed, and can be worked out.
  public static let readStoriesID = "\(stories)read=yes"

  /// Whether the id of a group tells people apart by what they told, not by a column of the plan.
  public static func isByStories(_ id: String) -> Bool {
    id.hasPrefix(themes) || id.hasPrefix(stories)
  }
}
