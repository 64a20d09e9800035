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
  private mutating func relate(
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
  private mutating func relate(events: Int, of any: Int) {
    relate(events, holds: any, restIsHidden: true)
    guard counts[any].range.contains(0) else { return }
    let most = Double(10 * (counts[events].truth + 1_000))
    relate([(any, most), (events, -1)], in: 0...Double(Self.endless))
  }

  /// A ratio ties the events of both sides together, where the times are taken as known.
  private mutating func relateRatio(
    _ measure: ServiceUseMeasure, of row: ServiceUseFinding<Unreleased>.Row,
    _ outcome: ServiceUseFinding<Unreleased>.Outcome, _ rule: RoundingRule, without months: Int = 0
  ) {
    relateRatio(row[measure], measure.declared, of: row, outcome, rule, without: months)
  }

  private mutating func relateRatio(
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
  private mutating func relateArms(
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
  private mutating func enterUsed(_ answer: FoundAnswer, within whole: Int) {
    let isNew = place(of: .people(answer.used.people)) == nil
    let used = enter(answer.used)
    tellFew(used)
    if isNew { relate(whole, holds: used, restIsHidden: true) }
  }

  private mutating func enter(
    _ bins: [ServiceUseFinding<Unreleased>.Bin], of outcome: ServiceUseFinding<Unreleased>.Outcome,
    _ rule: RoundingRule
  ) {
    let id = (event: outcome.event.id, window: outcome.window.id)
    let all = GroupName.everyone.id
    var sides: [PeopleSet.Side: (events: [Int], any: [Int])] = [:]
    guard let everyone = outcome.rows.first(where: { $0.group == .everyone }) else { return }
    let people = enter(everyone.people)
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
}
