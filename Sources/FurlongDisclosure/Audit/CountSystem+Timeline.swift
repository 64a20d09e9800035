import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Enters the events of each month or period around day 0; together they are those of their side.
  mutating func enter(
    _ bins: [ServiceUseFinding<Unreleased>.Bin], of outcome: ServiceUseFinding<Unreleased>.Outcome,
    _ rule: RoundingRule
  ) {
    let id = (event: outcome.event.id, window: outcome.window.id)
    let all = GroupName.everyone.id
    var sides: [PeopleSet.Side: (events: [Int], any: [Int])] = [:]
    guard let everyone = outcome.rows.first(where: { $0.group == .everyone }) else { return }
    let people = enter(everyone.people)
    if outcome.timelineUnit == .periods { relateDays(bins, of: everyone, rule) }
    for bin in bins {
      let any = enter(bin.withAny)
      for (_, answer) in bin.answers.all { enterUsed(answer, within: people) }
      let isRateShown = rule.answer(bin[.rate], of: TimelineMeasure.rate.declared).estimate != nil
      // A rate over nearly everyone's month tells the events themselves.
      guard
        let events = enter(
          .eventsIn(event: id.event, window: id.window, from: bin.from), bin[.events],
          of: TimelineMeasure.events.declared, rule, isKnown: isRateShown)
      else { continue }
      relate(events: events, of: any)
      // The month's time at risk is the events by the rate, and nobody has more of it than 31 days.
      if isRateShown, outcome.timelineUnit == .months, let rate = bin[.rate].estimate?.value,
        rate > 0
      {
        let time = Double(counts[events].truth) / rate
        relate([(people, 31 / 365.25)], in: time...Double(Self.endless), needs: [people, events])
      }
      if isRateShown, outcome.timelineUnit == .periods, case .estimated(let rate) = bin[.rate],
        rate.value > 0
      {
        relate(
          events, over: Double(bin.to - bin.from) / 365.25, of: enter(rate.used),
          time: Double(counts[events].truth) / rate.value, bin[.rate],
          TimelineMeasure.rate.declared, rule)
      }
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
  /// Whoever is known of in a period is watched for all of it, so that the periods of a side are its time.
  private mutating func relateDays(
    _ bins: [ServiceUseFinding<Unreleased>.Bin], of everyone: ServiceUseFinding<Unreleased>.Row,
    _ rule: RoundingRule
  ) {
    let people = enter(everyone.people)
    let sides = Dictionary(grouping: bins) { $0.to <= 0 ? PeopleSet.Side.before : .after }
    for side in PeopleSet.Side.allCases {
      let measure = side == .before ? ServiceUseMeasure.timeBefore : .timeAfter
      guard let bins = sides[side], let time = everyone[measure].estimate?.value,
        rule.answer(everyone[measure], of: measure.declared).estimate != nil
      else { continue }
      let days = bins.map { bin -> (Int, Double) in
        enterUsed(bin[.rate], within: people)
        return (enter(bin[.rate].used), Double(bin.to - bin.from) / 365.25)
      }
      relate(days, in: time...time)
    }
  }
}
