import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  mutating func enter(_ use: ServiceUseFinding<Unreleased>, _ rule: RoundingRule) {
    for outcome in use.outcomes {
      let id = (event: outcome.event.id, window: outcome.window.id)
      let left = [outcome.notLinkable, outcome.notKnown, outcome.noTimeAtRisk].map { enter($0) }
      enter(outcome.runningOnDayZero)
      for row in outcome.rows {
        // Intervals of rates and ratios tell how many people they are of.
        let people = enter(
          row.people, isKnown: row.people.count >= rounding.rules.leastPeople)
        let eligible = enter(row.eligible)
        if row.group == .everyone { relate(eligible, isSumOf: [people] + left) }
        for side in PeopleSet.Side.allCases { enter(row, side, id.event, id.window, rule) }
        relateRates(row, id.event, id.window, rule)
      }
      relateGroups(outcome.rows.map { (group: $0.group, place: enter($0.people)) })
      for side in PeopleSet.Side.allCases {
        relateGroups(
          outcome.rows.map {
            (group: $0.group, place: enter(side == .before ? $0.anyBefore : $0.anyAfter))
          })
        relateGroups(
          outcome.rows.compactMap { row in
            place(of: .events(side, event: id.event, window: id.window, group: row.group.id))
              .map { (group: row.group, place: $0) }
          })
      }
      enter(outcome.timeline, of: outcome, rule)
    }
  }

  private mutating func enter(
    _ row: ServiceUseFinding<Unreleased>.Row, _ side: PeopleSet.Side, _ event: String,
    _ window: String, _ rule: RoundingRule
  ) {
    let any = enter(side == .before ? row.anyBefore : row.anyAfter)
    guard let estimate = row[side == .before ? .eventsBefore : .eventsAfter].estimate else {
      return
    }
    let events = enter(
      .events(side, event: event, window: window, group: row.group.id), Int(estimate.value))
    relate(events, holds: any, restIsHidden: true)
    // Events are the rate times the time.
    let measures: (rate: ServiceUseMeasure, time: ServiceUseMeasure) =
      side == .before ? (.rateBefore, .timeBefore) : (.rateAfter, .timeAfter)
    if let rate = printed(row[measures.rate], measures.rate, rule),
      let time = printed(row[measures.time], measures.time, rule)
    {
      relate(
        [(events, 1)],
        in: (rate.lowerBound * time.lowerBound)...(rate.upperBound * time.upperBound),
        needs: [events])
    }
  }

  /// What a printed number leaves open of the true one.
  private func printed(
    _ answer: FoundAnswer, _ measure: ServiceUseMeasure, _ rule: RoundingRule
  ) -> ClosedRange<Double>? {
    guard let shown = rule.answer(answer, of: measure.declared).estimate else { return nil }
    let half =
      measure.declared.kind == .time
      ? Double(rounding.rules.base) / 2
      : 0.5 / (0..<(shown.decimals ?? 0)).reduce(1.0) { power, _ in power * 10 }
    return max(0, shown.value - half)...(shown.value + half)
  }

  /// The ratio ties the events of both sides together; without the run-up it tells of its months.
  private mutating func relateRates(
    _ row: ServiceUseFinding<Unreleased>.Row, _ event: String, _ window: String,
    _ rule: RoundingRule
  ) {
    func events(_ side: PeopleSet.Side) -> Int? {
      place(of: .events(side, event: event, window: window, group: row.group.id))
    }
    guard let before = events(.before), let after = events(.after),
      let timeBefore = printed(row[.timeBefore], .timeBefore, rule),
      let timeAfter = printed(row[.timeAfter], .timeAfter, rule), timeBefore.lowerBound > 0
    else { return }
    let endless = Double(Self.endless)
    if let ratio = printed(row[.ratio], .ratio, rule) {
      let least = ratio.lowerBound * timeAfter.lowerBound / timeBefore.upperBound
      let most = ratio.upperBound * timeAfter.upperBound / timeBefore.lowerBound
      relate([(after, 1), (before, -least)], in: 0...endless, needs: [before, after])
      relate([(after, -1), (before, most)], in: 0...endless, needs: [before, after])
    }
    guard row.group == .everyone else { return }
    for (months, measure) in [
      (1, ServiceUseMeasure.ratioWithoutLastMonth), (3, .ratioWithoutLastThreeMonths),
    ] {
      let bins = (1...months).compactMap {
        place(of: .eventsIn(event: event, window: window, from: -$0))
      }
      guard let ratio = printed(row[measure], measure, rule), bins.count == months else { continue }
      let left = Double(row.people.count) * Double(months) / 12
      let time =
        max(0.1, timeBefore.lowerBound - left)...max(0.1, timeBefore.upperBound - 0.9 * left)
      let least = ratio.lowerBound * timeAfter.lowerBound / time.upperBound
      let most = ratio.upperBound * timeAfter.upperBound / time.lowerBound
      relate(
        [(after, 1), (before, -least)] + bins.map { ($0, least) }, in: 0...endless,
        needs: [before, after])
      relate(
        [(after, -1), (before, most)] + bins.map { ($0, -most) }, in: 0...endless,
        needs: [before, after])
    }
  }

  private mutating func enter(
    _ bins: [ServiceUseFinding<Unreleased>.Bin], of outcome: ServiceUseFinding<Unreleased>.Outcome,
    _ rule: RoundingRule
  ) {
    let id = (event: outcome.event.id, window: outcome.window.id)
    let all = GroupName.everyone.id
    var sides: [PeopleSet.Side: (events: [Int], any: [Int])] = [:]
    for bin in bins {
      let any = enter(bin.withAny)
      guard let estimate = bin[.events].estimate else { continue }
      let isRateShown = rule.answer(bin[.rate], of: TimelineMeasure.rate.declared).estimate != nil
      // A rate over nearly everyone's month tells the events themselves.
      let events = enter(
        .eventsIn(event: id.event, window: id.window, from: bin.from), Int(estimate.value),
        isKnown: isRateShown)
      relate(events, holds: any, restIsHidden: true)
      let side: PeopleSet.Side = bin.to <= 0 ? .before : .after
      sides[side, default: ([], [])].events.append(events)
      sides[side, default: ([], [])].any.append(any)
    }
    for side in PeopleSet.Side.allCases {
      guard let bins = sides[side] else { continue }
      if let events = place(of: .events(side, event: id.event, window: id.window, group: all)) {
        relate(events, isSumOf: bins.events)
      }
      let people = PeopleSet.withAny(side, event: id.event, window: id.window, group: all)
      if let any = place(of: .people(people)) {
        for bin in bins.any { relate(any, holds: [bin]) }
        relate(
          bins.any.map { ($0, 1) } + [(any, -1)], in: 0...Double(Self.endless))
      }
    }
  }
}
