import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  mutating func serviceUse() -> ServiceUseFinding<Unreleased> {
    let id = (event: "admission", window: "12-months")
    var rows: [ServiceUseFinding<Unreleased>.Row] = []
    for (name, members) in named {
      let counted = members.filter(\.isCounted)
      let used = PeopleCount(
        counted.count,
        .counted(event: id.event, window: id.window, group: name.id, rule: .wholeWindow))
      let eligible = PeopleCount(members.count, .population(group: name.id))
      let before = counted.map(\.eventsBefore)
      let after = counted.map(\.eventsAfter)
      var numbers: [ServiceUseMeasure: FoundAnswer] = [:]
      for measure in ServiceUseMeasure.allCases {
        var answer = number(used, of: eligible)
        if case .estimated(var estimate) = answer {
          estimate.contributors = [before, after].map { .init(to: $0) }
          answer = .estimated(estimate)
        }
        numbers[measure] = answer
      }
      let years = FoundAnswer.estimated(
        Estimate(Double(counted.count), used: used, eligible: eligible))
      func rate(_ events: [Int]) -> FoundAnswer {
        .estimated(
          Estimate(
            Double(events.reduce(0, +)) / Double(max(1, counted.count)), used: used,
            eligible: eligible, contributors: [.init(to: events)]))
      }
      rows.append(
        .init(
          group: name, people: used, eligible: eligible,
          anyBefore: PeopleCount(
            before.count { $0 > 0 },
            .withAny(.before, event: id.event, window: id.window, group: name.id)),
          anyAfter: PeopleCount(
            after.count { $0 > 0 },
            .withAny(.after, event: id.event, window: id.window, group: name.id)),
          answers: Answers { measure in
            switch measure {
            case .eventsBefore: sum(before, used, eligible)
            case .eventsAfter: sum(after, used, eligible)
            case .timeBefore, .timeAfter: years
            case .rateBefore: rate(before)
            case .rateAfter: rate(after)
            default: numbers[measure] ?? rate(before)
            }
          }))
    }
    let arms = hasArms ? useOfArms(rows) : nil
    return ServiceUseFinding(outcomes: [outcome(rows, arms)])
  }

  private func outcome(
    _ rows: [ServiceUseFinding<Unreleased>.Row],
    _ arms: ArmComparison<ArmUseMeasure, Unreleased>?
  ) -> ServiceUseFinding<Unreleased>.Outcome {
    let counted = people.filter(\.isCounted)
    let used = rows[0].people
    // Six bins: who has events before has them all in one of three, and likewise after.
    let bins = (-3..<3).map { month -> ServiceUseFinding<Unreleased>.Bin in
      let here = counted.filter { $0.month == (month < 0 ? month + 3 : month) }
        .map { month < 0 ? $0.eventsBefore : $0.eventsAfter }.filter { $0 > 0 }
      return .init(
        from: month, to: month + 1,
        withAny: PeopleCount(
          here.count, .withAnyIn(event: "admission", window: "12-months", from: month)),
        answers: Answers { measure in
          switch measure {
          case .events: sum(here, used, used)
          case .rate:
            .estimated(
              Estimate(
                Double(here.reduce(0, +)) / 7.3, used: used, eligible: used,
                contributors: [.init(to: here)]))
          }
        })
    }
    return .init(
      event: EventKind(id: "admission", one: "admission", many: "admissions", role: .primary),
      window: Self.year,
      notLinkable: PeopleCount(
        people.count { !$0.isLinked }, .notLinkable(event: "admission")),
      notKnown: PeopleCount(
        people.count { $0.isLinked && !$0.isKnown }, .notKnown(event: "admission")),
      noTimeAtRisk: PeopleCount(0, .noTimeAtRisk(event: "admission", window: "12-months")),
      runningOnDayZero: PeopleCount(
        counted.count { $0.eventsBefore > 4 },
        .runningOnDayZero(event: "admission", window: "12-months")),
      noRowsMeans: .noneHappened, rows: rows, arms: arms, timelineUnit: .months, timeline: bins)
  }

  mutating func experience() -> ExperienceFinding<Unreleased> {
    let tellers = people.filter { $0.stories > 0 }
    let told = PeopleCount(tellers.count, .storytellers)
    let coded = PeopleCount(tellers.count, .coded)
    let kappas = (0..<3).map { _ in number(coded, of: coded) }
    return ExperienceFinding(
      codebook: "c", source: "",
      stories: Answers { _ in sum(tellers.map(\.stories), told, everyone) }, storytellers: told,
      nothingFound: PeopleCount(tellers.count { !$0.themes.contains(true) }, .nothingFound),
      themes: (0..<3).map { theme in
        let found = tellers.count { $0.themes[theme] }
        return .init(
          id: "theme-\(theme)", label: "theme \(theme)",
          people: PeopleCount(found, .theme("theme-\(theme)")),
          byAll: PeopleCount(
            tellers.count { $0.themes[theme] && $0.crossed }, .themeByAll("theme-\(theme)")),
          answers: Answers { measure in
            switch measure {
            case .share:
              share(found, .theme("theme-\(theme)"), of: coded, eligible: everyone)
            case .agreement: kappas[theme]
            }
          }, quote: found > 0 ? StoryQuote(text: "words of theme \(theme)", consentLevel: 4) : nil)
      },
      quotable: PeopleCount(tellers.count { $0.attended > 0 }, .quotable), quoteConsentLevel: 4)
  }

  mutating func certainty() -> CertaintyFinding<Unreleased> {
    let pairs = paired(.everyone, people)
    let everyoneDue = due(.everyone, people)
    return CertaintyFinding(
      limits: [
        .noComparator,
        .lowFollowUp(
          scale: "qpr15", occasion: Self.later,
          share: share(pairs.count, pairs.people, of: everyoneDue, eligible: everyoneDue)),
        .fewPeople(what: "qpr15", occasion: Self.later, group: .everyone, people: pairs),
        .notLinked(
          event: "admission",
          people: PeopleCount(people.count { !$0.isCounted }, .notLinked(event: "admission"))),
      ] + armLimits, strength: DesignStrength(nesta: 2, maryland: 1))
  }
}
