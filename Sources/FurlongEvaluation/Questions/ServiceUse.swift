import FurlongStatistics
import FurlongStudy

/// Question 4: whether use of services fell from before day 0 to after it.
struct ServiceUse {
  var material: Material
  var step: EvaluationStep

  func answer(events: [String]) throws(EvaluationError) -> ServiceUseFinding<Unreleased> {
    let events = try material.events(events, step: step)
    let groups = try PeopleGroup.all(of: material.cohort, plan: material.plan, step: step)
    let windows =
      step.isFromLandmark
      ? try material.windowsFromLandmark(of: step) : try material.windows(of: step)
    let drawn = DrawnServiceUse(
      events, windows, groups, material, by: material.bootstrap(for: [step.question.word]))
    let arms =
      step.comparesArms
      ? try PeopleGroup.arms(of: material.cohort, plan: material.plan)
        .map { ArmComparisons(material: material, arms: $0) } : nil
    var outcomes: [ServiceUseFinding<Unreleased>.Outcome] = []
    for event in events {
      for window in windows {
        outcomes.append(outcome(event, window, groups, drawn, arms))
      }
    }
    return ServiceUseFinding(
      outcomes: outcomes, landmark: step.isFromLandmark ? material.cohortPlan.landmark : nil)
  }

  private func columns(
    _ event: EventKind, _ window: ServiceWindow, _ rule: ServiceUseRule
  ) -> ServiceUseColumns? {
    material.cohort.serviceUse.first {
      $0.event == event.id && $0.window == window.id && $0.rule == rule
    }
  }

  private func outcome(
    _ event: EventKind, _ window: ServiceWindow, _ groups: [PeopleGroup],
    _ drawn: DrawnServiceUse, _ arms: ArmComparisons?
  ) -> ServiceUseFinding<Unreleased>.Outcome {
    let whole = columns(event, window, .wholeWindow)
    let counted = whole?.counted.count { $0 } ?? 0
    let running =
      whole.map { whole in
        whole.counted.indices.count { whole.counted[$0] && whole.runningOnDayZero[$0] > 0 }
      } ?? 0
    let unknown = (whole?.notLinkable ?? 0) + (whole?.notKnown ?? 0)
    let answerable = whole.map { $0.notPossible == nil } ?? false
    let left = answerable ? max(0, material.cohort.size - unknown - counted) : 0
    let timeline = material.cohort.timelines.first {
      $0.event == event.id && $0.window == window.id
    }
    let id = (event: event.id, window: window.id)
    // Where no export speaks of the event, these can be nothing but 0.
    func count(_ people: Int, _ set: PeopleSet) -> PeopleCount {
      PeopleCount(people, set, isGiven: !answerable && people == 0)
    }
    return ServiceUseFinding.Outcome(
      event: event, window: TimeName(window),
      notLinkable: count(whole?.notLinkable ?? 0, .notLinkable(event: id.event)),
      notKnown: count(whole?.notKnown ?? 0, .notKnown(event: id.event)),
      noTimeAtRisk: count(left, .noTimeAtRisk(event: id.event, window: id.window)),
      // Nor can an event run on that is no spell.
      runningOnDayZero: PeopleCount(
        running, .runningOnDayZero(event: id.event, window: id.window),
        isGiven: running == 0 && !(answerable && whole?.countsSpells == true)),
      noRowsMeans: whole?.noRowsMeans ?? .notKnown,
      rows: groups.map { group in
        guard let whole else { return empty(group, event, window, .noData) }
        if let obstacle = whole.notPossible {
          return empty(group, event, window, .notCountable(obstacle))
        }
        guard let counted = drawn.counted(event, window, group, .wholeWindow) else {
          return empty(group, event, window, .noData)
        }
        return row(group, event, window, whole, counted, drawn)
      }, arms: arms?.use(event, window, whole, name: [step.question.word, event.id, window.id]),
      timelineUnit: timeline?.unit ?? .months,
      timeline: (timeline?.bins ?? []).map { bin($0, event, window, counted: counted) },
      robustness: robustness(event, window, whole),
      ways: EveryWay(material: material, event: event, window: window).answer(),
      transfers: whole.flatMap { $0.startsOfSpells ? event.transfers : nil },
      homeLeave: whole.flatMap(\.homeLeave), context: context(event, window, whole))
  }

  /// What others publish of the event, over the days on which everyone counted was watched.
  private func context(
    _ event: EventKind, _ window: ServiceWindow, _ whole: ServiceUseColumns?
  ) -> [ContextFinding<Unreleased>] {
    guard let whole, whole.notPossible == nil, !step.isFromLandmark else { return [] }
    let counted = whole.counted.count { $0 }
    let sample = sample(counted, PeopleGroup.everyone(in: material.cohort), event, window)
    return material.plan.context.filter { $0.event == event.id }.map { series in
      ContextOverDays(
        series: series, columns: whole, dayZero: material.cohort.dayZero, sample: sample
      ).answer()
    }
  }

  private func row(
    _ group: PeopleGroup, _ event: EventKind, _ window: ServiceWindow,
    _ whole: ServiceUseColumns, _ counted: DrawnServiceUse.Counted, _ drawn: DrawnServiceUse
  ) -> ServiceUseFinding<Unreleased>.Row {
    let people = counted.people
    let sample = sample(people.size, group, event, window)
    func total(_ events: [Int]) -> FoundAnswer {
      people.size == 0
        ? sample.none(.tooFew(needed: 1, found: 0))
        : sample.sum(Double(events.reduce(0, +)), of: Estimate.Contributors(to: events))
    }
    func time(_ days: [Int]) -> FoundAnswer {
      people.size == 0
        ? sample.none(.tooFew(needed: 1, found: 0))
        : sample.number(EventSample.personYears(days))
    }
    func estimate(
      _ events: [[Int]], _ made: (DrawnPersons) throws(StatisticsError) -> BootstrapEstimate
    ) -> FoundAnswer {
      if people.size < 2 { return sample.none(.tooFew(needed: 2, found: people.size)) }
      return sample.answer { () throws(StatisticsError) in
        var estimate = sample.drawn(try made(try counted.drawn.get()))
        estimate.contributors = events.map { Estimate.Contributors(to: $0) }
        return estimate
      }
    }
    let ratios = RateRatios(
      material: material, group: group, event: event, window: window,
      columns: { columns(event, window, $0) },
      counted: { drawn.counted(event, window, group, $0) })
    let headline = ratios.headline()
    return ServiceUseFinding.Row(
      group: group.name, people: sample.used, eligible: sample.eligible,
      anyBefore: PeopleCount(
        people.eventsBefore.count { $0 > 0 },
        .withAny(.before, event: event.id, window: window.id, group: group.name.id)),
      anyAfter: PeopleCount(
        people.eventsAfter.count { $0 > 0 },
        .withAny(.after, event: event.id, window: window.id, group: group.name.id)),
      answers: Answers { measure in
        switch measure {
        case .eventsBefore: total(people.eventsBefore)
        case .eventsAfter: total(people.eventsAfter)
        case .timeBefore: time(people.daysBefore)
        case .timeAfter: time(people.daysAfter)
        case .rateBefore:
          estimate([people.eventsBefore]) { (drawn) throws(StatisticsError) in
            try drawn.rateBefore().rate
          }
        case .rateAfter:
          estimate([people.eventsAfter]) { (drawn) throws(StatisticsError) in
            try drawn.rateAfter().rate
          }
        case .ratio: headline.bca
        case .ratioByDelta: headline.delta
        case .ratioByPercentiles: headline.percentiles
        case .ratioWithoutLastMonth: ratios.sensitivity(.withoutLastMonth)
        case .ratioWithoutLastThreeMonths: ratios.sensitivity(.withoutLastThreeMonths)
        case .ratioOfWholeWindows: ratios.sensitivity(.bothWindowsWhole)
        case .reduction: RateRatios.reduction(of: headline.bca)
        case .difference:
          estimate([people.eventsBefore, people.eventsAfter]) { (drawn) throws(StatisticsError) in
            try drawn.difference()
          }
        case .wilcoxon: signedRanks(group, event, window, whole)
        }
      })
  }

  private func sample(
    _ people: Int, _ group: PeopleGroup, _ event: EventKind, _ window: ServiceWindow
  ) -> Sample {
    material.sample(
      used: PeopleCount(
        people,
        .counted(event: event.id, window: window.id, group: group.name.id, rule: .wholeWindow)),
      eligible: group.count)
  }

  private func signedRanks(
    _ group: PeopleGroup, _ event: EventKind, _ window: ServiceWindow,
    _ whole: ServiceUseColumns
  ) -> FoundAnswer {
    let watched = watchedAsLong(group, event, window, whole)
    if window.before != window.after { return watched.sample.none(.windowsDiffer) }
    return watched.sample.signedRanks(of: watched.people.differences, caveats: [watched.caveat])
  }

  /// Counts are compared as they are, so only people who were watched as long after as before can be.
  private func watchedAsLong(
    _ group: PeopleGroup, _ event: EventKind, _ window: ServiceWindow,
    _ whole: ServiceUseColumns
  ) -> (people: EventSample, sample: Sample, caveat: Caveat) {
    var people = EventSample(of: group.members, whole).overEqualTime
    var caveat = Caveat.equalTimeOnly
    var set = PeopleSet.equalTime(event: event.id, window: window.id, group: group.name.id)
    if let full = columns(event, window, .bothWindowsWhole), full.notPossible == nil {
      (people, caveat) = (EventSample(of: group.members, full), .wholeWindowsOnly)
      // The same people as of the ratio over whole windows.
      set = .counted(
        event: event.id, window: window.id, group: group.name.id, rule: .bothWindowsWhole)
    }
    let sample = material.sample(used: PeopleCount(people.size, set), eligible: group.count)
    return (people, sample, caveat)
  }

  /// Whether the answer of everyone hangs on few; nil where events cannot be compared person by person.
  private func robustness(
    _ event: EventKind, _ window: ServiceWindow, _ whole: ServiceUseColumns?
  ) -> ServiceUseFinding<Unreleased>.Robustness? {
    guard let whole, whole.notPossible == nil, window.before == window.after else { return nil }
    let everyone = PeopleGroup.everyone(in: material.cohort)
    let people = EventSample(of: everyone.members, whole)
    let watched = watchedAsLong(everyone, event, window, whole)
    return UseRobustness(
      event: event.id, window: window.id, confidence: material.plan.confidence, people: people,
      sample: sample(people.size, everyone, event, window), watched: watched.people,
      ofWatched: watched.sample, caveat: watched.caveat
    ).answer()
  }

  private func bin(
    _ bin: EventTimeline.Bin, _ event: EventKind, _ window: ServiceWindow, counted: Int
  ) -> ServiceUseFinding<Unreleased>.Bin {
    let sample = material.sample(
      used: PeopleCount(
        bin.people, .atRisk(event: event.id, window: window.id, from: bin.from)),
      eligible: PeopleCount(
        counted,
        .counted(
          event: event.id, window: window.id, group: GroupName.everyone.id, rule: .wholeWindow)))
    let years = EventSample.personYears([bin.days])
    let contributors = Estimate.Contributors(
      people: bin.peopleWithAny, of: bin.events, ofTwo: bin.ofTwo)
    return ServiceUseFinding.Bin(
      from: bin.from, to: bin.to,
      withAny: PeopleCount(
        bin.peopleWithAny, .withAnyIn(event: event.id, window: window.id, from: bin.from)),
      answers: Answers { measure in
        switch measure {
        case .events: sample.sum(Double(bin.events), of: contributors)
        case .rate:
          bin.days > 0
            ? sample.sum(Double(bin.events) / years, of: contributors)
            : sample.none(.nothingHappened)
        }
      })
  }

  /// A row where no export can speak of the event in the window.
  private func empty(
    _ group: PeopleGroup, _ event: EventKind, _ window: ServiceWindow, _ reason: NotEstimable
  ) -> ServiceUseFinding<Unreleased>.Row {
    var sample = sample(0, group, event, window)
    sample.used.isGiven = true
    func nobody(_ side: PeopleSet.Side) -> PeopleCount {
      PeopleCount(
        0, .withAny(side, event: event.id, window: window.id, group: group.name.id),
        isGiven: true)
    }
    return ServiceUseFinding.Row(
      group: group.name, people: sample.used, eligible: sample.eligible,
      anyBefore: nobody(.before), anyAfter: nobody(.after),
      answers: Answers { _ in sample.none(reason) })
  }
}
