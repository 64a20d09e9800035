import FurlongEvaluation

/// How pounds are released, and what is made of numbers that are released already.
extension RoundingRule {
  /// Two figures and no pence, and an interval that rounding only widens: no limit moves away from no difference.
  func money(_ estimate: Estimate, _ reason: Withheld?) -> ReleasedAnswer.Shown {
    let decimals = Rounding.decimalsForPounds(of: estimate.value)
    return shown(
      estimate.value, estimate.interval.map { widened($0, decimals) }, decimals, estimate, reason)
  }

  private func widened(_ interval: Interval, _ decimals: Int) -> Interval {
    Interval(
      low: Rounding.down(interval.low, decimals), high: -Rounding.down(-interval.high, decimals),
      level: interval.level)
  }

  /// Pounds that everybody may know, among as many people as are printed: the pounds a person would tell how many.
  func shared(_ estimate: Estimate, _ reason: Withheld?) -> ReleasedAnswer.Shown {
    guard let pounds = estimate.shared else { return .withheld(.fewPeople) }
    if let reason { return .withheld(reason) }
    let among = estimate.used.isGiven ? estimate.used.count : rounding.count(estimate.used.count)
    guard among > 0 else { return .withheld(.fewPeople) }
    return shown(pounds / Double(among), nil, 0, estimate, nil)
  }

  func made(
    _ answer: FoundAnswer, of measure: Measure, from others: [ReleasedAnswer],
    by make: (([Double]) -> Double)?
  ) -> ReleasedAnswer {
    guard case .estimated(let estimate) = answer, let make else {
      return self.answer(answer, of: measure, key: nil, closed: nil)
    }
    func released(_ shown: ReleasedAnswer.Shown) -> ReleasedAnswer {
      ReleasedAnswer(shown, used: count(estimate.used), eligible: count(estimate.eligible))
    }
    var values: [Double] = []
    for other in others {
      guard let value = other.estimate?.value else {
        if case .withheld(let reason) = other.shown { return released(.withheld(reason)) }
        if case .fewerThan = other.shown { return released(.withheld(.fewPeople)) }
        return released(.withheld(.wouldTell))
      }
      values.append(value)
    }
    let value = make(values)
    let decimals =
      switch measure.kind {
      case .ratio: 2
      case .unitEstimate: Rounding.decimalsForTwoFigures(of: value)
      default: Rounding.decimalsForPounds(of: value)
      }
    func coarse(_ number: Double) -> Double { Rounding.decimals(number, decimals) }
    let interval = estimate.interval == nil ? nil : others.first?.estimate?.interval
    return released(
      .number(
        ReleasedEstimate(
          coarse(value),
          interval: interval.map {
            let rest = values.dropFirst()
            let ends = [make([$0.low] + rest), make([$0.high] + rest)].sorted()
            return widened(
              Interval(low: ends[0], high: ends[1], level: $0.level), decimals)
          }, decimals: max(0, decimals), method: estimate.method, caveats: caveats(of: estimate))))
  }
}
