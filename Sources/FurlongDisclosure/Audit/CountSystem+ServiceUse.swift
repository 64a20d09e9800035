import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Notes how long each window is, which its months tell; one from a landmark is as long as its own from day 0.
  mutating func measureWindows(_ use: ServiceUseFinding<Unreleased>) {
    for outcome in use.outcomes where !outcome.timeline.isEmpty {
      let sides = Dictionary(grouping: outcome.timeline) {
        $0.to <= 0 ? PeopleSet.Side.before : .after
      }
      switch outcome.timelineUnit {
      case .months: monthsOfWindows[outcome.window.id] = sides.mapValues(\.count)
      case .periods:
        daysOfWindows[outcome.window.id] = sides.mapValues { bins in
          bins.map { max(abs($0.from), abs($0.to)) }.max() ?? 0
        }
      }
    }
  }

  mutating func enter(_ use: ServiceUseFinding<Unreleased>, _ rule: RoundingRule) {
    for outcome in use.outcomes {
      let id = (event: outcome.event.id, window: outcome.window.id)
      let left = [outcome.notLinkable, outcome.notKnown, outcome.noTimeAtRisk].map { enter($0) }
      enter(outcome.runningOnDayZero)
      let closed = rule.closedRows(outcome.rows.map { ($0.group, $0.people) })
      for (index, row) in outcome.rows.enumerated() {
        let people = enter(row.people)
        tellFew(people)
        let eligible = enter(row.eligible)
        if row.group == .everyone {
          relate(eligible, isSumOf: [people] + left)
          for way in outcome.ways { enterUsed(way.ratio, within: people) }
          if let robustness = outcome.robustness { enter(robustness, within: people) }
        }
        for side in PeopleSet.Side.allCases {
          enter(row, side, outcome, rule, closed: closed.contains(index))
        }
        for (_, answer) in row.answers.all { enterUsed(answer, within: people) }
        if !closed.contains(index) {
          relateTimes(row, people, outcome, rule)
          relateRatio(.ratio, of: row, outcome, rule)
        }
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
      if let arms = outcome.arms {
        enter(arms)
        for group in [arms.treated.group.id, arms.control.group.id] {
          decisive.formUnion(
            PeopleSet.Side.allCases.map {
              .events($0, event: id.event, window: id.window, group: group)
            })
        }
        relateArms(arms, outcome, rule, closed: closed)
      }
      enter(outcome.timeline, of: outcome, rule)
      if let everyone = outcome.rows.first(where: { $0.group == .everyone }) {
        // Without the run-up the ratio tells of its months.
        relateRatio(.ratioWithoutLastMonth, of: everyone, outcome, rule, without: 1)
        relateRatio(.ratioWithoutLastThreeMonths, of: everyone, outcome, rule, without: 3)
        for way in outcome.ways where way.rule == ServiceUseRule(monthsLeftOut: 6) {
          relateRatio(
            way.ratio, ServiceUseMeasure.ratioInOneWay, of: everyone, outcome, rule, without: 6)
        }
      }
    }
    relateAlike(use.outcomes)
    relateEvents(use.outcomes)
  }

  /// Those watched as long used the service less, as often or more.
  private mutating func enter(
    _ robustness: ServiceUseFinding<Unreleased>.Robustness, within people: Int
  ) {
    for (_, answer) in robustness.answers.all { enterUsed(answer, within: people) }
    let ways = RobustUseMeasure.Direction.allCases.map { enter(robustness[$0]) }
    relate(enter(robustness.watched), isSumOf: ways)
  }

  /// Events that count the same people are said so: a count held back for one is to be held back for all.
  private mutating func relateAlike(_ outcomes: [ServiceUseFinding<Unreleased>.Outcome]) {
    func people(_ outcome: ServiceUseFinding<Unreleased>.Outcome) -> [PeopleCount] {
      [outcome.notLinkable, outcome.notKnown, outcome.noTimeAtRisk] + outcome.rows.map(\.people)
    }
    for (index, outcome) in outcomes.enumerated() {
      let first = outcomes.prefix(index).first {
        $0.window == outcome.window && $0.rows.map(\.group) == outcome.rows.map(\.group)
          && people($0).map(\.count) == people(outcome).map(\.count)
      }
      for (one, other) in zip(first.map(people) ?? [], people(outcome)) {
        relate([(enter(one), 1), (enter(other), -1)], in: 0...0)
      }
      // Who is known of in a period is so for every event.
      for (one, other) in zip(first?.timeline ?? [], outcome.timeline)
      where one.from == other.from && one.to == other.to {
        guard let one = place(of: .people(one[.rate].used.people)),
          let other = place(of: .people(other[.rate].used.people))
        else { continue }
        relate([(one, 1), (other, -1)], in: 0...0)
      }
    }
  }

  /// Detentions are admissions, and who has days in hospital was admitted: where one event is within another in every row,
  /// a reader takes it that it is everywhere.
  private mutating func relateEvents(_ outcomes: [ServiceUseFinding<Unreleased>.Outcome]) {
    for part in outcomes {
      for whole in outcomes
      where part.event != whole.event && part.window == whole.window
        && part.rows.map(\.group) == whole.rows.map(\.group)
      {
        let pairs = zip(keys(part), keys(whole)).compactMap { part, whole -> (Int, Int)? in
          guard let part = place(of: part), let whole = place(of: whole) else { return nil }
          return (part, whole)
        }
        guard pairs.allSatisfy({ counts[$0].truth <= counts[$1].truth }) else { continue }
        for (part, whole) in pairs { relate(whole, holds: part, restIsHidden: true) }
      }
    }
  }

  /// The events and the people with any, row by row.
  private func keys(_ outcome: ServiceUseFinding<Unreleased>.Outcome) -> [CountKey] {
    let (event, window) = (outcome.event.id, outcome.window.id)
    return outcome.rows.flatMap { row in
      PeopleSet.Side.allCases.flatMap { side -> [CountKey] in
        [
          .events(side, event: event, window: window, group: row.group.id),
          .people(.withAny(side, event: event, window: window, group: row.group.id)),
        ]
      }
    }
  }

  private mutating func enter(
    _ row: ServiceUseFinding<Unreleased>.Row, _ side: PeopleSet.Side,
    _ outcome: ServiceUseFinding<Unreleased>.Outcome, _ rule: RoundingRule, closed: Bool
  ) {
    let (event, window) = (outcome.event.id, outcome.window.id)
    let any = enter(side == .before ? row.anyBefore : row.anyAfter)
    let measure = side == .before ? ServiceUseMeasure.eventsBefore : .eventsAfter
    let key = CountKey.events(side, event: event, window: window, group: row.group.id)
    // Of a group in which nobody is counted nothing is printed, and no reader is to learn that it had none.
    let none = row.people.count == 0 ? imply(key, 0, isHidden: true) : nil
    guard
      let events = enter(key, row[measure], of: measure.declared, rule, closed: closed) ?? none
    else { return }
    relate(events: events, of: any)
    // Events are the rate times the time, which is taken as known: many numbers tell of it.
    let perYear = side == .before ? ServiceUseMeasure.rateBefore : .rateAfter
    times[counts[events].key] = row[side == .before ? .timeBefore : .timeAfter].estimate?.value
    guard let rate = row[perYear].estimate?.value, rate > 0 else { return }
    let time = Double(counts[events].truth) / rate
    times[counts[events].key] = time
    if !closed, let days = daysOfWindows[window]?[side] {
      relate(
        events, over: Double(days) / 365.25, of: enter(row.people), time: time, row[perYear],
        perYear.declared, rule)
    }
    if !closed, let printed = rule.printed(row[perYear], perYear.declared) {
      relate(
        [(events, 1)], in: (printed.lowerBound * time)...(printed.upperBound * time),
        needs: [events])
    }
  }

  /// Where each of the people is watched for as long, and everybody knows for how long, events are their rate by the people.
  mutating func relate(
    _ events: Int, over years: Double, of people: Int, time: Double, _ answer: FoundAnswer,
    _ measure: Measure, _ rule: RoundingRule
  ) {
    guard let printed = rule.printed(answer, measure) else { return }
    let whole = Double(counts[people].truth) * years
    guard abs(whole - time) < 1e-6 * max(1, time) else {
      return relate([(people, years)], in: time...Double(Self.endless), needs: [events])
    }
    for (bound, sign) in [(printed.lowerBound, 1.0), (printed.upperBound, -1)] {
      relate(
        [(events, sign), (people, -sign * bound * years)], in: 0...Double(Self.endless),
        needs: [events])
    }
  }

  /// Who has any has at least one, and there are no events without people.
  mutating func relate(events: Int, of any: Int) {
    relate(events, holds: any, restIsHidden: true)
    guard counts[any].range.contains(0) else { return }
    let most = Double(10 * (counts[events].truth + 1_000))
    relate([(any, most), (events, -1)], in: 0...Double(Self.endless))
  }

  /// Nobody has more time at risk than the window, so that the time tells how many there are at least.
  private mutating func relateTimes(
    _ row: ServiceUseFinding<Unreleased>.Row, _ people: Int,
    _ outcome: ServiceUseFinding<Unreleased>.Outcome, _ rule: RoundingRule
  ) {
    let window = ServiceWindow.original(of: outcome.window.id) ?? outcome.window.id
    for (side, measure) in [
      (PeopleSet.Side.before, ServiceUseMeasure.timeBefore), (.after, .timeAfter),
    ] {
      // A year of months may be a leap year.
      let longest =
        monthsOfWindows[window]?[side].map { Double($0) / 12 * 366 / 365.25 }
        ?? daysOfWindows[window]?[side].map { Double($0) / 365.25 }
      guard let longest,
        let shown = rule.answer(row[measure], of: measure.declared).estimate?.value,
        let time = row[measure].estimate?.value
      else { continue }
      // Where an export counts by period and all are watched for all of them, it tells how many there are at most, too.
      let isOfAll =
        daysOfWindows[window]?[side] != nil
        && abs(Double(row.people.count) * longest - time) < 1e-6 * max(1, time)
      let most = max(time, shown + Double(rule.rounding.rules.base) / 2)
      relate(
        [(people, longest)], in: time...(isOfAll ? most : Double(Self.endless)), needs: [people])
    }
  }

  /// The people of an estimate are printed beside it, and some may not be in it.
  mutating func enterUsed(_ answer: FoundAnswer, within whole: Int) {
    let isNew = place(of: .people(answer.used.people)) == nil
    let used = enter(answer.used)
    tellFew(used)
    if isNew { relate(whole, holds: used, restIsHidden: true) }
  }
}
