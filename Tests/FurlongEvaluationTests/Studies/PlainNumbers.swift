import FurlongEvaluation

/// Why there is no number, and of how many people, without saying of whom.
struct NoNumber: Equatable {
  var reason: NotEstimable
  var used: Int
  var eligible: Int

  init(_ reason: NotEstimable, used: Int, eligible: Int) {
    self.reason = reason
    self.used = used
    self.eligible = eligible
  }
}

extension FoundAnswer {
  /// The people used, whether or not there is a number.
  var used: PeopleCount {
    switch self {
    case .estimated(let estimate): estimate.used
    case .notEstimable(_, let used, _): used
    }
  }

  /// Why there is no number; nil where there is one.
  var none: NoNumber? {
    guard case .notEstimable(let reason, let used, let eligible) = self else { return nil }
    return NoNumber(reason, used: used.count, eligible: eligible.count)
  }
}

extension Answers where N == Unreleased {
  /// How an estimate was made: by its own word or by its measure's; nil where there is none.
  func method(of measure: Measures) -> Method? {
    self[measure].estimate.map { $0.method ?? measure.declared.method }
  }
}

extension ServiceUseFinding<Unreleased>.Row {
  /// The headline, its two other intervals and the three ratios that leave something out.
  static let ratios: [ServiceUseMeasure] = [
    .ratio, .ratioByDelta, .ratioByPercentiles, .ratioWithoutLastMonth,
    .ratioWithoutLastThreeMonths, .ratioOfWholeWindows,
  ]

  /// The answers to all ratios, in this order.
  var rateRatios: [FoundAnswer] { Self.ratios.map { self[$0] } }
}

extension ResultRow {
  /// What tells a row apart from all others.
  var key: [String] {
    [
      question, step, outcome, occasion, group, measure, estimator, interval,
      draws.map(String.init) ?? "",
    ]
  }

  /// The cell of a column.
  func cell(_ column: String) -> String? {
    Self.columns.firstIndex(of: column).map { cells[$0] }
  }
}
