import FurlongDisclosure
public import FurlongEvaluation
import FurlongStudy

/// What may be said of the use of one service, for one group in one window.
public struct ServiceUseVerdict: Codable, Sendable, Equatable {
  /// What becomes of the headline once the run-up to day 0 is left out.
  public enum Correction: String, Codable, Sendable, Equatable {
    /// It says the same.
    case saysTheSame
    /// It fits no change, or the other way.
    case doesNot
    /// It cannot be worked out or is not shown.
    case notKnown
  }

  /// The event's id.
  public var event: String
  /// The window.
  public var window: TimeName
  /// The group.
  public var group: GroupName
  /// What the headline ratio says.
  public var call: Call
  /// What the ratio without the three months before day 0 says.
  public var withoutRunUp: Call
  /// What the second makes of the first.
  public var correction: Correction
  /// Whether every way of counting that is shown says what the headline does.
  public var waysAgree = true
  /// What the ratio without the five people with the most events says; nil where there is no such ratio.
  public var withoutFive: Call?
  /// The limits that touch it, the gravest first.
  public var limits: [LimitKind]

  /// Whether it would be told for fairly sure, and other ways of counting do not say the same.
  public var hangsOnWay: Bool { !waysAgree && surenessOfOwnWay == .fairlySure }

  /// Whether it would be told for fairly sure, and without the five people with the most events it would not be told.
  public var hangsOnFive: Bool {
    guard let withoutFive, withoutFive != .notShown else { return false }
    return withoutFive != call && surenessOfOwnWay == .fairlySure
  }

  /// How sure one can be of it.
  public var sureness: Sureness { hangsOnWay || hangsOnFive ? .notSure : surenessOfOwnWay }

  private var surenessOfOwnWay: Sureness {
    switch call {
    case .notShown: .notShown
    case .cannotTell: .cannotTell
    // A run-up makes the time before look worse: it may be all of a fall, and can only hide a rise.
    case .up: correction == .doesNot ? .notSure : .fairlySure
    case .down: correction == .saysTheSame ? .fairlySure : .notSure
    }
  }
}

extension ServiceUseVerdict {
  init(
    _ outcome: ServiceUseFinding<Released>.Outcome, _ row: ServiceUseFinding<Released>.Row,
    _ material: ReportMaterial
  ) {
    let ratio = AnswerWording(.ratio)
    let call = Call(row[.ratio], printedAs: ratio, noChange: 1)
    let without = Call(row.cautious, printedAs: ratio, noChange: 1)
    self.init(
      event: outcome.event.id, window: outcome.window, group: row.group, call: call,
      withoutRunUp: without,
      correction: without == .notShown
        ? .notKnown : without == call ? .saysTheSame : .doesNot,
      waysAgree: row.group != .everyone
        || outcome.ways.filter { $0.ratio.estimate != nil }.allSatisfy {
          Call($0.ratio, printedAs: ratio, noChange: 1) == call
        },
      withoutFive: row.group == .everyone
        ? outcome.robustness.map {
          Call($0[.ratioWithoutFive], printedAs: ratio, noChange: 1)
        } : nil,
      limits: material.limits(
        touching: TouchedNumber(
          what: outcome.event.id, isEvent: true, step: material.step(useOf: outcome.event.id),
          time: outcome.window, group: row.group)))
  }
}
