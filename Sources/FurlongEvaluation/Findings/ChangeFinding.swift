/// Question 2: how far people travelled.
public struct ChangeFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// The change of one group at one follow-up.
  public struct Row: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// The group.
    public var group: GroupName
    /// People with both forms.
    public var used: N.People
    /// People of the group whose follow-up is due, with or without a first form.
    public var eligible: N.People
    /// What the change is measured by, later minus earlier.
    public var answers: Answers<ChangeMeasure, N>

    /// A row.
    public init(
      occasion: TimeName, group: GroupName, used: N.People, eligible: N.People,
      answers: Answers<ChangeMeasure, N>
    ) {
      self.occasion = occasion
      self.group = group
      self.used = used
      self.eligible = eligible
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: ChangeMeasure) -> N.Answer { answers[measure] }
  }

  /// One scale.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// The scale.
    public var scale: ScaleDescription
    /// Follow-ups within groups: everyone first, each at all follow-ups.
    public var rows: [Row]
    /// What the arms of a randomised study differ by, a follow-up each; empty where none are compared.
    public var arms: [ArmComparison<ArmChangeMeasure, N>]
    /// The forms in use.
    public var forms: Answers<FormsMeasure, N>

    /// A scale's change.
    public init(
      scale: ScaleDescription, rows: [Row], arms: [ArmComparison<ArmChangeMeasure, N>] = [],
      forms: Answers<FormsMeasure, N>
    ) {
      self.scale = scale
      self.rows = rows
      self.arms = arms
      self.forms = forms
    }
  }

  /// The scales, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of change.
  public init(outcomes: [Outcome]) { self.outcomes = outcomes }
}

extension ChangeFinding: Decodable where N == Unreleased {}
extension ChangeFinding.Outcome: Decodable where N == Unreleased {}
extension ChangeFinding.Row: Decodable where N == Unreleased {}
