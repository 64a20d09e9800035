import FurlongStatistics
import FurlongStudy

/// Question 4: whether use of services fell from before day 0 to after it.
struct ServiceUse {
  var material: Material
  var step: EvaluationStep

  func answer(events: [String]) throws(EvaluationError) -> ServiceUseFinding {
    let events = try material.events(events, step: step)
    let groups = try PeopleGroup.all(of: material.cohort, plan: material.plan, step: step)
    if material.cohortPlan.windows.isEmpty { throw .noWindow(step: step.id) }
    var outcomes: [ServiceUseFinding.Outcome] = []
    for event in events {
      for window in material.cohortPlan.windows {
        outcomes.append(outcome(event, window, groups))
      }
    }
    return ServiceUseFinding(outcomes: outcomes)
  }

  private func columns(
    _ event: EventKind, _ window: ServiceWindow, _ rule: ServiceUseRule
  ) -> ServiceUseColumns? {
    material.cohort.serviceUse.first {
      $0.event == event.id && $0.window == window.id && $0.rule == rule
    }
  }

  private func outcome(
    _ event: EventKind, _ window: ServiceWindow, _ groups: [PeopleGroup]
  ) -> ServiceUseFinding.Outcome {
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
    return ServiceUseFinding.Outcome(
      event: event, window: TimeName(window),
      notLinkable: .exactly(whole?.notLinkable ?? 0), notKnown: .exactly(whole?.notKnown ?? 0),
      noTimeAtRisk: .exactly(left), runningOnDayZero: .exactly(running),
      noRowsMeans: whole?.noRowsMeans ?? .notKnown,
      rows: groups.map { group in
        guard let whole else { return empty(group, .noData) }
        if let why = whole.notPossible { return empty(group, .because(why)) }
        return row(group, event, window, whole)
      },
      timelineUnit: timeline?.unit ?? .months,
      timeline: (timeline?.bins ?? []).map { bin($0, eligible: counted) })
  }

  private func row(
    _ group: PeopleGroup, _ event: EventKind, _ window: ServiceWindow,
    _ whole: ServiceUseColumns
  ) -> ServiceUseFinding.Row {
    let people = EventSample(of: group.members, whole)
    let sample = material.sample(used: people.size, eligible: group.size)
    let name = [step.question.word, event.id, window.id, group.name.id]
    func total(_ value: Double, _ unit: EstimateUnit) -> Answer {
      people.size == 0 ? sample.none(.tooFew(needed: 1, found: 0)) : sample.number(value, unit)
    }
    func rate(_ period: PersonEvents, _ side: String) -> Answer {
      drawn(sample, .perPersonYear, name + ["rate", side]) { (bootstrap) throws(StatisticsError) in
        try PersonRate(bootstrap: bootstrap).rate(of: period).rate
      }
    }
    let ratios = RateRatios(
      material: material, group: group, event: event, window: window, name: name,
      columns: { columns(event, window, $0) }
    ).answers()
    return ServiceUseFinding.Row(
      group: group.name, people: .exactly(people.size), eligible: .exactly(group.size),
      eventsBefore: total(Double(people.eventsBefore.reduce(0, +)), .events),
      eventsAfter: total(Double(people.eventsAfter.reduce(0, +)), .events),
      personTimeBefore: total(EventSample.personYears(people.daysBefore), .personYears),
      personTimeAfter: total(EventSample.personYears(people.daysAfter), .personYears),
      anyBefore: .exactly(people.eventsBefore.count { $0 > 0 }),
      anyAfter: .exactly(people.eventsAfter.count { $0 > 0 }),
      rateBefore: rate(people.before, "before"), rateAfter: rate(people.after, "after"),
      rateRatios: ratios, rateReduction: RateRatios.reduction(of: ratios[0]),
      differencePerPerson: drawn(sample, .perPersonYear, name + ["difference"]) {
        (bootstrap) throws(StatisticsError) in
        try PersonRateDifference(bootstrap: bootstrap)
          .compare(before: people.before, after: people.after)
      },
      wilcoxon: signedRanks(group, event, window, whole))
  }

  private func drawn(
    _ sample: Sample, _ unit: EstimateUnit, _ name: [String],
    _ draw: (Bootstrap) throws(StatisticsError) -> BootstrapEstimate
  ) -> Answer {
    if sample.used < 2 { return sample.none(.tooFew(needed: 2, found: sample.used)) }
    return sample.answer { () throws(StatisticsError) in
      sample.drawn(try draw(material.bootstrap(for: name)), unit: unit)
    }
  }

  /// Counts are compared as they are, so only people who were watched as long after as before can be.
  private func signedRanks(
    _ group: PeopleGroup, _ event: EventKind, _ window: ServiceWindow,
    _ whole: ServiceUseColumns
  ) -> Answer {
    var differences = EventSample(of: group.members, whole).differencesOverEqualTime
    var note = "people with as many days at risk after as before"
    if let full = columns(event, window, .bothWindowsWhole), full.notPossible == nil {
      differences = EventSample(of: group.members, full).differences
      note = "people whose windows are whole on both sides"
    }
    let sample = material.sample(used: differences.count, eligible: group.size)
    if window.before != window.after {
      return sample.none(.because("the window before and the window after differ in length"))
    }
    return sample.signedRanks(of: differences, note: note)
  }

  private func bin(_ bin: EventTimeline.Bin, eligible: Int) -> ServiceUseFinding.Bin {
    let sample = material.sample(used: bin.people, eligible: eligible)
    let years = EventSample.personYears([bin.days])
    return ServiceUseFinding.Bin(
      from: bin.from, to: bin.to, events: sample.number(Double(bin.events), .events),
      peopleWithAny: .exactly(bin.peopleWithAny),
      rate: bin.days > 0
        ? sample.number(Double(bin.events) / years, .perPersonYear)
        : sample.none(.nothingHappened))
  }

  /// A row where no export can speak of the event in the window.
  private func empty(_ group: PeopleGroup, _ reason: NotEstimable) -> ServiceUseFinding.Row {
    let none = material.sample(used: 0, eligible: group.size).none(reason)
    return ServiceUseFinding.Row(
      group: group.name, people: .exactly(0), eligible: .exactly(group.size),
      eventsBefore: none, eventsAfter: none, personTimeBefore: none, personTimeAfter: none,
      anyBefore: .exactly(0), anyAfter: .exactly(0), rateBefore: none, rateAfter: none,
      rateRatios: Array(repeating: none, count: RateRatios.count), rateReduction: none,
      differencePerPerson: none, wilcoxon: none)
  }
}
