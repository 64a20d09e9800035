/// Question 3: whether change was real, and whether it mattered.
public struct MeaningFinding: Codable, Sendable, Equatable {
  /// A count of people and their share with its interval.
  public struct Share: Codable, Sendable, Equatable {
    /// How many.
    public var people: PeopleCount
    /// Their share of those used (Wilson's interval).
    public var proportion: Answer

    /// A share.
    public init(people: PeopleCount, proportion: Answer) {
      self.people = people
      self.proportion = proportion
    }
  }

  /// The reliability that judges.
  public struct Reliability: Codable, Sendable, Equatable {
    /// The coefficient.
    public var coefficient: Double
    /// Its kind: `test-retest`.
    public var kind: String
    /// Where it comes from.
    public var source: String

    /// A reliability.
    public init(coefficient: Double, kind: String, source: String) {
      self.coefficient = coefficient
      self.kind = kind
      self.source = source
    }
  }

  /// A published score between having a difficulty and not.
  public struct CutOff: Codable, Sendable, Equatable {
    /// The score: at it or past it, in the bad direction, is inside the clinical range.
    public var score: Double
    /// What it parts, in words.
    public var label: String
    /// Where it comes from.
    public var source: String

    /// A cut-off.
    public init(score: Double, label: String, source: String) {
      self.score = score
      self.label = label
      self.source = source
    }
  }

  /// One group at one follow-up.
  public struct Row: Codable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// The group.
    public var group: GroupName
    /// People with both forms.
    public var used: PeopleCount
    /// People whose follow-up is due.
    public var eligible: PeopleCount
    /// Better by more than the threshold.
    public var improved: Share
    /// Changed by no more than the threshold.
    public var unchanged: Share
    /// Worse by more than the threshold.
    public var deteriorated: Share
    /// Crossed the cut-off for the better; not estimable where none was published.
    public var crossed: Share
    /// Improved reliably and crossed the cut-off.
    public var recovered: Share
    /// Deteriorated reliably and crossed the cut-off for the worse.
    public var harmed: Share

    /// A row.
    public init(
      occasion: TimeName, group: GroupName, used: PeopleCount, eligible: PeopleCount,
      improved: Share, unchanged: Share, deteriorated: Share, crossed: Share, recovered: Share,
      harmed: Share
    ) {
      self.occasion = occasion
      self.group = group
      self.used = used
      self.eligible = eligible
      self.improved = improved
      self.unchanged = unchanged
      self.deteriorated = deteriorated
      self.crossed = crossed
      self.recovered = recovered
      self.harmed = harmed
    }
  }

  /// One scale.
  public struct Outcome: Codable, Sendable, Equatable {
    /// The scale.
    public var scale: ScaleDescription
    /// The reliability that judges; nil where none of the kind was published.
    public var reliability: Reliability?
    /// 1.96·√2·SD·√(1−r), SD of all first scores of the population; exceeded strictly.
    public var threshold: Answer
    /// The published cut-off; nil where there is none.
    public var cutOff: CutOff?
    /// Follow-ups within groups: everyone first.
    public var rows: [Row]

    /// A scale's meaning.
    public init(
      scale: ScaleDescription, reliability: Reliability?, threshold: Answer, cutOff: CutOff?,
      rows: [Row]
    ) {
      self.scale = scale
      self.reliability = reliability
      self.threshold = threshold
      self.cutOff = cutOff
      self.rows = rows
    }
  }

  /// The scales, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of meaning.
  public init(outcomes: [Outcome]) { self.outcomes = outcomes }
}
