import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// A ratio ties the events of both sides together, where the times are taken as known.
  mutating func relateRatio(
    _ measure: ServiceUseMeasure, of row: ServiceUseFinding<Unreleased>.Row,
    _ outcome: ServiceUseFinding<Unreleased>.Outcome, _ rule: RoundingRule, without months: Int = 0
  ) {
    relateRatio(row[measure], measure.declared, of: row, outcome, rule, without: months)
  }

  mutating func relateRatio(
    _ answer: FoundAnswer, _ measure: Measure, of row: ServiceUseFinding<Unreleased>.Row,
    _ outcome: ServiceUseFinding<Unreleased>.Outcome, _ rule: RoundingRule, without months: Int
  ) {
    let (event, window) = (outcome.event.id, outcome.window.id)
    func events(_ side: PeopleSet.Side) -> Int? {
      place(of: .events(side, event: event, window: window, group: row.group.id))
    }
    let bins = (0..<months).compactMap {
      place(of: .eventsIn(event: event, window: window, from: -1 - $0))
    }
    guard let before = events(.before), let after = events(.after), bins.count == months,
      let ratio = answer.estimate?.value, ratio > 0,
      let printed = rule.printed(answer, measure)
    else { return }
    let without =
      months == 0
      ? [] : [enterNumbers(.withoutMonths(months, event: event, window: window))]
    relate(before, after, bins, ratio: ratio, printed: printed, needs: without)
  }

  /// What a ratio of an arm, known within limits, leaves open of its events.
  mutating func relate(
    _ before: Int, _ after: Int, _ bins: [Int] = [], ratio: Double, printed: ClosedRange<Double>,
    needs: [Int] = []
  ) {
    let left = bins.reduce(counts[before].truth) { $0 - counts[$1].truth }
    guard left > 0 else { return }
    let perEvent = Double(counts[after].truth) / Double(left) / ratio
    let told: [Int] = [before, after] + needs
    for (bound, sign) in [(printed.lowerBound, 1.0), (printed.upperBound, -1)] {
      relate(
        [(after, sign), (before, -sign * bound * perEvent)]
          + bins.map { ($0, sign * bound * perEvent) },
        in: 0...Double(Self.endless), needs: told)
    }
  }

  /// The ratio of two arms' ratios tells each arm's to whom knows the other's, as many numbers tell nearly.
  mutating func relateArms(
    _ arms: ArmComparison<ArmUseMeasure, Unreleased>,
    _ outcome: ServiceUseFinding<Unreleased>.Outcome, _ rule: RoundingRule, closed: Set<Int>
  ) {
    let rows = [arms.treated, arms.control].compactMap { arm in
      outcome.rows.firstIndex { $0.group == arm.group }
    }
    guard rows.count == 2, !rows.contains(where: closed.contains),
      !rows.contains(where: { rule.isFewForEstimates(outcome.rows[$0].people) }),
      let printed = rule.printed(arms[.ratio], ArmUseMeasure.ratio.declared),
      let together = arms[.ratio].estimate?.value, printed.lowerBound > 0
    else { return }
    for (place, row) in rows.enumerated() {
      func events(_ side: PeopleSet.Side) -> Int? {
        self.place(
          of: .events(
            side, event: outcome.event.id, window: outcome.window.id,
            group: outcome.rows[row].group.id))
      }
      guard let before = events(.before), let after = events(.after),
        let ratio = outcome.rows[row][.ratio].estimate?.value, ratio > 0
      else { continue }
      // The treated arm's ratio is the ratio of ratios times the control arm's; the control arm's is the treated's over it.
      let (low, high) =
        place == 0
        ? (printed.lowerBound / together, printed.upperBound / together)
        : (together / printed.upperBound, together / printed.lowerBound)
      relate(before, after, ratio: ratio, printed: (ratio * low)...(ratio * high))
    }
  }
}
