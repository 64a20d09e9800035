import FurlongEvaluation

/// How numbers are released: a finding's number is published because one of these says so.
protocol NumberRule {
  /// A count of people.
  func count(_ people: PeopleCount) -> ReleasedCount
  /// An answer, whose measure says what it is.
  ///
  /// - Parameters:
  ///   - key: which count it is, where it is one.
  ///   - closed: why everything beside it is held back, if it is.
  func answer(
    _ answer: FoundAnswer, of measure: Measure, key: CountKey?, closed: Withheld?
  ) -> ReleasedAnswer
  /// An answer that is made of others, which are released already.
  ///
  /// - Parameter by: how it is made of their values: rising or falling with the first, whose interval goes with it;
  ///   nil where it is not made.
  func made(
    _ answer: FoundAnswer, of measure: Measure, from others: [ReleasedAnswer],
    by make: (([Double]) -> Double)?
  ) -> ReleasedAnswer
  /// Whether a count is held back because it would give another away.
  func holdsBack(_ key: CountKey) -> Bool
  /// Whether people are too few for an estimate of theirs.
  func isFewForEstimates(_ people: PeopleCount) -> Bool
  /// Which rows of groups must hide their estimates, so that none on few people can be worked out.
  func closedRows(_ rows: [(group: GroupName, people: PeopleCount)]) -> Set<Int>
  /// Whether a theme on so many people may have a quote.
  func showsQuote(of people: PeopleCount) -> Bool
  /// Whether calendar months may be shown.
  var showsMonths: Bool { get }
}

extension NumberRule {
  func answer(
    _ answer: FoundAnswer, of measure: Measure, key: CountKey? = nil
  ) -> ReleasedAnswer {
    self.answer(answer, of: measure, key: key, closed: nil)
  }

  /// All answers of a set.
  func answers<Measures: FindingMeasure>(
    _ answers: Answers<Measures, Unreleased>, closed: Withheld? = nil,
    key: (Measures) -> CountKey? = { _ in nil }
  ) -> Answers<Measures, Released> {
    answers.map { answer($1, of: $0.declared, key: key($0), closed: closed) }
  }
}

/// Everything as it was found.
struct OpenRule: NumberRule {
  func count(_ people: PeopleCount) -> ReleasedCount { ReleasedCount(.exactly(people.count)) }

  func answer(
    _ answer: FoundAnswer, of measure: Measure, key: CountKey?, closed: Withheld?
  ) -> ReleasedAnswer {
    switch answer {
    case .estimated(let estimate):
      ReleasedAnswer(
        .number(ReleasedEstimate(asFound: estimate)), used: count(estimate.used),
        eligible: count(estimate.eligible),
        parts: estimate.minus == nil ? estimate.parts.map(parts) : nil)
    case .notEstimable(let reason, let used, let eligible):
      ReleasedAnswer(.notEstimable(reason), used: count(used), eligible: count(eligible))
    }
  }

  func made(
    _ answer: FoundAnswer, of measure: Measure, from others: [ReleasedAnswer],
    by make: (([Double]) -> Double)?
  ) -> ReleasedAnswer {
    self.answer(answer, of: measure)
  }

  private func parts(_ parts: Estimate.Parts) -> ReleasedAnswer.Parts {
    ReleasedAnswer.Parts(
      count: parts.countsHalves ? nil : ReleasedCount(.exactly(Int(parts.count))),
      of: ReleasedCount(.exactly(parts.of)), exactly: parts.count)
  }

  func holdsBack(_ key: CountKey) -> Bool { false }

  func isFewForEstimates(_ people: PeopleCount) -> Bool { false }

  func closedRows(_ rows: [(group: GroupName, people: PeopleCount)]) -> Set<Int> { [] }

  func showsQuote(of people: PeopleCount) -> Bool { true }

  var showsMonths: Bool { true }
}
