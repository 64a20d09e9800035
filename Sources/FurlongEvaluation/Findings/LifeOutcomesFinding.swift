/// A part of life, as a report speaks of it.
public struct LifeOutcomeDescription: Codable, Sendable, Equatable {
  /// Its id.
  public var id: String
  /// What it is: `work and study`.
  public var label: String
  /// What it is to be in one of the states that people hope for, after "were": `in work or study`.
  public var soughtLabel: String

  /// A description.
  public init(id: String, label: String, soughtLabel: String) {
    self.id = id
    self.label = label
    self.soughtLabel = soughtLabel
  }
}

/// What changed in people's lives: work, study, housing, told in states before and after.
public struct LifeOutcomesFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// One group at one follow-up.
  public struct Row: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// The group.
    public var group: GroupName
    /// People who answered both times.
    public var used: N.People
    /// People whose follow-up is due.
    public var eligible: N.People
    /// What became of those who answered both times.
    public var answers: Answers<LifeMeasure, N>

    /// A row.
    public init(
      occasion: TimeName, group: GroupName, used: N.People, eligible: N.People,
      answers: Answers<LifeMeasure, N>
    ) {
      self.occasion = occasion
      self.group = group
      self.used = used
      self.eligible = eligible
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: LifeMeasure) -> N.Answer { answers[measure] }
  }

  /// One state, of those who answered both times.
  public struct State: Encodable, Sendable, Equatable {
    /// The plan's word for it.
    public var name: String
    /// Whether people hope for it.
    public var isSought: Bool
    /// How many were in it before.
    public var before: N.People
    /// How many are in it after.
    public var after: N.People
    /// Of those in it before, how many are in each state after, in the order of the states.
    public var became: [N.People]

    /// A state.
    public init(
      name: String, isSought: Bool, before: N.People, after: N.People, became: [N.People]
    ) {
      self.name = name
      self.isSought = isSought
      self.before = before
      self.after = after
      self.became = became
    }
  }

  /// Who moved where by one follow-up; everyone.
  public struct Moves: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// Of those due, people who answered before.
    public var answeredBefore: N.People
    /// Of those due, people who answered at the follow-up.
    public var answeredAfter: N.People
    /// The states, in the plan's order.
    public var states: [State]

    /// Moves.
    public init(
      occasion: TimeName, answeredBefore: N.People, answeredAfter: N.People, states: [State]
    ) {
      self.occasion = occasion
      self.answeredBefore = answeredBefore
      self.answeredAfter = answeredAfter
      self.states = states
    }
  }

  /// One part of life.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// The part of life.
    public var outcome: LifeOutcomeDescription
    /// Follow-ups within groups: everyone first.
    public var rows: [Row]
    /// Who moved where, a follow-up each.
    public var moves: [Moves]

    /// A part of life.
    public init(outcome: LifeOutcomeDescription, rows: [Row], moves: [Moves]) {
      self.outcome = outcome
      self.rows = rows
      self.moves = moves
    }
  }

  /// The parts of life, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of life outcomes.
  public init(outcomes: [Outcome]) { self.outcomes = outcomes }
}

extension LifeOutcomesFinding: Decodable where N == Unreleased {}
extension LifeOutcomesFinding.Outcome: Decodable where N == Unreleased {}
extension LifeOutcomesFinding.Row: Decodable where N == Unreleased {}
extension LifeOutcomesFinding.Moves: Decodable where N == Unreleased {}
extension LifeOutcomesFinding.State: Decodable where N == Unreleased {}
