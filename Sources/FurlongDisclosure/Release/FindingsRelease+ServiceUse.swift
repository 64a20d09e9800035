import FurlongEvaluation
import FurlongStudy

extension FindingsRelease {
  func release(_ use: ServiceUseFinding<Unreleased>) -> ServiceUseFinding<Released> {
    ServiceUseFinding(outcomes: use.outcomes.map(release), landmark: use.landmark)
  }

  private func release(
    _ outcome: ServiceUseFinding<Unreleased>.Outcome
  ) -> ServiceUseFinding<Released>.Outcome {
    let closed = rule.closedRows(outcome.rows.map { ($0.group, $0.people) })
    return ServiceUseFinding.Outcome(
      event: outcome.event, window: outcome.window, notLinkable: rule.count(outcome.notLinkable),
      notKnown: rule.count(outcome.notKnown), noTimeAtRisk: rule.count(outcome.noTimeAtRisk),
      runningOnDayZero: rule.count(outcome.runningOnDayZero), noRowsMeans: outcome.noRowsMeans,
      rows: outcome.rows.enumerated().map { place, row in
        release(row, of: outcome, closed: closed.contains(place) ? .fewPeople : nil)
      }, arms: outcome.arms.map { release($0, of: outcome, closed: closed) },
      timelineUnit: outcome.timelineUnit,
      timeline: outcome.timeline.map { release($0, of: outcome) },
      robustness: release(robustnessOf: outcome, closed: closed.contains(0) ? .fewPeople : nil),
      ways: release(waysOf: outcome), transfers: outcome.transfers,
      homeLeave: outcome.homeLeave,
      context: outcome.context.map {
        release($0, closed: closed.contains(0) ? .fewPeople : nil)
      })
  }

  /// What others publish, over days that are held back where people are few; over months of units nothing is of anybody.
  func release(
    _ series: ContextFinding<Unreleased>, closed: Withheld?
  ) -> ContextFinding<Released> {
    ContextFinding(
      id: series.id, what: series.what, source: series.source,
      answers: rule.answers(series.answers, closed: closed))
  }

  /// What shows whether an answer hangs on few goes where everyone's own ratio does.
  private func release(
    robustnessOf outcome: ServiceUseFinding<Unreleased>.Outcome, closed: Withheld?
  ) -> ServiceUseFinding<Released>.Robustness? {
    guard let robustness = outcome.robustness else { return nil }
    let why = closed ?? (isHeldBack(outcome) ? .wouldTell : nil)
    return ServiceUseFinding.Robustness(
      watched: rule.count(robustness.watched), less: rule.count(robustness.less),
      same: rule.count(robustness.same), more: rule.count(robustness.more),
      answers: robustness.answers.map { measure, answer in
        rule.answer(answer, of: measure.declared, key: nil, closed: why)
      })
  }

  /// Whether events of everyone are held back on one side.
  private func isHeldBack(_ outcome: ServiceUseFinding<Unreleased>.Outcome) -> Bool {
    PeopleSet.Side.allCases.contains {
      rule.holdsBack(
        .events(
          $0, event: outcome.event.id, window: outcome.window.id, group: GroupName.everyone.id))
    }
  }

  /// Ways of counting go where events of one side are held back, and where a way and another that is shown, or the headline,
  /// differ by so few people, or in so few people's events, that these could be worked out; spells that run on day 0 are of
  /// so many people or are not told apart.
  private func release(
    waysOf outcome: ServiceUseFinding<Unreleased>.Outcome
  ) -> [ServiceUseFinding<Released>.Way] {
    guard let everyone = outcome.rows.first(where: { $0.group == .everyone }) else { return [] }
    let isHeldBack = isHeldBack(outcome)
    let whole = rule.answer(
      everyone[.ratioOfWholeWindows], of: ServiceUseMeasure.ratioOfWholeWindows.declared, key: nil,
      closed: nil)
    var shown = [everyone.people] + everyone.answers.all.map(\.answer.used)
    var isShown: [Bool] = []
    func why(_ way: ServiceUseFinding<Unreleased>.Way) -> Withheld? {
      let without = CountKey.withoutMonths(
        way.rule.monthsLeftOut, event: outcome.event.id, window: outcome.window.id)
      // What is held back of months is of those before the plan's own day 0.
      if isHeldBack || way.rule.index == .plans && rule.holdsBack(without) { return .wouldTell }
      // These stand in the section anyway, or are held back there.
      if way.rule == .bothWindowsWhole, case .withheld(let why) = whole.shown { return why }
      if ServiceUseRule.usual.contains(way.rule) { return nil }
      func isFew(_ apart: Int) -> Bool {
        rule.isFewForEstimates(PeopleCount(apart, way.ratio.used.people))
      }
      if way.rule.running != .asItFalls {
        let spells = Self.spells(apart: way, in: outcome) ?? outcome.runningOnDayZero.count
        if isFew(spells) { return .fewPeople }
      }
      let isNear = shown.contains { other in
        let apart = abs(other.count - way.ratio.used.count)
        return apart > 0 && isFew(apart)
      }
      // Of nobody it is told no more than of few.
      let isAlike = way.apart.map { zip($0, isShown).contains { $1 && isFew($0) } } ?? true
      return isNear || isAlike ? .wouldTell : nil
    }
    return outcome.ways.map { way in
      let closed = why(way)
      isShown.append(closed == nil)
      if closed == nil { shown.append(way.ratio.used) }
      return ServiceUseFinding.Way(
        rule: way.rule,
        ratio: rule.answer(
          way.ratio, of: ServiceUseMeasure.ratioInOneWay, key: nil, closed: closed))
    }
  }

  /// From another day than the plan's: of how many people the way tells spells apart that run on it; nil from the plan's,
  /// of which it is counted.
  private static func spells(
    apart way: ServiceUseFinding<Unreleased>.Way, in outcome: ServiceUseFinding<Unreleased>.Outcome
  ) -> Int? {
    guard way.rule.index != .plans else { return nil }
    var asTheyFall = way.rule
    asTheyFall.running = .asItFalls
    let place = outcome.ways.firstIndex { $0.rule == asTheyFall }
    guard let place, let apart = way.apart, apart.indices.contains(place) else { return 0 }
    return apart[place]
  }

  private func release(
    _ row: ServiceUseFinding<Unreleased>.Row, of outcome: ServiceUseFinding<Unreleased>.Outcome,
    closed: Withheld?
  ) -> ServiceUseFinding<Released>.Row {
    func key(_ side: PeopleSet.Side) -> CountKey {
      .events(side, event: outcome.event.id, window: outcome.window.id, group: row.group.id)
    }
    func without(_ months: Int) -> CountKey {
      .withoutMonths(months, event: outcome.event.id, window: outcome.window.id)
    }
    func why(_ sides: PeopleSet.Side...) -> Withheld? {
      closed ?? (sides.contains { rule.holdsBack(key($0)) } ? .wouldTell : nil)
    }
    return ServiceUseFinding.Row(
      group: row.group, people: rule.count(row.people), eligible: rule.count(row.eligible),
      anyBefore: rule.count(row.anyBefore), anyAfter: rule.count(row.anyAfter),
      answers: row.answers.map { measure, answer in
        // Events are the rate times the time, and the ratio ties both sides together.
        let (key, why): (CountKey?, Withheld?) =
          switch measure {
          case .eventsBefore: (key(.before), closed)
          case .eventsAfter: (key(.after), closed)
          case .rateBefore: (nil, why(.before))
          case .rateAfter: (nil, why(.after))
          case .timeBefore, .timeAfter: (nil, closed)
          case .ratioWithoutLastMonth: (without(1), why(.before, .after))
          case .ratioWithoutLastThreeMonths: (without(3), why(.before, .after))
          case .ratio, .ratioByDelta, .ratioByPercentiles, .ratioOfWholeWindows, .reduction,
            .difference, .wilcoxon:
            (nil, why(.before, .after))
          }
        return rule.answer(answer, of: measure.declared, key: key, closed: why)
      })
  }

  /// The ratio of both arms' ratios goes where one of them does, and where events of one of them are held back.
  private func release(
    _ arms: ArmComparison<ArmUseMeasure, Unreleased>,
    of outcome: ServiceUseFinding<Unreleased>.Outcome, closed: Set<Int>
  ) -> ArmComparison<ArmUseMeasure, Released> {
    let keys = [arms.treated, arms.control].flatMap { arm in
      PeopleSet.Side.allCases.map { side in
        CountKey.events(
          side, event: outcome.event.id, window: outcome.window.id, group: arm.group.id)
      }
    }
    let why =
      isClosed(
        arms, outcome.rows.enumerated().map { ($1.group, outcome.window, closed.contains($0)) })
      ?? (keys.contains(where: rule.holdsBack) ? .wouldTell : nil)
    return release(arms, closed: why)
  }

  private func release(
    _ bin: ServiceUseFinding<Unreleased>.Bin, of outcome: ServiceUseFinding<Unreleased>.Outcome
  ) -> ServiceUseFinding<Released>.Bin {
    let key = CountKey.eventsIn(
      event: outcome.event.id, window: outcome.window.id, from: bin.from)
    return ServiceUseFinding.Bin(
      from: bin.from, to: bin.to, withAny: rule.count(bin.withAny),
      answers: bin.answers.map { measure, answer in
        rule.answer(
          answer, of: measure.declared, key: measure == .events ? key : nil,
          closed: rule.holdsBack(key) ? .wouldTell : nil)
      })
  }
}
