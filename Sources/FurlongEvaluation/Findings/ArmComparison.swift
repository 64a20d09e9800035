/// The two arms of a randomised study, held against each other: treated minus, or over, control.
public struct ArmComparison<Measures: FindingMeasure, N: Numbers>: Encodable, Sendable, Equatable {
  /// One arm and who of it is compared.
  public struct Arm: Encodable, Sendable, Equatable {
    /// The arm.
    public var group: GroupName
    /// Its people in the comparison.
    public var used: N.People
    /// Its people who could have been.
    public var eligible: N.People

    /// An arm.
    public init(group: GroupName, used: N.People, eligible: N.People) {
      self.group = group
      self.used = used
      self.eligible = eligible
    }
  }

  /// The follow-up or the window.
  public var time: TimeName
  /// Both arms together.
  public var arms: RandomisedArms
  /// Those who were assigned what is evaluated.
  public var treated: Arm
  /// Those whom they are compared with.
  public var control: Arm
  /// People of both arms in the comparison.
  public var used: N.People
  /// People of both arms who could have been.
  public var eligible: N.People
  /// What the arms differ by.
  public var answers: Answers<Measures, N>

  /// A comparison.
  public init(
    time: TimeName, arms: RandomisedArms, treated: Arm, control: Arm, used: N.People,
    eligible: N.People,
    answers: Answers<Measures, N>
  ) {
    self.time = time
    self.arms = arms
    self.treated = treated
    self.control = control
    self.used = used
    self.eligible = eligible
    self.answers = answers
  }

  /// The answer to one measure.
  public subscript(measure: Measures) -> N.Answer { answers[measure] }
}

extension ArmComparison: Decodable where N == Unreleased {}
extension ArmComparison.Arm: Decodable where N == Unreleased {}
