import FurlongDisclosure
public import FurlongEvaluation
import FurlongStudy

/// What may be said of the average change on one scale, for one group at one follow-up.
public struct ChangeVerdict: Codable, Sendable, Equatable {
  /// Whether people are better off.
  public enum Worth: String, Codable, Sendable, Equatable {
    /// Towards the better end of the scale.
    case better
    /// Towards the worse end.
    case worse
  }

  /// What those missing could do to the average, worked out from the printed numbers.
  public struct Missing: Codable, Sendable, Equatable {
    /// The average change if nobody of those missing had changed, in points.
    public var ifUnchanged: Double
    /// The average change of those missing that would leave no change at all; nil where the scale is too short for it.
    public var toVanish: Double?
  }

  /// The scale's id.
  public var scale: String
  /// The follow-up.
  public var occasion: TimeName
  /// The group.
  public var group: GroupName
  /// What the data say.
  public var call: Call
  /// Whether it is better; nil where the data do not tell.
  public var worth: Worth?
  /// What corrects it: those missing; nil where nobody is, or where that cannot be worked out.
  public var missing: Missing?
  /// The limits that touch it, the gravest first.
  public var limits: [LimitKind]

  /// How sure one can be of it: those missing may shrink it, and turn it only by faring otherwise.
  public var sureness: Sureness {
    switch call {
    case .up, .down: .fairlySure
    case .cannotTell: .cannotTell
    case .notShown: .notShown
    }
  }
}

extension ChangeVerdict {
  init(
    _ outcome: ChangeFinding<Released>.Outcome, _ row: ChangeFinding<Released>.Row,
    _ material: ReportMaterial
  ) {
    let points = ScaleWording(outcome.scale).points
    let call = Call(row[.meanChange], printedAs: points, noChange: 0)
    self.init(
      scale: outcome.scale.id, occasion: row.occasion, group: row.group, call: call,
      worth: Self.worth(call, outcome.scale),
      missing: Missing(row, outcome.scale, printedAs: points, call: call),
      limits: material.limits(
        touching: TouchedNumber(
          what: outcome.scale.id, isEvent: false, step: material.step(changeOf: outcome.scale.id),
          time: row.occasion, group: row.group)))
  }

  private static func worth(_ call: Call, _ scale: ScaleDescription) -> Worth? {
    switch call {
    case .up: scale.higherIsBetter ? .better : .worse
    case .down: scale.higherIsBetter ? .worse : .better
    case .cannotTell, .notShown: nil
    }
  }
}

extension ChangeVerdict.Missing {
  fileprivate init?(
    _ row: ChangeFinding<Released>.Row, _ scale: ScaleDescription, printedAs points: AnswerWording,
    call: Call
  ) {
    guard call.isTold, let used = row.used.number, let eligible = row.eligible.number,
      used < eligible, let change = row[.meanChange].estimate?.value
    else { return nil }
    let printed = points.printed(change, in: row[.meanChange])
    ifUnchanged = points.printed(
      printed * Double(used) / Double(eligible), in: row[.meanChange])
    let needed = points.printed(
      -printed * Double(used) / Double(eligible - used), in: row[.meanChange])
    // As far as the scale reaches from where people began.
    let start = row[.meanBefore].estimate?.value
    let reach = start.map { needed < 0 ? $0 - scale.low : scale.high - $0 } ?? 0
    toVanish = abs(needed) <= reach ? needed : nil
  }
}
