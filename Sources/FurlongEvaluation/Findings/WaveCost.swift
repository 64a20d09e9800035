extension MoneyFinding {
  /// What use cost in one period of exports that count by period, such as a wave of questionnaires.
  public struct Wave: Encodable, Sendable, Equatable {
    /// The first day, from day 0.
    public var from: Int
    /// The day after the last.
    public var to: Int
    /// Events a person-year of each priced service, in the book's order.
    public var rates: [N.Answer]
    /// What they cost.
    public var answers: Answers<WaveMeasure, N>

    /// A wave.
    public init(from: Int, to: Int, rates: [N.Answer], answers: Answers<WaveMeasure, N>) {
      self.from = from
      self.to = to
      self.rates = rates
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: WaveMeasure) -> N.Answer { answers[measure] }
  }
}

extension MoneyFinding.Wave: Decodable where N == Unreleased {}

/// What use cost in one period.
public enum WaveMeasure: FindingMeasure {
  /// Pounds a person-year.
  case cost
  /// It over that of the first period.
  case ofFirst

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .cost: Measure("cost_in_period", .money, .poundsPerPersonYear)
    case .ofFirst:
      Measure("cost_in_period_of_first", .ratio, .ratio, sign: .afterOverBefore)
    }
  }
}
