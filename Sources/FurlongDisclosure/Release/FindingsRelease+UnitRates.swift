import FurlongEvaluation
import FurlongStudy

extension FindingsRelease {
  /// Counts of units are rounded as counts of events are, each by itself; rates are made of what is printed.
  func release(_ units: UnitRatesFinding<Unreleased>) -> UnitRatesFinding<Released> {
    UnitRatesFinding(
      one: units.one, many: units.many, what: units.what, outcomes: units.outcomes.map(release))
  }

  private func release(
    _ outcome: UnitRatesFinding<Unreleased>.Outcome
  ) -> UnitRatesFinding<Released>.Outcome {
    let months = outcome.months.map { release($0, of: outcome) }
    return UnitRatesFinding.Outcome(
      count: outcome.count, rows: outcome.rows.map { release($0, of: outcome) },
      leftOut: outcome.leftOut.mapValues { .init($0) },
      largest: outcome.largest.map { largest in
        UnitRatesFinding.Largest(
          unit: largest.unit,
          ratioWithout: rule.answer(
            largest.ratioWithout, of: UnitMeasure.ratioWithoutLargest, key: nil,
            closed: why(withoutLargestOf: outcome)))
      }, months: months,
      // The middle month's own count follows from it.
      median: rule.answer(
        outcome.median, of: UnitMeasure.median, key: nil,
        closed: outcome.middleMonths.lazy.compactMap { why($0[.count], outcome.key($0)) }.first),
      signals: outcome.shownSignals(rule).map { .init(isUp: $0.isUp, months: $0.months) },
      context: outcome.context.map { release($0, closed: nil) })
  }

  private func release(
    _ row: UnitRatesFinding<Unreleased>.Row, of outcome: UnitRatesFinding<Unreleased>.Outcome
  ) -> UnitRatesFinding<Released>.Row {
    let before = sums(row[.countBefore], row[.overBefore], outcome.key(.before, row))
    let after = sums(row[.countAfter], row[.overAfter], outcome.key(.after, row))
    return UnitRatesFinding.Row(
      unit: row.unit, began: row.began, monthsBefore: row.monthsBefore,
      monthsAfter: row.monthsAfter,
      answers: row.answers.map { measure, answer in
        switch measure {
        case .countBefore: before.count
        case .countAfter: after.count
        case .overBefore: before.over
        case .overAfter: after.over
        case .rateBefore: rate(answer, measure.declared, before, outcome.count)
        case .rateAfter: rate(answer, measure.declared, after, outcome.count)
        case .ratio:
          rule.answer(
            answer, of: measure.declared, key: nil, closed: why(ratioOf: row, outcome))
        }
      })
  }

  private func release(
    _ month: UnitRatesFinding<Unreleased>.Month, of outcome: UnitRatesFinding<Unreleased>.Outcome
  ) -> UnitRatesFinding<Released>.Month {
    let sums = sums(month[.count], month[.over], outcome.key(month))
    return UnitRatesFinding.Month(
      number: month.number,
      answers: month.answers.map { measure, answer in
        switch measure {
        case .count: sums.count
        case .over: sums.over
        case .rate: rate(answer, measure.declared, sums, outcome.count)
        }
      })
  }

  private func sums(
    _ count: FoundAnswer, _ over: FoundAnswer, _ key: CountKey
  ) -> (count: ReleasedAnswer, over: ReleasedAnswer) {
    (
      rule.answer(count, of: UnitMeasure.countBefore.declared, key: key, closed: nil),
      rule.answer(over, of: UnitMeasure.overBefore.declared, key: nil, closed: nil)
    )
  }

  private func rate(
    _ answer: FoundAnswer, _ measure: Measure,
    _ sums: (count: ReleasedAnswer, over: ReleasedAnswer), _ count: UnitsPlan.Count
  ) -> ReleasedAnswer {
    rule.made(answer, of: measure, from: [sums.count, sums.over]) {
      $0[0] / $0[1] * Double(count.per)
    }
  }

  /// Why a number that rests on a count may not be shown; nil where it may.
  private func why(_ count: FoundAnswer, _ key: CountKey) -> Withheld? {
    if rule.holdsBack(key) { return .wouldTell }
    return why([count.estimate?.value ?? 0])
  }

  private func why(_ counts: [Double]) -> Withheld? {
    counts.contains {
      let shown = rule.answer(
        .estimated(
          Estimate(
            $0, used: .units(0, of: ""), eligible: .units(0, of: ""))),
        of: UnitMeasure.countBefore.declared, key: nil, closed: nil
      ).shown
      if case .fewerThan = shown { return true }
      return false
    } ? .fewPeople : nil
  }

  /// What all others have may be few; where there is but one other, the ratio is its own.
  private func why(
    withoutLargestOf outcome: UnitRatesFinding<Unreleased>.Outcome
  ) -> Withheld? {
    let others = outcome.rows.filter { $0.unit != nil && $0.unit != outcome.largest?.unit }
    let rows = others.count == 1 ? others : outcome.rows.filter { $0.unit == nil }
    return why(outcome.restBesideLargest)
      ?? rows.lazy.compactMap { why(ratioOf: $0, outcome) }.first
  }

  private func why(
    ratioOf row: UnitRatesFinding<Unreleased>.Row,
    _ outcome: UnitRatesFinding<Unreleased>.Outcome
  ) -> Withheld? {
    why(row[.countBefore], outcome.key(.before, row))
      ?? why(row[.countAfter], outcome.key(.after, row))
  }
}

extension UnitRatesFinding.LeftOut {
  /// The same reason in other numbers.
  fileprivate init<Other: Numbers>(_ other: UnitRatesFinding<Other>.LeftOut) {
    switch other {
    case .noBeginning: self = .noBeginning
    case .oneSide: self = .oneSide
    case .noData: self = .noData
    }
  }
}

extension UnitRatesFinding<Unreleased>.Outcome {
  /// Which count a row's is on one side.
  func key(_ side: PeopleSet.Side, _ row: UnitRatesFinding<Unreleased>.Row) -> CountKey {
    .events(
      side, event: count.id, window: UnitsPlan.window, group: row.unit ?? GroupName.everyone.id)
  }

  /// Which count a month's is.
  func key(_ month: UnitRatesFinding<Unreleased>.Month) -> CountKey {
    .eventsIn(event: count.id, window: UnitsPlan.window, from: month.number)
  }

  /// The months before in the middle by their rates: one, or two of an even number.
  var middleMonths: [UnitRatesFinding<Unreleased>.Month] {
    let sorted = months.filter { $0.number < 0 }
      .sorted { ($0[.rate].estimate?.value ?? 0) < ($1[.rate].estimate?.value ?? 0) }
    guard !sorted.isEmpty else { return [] }
    return [sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2]]
  }

  /// Months in a row on one side of the middle month, where that tells nothing of months whose counts are few.
  ///
  /// That a month lies above it tells that its count is not the fewest; below it nothing, where as many as few can be would
  /// lie below it too.
  func shownSignals(_ rule: any NumberRule) -> [UnitRatesFinding<Unreleased>.Signal] {
    guard rule.answer(median, of: UnitMeasure.median).estimate != nil else { return [] }
    return signals.filter { signal in
      months.filter { signal.months.contains($0.number) }.allSatisfy { month in
        let shown = rule.answer(month[.count], of: UnitMonthMeasure.count.declared)
        guard case .fewerThan(let limit) = shown.shown else { return true }
        let most = Double(limit - 1) / (month[.over].estimate?.value ?? 1) * Double(count.per)
        return signal.isUp == false && most < (median.estimate?.value ?? 0)
      }
    }
  }

  /// What all units but the largest have on both sides.
  var restBesideLargest: [Double] {
    guard let largest, let all = rows.first(where: { $0.unit == nil }),
      let one = rows.first(where: { $0.unit == largest.unit })
    else { return [] }
    return [UnitMeasure.countBefore, .countAfter].map {
      (all[$0].estimate?.value ?? 0) - (one[$0].estimate?.value ?? 0)
    }
  }
}
