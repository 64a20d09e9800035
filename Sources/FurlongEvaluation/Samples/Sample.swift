import FurlongStatistics
import FurlongStudy

/// How many of a group are used of how many eligible: makes answers that say so.
struct Sample {
  var used: Int
  var eligible: Int
  var confidence: Double

  /// A number without more.
  func number(
    _ value: Double, _ unit: EstimateUnit, method: String = "", note: String? = nil
  ) -> Answer {
    .estimated(
      Estimate(value, unit: unit, used: used, eligible: eligible, method: method, note: note))
  }

  /// A reason why there is no number.
  func none(_ reason: NotEstimable) -> Answer {
    .notEstimable(reason, used: used, eligible: eligible)
  }

  /// What a statistic says, or its error as a reason.
  func answer(
    _ compute: () throws(StatisticsError) -> Estimate
  ) -> Answer {
    do {
      return .estimated(try compute())
    } catch {
      return none(NotEstimable(error))
    }
  }

  /// The share of those used to whom something applies, with Wilson's interval.
  func share(_ count: Int) -> Answer {
    answer { () throws(StatisticsError) in
      let share = try WilsonInterval(confidence: confidence).proportion(count, of: used)
      return Estimate(
        share.estimate, unit: .proportion, used: used, eligible: eligible,
        method: MethodWords.wilson, interval: Interval(share.interval))
    }
  }
}

extension Interval {
  init(_ interval: ConfidenceInterval) {
    self.init(low: interval.low, high: interval.high, level: interval.level)
  }
}

extension NotEstimable {
  init(_ error: StatisticsError) {
    switch error {
    case .tooFew(_, let count, let needed): self = .tooFew(needed: needed, found: count)
    case .noVariation: self = .noVariation
    case .noEvents: self = .nothingHappened
    default:
      let sentence = error.description
      self = .because(sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence)
    }
  }
}
