import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Counts of units: each is of all, months are of all, a ratio of one unit ties its two sides, and the middle month is told.
  mutating func enter(_ units: UnitRatesFinding<Unreleased>, _ rule: RoundingRule) {
    for outcome in units.outcomes {
      // The middle month is told, and of months in a row on which side of it they lie: their counts are taken as known.
      let isShown = rule.answer(outcome.median, of: UnitMeasure.median).estimate != nil
      let isTold = Set(
        (isShown ? outcome.middleMonths.map(\.number) : [])
          + outcome.shownSignals(rule).flatMap(\.months))
      for side in PeopleSet.Side.allCases {
        let measure = side == .before ? UnitMeasure.countBefore : .countAfter
        let places = outcome.rows.compactMap { row in
          enter(outcome.key(side, row), row[measure], of: measure.declared, rule)
        }
        guard places.count == outcome.rows.count, let all = places.first else { continue }
        if places.count > 1 { relate(all, isSumOf: Array(places.dropFirst())) }
        let months = outcome.months.filter { ($0.number < 0) == (side == .before) }
          .compactMap { month in
            enter(
              outcome.key(month), month[.count], of: UnitMonthMeasure.count.declared, rule,
              isKnown: isTold.contains(month.number))
          }
        relate(all, toMonths: months)
      }
      relateRatios(outcome, rule)
    }
  }

  /// Months that all units have are all of a side, or the rest lies in others.
  private mutating func relate(_ all: Int, toMonths months: [Int]) {
    guard !months.isEmpty else { return }
    let sum = months.reduce(0) { $0 + counts[$1].truth }
    guard sum < counts[all].truth else { return relate(all, isSumOf: months) }
    let rest = imply(
      .difference(counts[all].key, counts[months[0]].key), counts[all].truth - sum)
    relate(all, isSumOf: months + [rest])
  }

  /// A single unit's ratio is its two counts over two times, which are taken as known.
  private mutating func relateRatios(
    _ outcome: UnitRatesFinding<Unreleased>.Outcome, _ rule: RoundingRule
  ) {
    for row in outcome.rows where row.unit != nil {
      guard let before = place(of: outcome.key(.before, row)),
        let after = place(of: outcome.key(.after, row)),
        !rounding.isFew(counts[before].truth), !rounding.isFew(counts[after].truth),
        let ratio = row[.ratio].estimate?.value, ratio > 0,
        let printed = rule.printed(row[.ratio], UnitMeasure.ratio.declared)
      else { continue }
      relate(before, after, ratio: ratio, printed: printed)
    }
  }
}
