import FurlongDisclosure
public import FurlongEvaluation

/// What may be said of one part of life at one follow-up, decided from the numbers as they are printed.
public struct LifeVerdict: Codable, Sendable, Equatable {
  /// The id of the part of life.
  public var outcome: String
  /// The follow-up.
  public var occasion: TimeName
  /// Whether the share of those in a state that people hope for went up or down.
  public var call: Call
}

extension LifeVerdict {
  init(_ outcome: LifeOutcomesFinding<Released>.Outcome, _ row: LifeOutcomesFinding<Released>.Row) {
    self.init(
      outcome: outcome.outcome.id, occasion: row.occasion,
      call: Call(row[.netMovement], printedAs: AnswerWording(.percentagePoints), noChange: 0))
  }
}
