import FurlongDisclosure
public import FurlongEvaluation

/// What may be said of the difference between two randomised arms, on a scale at a follow-up or of an event in a window.
public struct ArmVerdict: Codable, Sendable, Equatable {
  /// How much of an arm is missing.
  public enum Loss: String, Codable, Sendable, Equatable {
    /// At most one in five, of either.
    case few
    /// More than one in five, of one of them.
    case many
    /// It is not shown.
    case notKnown
  }

  /// The id of the scale or the event.
  public var what: String
  /// The follow-up or the window.
  public var time: TimeName
  /// The treated arm.
  public var treated: GroupName
  /// The control arm.
  public var control: GroupName
  /// What the data say: whether the treated lie above the control arm, or below.
  public var call: Call
  /// Whether that is better for the treated; nil where the data do not tell.
  public var worth: ChangeVerdict.Worth?
  /// How much of an arm is missing.
  public var loss: Loss
  /// Whether anybody is missing, or may be.
  public var isAnybodyMissing: Bool

  /// How sure one can be of it: chance made the arms alike, and who is missing may undo that.
  public var sureness: Sureness {
    switch call {
    case .notShown: .notShown
    case .cannotTell: .cannotTell
    case .up, .down: loss == .few ? .fairlySure : .notSure
    }
  }

  /// Whether the difference can speak of cause, for those who are in it.
  public var speaksOfCause: Bool { call.isTold && loss == .few }
}

extension ArmVerdict {
  init(
    _ scale: ScaleDescription, _ arms: ArmComparison<ArmChangeMeasure, Released>
  ) {
    let call = Call(arms[.difference], printedAs: ScaleWording(scale).points, noChange: 0)
    self.init(scale.id, arms, call: call, isHigherBetter: scale.higherIsBetter)
  }

  init(_ event: String, _ arms: ArmComparison<ArmUseMeasure, Released>) {
    let call = Call(arms[.ratio], printedAs: AnswerWording(.ratio), noChange: 1)
    self.init(event, arms, call: call, isHigherBetter: false)
  }

  /// Of the difference in cost: less is better.
  init(_ costs: MoneyFinding<Released>.Arms) {
    let call = Call(
      costs.comparison[.cost], printedAs: AnswerWording(.pounds), noChange: 0)
    self.init(costs.scale.id, costs.comparison, call: call, isHigherBetter: false)
  }

  private init<Measures: FindingMeasure>(
    _ what: String, _ arms: ArmComparison<Measures, Released>, call: Call, isHigherBetter: Bool
  ) {
    let both = [arms.treated, arms.control]
    let lost = both.map { arm -> (people: Int, of: Int)? in
      guard let used = arm.used.number, let eligible = arm.eligible.number, eligible > 0 else {
        return nil
      }
      return (eligible - used, eligible)
    }
    let known = lost.compactMap { $0 }
    let isMany = known.contains { Double($0.people) > MissingMarks.mostLost * Double($0.of) }
    self.init(
      what: what, time: arms.time, treated: arms.treated.group, control: arms.control.group,
      call: call,
      worth: call.isTold ? ((call == .up) == isHigherBetter ? .better : .worse) : nil,
      loss: isMany ? .many : known.count == 2 ? .few : .notKnown,
      isAnybodyMissing: known.count < 2 || known.contains { $0.people > 0 })
  }
}
