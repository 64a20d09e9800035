public import FurlongEvaluation
public import FurlongStudy

/// What a plan asks, what it declares, how many pairs it needs and how many there are: no outcome is looked at.
public struct PlanCheck: Codable, Sendable, Equatable {
  /// One question of the plan.
  public struct Question: Codable, Sendable, Equatable {
    /// The step's id.
    public var step: String
    /// The question's word in the results table.
    public var asks: String
    /// What is asked of whom and when, and what would be shown, in plain English.
    public var words: [String]
    /// What the plan says of it: `yes`, `no`, `amended`.
    public var planned: String
  }

  /// What a scale needs and has.
  public struct ScaleCheck: Codable, Sendable, Equatable {
    /// One follow-up.
    public struct Occasion: Codable, Sendable, Equatable {
      /// Its id.
      public var id: String
      /// Its words.
      public var label: String
      /// People whose follow-up is due; nil where no data are in.
      public var due: Int?
      /// Those of them with a form at the baseline and one here; nil where no data are in.
      public var pairs: Int?
    }

    /// The scale's short name.
    public var name: String
    /// Whether it decides.
    public var role: OutcomeRole
    /// Pairs needed.
    public var needs: ScaleNeeds
    /// Pairs so far.
    public var occasions: [Occasion]
  }

  /// How the plan stands to the one that was frozen.
  public enum Freeze: Codable, Sendable, Equatable {
    /// It was never frozen.
    case never
    /// It means what was frozen.
    case unchanged(words: String)
    /// It means something else, and what changed.
    case changed(words: String, changes: [String])
  }

  /// The study's id.
  public var study: String
  /// Its title.
  public var title: String
  /// Who is in the numbers and from when time is counted, in plain English.
  public var population: [String]
  /// The questions, in order.
  public var questions: [Question]
  /// The scales.
  public var scales: [ScaleCheck]
  /// How many people ratios of rates need; empty where the plan does not ask of service use.
  public var rates: [RateNeeds.Row]
  /// Whether the plan asks of stories, for which no number can be said.
  public var asksStories: Bool
  /// The correlation of the occasions that the needs assume.
  public var correlation: Double
  /// What is in; nil where it could not be counted.
  public var data: DataIn?
  /// What of the plan nothing can be counted for; nil where there is nothing to say.
  public var warnings: [String]?
  /// Exports that are there and could not be read.
  public var unread: [String]
  /// How the plan stands to the one that was frozen.
  public var freeze: Freeze
  /// What the plan calls people.
  public var people: String
}
